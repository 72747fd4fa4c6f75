/** The first line of an outcome: done, nothing to do, or what is missing. */
import type { GroupOutcome, GroupStatus, Outcome } from '../../model/outcome.ts';
import type { Line } from './document.ts';
import { join, line, strong } from './document.ts';
import { serverTally } from './server-words.ts';
import { count, grouped } from './words.ts';

const PARTS: readonly (readonly [GroupStatus, string])[] = [
  ['failed', 'failed'],
  ['refused', 'refused'],
  ['not-started', 'not started'],
  ['done', 'done'],
  ['left', 'left alone'],
  ['nothing-to-do', 'had nothing to do'],
];

const QUIET: readonly GroupStatus[] = ['nothing-to-do', 'left'];

export function applyVerdict(outcome: Outcome): Line {
  if (outcome.problems.length > 0) {
    return line`Nothing was applied: ${count('problem', outcome.problems.length)} in the specs`;
  }
  const { groups } = outcome;
  if (groups.every((group) => group.status === 'nothing-to-do')) return idle(groups);
  if (groups.every(({ status }) => QUIET.includes(status))) {
    return line`Nothing is due: ${count('group', groups.filter(({ status }) => status === 'left').length)} left alone`;
  }
  const unfinished = groups.some(({ status }) => status !== 'done' && !QUIET.includes(status));
  return unfinished ? line`Incomplete: ${tally(groups)}` : done(groups);
}

function idle(groups: readonly GroupOutcome[]): Line {
  if (groups.length === 0) return line`Nothing to do: no specs were found`;
  if (groups.length === 1)
    return line`Nothing to do: ${strong(groups[0]?.name ?? '')} is as the repository says`;
  return line`Nothing to do: ${count('group', groups.length)} are as the repository says`;
}

function done(groups: readonly GroupOutcome[]): Line {
  const changed = groups.filter((group) => group.status === 'done');
  const [only] = changed;
  const subject =
    changed.length === 1 && only !== undefined
      ? line`${strong(only.name)} ${DONE_WORDS[only.plan.action]}`
      : line`${count('group', changed.length)} changed`;
  return join([line`Done: ${subject}`, ...serverTally(changed.map((group) => group.plan.servers))], ' · ');
}

const DONE_WORDS: Readonly<Record<GroupOutcome['plan']['action'], string>> = {
  create: 'is created',
  update: 'is updated',
  replace: 'is updated',
  delete: 'is deleted',
  'no-op': 'is as the repository says',
};

/** `1 group failed, 2 done`. */
function tally(groups: readonly GroupOutcome[]): Line {
  const numbers = PARTS.map(([status, word]) => ({
    number: groups.filter((group) => group.status === status).length,
    word,
  })).filter(({ number }) => number > 0);
  const words = numbers.map(({ number, word }, index): Line => {
    return [`${index === 0 ? count('group', number) : grouped(number)} ${word}`];
  });
  return join(words, ', ');
}
