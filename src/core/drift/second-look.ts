/** Keeps only what two looks at the cloud both found: what passes by itself is no drift. */
import type { DriftItem, GroupDrift } from '../../model/drift.ts';

export function confirmed(first: GroupDrift, second: GroupDrift): GroupDrift {
  if (second.status !== 'drifted') return second;
  const items = second.items.filter((item) => first.items.some((one) => keyOf(one) === keyOf(item)));
  return { ...second, items, status: items.length === 0 ? 'clean' : 'drifted' };
}

/** The same finding at another look; two rules of a group are two findings of one kind and subject. */
export function keyOf({ kind, subject, repository, cloud }: DriftItem): string {
  return `${kind} ${subject}${SEVERAL.has(kind) ? ` ${JSON.stringify([repository, cloud])}` : ''}`;
}

const SEVERAL: ReadonlySet<string> = new Set(['security-rule-removed', 'security-rule-added', 'port-edited']);
