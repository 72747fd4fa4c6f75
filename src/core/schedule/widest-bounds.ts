/** Tells between which sizes a group may be at any hour at all: for whatever reasons about size. */
import type { ScheduleSpec } from '../../model/scaling-spec.ts';
import type { Bounds } from '../../model/schedule.ts';

interface Scheduled {
  readonly size: Bounds;
  readonly scaling: { readonly schedules: readonly Pick<ScheduleSpec, 'min' | 'max'>[] };
}

/** The lowest min and the highest max over the group's own size and its schedules. */
export function widestBounds({ size, scaling: { schedules } }: Scheduled): Bounds {
  return {
    min: Math.min(size.min, ...schedules.map(({ min }) => min ?? size.min)),
    max: Math.max(size.max, ...schedules.map(({ max }) => max ?? size.max)),
  };
}
