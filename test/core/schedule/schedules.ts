/** Schedules to start from. */
import type { ScheduleSpec } from '../../../src/model/scaling-spec.ts';

/** Working days from 8 to 18 in Berlin, no bounds yet. */
export function schedule(change: Partial<ScheduleSpec>): ScheduleSpec {
  return {
    name: 'office-hours',
    cron: '0 8 * * 1-5',
    timezone: 'Europe/Berlin',
    forSeconds: 10 * 3600,
    min: null,
    max: null,
    ...change,
  };
}
