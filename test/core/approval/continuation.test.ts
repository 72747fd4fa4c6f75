/** The rest of an apply that stopped goes on with its approval, and carries nothing else in with it. */
import { describe, expect, test } from 'vitest';
import { isContinuation } from '../../../src/core/approval/continuation.ts';
import { approvalRecord } from '../../../src/core/approval/record.ts';
import type { ObservedStack } from '../../../src/model/observed.ts';
import type { GroupPlan } from '../../../src/model/plan.ts';
import { change, groupOf, members, planOf } from '../report/samples.ts';

const COMMIT = 'a'.repeat(40);
const OTHER = 'b'.repeat(40);

const observed = (commit: string | null, repository = 'shop/infra'): ObservedStack =>
  ({
    presence: 'present',
    tags: commit === null ? [] : [`thermostat:commit=${commit}`, `thermostat:repo=${repository}`],
  }) as unknown as ObservedStack;

const resumption = change('stack', [], { reason: 'finishes what stopped' });
const flavor = (after: string) =>
  change('resources.group', [{ path: 'properties.flavor', before: 'm1.small', after }]);
const group = (more: Partial<GroupPlan> & Pick<Parameters<typeof groupOf>[0], 'members'>) =>
  groupOf({ name: 'web', action: 'update', ...more });

const ABSENT = { presence: 'absent', name: 'web', source: { file: 'web.yaml', line: 1, column: 1 } } as const;

const continues = (approved: GroupPlan, now: GroupPlan, stack = observed(COMMIT)) =>
  isContinuation(
    { desired: ABSENT, observed: stack, group: now },
    { pulls: [7], reasons: [], groups: approvalRecord(planOf([approved])).groups },
    { commit: COMMIT, repository: 'shop/infra' },
  );

const create = group({
  action: 'create',
  changes: [change('resources.group', [], { action: 'create' })],
  members: members('create', ['web-a']),
});
const replace = group({
  action: 'replace',
  changes: [flavor('m1.large')],
  members: members('replace', ['web-a', 'web-b']),
});
const widen = group({ changes: [flavor('m1.large')], members: members('keep', ['web-a']) });

describe('goes on', () => {
  test.each([
    [
      'a creation that failed',
      create,
      group({ action: 'replace', changes: [resumption], members: members('replace', ['web-a']) }),
    ],
    [
      'a replacement that failed',
      replace,
      group({ action: 'replace', changes: [resumption], members: members('replace', ['web-b']) }),
    ],
    [
      'a part of what was to change',
      replace,
      group({ action: 'replace', changes: [flavor('m1.large')], members: members('replace', ['web-b']) }),
    ],
    ['an update that failed', widen, group({ changes: [resumption], members: members('keep', ['web-a']) })],
  ])('%s', (_, approved, now) => {
    expect(continues(approved, now)).toBe(true);
  });
});

describe('does not', () => {
  test.each([
    [
      'replace servers that were to stay',
      widen,
      group({ action: 'replace', changes: [resumption], members: members('replace', ['web-a']) }),
    ],
    [
      'delete servers',
      replace,
      group({ action: 'replace', changes: [resumption], members: members('delete', ['web-a']) }),
    ],
    ['delete the stack', replace, group({ action: 'delete', members: members('delete', ['web-a']) })],
    ['set another value', widen, group({ changes: [flavor('m1.huge')], members: [] })],
    [
      'undo what somebody did by hand',
      widen,
      group({
        changes: [change('resources.group', [{ path: 'properties.max_size', before: 9, after: 5 }])],
        members: [],
      }),
    ],
  ])('%s', (_, approved, now) => {
    expect(continues(approved, now)).toBe(false);
  });

  test.each([
    ['of another commit', observed(OTHER)],
    ['of another repository', observed(COMMIT, 'mallory/infra')],
    ['that no apply of ours has touched', observed(null)],
    ['that is not there', { presence: 'absent', name: 'web' } as ObservedStack],
  ])('on a stack %s', (_, stack) => {
    expect(continues(widen, group({ changes: [resumption], members: [] }), stack)).toBe(false);
  });

  test('for a group that no plan named', () => {
    const nobody = { pulls: [7], reasons: [], groups: [] };
    const now = { desired: ABSENT, observed: observed(COMMIT), group: widen };
    expect(isContinuation(now, nobody, { commit: COMMIT, repository: 'shop/infra' })).toBe(false);
  });
});
