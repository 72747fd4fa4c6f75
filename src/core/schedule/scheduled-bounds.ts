/** Takes a rule at one moment: what is due, what was due a moment ago, what to say of it. */
import type { Bounds, BoundsRule, ScheduledBounds } from '../../model/schedule.ts';
import { type Calendar, calendarOf, changeAfter, type Phase } from './calendar.ts';
import { wallClock } from './wall-clock.ts';

export function scheduledBounds(rule: BoundsRule, now: number): ScheduledBounds {
  const calendar = calendarOf(rule);
  return { rule, lately: dueDuring(calendar, now - LATE, now), words: words(calendar, now, rule) };
}

/** A scheduled run can be late: GitHub delays and drops them. */
const LATE = 3_600_000;

function dueDuring(calendar: Calendar, from: number, to: number): readonly Bounds[] {
  const moments = [from];
  let edge = calendar.edgeAfter(from);
  for (; edge !== null && edge.moment <= to && moments.length < MANY; edge = calendar.edgeAfter(edge.moment))
    moments.push(edge.moment);
  const due = [...moments.map((moment) => calendar.at(moment).bounds), calendar.at(to).bounds];
  return due.filter((bounds, index) => !due.slice(index + 1).some((later) => same(bounds, later)));
}

const MANY = 500;

export function same(a: Bounds, b: Bounds): boolean {
  return a.min === b.min && a.max === b.max;
}

/** No countdown: the text must not change while nothing else does. */
function words(calendar: Calendar, now: number, rule: BoundsRule): string {
  const phase = calendar.at(now);
  const on = `${subject(phase)} ${phase.names.length > 1 ? 'are' : 'is'} on`;
  const change = changeAfter(calendar, now);
  if (change === null) return `${on}: ${shown(phase.bounds)}`;
  const next = calendar.at(change.moment);
  const base =
    next.names.length > 0 && phase.names.length > 0 ? `; outside of schedules: ${shown(rule)}` : '';
  return `${on} until ${wallClock(change.moment, change.timezone)}: ${shown(phase.bounds)}; then ${subject(next)}: ${shown(next.bounds)}${base}`;
}

function subject({ names }: Phase): string {
  return names.length === 0 ? 'no schedule' : names.join(' and ');
}

export function shown({ min, max }: Bounds): string {
  return `${min}..${max}`;
}
