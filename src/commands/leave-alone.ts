/** Leaves alone what rules ignore, in the template and, where the plan would send an alarm anew, in Aodh. */
import { alarmsInQuestion, leaveEditedAlarms } from '../core/drift/edited-alarms.ts';
import { type Ignoring, leaveIgnored } from '../core/plan/leave-ignored.ts';
import type { Pair } from '../core/plan/plan.ts';
import type { CloudReader } from '../ports/cloud.ts';

/** Aodh is asked once for all, and only where a rule speaks of an alarm that changes. */
export async function leaveAlone(
  cloud: CloudReader,
  pairs: readonly Pair[],
  ignoring: Ignoring,
): Promise<readonly Pair[]> {
  if (ignoring.rules.length === 0) return pairs;
  const left = pairs.map((pair) => leaveIgnored(pair, ignoring));
  const names = left.map((pair) => alarmsInQuestion(pair, ignoring));
  if (names.every((some) => some.length === 0)) return left;
  const { of } = await cloud.things({ kinds: ['alarm'], pools: [], metered: null });
  return left.map((pair, index) => leaveEditedAlarms(pair, names[index] ?? [], of.alarm, ignoring));
}
