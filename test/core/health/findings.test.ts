/** What a person is told: what is stuck, what stands in the way, and the way out of each. */
import { describe, expect, test } from 'vitest';
import { decideHealing } from '../../../src/core/health/decide-healing.ts';
import { healthFindings } from '../../../src/core/health/findings.ts';
import type { HealQuestion } from '../../../src/model/healing.ts';
import type { HeatState, ObservedMember, StackEvent } from '../../../src/model/observed.ts';
import { member } from '../live-stack.ts';
import { COMPLETE, MINUTE, NOW, question, sick, verdict } from './verdicts.ts';

const ago = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString();
const event = (minutes: number): StackEvent => ({
  id: 'e',
  at: ago(minutes),
  address: 'group',
  resourceType: '',
  physicalId: '',
  status: 'UPDATE_IN_PROGRESS',
  reason: '',
});
const told = (
  asked: HealQuestion,
  view: {
    members?: readonly ObservedMember[];
    events?: readonly StackEvent[];
    holder?: { name: string; id: string };
  } = {},
) => {
  const found = healthFindings({
    question: asked,
    decision: decideHealing(asked),
    stack: { name: 'web', id: 'stack' },
    holder: view.holder ?? { name: 'web', id: 'stack' },
    nested: { name: 'web-group-x', id: 'nested' },
    members: view.members ?? [],
    events: view.events ?? [],
    consoles: {},
  });
  return found.map(({ kind, remedy }) => [kind, remedy] as const);
};
const kinds = (found: ReturnType<typeof told>) => found.map(([kind]) => kind);
const busy = (state: HeatState, scalingInProgress: boolean): HealQuestion['pulse'] => ({
  state: COMPLETE,
  updatedAt: null,
  groups: [
    {
      address: 'group',
      state: COMPLETE,
      nestedState: state,
      activity: { scalingInProgress, cooldownUntil: null },
      memberCount: 1,
    },
  ],
});
const UPDATING: HeatState = { action: 'UPDATE', status: 'IN_PROGRESS', reason: '' };

describe('work without end', () => {
  test('is none as long as something happens', () => {
    const asked = question([verdict(1), sick(2), verdict(3)], { pulse: busy(UPDATING, true) });
    expect(told(asked, { events: [event(60)] })).toEqual([]);
  });

  test('is told with the command that ends it', () => {
    const asked = question([verdict(1), sick(2), verdict(3)], { pulse: busy(UPDATING, true) });
    expect(told(asked, { events: [event(120)] })).toEqual([
      ['work-stuck', expect.stringContaining('`openstack stack cancel --no-rollback web-group-x`')],
    ]);
  });

  test('of the whole stack is ended there', () => {
    const pulse = { ...busy(UPDATING, true), state: UPDATING };
    const asked = question([verdict(1), sick(2), verdict(3)], { pulse });
    expect(told(asked, { events: [event(120)] })).toEqual([
      ['work-stuck', expect.stringContaining('`openstack stack cancel --no-rollback web`')],
    ]);
  });

  test('the claim of a group in a nested stack is given back there', () => {
    const asked = question([verdict(1), sick(2), verdict(3)], { pulse: busy(COMPLETE, true) });
    const holder = { name: 'web-tier-y', id: 'tier' };
    expect(told(asked, { events: [event(20)], holder })).toEqual([
      ['scaling-stuck', expect.stringContaining('--reset web-tier-y group')],
    ]);
  });

  test('a claim that nobody works on keeps the group from scaling', () => {
    const asked = question([verdict(1), sick(2), verdict(3)], { pulse: busy(COMPLETE, true) });
    expect(told(asked, { events: [event(10)] })).toEqual([]);
    expect(told(asked, { events: [event(20)] })).toEqual([
      ['scaling-stuck', expect.stringContaining('--reset web group')],
    ]);
  });
});

describe('a member that hangs', () => {
  const one = (parts: Partial<ObservedMember['servers'][number]>, state = COMPLETE): ObservedMember => {
    const base = member(1, state);
    return { ...base, servers: base.servers.map((server) => ({ ...server, ...parts })) };
  };
  const asked = question([verdict(1, { status: 'in-progress' }), verdict(2), verdict(3)]);

  test('in BUILD', () => {
    expect(kinds(told(asked, { members: [one({ status: 'BUILD', createdAt: ago(20) })] }))).toEqual([]);
    expect(kinds(told(asked, { members: [one({ status: 'BUILD', createdAt: ago(40) })] }))).toEqual([
      'server-build-stuck',
    ]);
  });

  test('in deletion', () => {
    const since = (minutes: number) => [one({ taskState: 'deleting', updatedAt: ago(minutes) })];
    expect(kinds(told(asked, { members: since(10) }))).toEqual([]);
    expect(kinds(told(asked, { members: since(20) }))).toEqual(['server-delete-stuck']);
  });

  test('could not be deleted', () => {
    const failed = one({}, { action: 'DELETE', status: 'FAILED', reason: 'port in use' });
    expect(kinds(told(asked, { members: [failed] }))).toEqual(['delete-failed']);
  });
});

describe('what stands in the way', () => {
  const group: HeatState = { action: 'UPDATE', status: 'FAILED', reason: '' };

  test('a failed group is told, also when its servers are well', () => {
    expect(kinds(told(question([verdict(1), verdict(2)], { group })))).toEqual(['group-failed']);
  });

  test('what the next run gets over by itself is no finding', () => {
    const waiting = question([verdict(1, { status: 'in-progress' }), verdict(2), sick(3), verdict(4)]);
    expect(told(waiting)).toEqual([]);
  });

  test('a deaf group is told once', () => {
    const deaf: HeatState = { action: 'CHECK', status: 'FAILED', reason: '' };
    expect(kinds(told(question([verdict(1), verdict(2)], { group: deaf })))).toEqual(['group-deaf']);
  });
});
