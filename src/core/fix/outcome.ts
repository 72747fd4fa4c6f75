/** Tells of a group what was put right, by what a look afterwards finds no more, and of the rest why it is still so. */
import type { DriftItem, GroupDrift } from '../../model/drift.ts';
import { keyOf } from '../drift/second-look.ts';

export interface AfterFix {
  /** As it was found first: with since when, and through whom. */
  readonly before: GroupDrift;
  readonly after: GroupDrift;
  /** What was written about. */
  readonly tried: readonly DriftItem[];
  /** What was not, each with the reason. */
  readonly left: readonly DriftItem[];
  /** What went wrong in writing, by the key of the finding. */
  readonly troubles: ReadonlyMap<string, string>;
}

export function afterFix({ before, after, tried, left, troubles }: AfterFix): GroupDrift {
  if (after.status !== 'drifted' && after.status !== 'clean') return unverified(after, tried);
  const there = new Set(after.items.map(keyOf));
  const first = new Map(before.items.map((item) => [keyOf(item), item]));
  const fixed = tried
    .filter((item) => !there.has(keyOf(item)) && !troubles.has(keyOf(item)))
    .map((item) => first.get(keyOf(item)) ?? item);
  const reasons = new Map([
    ...tried.map((item) => [keyOf(item), STILL] as const),
    ...left.map((item) => [keyOf(item), item.left] as const),
    ...troubles,
  ]);
  return {
    ...after,
    fixed,
    items: after.items.map((item) => ({ ...item, left: reasons.get(keyOf(item)) ?? NEW })),
  };
}

const STILL = 'it was written, and a look afterwards found it as it was';
const NEW = 'it was found only afterwards: the next run looks at it';

/** Somebody went to work on it in the meantime. */
function unverified(after: GroupDrift, tried: readonly DriftItem[]): GroupDrift {
  const what = tried.map(({ subject }) => subject).join(', ');
  const written = what === '' ? '' : `; written, but not looked at again: ${what}`;
  return { ...after, message: `${after.message}${written}` };
}
