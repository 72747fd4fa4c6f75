/** Takes out of a check what the settings say is to be left alone, and tells of rules whose time is up. */
import type { DriftItem, GroupDrift, IgnoredDrift, LiveField } from '../../model/drift.ts';
import type { IgnoreRule } from '../../model/settings.ts';
import { isExpired } from '../settings/ignore.ts';
import { matches, reachesBelow } from '../settings/pattern.ts';
import { leftOf, propertyOf, withoutFields } from './ignored-fields.ts';
import { driftItem } from './kinds.ts';

export function withoutIgnored(group: GroupDrift, rules: readonly IgnoreRule[], now: Date): GroupDrift {
  const judged = group.items.map((item) => judge(item, group.name, rules, now));
  const items = judged.flatMap(({ kept }) => (kept === null ? [] : [kept]));
  const emptied = group.status === 'drifted' && items.length === 0;
  return {
    ...group,
    items,
    ignored: [...group.ignored, ...judged.flatMap(({ ignored }) => ignored)],
    status: emptied ? 'clean' : group.status,
  };
}

interface Judged {
  /** What counts of it; null = nothing. */
  readonly kept: DriftItem | null;
  readonly ignored: readonly IgnoredDrift[];
}

/** The finding's own subject, or each field that it speaks of, as plan and apply name them. */
function judge(item: DriftItem, group: string, rules: readonly IgnoreRule[], now: Date): Judged {
  const { kind, subject, place = subject, partOf, live = [] } = item;
  const told = (what: string, { reason, expires }: IgnoreRule): IgnoredDrift => ({
    ...{ kind, subject: what, reason, expires },
    ...(partOf === undefined ? {} : { partOf }),
  });
  const held = rules.filter((rule) => !isExpired(rule, now) && matches(rule.group, group));
  const by = (...paths: readonly string[]) => ruleFor(held, paths);
  const own = by(subject, place);
  if (own !== null) return { kept: null, ignored: [told(subject, own)] };
  const each = live.map((field) => leftOf(field, (path) => by(path, nameOf(subject, field, path))));
  const left = each.flatMap(({ rule, field }) => (rule === null ? [] : [{ rule, field }]));
  const [first] = left;
  if (first === undefined) return { kept: untouchable(item, held), ignored: [] };
  if (left.length === live.length && each.every(({ rest }) => rest === null))
    return { kept: null, ignored: [told(subject, first.rule)] };
  return {
    kept: withoutFields(item, each),
    ignored: left.map(({ field, rule }) => told(`${subject} ${propertyOf(field)}`, rule)),
  };
}

function ruleFor(held: readonly IgnoreRule[], paths: readonly string[]): IgnoreRule | null {
  return held.find((rule) => paths.some((path) => matches(rule.path, path, true))) ?? null;
}

/** As the report names a field that is ignored: `alarm cpu-high-alarm threshold`. */
function nameOf(subject: string, field: LiveField, path: string): string {
  return `${subject} ${propertyOf({ ...field, path })}`;
}

/** What is made anew loses what a rule may mean inside of it. */
function untouchable(item: DriftItem, held: readonly IgnoreRule[]): DriftItem {
  const { subject, place = subject, mends } = item;
  const inside = held.find((rule) => reachesBelow(rule.path, place));
  if (inside === undefined || mends.every(({ kind }) => kind !== 'remake')) return item;
  const mustStay = `the rule for ${inside.path} may mean a part of it, which is not told apart here and would be lost with the rest: name ${place} in it, or take it out`;
  return { ...item, mustStay };
}

/** A rule that nobody looks after would hide more and more, or nothing at all. */
export function expiredRules(rules: readonly IgnoreRule[], now: Date): readonly DriftItem[] {
  return rules
    .filter((rule) => isExpired(rule, now))
    .map(({ group, path, reason, expires, source }) =>
      driftItem({
        kind: 'ignore-expired',
        subject: `ignore rule for ${group}: ${path}`,
        repository: `held until ${expires}: ${reason}`,
        cloud: 'what it hid counts again',
        remedy: `take it out of ${source.file} (line ${source.line}), or give it another last day`,
      }),
    );
}
