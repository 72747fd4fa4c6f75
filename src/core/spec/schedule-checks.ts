/** What the schedules of a group must fulfil: each for itself, each beside the others. */
import type { ScheduleSpec } from '../../model/scaling-spec.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { cronMistake } from '../schedule/cron-mistake.ts';
import { type Starts, startsOf } from '../schedule/starts.ts';
import { isTimezone, timezones, wallClock } from '../schedule/wall-clock.ts';
import type { Complaint } from './complaint.ts';
import { quote } from './quote.ts';
import { hint } from './suggest.ts';

export function scheduleComplaints({ size, scaling: { schedules } }: GroupSpec): readonly Complaint[] {
  const each = schedules.flatMap((schedule, index) => [
    ...twice(schedule, index, schedules),
    ...timeComplaints(schedule, at(index)),
    ...bounds(schedule, index, size),
  ]);
  return each.length > 0 ? each : quarrels(schedules);
}

function twice({ name }: ScheduleSpec, index: number, schedules: readonly ScheduleSpec[]): Complaint[] {
  if (schedules.findIndex((one) => one.name === name) === index) return [];
  const message = `the schedule ${quote(name)} stands here for the second time; give each its own name`;
  return [{ pointer: `${at(index)}/name`, message }];
}

type Timed = Pick<ScheduleSpec, 'name' | 'cron' | 'timezone' | 'forSeconds'>;

/** What is wrong with the times themselves; `noun`: what it is called, `place`: pointer to it. */
export function timeComplaints(timed: Timed, place: string, noun = 'schedule'): Complaint[] {
  const { name, cron, timezone, forSeconds } = timed;
  const mistake = cronMistake(cron);
  const known = isTimezone(timezone);
  const findings = [
    ...(mistake === null
      ? []
      : [
          {
            pointer: `${place}/cron`,
            message: `the cron of ${quote(name)} is ${quote(cron)}: ${mistake}`,
          },
        ]),
    ...(known ? [] : [unknownZone(timezone, place)]),
    ...(forSeconds > 0
      ? []
      : [
          {
            pointer: `${place}/for`,
            message: `the ${noun} ${quote(name)} lasts 0 seconds; say for how long, such as 10h`,
          },
        ]),
  ];
  return findings.length > 0 ? findings : never(timed, place, noun);
}

function unknownZone(timezone: string, place: string): Complaint {
  const help = hint(
    timezone,
    timezones(),
    'it must be a name of the IANA data base, such as Europe/Berlin or UTC',
  );
  return {
    pointer: `${place}/timezone`,
    message: `the time zone ${quote(timezone)} is not known${help}`,
  };
}

/** Any fixed day will do: what does not come in the years after it never comes. */
const FROM = Date.UTC(2026, 0, 1);

function never(timed: Timed, place: string, noun: string): Complaint[] {
  const { name, cron } = timed;
  const starts = startsOf(timed);
  if (starts.firstAfter(FROM) === null) {
    const message = `the cron of ${quote(name)} is ${quote(cron)}, which never comes: no month that it names has such a day; correct the day of month or the month`;
    return [{ pointer: `${place}/cron`, message }];
  }
  if (!isAlwaysOn(timed, starts)) return [];
  const remedy = noun === 'schedule' ? "shorten it, or write its bounds as the group's size" : 'shorten it';
  const message = `the ${noun} ${quote(name)} begins again before it ends, so it is always on; ${remedy}`;
  return [{ pointer: `${place}/for`, message }];
}

/** Goes from start to start as far as one reaches to the next. */
function isAlwaysOn({ cron, forSeconds }: Timed, starts: Starts): boolean {
  const everyDay = /(?: +\*){3}$/.test(cron.trim());
  // the first start may lie years ahead: of 29 February, say
  const horizon = FROM + (everyDay ? 1.1 : 400) * DAY;
  let start = starts.firstAfter(FROM);
  if (start !== null && start >= horizon) return false;
  for (let steps = 0; start !== null && start < horizon; steps += 1) {
    const reached = starts.lastUpTo(start + forSeconds * 1000);
    if (reached === null || reached <= start || steps > MANY) return false;
    start = reached;
  }
  return true;
}

const DAY = 86_400_000;
const MANY = 2000;

function bounds(schedule: ScheduleSpec, index: number, size: GroupSpec['size']): Complaint[] {
  const { name } = schedule;
  const min = schedule.min ?? size.min;
  const max = schedule.max ?? size.max;
  if (min <= max || size.max < size.min) return [];
  const own = schedule.min !== null && schedule.max !== null;
  const message = own
    ? `the schedule ${quote(name)} has min ${quote(min)}, above its max ${quote(max)}; min must be at most max`
    : schedule.max === null
      ? `the schedule ${quote(name)} has min ${quote(min)}, above size.max ${quote(max)}; give it a max of its own, ${min} or more`
      : `the schedule ${quote(name)} has max ${quote(max)}, below size.min ${quote(min)}; give it a min of its own, ${max} or less`;
  return [{ pointer: `${at(index)}/size/${schedule.min === null ? 'max' : 'min'}`, message }];
}

/** A minimum above another's maximum is no matter as long as they are never on together. */
function quarrels(schedules: readonly ScheduleSpec[]): readonly Complaint[] {
  return schedules.flatMap((one, index) => {
    const { min } = one;
    if (min === null || one.max !== null) return [];
    return schedules
      .filter(({ max }) => max !== null && max < min)
      .flatMap((other) => {
        const moment = together(one, other);
        if (moment === null) return [];
        const message = `the schedule ${quote(one.name)} asks for at least ${min} while ${quote(other.name)} allows ${other.max} at most; both are on ${wallClock(moment, one.timezone)}; keep them apart, or give ${quote(one.name)} a max of its own`;
        return [{ pointer: `${at(index)}/size/min`, message }];
      });
  });
}

/** When two are on at the same time, one of them begins while the other is on. */
function together(one: ScheduleSpec, other: ScheduleSpec): number | null {
  return beginsDuring(one, other) ?? beginsDuring(other, one);
}

function beginsDuring(one: ScheduleSpec, other: ScheduleSpec): number | null {
  const [starts, others] = [startsOf(one), startsOf(other)];
  let start = starts.firstAfter(FROM);
  for (let tried = 0; start !== null && tried < 400 && start < FROM + 5 * 366 * DAY; tried += 1) {
    const last = others.lastUpTo(start);
    if (last !== null && last + other.forSeconds * 1000 > start) return start;
    start = starts.firstAfter(start);
  }
  return null;
}

function at(index: number): string {
  return `/spec/scaling/schedules/${index}`;
}
