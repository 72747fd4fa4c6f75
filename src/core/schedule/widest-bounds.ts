/** Tells between which sizes a group may be at any hour at all: for whatever reasons about size. */
import type { GroupSpec } from '../../model/spec.ts';
import type { Bounds } from '../heat/group-size.ts';

/** The lowest min and the highest max over the group's own size and its schedules. */
export function widestBounds({ size, scaling: { schedules } }: Pick<GroupSpec, 'size' | 'scaling'>): Bounds {
  return {
    min: Math.min(size.min, ...schedules.map(({ min }) => min ?? size.min)),
    max: Math.max(size.max, ...schedules.map(({ max }) => max ?? size.max)),
  };
}
