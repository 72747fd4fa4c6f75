/** Apply does what merging approved and no more, and says what the difference is. */
import { describe, expect, test } from 'vitest';
import { planDifference } from '../../../src/core/approval/difference.ts';
import { mergeApproval } from '../../../src/core/approval/merge-approval.ts';
import { approvalRecord } from '../../../src/core/approval/record.ts';
import { recordTexts } from '../../../src/core/approval/record-text.ts';
import { approval } from '../../../src/core/plan/approval.ts';
import type { MergedPull } from '../../../src/model/approval.ts';
import type { GroupPlan } from '../../../src/model/plan.ts';
import { change, groupOf, members, planOf } from '../report/samples.ts';

const sha = (digit: string) => `sha256:${digit.repeat(64)}`;
const COMMIT = 'a'.repeat(40);
const MAX = 'properties.max_size';

const wider = (max: number, more: Partial<GroupPlan> = {}) =>
  groupOf({
    name: 'web',
    action: 'update',
    fingerprint: sha(String(max % 10)),
    changes: [change('resources.group', [{ path: MAX, before: 5, after: max }])],
    members: members('keep', ['web-a', 'web-b']),
    ...more,
  });

function pull(
  number: number,
  groups: readonly GroupPlan[],
  more: Partial<MergedPull['plan']> = {},
): MergedPull {
  const texts = recordTexts(approvalRecord(planOf(groups)));
  return {
    number,
    plan: { sha: COMMIT, conclusion: 'success', title: 'web may grow', texts, ...more },
    foreign: [],
  };
}

const decide = (now: GroupPlan, ...pulls: readonly MergedPull[]) =>
  approval(now, planOf([now]), mergeApproval(pulls));

const message = (now: GroupPlan, ...pulls: readonly MergedPull[]) => {
  const decided = decide(now, ...pulls);
  return decided.go ? 'goes' : decided.message;
};

test('what the merged plan showed goes', () => {
  expect(decide(wider(8), pull(7, [wider(8)]))).toEqual({ go: true });
});

test('what is so already is skipped', () => {
  expect(decide(groupOf({ name: 'web' }), pull(7, [wider(8)]))).toMatchObject({ status: 'nothing-to-do' });
});

test('several merges in one push approve each its own', () => {
  const api = groupOf({ name: 'api', action: 'create', fingerprint: sha('c') });
  for (const now of [wider(8), api])
    expect(decide(now, pull(7, [wider(8)]), pull(8, [api]))).toEqual({ go: true });
});

describe('a refusal says the difference', () => {
  test('of a value', () => {
    expect(message(wider(9), pull(7, [wider(8)]))).toContain(
      'not what was approved by merging pull request 7: resources.group.properties.max_size: approved was 5 → 8, now it is 5 → 9',
    );
  });

  test('of a cloud that moved', () => {
    const moved = wider(8, {
      fingerprint: sha('d'),
      changes: [change('resources.group', [{ path: MAX, before: 6, after: 8 }])],
    });
    expect(message(moved, pull(7, [wider(8)]))).toContain('approved was 5 → 8, now it is 6 → 8');
  });

  test('of servers that were to stay', () => {
    const now = groupOf({
      ...wider(8),
      action: 'replace',
      fingerprint: sha('e'),
      members: members('replace', ['web-a', 'web-b'], 'new image'),
    });
    expect(message(now, pull(7, [wider(8)]))).toContain(
      'approved was "update", now it is "replace"; 2 servers would be replaced, none before',
    );
  });

  test('of a change that came on top, and of one that is gone', () => {
    const now = wider(8, {
      fingerprint: sha('f'),
      changes: [change('parameters', [{ path: 'key', before: 'a', after: 'b' }])],
    });
    expect(message(now, pull(7, [wider(8)]))).toMatch(
      /parameters\.key: "a" → "b" was not approved; resources\.group\.properties\.max_size: 5 → 8 was approved and is not to do any more/,
    );
  });

  test('of a group that no plan named', () => {
    expect(message(wider(8), pull(7, []))).toContain(
      'nothing was approved for it; now it would be updated; resources.group.properties.max_size: 5 → 8',
    );
  });

  test('by both fingerprints where there was no room for details', () => {
    const bare = recordTexts({
      version: 1,
      fingerprint: sha('1'),
      groups: [{ name: 'web', fingerprint: sha('2'), action: 'update', details: null }],
    });
    expect(message(wider(8), pull(7, [], { texts: bare }))).toContain(
      'approved was sha256:222222222222, now it is sha256:888888888888',
    );
  });
});

describe('nothing is approved', () => {
  test.each([
    ['no pull request brought this commit', []],
    ['#7: no plan was left on its commits', [{ number: 7, plan: null, foreign: [] }]],
    [
      'check runs of that name by "mallory-app" do not count',
      [{ number: 7, plan: null, foreign: ['"mallory-app"'] }],
    ],
    [
      '#7: the plan of aaaaaaa ended as "failure": web is refused',
      [pull(7, [wider(8)], { conclusion: 'failure', title: 'web is refused' })],
    ],
    ["#7: the plan of aaaaaaa can't be read", [pull(7, [wider(8)], { texts: ['There is no plan.'] })]],
  ] as const)('where %s, and it is said', (words, pulls) => {
    const decided = decide(wider(8), ...pulls);
    expect(decided).toMatchObject({ go: false, status: 'refused', message: expect.stringContaining(words) });
  });
});

describe('two plans of one run', () => {
  const userData = (end: string) =>
    wider(8, {
      changes: [
        change('resources.server', [
          { path: 'properties.user_data', before: `${'#'.repeat(500)}${end}`, after: 'none of it' },
        ]),
      ],
    });

  test('differ where a long value differs only at its end', () => {
    expect(planDifference(userData('a'), userData('a'))).toBeNull();
    expect(planDifference(userData('a'), userData('b'))).toMatch(/user_data: .*they differ further on/);
  });
});
