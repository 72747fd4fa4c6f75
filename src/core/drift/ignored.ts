/** Takes out of a check what the settings say is to be left alone, and tells of rules whose time is up. */
import type { DriftItem, GroupDrift, IgnoredDrift } from '../../model/drift.ts';
import type { IgnoreRule } from '../../model/settings.ts';
import { ignoredBy, isExpired } from '../settings/ignore.ts';
import { driftItem } from './kinds.ts';

export function withoutIgnored(group: GroupDrift, rules: readonly IgnoreRule[], now: Date): GroupDrift {
  const judged = group.items.map((item) => ({
    item,
    rule: ruleFor(item, group.name, rules, now),
  }));
  const items = judged.flatMap(({ item, rule }) => (rule === null ? [item] : []));
  const ignored = judged.flatMap(({ item, rule }): readonly IgnoredDrift[] =>
    rule === null
      ? []
      : [{ kind: item.kind, subject: item.subject, reason: rule.reason, expires: rule.expires }],
  );
  const emptied = group.status === 'drifted' && items.length === 0;
  return {
    ...group,
    items,
    ignored: [...group.ignored, ...ignored],
    status: emptied ? 'clean' : group.status,
  };
}

/** The finding's own subject, or each field that it speaks of, as plan and apply name them. */
function ruleFor(
  { subject, live = [] }: DriftItem,
  group: string,
  rules: readonly IgnoreRule[],
  now: Date,
): IgnoreRule | null {
  const own = ignoredBy(rules, { group, path: subject, now });
  if (own !== null || live.length === 0) return own;
  const each = live.map(({ path }) => ignoredBy(rules, { group, path, now }));
  return each.includes(null) ? null : (each[0] ?? null);
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
