/** Says what a plan does to a group's bounds, with the servers that come or go at once. */
import type { SizePlan } from '../../model/plan.ts';
import type { Line } from './document.ts';
import { line, strong } from './document.ts';
import { count, grouped } from './words.ts';

/** `may grow to 12 servers (was 8)`, `keeps at least 4 (was 2)`, `grows from 2 to 4 servers`. */
export function sizeClauses(size: SizePlan): readonly Line[] {
  return [...movement(size), ...upperBound(size), ...lowerBound(size)];
}

/** `2 to 12` → `3 to 12`; empty when the bounds stay. */
export function boundsHeadline(size: SizePlan): readonly string[] {
  const { before } = size;
  if (before === null) return [];
  return [
    ...(differ(before.min, size.min) ? [`min ${shown(before.min)} → ${shown(size.min)}`] : []),
    ...(differ(before.max, size.max) ? [`max ${shown(before.max)} → ${shown(size.max)}`] : []),
  ];
}

export function shrinksBelowLive(size: SizePlan): boolean {
  return size.after !== null && size.after < size.current;
}

function movement(size: SizePlan): readonly Line[] {
  if (size.after === null || size.after === size.current) return [];
  const verb = size.after < size.current ? 'shrinks' : 'grows';
  return [line`${verb} from ${grouped(size.current)} to ${strong(count('server', size.after))} at once`];
}

function upperBound(size: SizePlan): readonly Line[] {
  const before = size.before?.max ?? null;
  if (size.max === null || before === null || size.max === before) return [];
  const words = size.max > before ? 'may grow to' : 'may no longer grow beyond';
  return [line`${words} ${strong(count('server', size.max))} (was ${grouped(before)})`];
}

function lowerBound(size: SizePlan): readonly Line[] {
  const before = size.before?.min ?? null;
  if (size.min === null || before === null || size.min === before) return [];
  const words = size.min > before ? 'never has fewer than' : 'may shrink to';
  return [line`${words} ${strong(count('server', size.min))} (was ${grouped(before)})`];
}

function differ(before: number | null, after: number | null): boolean {
  return before !== after;
}

function shown(bound: number | null): string {
  return bound === null ? '?' : grouped(bound);
}
