/** Takes out of a check what the settings say is to be left alone, and tells of rules whose time is up. */
import type { DriftItem, GroupDrift, IgnoredDrift } from '../../model/drift.ts';
import type { IgnoreRule } from '../../model/settings.ts';
import { ignoredBy, isExpired } from '../settings/ignore.ts';
import { propertyOf, withoutFields } from './ignored-fields.ts';
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
  const { kind, subject, live = [] } = item;
  const told = (what: string, { reason, expires }: IgnoreRule) => ({ kind, subject: what, reason, expires });
  const own = ignoredBy(rules, { group, path: subject, now });
  if (own !== null) return { kept: null, ignored: [told(subject, own)] };
  const each = live.map((field) => ({ field, rule: ignoredBy(rules, { group, path: field.path, now }) }));
  const left = each.flatMap(({ field, rule }) => (rule === null ? [] : [{ field, rule }]));
  const [first] = left;
  if (first === undefined) return { kept: item, ignored: [] };
  if (left.length === live.length) return { kept: null, ignored: [told(subject, first.rule)] };
  return {
    kept: withoutFields(
      item,
      left.map(({ field }) => field),
    ),
    ignored: left.map(({ field, rule }) => told(`${subject} ${propertyOf(field)}`, rule)),
  };
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
