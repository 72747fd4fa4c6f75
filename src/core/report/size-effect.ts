/** Says what a plan does to a group's bounds, with the servers that come at once. */
import type { SizePlan } from '../../model/plan.ts';
import type { Line } from './document.ts';
import { line, strong } from './document.ts';
import { count, grouped } from './words.ts';

/** `grows from 2 to 4 servers at once`; servers that go are told apart from it. */
export function growthClause({ current, after }: SizePlan): readonly Line[] {
  if (after === null || after <= current) return [];
  return [line`grows from ${grouped(current)} to ${strong(count('server', after))} at once`];
}

/** `may grow to 12 servers (was 8)`, `may have 1 to 3 servers (was 2 to 8)`; nothing when the bounds stay. */
export function boundsClause({ min, max, before }: SizePlan): readonly Line[] {
  const { min: oldMin = null, max: oldMax = null } = before ?? {};
  const lower = min !== null && oldMin !== null && min !== oldMin ? { from: oldMin, to: min } : null;
  const upper = max !== null && oldMax !== null && max !== oldMax ? { from: oldMax, to: max } : null;
  if (lower && upper) {
    const range = strong(`${grouped(lower.to)} to ${count('server', upper.to)}`);
    return [line`may have ${range} (was ${grouped(lower.from)} to ${grouped(upper.from)})`];
  }
  return [
    ...(upper ? [bound(upper, 'may grow to', 'may no longer grow beyond')] : []),
    ...(lower ? [bound(lower, 'never has fewer than', 'may shrink to')] : []),
  ];
}

/** `max 8 → 12`; empty when the bounds stay. */
export function boundsHeadline({ min, max, before }: SizePlan): readonly string[] {
  if (before === null) return [];
  return [
    ...(before.min === min ? [] : [`min ${shown(before.min)} → ${shown(min)}`]),
    ...(before.max === max ? [] : [`max ${shown(before.max)} → ${shown(max)}`]),
  ];
}

export function shrinksBelowLive({ after, current }: SizePlan): boolean {
  return after !== null && after < current;
}

function bound({ from, to }: { from: number; to: number }, more: string, less: string): Line {
  return line`${to > from ? more : less} ${strong(count('server', to))} (was ${grouped(from)})`;
}

function shown(value: number | null): string {
  return value === null ? '?' : grouped(value);
}
