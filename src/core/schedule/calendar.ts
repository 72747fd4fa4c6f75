/** Works out which bounds a rule gives at a moment, from that moment alone. */
import type { ScheduleSpec } from '../../model/scaling-spec.ts';
import type { Bounds, BoundsRule } from '../../model/schedule.ts';
import { type Starts, startsOf } from './starts.ts';

/** From one change to the next the same. */
export interface Phase {
  /** Of the schedules that are on, in the order of the spec. */
  readonly names: readonly string[];
  readonly bounds: Bounds;
}

/** A moment at which a schedule begins or ends. */
export interface Edge {
  readonly moment: number;
  /** Of the schedule whose edge it is. */
  readonly timezone: string;
}

export interface Calendar {
  at(moment: number): Phase;
  /** The next moment at which anything could change; null = never again. */
  edgeAfter(moment: number): Edge | null;
}

export function calendarOf(rule: BoundsRule): Calendar {
  const entries = rule.schedules.map((schedule) => ({ schedule, starts: startsOf(schedule) }));
  return {
    at: (moment) => {
      const on = entries.filter((entry) => endAt(entry, moment) !== null).map(({ schedule }) => schedule);
      return { names: on.map(({ name }) => name), bounds: combined(rule, on) };
    },
    edgeAfter: (moment) => {
      const edges = entries.flatMap((entry) =>
        [entry.starts.firstAfter(moment), endAt(entry, moment)]
          .filter((edge) => edge !== null)
          .map((edge): Edge => ({ moment: edge, timezone: entry.schedule.timezone })),
      );
      return edges.sort((a, b) => a.moment - b.moment)[0] ?? null;
    },
  };
}

/** The next edge after which other schedules are on; null when there is none within reach. */
export function changeAfter(calendar: Calendar, moment: number): Edge | null {
  const names = calendar.at(moment).names.join();
  let edge = calendar.edgeAfter(moment);
  for (let tried = 0; edge !== null && tried < MANY; tried += 1) {
    if (calendar.at(edge.moment).names.join() !== names) return edge;
    edge = calendar.edgeAfter(edge.moment);
  }
  return null;
}

/** A schedule that begins anew before it ends has edges at which nothing changes. */
const MANY = 500;

interface Entry {
  readonly schedule: ScheduleSpec;
  readonly starts: Starts;
}

/** When the schedule that is on ends, the end itself left out; null when it is off. */
function endAt({ schedule, starts }: Entry, moment: number): number | null {
  const last = starts.lastUpTo(moment);
  const end = last === null ? null : last + schedule.forSeconds * 1000;
  return end !== null && end > moment ? end : null;
}

/**
 * Whoever asks for capacity gets it: the highest of the minimums that are on, the highest of the maximums. What no
 * schedule speaks of stays as it is outside of them. A minimum wins over a maximum (the checks have told of it).
 */
function combined(rule: BoundsRule, on: readonly ScheduleSpec[]): Bounds {
  const mins = on.flatMap(({ min }) => (min === null ? [] : [min]));
  const maxes = on.flatMap(({ max }) => (max === null ? [] : [max]));
  const min = mins.length > 0 ? Math.max(...mins) : rule.min;
  const max = maxes.length > 0 ? Math.max(...maxes) : rule.max;
  return { min, max: Math.max(min, max) };
}
