/** Says why Heat may not be asked now to make a resource anew: its update reaches more than the one resource. */
import type { DriftItem, IgnoredDrift } from '../../model/drift.ts';
import type { PresentStack } from '../../model/observed.ts';
import { groupProperties } from '../heat/describe-groups.ts';
import type { FixView } from './decide-fix.ts';

/** null = it may. */
export function remakeHold({ group, pair: { observed } }: FixView, item: DriftItem): string | null {
  if (observed.presence === 'absent') return 'the stack is missing';
  const { mends } = item;
  if (group.ignored.some((one) => isOf(item, one)))
    return 'a rule of the settings leaves a part of it alone, and made anew it would not be';
  const addresses = mends.flatMap((mend) => (mend.kind === 'remake' ? [mend.address] : []));
  for (const address of addresses) {
    const above = address.slice(0, address.lastIndexOf('/') + 1);
    const why =
      unwell(observed, above, addresses) ??
      (above === '' ? resized(observed, [...group.items, ...group.ignored]) : null);
    if (why !== null) return why;
  }
  return null;
}

/** What is ignored of the same thing, or one field of that: `alarm cpu-high-alarm threshold`. */
function isOf({ subject, partOf = subject }: DriftItem, ignored: IgnoredDrift): boolean {
  const of = ignored.partOf ?? ignored.subject;
  return of === partOf || of.startsWith(`${partOf} `);
}

/** Whatever has failed is made anew by the same update. */
function unwell({ resources }: PresentStack, above: string, asked: readonly string[]): string | null {
  const other = resources.find(
    ({ address, state }) =>
      address.startsWith(above) && state.status !== 'COMPLETE' && !asked.includes(address),
  );
  if (other === undefined) return null;
  return `Heat would be asked for an update, and ${other.address} is ${other.state.action}_${other.state.status}`;
}

/** An update of the whole stack visits its groups. */
function resized(
  observed: PresentStack,
  items: readonly Pick<DriftItem, 'kind' | 'subject'>[],
): string | null {
  const odd = items.find(({ kind }) => VISITED.has(kind));
  if (odd !== undefined) return `Heat would be asked for an update, which does more here: ${odd.subject}`;
  const sized = Object.entries(groupProperties({ ...observed, initial: [] })).find(
    ([, properties]) => 'desired_capacity' in properties || 'DesiredCapacity' in properties,
  );
  return sized === undefined
    ? null
    : `the template gives ${sized[0]} a desired capacity, which an update would set`;
}

const VISITED: ReadonlySet<string> = new Set([
  'size-out-of-bounds',
  'member-behind',
  'member-failed',
  'group-cannot-scale',
  'scaling-stuck',
]);
