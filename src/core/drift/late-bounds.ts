/** Recognises bounds that were due a moment ago: the scheduled run has not come by yet, and nobody changed anything. */
import type { DesiredStack } from '../../model/desired.ts';
import type { Bounds } from '../../model/schedule.ts';
import { describeGroups } from '../heat/describe-groups.ts';
import { isRecorded } from '../heat/rule-output.ts';
import { type Clock, clockOf } from '../plan/by-clock.ts';
import type { Pair } from '../plan/plan.ts';
import { same, shown } from '../schedule/scheduled-bounds.ts';

export interface LateBounds {
  /** As it was due then. */
  readonly desired: DesiredStack;
  readonly clock: Clock;
  readonly notDrift: readonly string[];
}

/** null when the live bounds are those of now, or were not due within the last hour either. */
export function lateBounds({ desired, observed }: Pair): LateBounds | null {
  if (desired.presence === 'absent' || observed.presence === 'absent' || desired.scheduled === null)
    return null;
  const { lately, rule } = desired.scheduled;
  const clock = clockOf(desired, observed);
  const due = lately.at(-1);
  const live = sharedBounds(describeGroups({ ...observed, initial: [] }), desired);
  if (due === undefined || live === null || same(live, due) || !isRecorded(rule, clock.live)) return null;
  if (!lately.some((bounds) => same(bounds, live))) return null;
  return {
    desired: { ...desired, groups: desired.groups.map((group) => ({ ...group, ...live })) },
    clock,
    notDrift: [
      `the bounds are still ${shown(live)}, ${shown(due)} are due: the scheduled run is late, by less than an hour`,
    ],
  };
}

/** What all groups of the stack have alike: one rule holds for every zone. */
function sharedBounds(
  live: readonly { readonly address: string; readonly min: number | null; readonly max: number | null }[],
  { groups }: DesiredStack,
): Bounds | null {
  const pairs = groups.map(({ address }) => live.find((one) => one.address === address));
  const first = pairs[0];
  if (first === undefined || first.min === null || first.max === null) return null;
  const bounds = { min: first.min, max: first.max };
  return pairs.every((one) => one?.min === bounds.min && one.max === bounds.max) ? bounds : null;
}
