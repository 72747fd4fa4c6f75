/** How long something that comes and goes must stay away before its issue is closed. */
import type { IssueMemory } from './memory.ts';

const HOUR = 3_600_000;

/** A nightly check never comes back sooner than this; what runs every few minutes does, and would call people each time. */
const SOON = 6 * HOUR;
const LONGEST = 24 * HOUR;

/** How often it came back soon, now that it is back. */
export function flapsAfter({ at, flaps }: IssueMemory, now: Date): number {
  return now.getTime() - at.getTime() < SOON ? flaps + 1 : 0;
}

/** Whether what is clean now may be closed: at once the first time, later only when it has stayed so. */
export function hasSettled({ state, at, flaps }: IssueMemory, now: Date): boolean {
  if (flaps === 0) return true;
  return state === 'clearing' && now.getTime() - at.getTime() >= wait(flaps);
}

/** One hour, two, four, … a day. */
function wait(flaps: number): number {
  return Math.min(LONGEST, HOUR * 2 ** Math.min(flaps - 1, 5));
}
