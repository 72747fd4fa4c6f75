/** When a stack counts as settled, and what went wrong. */
import { expect, test } from 'vitest';
import { approval } from '../../../src/core/plan/approval.ts';
import { describeEvent } from '../../../src/core/plan/describe-event.ts';
import { makePlan } from '../../../src/core/plan/plan.ts';
import { adviceOnLasting, isSettled, settledFailure, whoIsAtWork } from '../../../src/core/plan/settled.ts';
import type { HeatState, StackPulse } from '../../../src/model/observed.ts';
import { group, live } from '../live-stack.ts';

const state = (action: HeatState['action'], status: HeatState['status'], reason = ''): HeatState => ({
  action,
  status,
  reason,
});
const pulse = (
  one: HeatState,
  updatedAt: string | null,
  nested = state('CREATE', 'COMPLETE'),
  busy = false,
): StackPulse => ({
  state: one,
  updatedAt,
  groups: [
    {
      address: 'web',
      state: one,
      nestedState: nested,
      activity: { scalingInProgress: busy, cooldownUntil: null },
      memberCount: 2,
    },
  ],
});

test('an update is settled when the stack has moved and nobody is at work', () => {
  const before = pulse(state('CREATE', 'COMPLETE'), null);
  expect(isSettled(pulse(state('UPDATE', 'IN_PROGRESS'), '1'), before, 0)).toBe(false);
  expect(isSettled(pulse(state('UPDATE', 'COMPLETE'), '1', state('UPDATE', 'IN_PROGRESS')), before, 1)).toBe(
    false,
  );
  expect(isSettled(pulse(state('UPDATE', 'COMPLETE'), '1'), before, 2)).toBe(true);
});

test('a look that has not changed counts only after a while: Heat answers before it begins', () => {
  const before = pulse(state('UPDATE', 'COMPLETE'), '1');
  expect(isSettled(before, before, 0)).toBe(false);
  expect(isSettled(before, before, 8)).toBe(true);
});

test('an alarm at work is somebody at work', () => {
  expect(whoIsAtWork(pulse(state('CREATE', 'COMPLETE'), null, state('UPDATE', 'COMPLETE'), true))).toContain(
    '"web" is being scaled',
  );
  expect(whoIsAtWork(pulse(state('ROLLBACK', 'IN_PROGRESS'), null))).toContain('a rollback');
  expect(whoIsAtWork(pulse(state('CREATE', 'COMPLETE'), null))).toBeNull();
});

test("a failure is told in Heat's words", () => {
  expect(settledFailure(pulse(state('UPDATE', 'FAILED', 'no host'), '1'), false)).toBe(
    'Heat says UPDATE_FAILED: no host',
  );
  expect(settledFailure(pulse(state('UPDATE', 'COMPLETE'), '1'), false)).toBeNull();
  expect(settledFailure(pulse(state('UPDATE', 'COMPLETE'), '1'), true)).toBe('Heat did not delete the stack');
});

test('events become words', () => {
  const event = { id: '1', at: '', physicalId: '', reason: 'no host', resourceType: 'OS::Nova::Server' };
  expect(describeEvent({ ...event, address: 'web/m1', status: 'CREATE_COMPLETE' })).toBe(
    'web/m1 (Nova Server): create done',
  );
  expect(describeEvent({ ...event, address: 'web/m1', status: 'CREATE_FAILED' })).toBe(
    'web/m1 (Nova Server): create failed: no host',
  );
  expect(describeEvent({ ...event, address: '', status: 'UPDATE_IN_PROGRESS' })).toBe('stack: update begins');
});

test('of nested stacks only what is new becomes words', () => {
  const event = { id: '1', at: '', physicalId: '', reason: 'state changed', address: 'group/m1' };
  const words = (resourceType: string, status: string, reason = event.reason) =>
    describeEvent({ ...event, resourceType, status, reason });
  expect(words('OS::Heat::Stack', 'UPDATE_COMPLETE')).toBeNull();
  expect(words('member-3f9a12bc.yaml', 'UPDATE_IN_PROGRESS')).toBeNull();
  expect(words('member-3f9a12bc.yaml', 'UPDATE_FAILED')).toBe(
    'group/m1 (nested stack): update failed: state changed',
  );
  expect(words('member-3f9a12bc.yaml', 'CREATE_IN_PROGRESS')).toBe('group/m1 (nested stack): create begins');
  expect(words('OS::Octavia::PoolMember', 'UPDATE_COMPLETE', 'The Resource pm requires replacement.')).toBe(
    'group/m1 (Octavia PoolMember): a new one takes its place',
  );
});

test('approval goes by the fingerprint of the plan or of the group', () => {
  const pair = { desired: group({}, { flavor: 'm1.large' }), observed: live(group()), definitions: {} };
  const plan = makePlan([pair], []);
  const [only] = plan.groups;
  if (!only) throw new Error('no group');
  expect(approval(only, plan, null)).toEqual({ go: true });
  expect(approval(only, plan, [plan.fingerprint])).toEqual({ go: true });
  expect(approval(only, plan, [only.fingerprint])).toEqual({ go: true });
  expect(approval(only, plan, ['sha256:other'])).toMatchObject({ go: false, status: 'refused' });
});

test('a server that said FAILURE says it for good, one that said nothing does not', () => {
  expect(adviceOnLasting('UPDATE_FAILED: … WaitConditionFailure: resources.ready_1: no disk')).toMatch(
    /the same commit would fail again/,
  );
  expect(adviceOnLasting('UPDATE_FAILED: … WaitConditionTimeout: resources.ready_1: 0 of 1')).toBeNull();
});
