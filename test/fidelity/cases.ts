/** The cases: every kind of change on a fresh stack, the telling ones in every state that a group can be in. */

import { type Case, STATES } from './case.ts';
import { CHANGES } from './changes.ts';

export const CASES: readonly Case[] = Object.entries(CHANGES).flatMap(([base, changes]) =>
  changes.flatMap(({ in: states = ['fresh'], ...one }) =>
    (states === 'all' ? STATES : states).map(
      (state): Case => ({
        ...one,
        name: `${base}: ${one.what}${state === 'fresh' ? '' : `, ${state}`}`,
        base,
        state,
      }),
    ),
  ),
);

/** Those whose name holds one of the words, a line each; all when nothing is said. */
export function chosenCases(words = ''): readonly Case[] {
  const wanted = words.split('\n').filter(Boolean);
  const chosen = CASES.filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
  );
  if (chosen.length === 0) throw new Error(`no case is called "${wanted.join('", "')}"`);
  return chosen;
}
