/** A size that nothing explains is told only where nothing could. */
import { describe, expect, test } from 'vitest';
import { unexplainedChange, unexplainedSize } from '../../../src/core/drift/unexplained-size.ts';
import type { StackEvent, StackPulse } from '../../../src/model/observed.ts';
import { COMPLETE, group, live } from '../live-stack.ts';

const [GROUP] = live(group(), [4]).groups;
if (GROUP === undefined) throw new Error('no group');

const STACK = 'OS::Heat::Stack';
let count = 0;
const event = (minute: number, address: string, status: string, resourceType = ''): StackEvent => {
  count += 1;
  const at = new Date(Date.UTC(2026, 0, 1, 10, 0) + minute * 60_000).toISOString();
  return { id: `e${count}`, at, address, resourceType, physicalId: '', status, reason: '' };
};
const CREATED = [event(0, '', 'CREATE_IN_PROGRESS', STACK), event(3, '', 'CREATE_COMPLETE', STACK)];
/** Somebody updates the group's own stack, an hour later. */
const update = (...inside: readonly StackEvent[]) => [
  event(60, 'group', 'UPDATE_IN_PROGRESS', STACK),
  ...inside,
  event(62, 'group', 'UPDATE_COMPLETE', STACK),
];
const GAINED = update(
  event(61, 'group/new', 'CREATE_IN_PROGRESS'),
  event(61, 'group/new', 'CREATE_COMPLETE'),
);
const LOST = update(event(61, 'group/old', 'DELETE_COMPLETE'));
const change = (...events: readonly StackEvent[]) => {
  const sorted = [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const found = unexplainedChange(GROUP, sorted);
  return found && [found.from, found.to];
};

describe('an update of the group’s own stack', () => {
  test('that nothing explains is told, with the size before', () => {
    expect(change(...CREATED, ...GAINED)).toEqual([3, 4]);
    expect(change(...CREATED, ...LOST)).toEqual([5, 4]);
  });

  test.each<[string, readonly StackEvent[]]>([
    ['a signal, whose word comes after its work', [event(63, 'out_policy', 'SIGNAL_COMPLETE')]],
    ['a signal to a policy in a nested stack', [event(60, 'tier/out', 'SIGNAL_COMPLETE')]],
    ['an update of the stack', [event(59, '', 'UPDATE_IN_PROGRESS', STACK)]],
    ['work on the group', [event(59, 'group', 'UPDATE_IN_PROGRESS', 'OS::Heat::AutoScalingGroup')]],
    ['a mark on a member', [event(58, 'group/old', 'CHECK_FAILED')]],
    ['a long update of the stack, batch after batch', [event(20, '', 'UPDATE_IN_PROGRESS', STACK)]],
    ['what happened since, as nothing is known of before', []],
  ])('is explained by %s', (words, events) => {
    const before = words.startsWith('what happened') ? [] : CREATED;
    expect(change(...before, ...GAINED, ...events)).toBeNull();
  });

  test('is explained by a signal that had to wait for slow servers', () => {
    const slow = [
      event(60, 'group', 'UPDATE_IN_PROGRESS', STACK),
      event(90, 'group/new', 'CREATE_COMPLETE'),
      event(91, 'group', 'UPDATE_COMPLETE', STACK),
      event(92, 'out_policy', 'SIGNAL_COMPLETE'),
    ];
    expect(change(...CREATED, ...slow)).toBeNull();
  });

  test('is not explained by what was long over', () => {
    const long = [event(20, '', 'UPDATE_IN_PROGRESS', STACK), event(25, '', 'UPDATE_COMPLETE', STACK)];
    expect(change(...CREATED, ...long, ...GAINED, event(90, 'out_policy', 'SIGNAL_COMPLETE'))).toEqual([
      3, 4,
    ]);
  });

  test('is passed over when it changed no size, as a replacement does not', () => {
    const replaced = update(event(61, 'group/m', 'CREATE_COMPLETE'), event(61, 'group/m', 'DELETE_COMPLETE'));
    expect(change(...CREATED, ...replaced)).toBeNull();
  });

  test('counts a member that is a stack of its own once', () => {
    const twice = update(
      event(61, 'group/new', 'CREATE_COMPLETE'),
      event(61, 'group/new', 'CREATE_COMPLETE', STACK),
    );
    expect(change(...CREATED, ...twice)).toEqual([3, 4]);
  });

  test('is not judged when something failed, or it is not over', () => {
    expect(change(...CREATED, ...GAINED, event(61, 'group/new/server', 'CREATE_FAILED'))).toBeNull();
    expect(change(...CREATED, ...GAINED.slice(0, -1))).toBeNull();
  });

  test('does not matter any more once an alarm has changed the size', () => {
    const later = [
      event(100, 'group', 'UPDATE_IN_PROGRESS', STACK),
      event(101, 'group/more', 'CREATE_COMPLETE'),
      event(101, 'out_policy', 'SIGNAL_COMPLETE'),
      event(102, 'group', 'UPDATE_COMPLETE', STACK),
    ];
    expect(change(...CREATED, ...GAINED, ...later)).toBeNull();
  });
});

describe('the group’s own word', () => {
  const found = { at: Date.UTC(2026, 0, 1, 11), time: '2026-01-01T11:00:00Z', from: 3, to: 4 };
  const pulse = (activity: StackPulse['groups'][number]['activity']): StackPulse => ({
    state: COMPLETE,
    updatedAt: null,
    groups: [{ address: 'group', state: COMPLETE, nestedState: COMPLETE, activity, memberCount: 4 }],
  });

  test.each([
    ['no cooldown', { scalingInProgress: false, cooldownUntil: null }, true],
    ['a cooldown that was over', { scalingInProgress: false, cooldownUntil: '2026-01-01T10:30:00Z' }, true],
    [
      'a cooldown that began later',
      { scalingInProgress: false, cooldownUntil: '2026-01-01T11:01:00Z' },
      false,
    ],
    ['a claim', { scalingInProgress: true, cooldownUntil: null }, false],
  ])('%s', (_, activity, told) => {
    expect(unexplainedSize(GROUP, found, pulse(activity))?.kind).toBe(told ? 'size-unexplained' : undefined);
  });
});
