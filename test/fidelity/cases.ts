/** The cases by the stacks that they are played on: every kind of change at rest, the telling ones in every state. */
import { type Case, type Chain, type Play, STATES, type State } from './case.ts';
import { CHAINS } from './changes.ts';

/** What ends with the first change. */
const ONCE: readonly State[] = ['server in ERROR', 'ERROR found by a check', 'update failed'];

export const PLAYS: readonly Play[] = STATES.flatMap((state) => {
  const plays = CHAINS.map((chain): Play => {
    const { base, start = {} } = chain;
    return { base, start, state, cases: casesOf(chain, state) };
  }).filter(({ cases }) => cases.length > 0);
  if (ONCE.includes(state))
    return plays.flatMap((play) => play.cases.map((one) => ({ ...play, cases: [one] })));
  return state === 'at rest' ? plays : merged(plays);
});

/** To come into these states takes long: one stack for all that begin alike. */
function merged(plays: readonly Play[]): readonly Play[] {
  const alike = (play: Play) => JSON.stringify([play.base, play.start]);
  const kinds = [...new Set(plays.map(alike))];
  return kinds.map((kind) => {
    const same = plays.filter((play) => alike(play) === kind);
    return Object.assign({}, ...same, { cases: same.flatMap(({ cases }) => cases) });
  });
}

export const CASES: readonly Case[] = PLAYS.flatMap(({ cases }) => cases);

function casesOf({ base, rows }: Chain, state: State): readonly Case[] {
  return rows
    .filter((row) => (row.in ?? ['at rest']).includes(state))
    .map(({ what, change }) => ({ name: `${base}, ${state}: ${what}`, what, base, state, change }));
}

/**
 * Those with a case whose name holds one of the words, a line each, up to that case; all when nothing is said. `--missing`: those that
 * were not right so far.
 */
export function chosenPlays(words = '', isRight: (name: string) => boolean = () => false): readonly Play[] {
  const wanted = words.split('\n').filter(Boolean);
  if (wanted.length === 0) return PLAYS;
  const isWanted = ({ name }: Case) =>
    wanted.includes('--missing') ? !isRight(name) : wanted.some((word) => name.includes(word));
  const chosen = PLAYS.flatMap((play): Play[] => {
    const last = play.cases.findLastIndex(isWanted);
    return last < 0 ? [] : [{ ...play, cases: play.cases.slice(0, last + 1) }];
  });
  if (chosen.length === 0) throw new Error(`no case is called "${wanted.join('", "')}"`);
  return chosen;
}

export function titleOf({ base, state, cases }: Play): string {
  return `${base}, ${state}: ${cases.map(({ what }) => what).join(' · ')}`;
}
