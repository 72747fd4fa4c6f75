/** Tells when a schedule begins: the only place that knows the cron library. */
import { Cron } from 'croner';
import type { ScheduleSpec } from '../../model/scaling-spec.ts';

/** Moments are milliseconds since 1970, UTC. */
export interface Starts {
  /** The last start up to the moment, itself included. */
  lastUpTo(moment: number): number | null;
  /** The first start after the moment, itself left out. */
  firstAfter(moment: number): number | null;
}

/**
 * A time that the zone's clock skips counts when the clock goes on; one that it shows twice counts the first time.
 * Only an interval (`*`, a step) goes through the repeated hour as well (croner, as Vixie's cron).
 */
export function startsOf({ cron, timezone }: Pick<ScheduleSpec, 'cron' | 'timezone'>): Starts {
  const pattern = new Cron(cron, { timezone, mode: '5-part', fixedTimeRule: 'no-wildcard' });
  return {
    lastUpTo: (moment) => pattern.previousRuns(1, new Date(moment + 1))[0]?.getTime() ?? null,
    firstAfter: (moment) => pattern.nextRun(new Date(moment))?.getTime() ?? null,
  };
}
