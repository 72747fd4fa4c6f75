/** The size of a group at one moment: its schedules decide the bounds. */
import type { ScheduledBounds } from '../../../model/schedule.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { scheduledBounds } from '../../schedule/scheduled-bounds.ts';

export interface SizeNow {
  readonly size: GroupSpec['size'];
  readonly scheduled: ScheduledBounds | null;
}

export function sizeNow({ size, scaling: { schedules } }: GroupSpec, now: string): SizeNow {
  if (schedules.length === 0) return { size, scheduled: null };
  const scheduled = scheduledBounds({ min: size.min, max: size.max, schedules }, Date.parse(now));
  const { min, max } = scheduled.lately.at(-1) ?? size;
  return { size: { min, max, initial: Math.max(min, Math.min(size.initial, max)) }, scheduled };
}
