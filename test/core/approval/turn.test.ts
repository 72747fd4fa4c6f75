/** A commit is applied in its turn: never over a newer one, never beside another. */
import { expect, test } from 'vitest';
import { isFromNewer, turnOf } from '../../../src/core/approval/turn.ts';
import type { Deployment } from '../../../src/model/deployment.ts';

const [OURS = '', OLDER = '', NEWER = ''] = ['a', 'b', 'c'].map((digit) => digit.repeat(40));

const by = (sha: string, state: Deployment['state'], id = 1): Deployment => ({
  id,
  sha,
  state,
  run: `https://github.example/shop/infra/actions/runs/${id}`,
});

const turn = (newer: readonly string[] | null, others: readonly Deployment[], own: number | null = 10) =>
  turnOf({ sha: OURS, newer, others, own });

test.each<[string, 'go' | 'wait' | 'stand-back', readonly string[] | null, readonly Deployment[]]>([
  ['nobody else is there', 'go', [], []],
  ['an older commit is applied', 'go', [], [by(OLDER, 'success')]],
  ['the same commit was applied before', 'go', [], [by(OURS, 'success')]],
  ['a newer commit waits for its turn', 'go', [NEWER], [by(NEWER, 'unknown')]],
  ['a newer commit was refused', 'go', [NEWER], [by(NEWER, 'failure')]],
  ['a newer commit is applied', 'stand-back', [NEWER], [by(NEWER, 'success')]],
  [
    'a newer commit is being applied, though it came later',
    'stand-back',
    [NEWER],
    [by(NEWER, 'in-progress', 11)],
  ],
  ['our commit is not on the branch any more', 'stand-back', null, []],
  ['an older commit is being applied', 'wait', [], [by(OLDER, 'in-progress')]],
  ['the same commit is being applied by a run that was first', 'wait', [], [by(OURS, 'in-progress')]],
  ['the same commit is being applied by a run that came later', 'go', [], [by(OURS, 'in-progress', 11)]],
])('%s: %s', (_, kind, newer, others) => {
  expect(turn(newer, others).kind).toBe(kind);
});

test('without a record of our own everybody else is first', () => {
  expect(turn([], [by(OLDER, 'in-progress', 99)], null).kind).toBe('wait');
});

test('of two that begin at once exactly one goes', () => {
  const kinds = [
    turn([], [by(OURS, 'in-progress', 2)], 1).kind,
    turn([], [by(OURS, 'in-progress', 1)], 2).kind,
  ];
  expect(kinds.sort()).toEqual(['go', 'wait']);
});

test('the words name the other commit and its run', () => {
  expect(turn([NEWER], [by(NEWER, 'success')])).toEqual({
    kind: 'stand-back',
    newer: NEWER,
    message:
      'ccccccc, a newer commit of the branch, is applied already (https://github.example/shop/infra/actions/runs/1): it holds what aaaaaaa does',
  });
});

test('a stack tells from which commit it is', () => {
  expect([NEWER, OURS, null].map((commit) => isFromNewer(commit, [NEWER]))).toEqual([true, false, false]);
});
