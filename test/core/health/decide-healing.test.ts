/** Who is replaced now, who waits, and why. */
import { describe, expect, test } from 'vitest';
import { decideHealing } from '../../../src/core/health/decide-healing.ts';
import type { HealQuestion } from '../../../src/model/healing.ts';
import type { HeatState, StackPulse } from '../../../src/model/observed.ts';
import { COMPLETE, MINUTE, NOW, question, sick, verdict } from './verdicts.ts';

const well = (...numbers: readonly number[]) => numbers.map((number) => verdict(number));
const decided = (asked: HealQuestion) => {
  const { held, replace, mark, unmark, unmarkGroup, waits } = decideHealing(asked);
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  return {
    held: held?.kind ?? null,
    why: held?.why ?? '',
    replace: names(replace),
    mark: names(mark),
    unmark: names(unmark),
    unmarkGroup,
    waits: names(waits),
  };
};
const state = (joined: string): HeatState => {
  const [action, status] = joined.split(/_(?=IN_PROGRESS|COMPLETE|FAILED)/);
  return { ...COMPLETE, action, status } as HeatState;
};
const pulse = (parts: Partial<StackPulse['groups'][number]>, stack = COMPLETE): StackPulse => {
  const [group] = question([]).pulse.groups;
  if (group === undefined) throw new Error('no group');
  return { state: stack, updatedAt: null, groups: [{ ...group, ...parts }] };
};

describe('the budget', () => {
  test('one sick member of four is replaced', () => {
    expect(decided(question([...well(1, 2, 3), sick(4)]))).toMatchObject({
      held: null,
      replace: ['m4'],
      mark: ['m4'],
      waits: [],
    });
  });

  test('the worst goes first, of equals the one that Heat would remove first', () => {
    const members = [
      sick(1, { rank: 4 }),
      sick(2, { rank: 1 }),
      sick(3, { rank: 1 }),
      sick(4, { rank: 0, status: 'not-found' }),
      ...well(5, 6, 7, 8, 9),
    ];
    expect(decided(question(members, {}, { maxUnavailable: 3 }))).toMatchObject({
      replace: ['m4', 'm2', 'm3'],
      waits: ['m1'],
    });
  });

  test.each([
    ['is made', verdict(3, { status: 'in-progress' })],
    ['could not be checked', verdict(3, { status: 'unknown' })],
    ['is being deleted in Nova', verdict(3, { status: 'terminating' })],
  ])('a member that %s uses it up', (_words, member) => {
    expect(decided(question([...well(1, 2), member, sick(4)]))).toMatchObject({
      held: 'budget',
      replace: [],
      waits: ['m4'],
    });
  });

  test('a member that Heat removes does not', () => {
    const leaving = verdict(3, { status: 'terminating', spare: 'it leaves the group' });
    expect(decided(question([...well(1, 2), leaving, sick(4)])).replace).toEqual(['m4']);
  });

  test('what was replaced within the hour counts, what came before does not', () => {
    const history = [70, 50, 40].map((minutes) => ({ member: 'm9', at: NOW - minutes * MINUTE }));
    const members = [...well(1, 2, 3), sick(4)];
    expect(decided(question(members, { history }, { perHour: 3 })).replace).toEqual(['m4']);
    expect(decided(question(members, { history }, { perHour: 2 }))).toMatchObject({
      held: 'budget',
      why: expect.stringContaining('the next is free at 2026-01-01T12:10:00.000Z'),
    });
  });

  test('is one for all zones: who is out or was replaced in another one uses it up, too', () => {
    const beside = [verdict(5), verdict(6), verdict(7)];
    const due = (parts: Partial<HealQuestion>) => decided(question([...well(1, 2, 3), sick(4)], parts));
    expect(due({ beside })).toMatchObject({ replace: ['m4'] });
    expect(due({ beside: [...beside, verdict(8, { status: 'in-progress' })] })).toMatchObject({
      held: 'budget',
      why: 'at most 1 at once in all zones together (replace.maxUnavailable), and 1 is not in service already',
    });
    expect(due({ beside, planned: 1 })).toMatchObject({
      held: 'budget',
      why: 'at most 1 at once in all zones together (replace.maxUnavailable), and 1 is replaced first',
    });
  });

  test('with 0 an hour nobody is replaced', () => {
    expect(decided(question([...well(1, 2, 3), sick(4)], {}, { perHour: 0 }))).toMatchObject({
      held: 'budget',
      why: expect.stringContaining('replace.perHour is 0'),
    });
  });
});

describe('the brake', () => {
  test('exactly the share is healed, more is not', () => {
    expect(decided(question([...well(1, 2), sick(3), sick(4)])).replace).toEqual(['m3']);
    expect(decided(question([...well(1), sick(2), sick(3), sick(4)])).held).toBe('brake');
  });

  test('the whole group is never replaced, whatever the share', () => {
    const all = [sick(1), sick(2)];
    expect(decided(question(all, {}, { brake: 1 })).held).toBe('brake');
  });

  test('in a group of one, Nova is believed and nobody else', () => {
    expect(decided(question([sick(1, { rank: 0, status: 'not-found' })])).replace).toEqual(['m1']);
    expect(decided(question([sick(1, { rank: 4 })])).held).toBe('brake');
  });

  test('counts all zones together as well: one server each, and all of them dead, is an outage', () => {
    const [dead, alive] = [sick(2), verdict(2)];
    const held = (beside: HealQuestion['beside']) => decided(question([sick(1)], { beside }));
    expect(held([dead, sick(3)])).toMatchObject({
      held: 'brake',
      why: '3 of 3 servers of all zones are sick, every one: the cause is elsewhere',
    });
    expect(held([dead, verdict(3)]).why).toContain('2 of 3 servers of all zones are sick, more than 50%');
    expect(held([alive, verdict(3)])).toMatchObject({ held: null, replace: ['m1'] });
  });

  test('a zone that is gone as a whole is an outage, however many zones are well', () => {
    const beside = [3, 4, 5, 6, 7, 8].map((number) => verdict(number));
    expect(decided(question([sick(1), sick(2)], { beside })).held).toBe('brake');
  });

  test('is not for servers that people have put aside: each is told by itself', () => {
    const paused = { rank: 2, spare: 'somebody put it there; when done: `openstack server unpause id-1`' };
    const decision = decided(question([sick(1, paused)]));
    expect(decision).toMatchObject({ held: null, replace: [], waits: ['m1'] });
    expect(decided(question([sick(1, paused), sick(2, paused), sick(3)])).held).toBe('brake');
  });

  test('our own marks are taken back, others stay', () => {
    const members = [
      sick(1, { condemned: true, marked: 'own' }),
      sick(2, { condemned: true, marked: 'hand' }),
      sick(3),
      verdict(4),
    ];
    expect(decided(question(members))).toMatchObject({ held: 'brake', replace: [], unmark: ['m1'] });
  });
});

describe('whoever is at work', () => {
  test.each<[string, StackPulse]>([
    ['an update of the stack', pulse({}, state('UPDATE_IN_PROGRESS'))],
    ['a scaling of the group', pulse({ nestedState: state('UPDATE_IN_PROGRESS') })],
    ['a scaling that begins', pulse({ activity: { scalingInProgress: true, cooldownUntil: null } })],
  ])('%s is not disturbed', (_words, at) => {
    const members = [...well(1, 2, 3), sick(4, { condemned: true, marked: 'own' })];
    expect(decided(question(members, { pulse: at }))).toMatchObject({
      held: 'at-work',
      replace: [],
      unmark: [],
      unmarkGroup: false,
    });
  });

  test.each(['UPDATE_FAILED', 'CREATE_FAILED', 'SUSPEND_FAILED'])(
    'a group in %s waits for apply',
    (joined) => {
      const group = state(joined);
      expect(decided(question([...well(1, 2, 3), sick(4)], { group })).held).toBe('group-failed');
    },
  );

  test.each(['SUSPEND_COMPLETE', 'DELETE_FAILED'])('a stack in %s is left alone', (joined) => {
    const at = pulse({}, state(joined));
    expect(decided(question([...well(1, 2, 3), sick(4)], { pulse: at })).held).toBe('stack-unfit');
  });

  test('a freeze window forbids everything', () => {
    const members = [...well(1, 2, 3), sick(4, { condemned: true, marked: 'own' })];
    expect(decided(question(members, { hold: 'freeze until Monday' }))).toMatchObject({
      held: 'forbidden',
      why: 'freeze until Monday',
      unmark: [],
    });
  });

  test('without health in the spec nobody is replaced', () => {
    expect(decided(question([...well(1, 2, 3), sick(4)], { asked: false })).held).toBe('not-asked');
  });
});

describe('marks', () => {
  test('one of our own is finished without a second mark, and its hour is not counted against it', () => {
    const members = [...well(1, 2, 3), sick(4, { condemned: true, marked: 'own' })];
    const history = [{ member: 'm4', at: NOW - MINUTE }];
    expect(decided(question(members, { history }, { perHour: 1 }))).toMatchObject({
      replace: ['m4'],
      mark: [],
    });
  });

  test('one of our own on a member that is well is taken back', () => {
    const members = [...well(1, 2, 3), verdict(4, { condemned: true, marked: 'own' })];
    expect(decided(question(members))).toMatchObject({ held: null, replace: [], unmark: ['m4'] });
  });

  test('one by hand beyond the budget holds everything: Heat would replace it along with the others', () => {
    const condemned = [1, 2].map((number) => sick(number, { condemned: true, marked: 'hand' }));
    expect(decided(question([...condemned, ...well(3, 4, 5, 6)]))).toMatchObject({
      held: 'condemned-by-others',
      replace: [],
    });
    expect(decided(question([...condemned, ...well(3, 4, 5, 6)], {}, { maxUnavailable: 2 })).replace).toEqual(
      ['m1', 'm2'],
    );
  });

  test('those of a check are taken back but for the ones that are replaced, and the group’s with them', () => {
    const marked = { condemned: true, marked: 'check' } as const;
    const members = [sick(1, marked), sick(2, marked), verdict(3, marked), verdict(4), verdict(5)];
    expect(decided(question(members, { group: state('CHECK_FAILED') }))).toMatchObject({
      replace: ['m1'],
      mark: ['m1'],
      unmark: ['m2', 'm3'],
      unmarkGroup: true,
    });
  });
});

describe('a member that is replaced again and again', () => {
  const history = [300, 200, 100].map((minutes) => ({ member: 'm4', at: NOW - minutes * MINUTE }));

  test('is left alone after the third time, and others are not', () => {
    const asked = question([...well(1, 2, 5, 6), sick(3), sick(4)], { history });
    expect(decideHealing(asked).loops).toEqual(['m4']);
    expect(decided(asked)).toMatchObject({ replace: ['m3'], waits: ['m4'] });
  });

  test('is replaced again once the times are long ago', () => {
    const later = question([...well(1, 2, 3), sick(4)], { history, now: NOW + 120 * MINUTE });
    expect(decided(later).replace).toEqual(['m4']);
  });

  test('the replacement that a killed run began is finished first', () => {
    const members = [...well(1, 2, 3), sick(4, { condemned: true, marked: 'own' })];
    expect(decided(question(members, { history })).replace).toEqual(['m4']);
  });
});

describe('after an update that broke off', () => {
  test('members and template that differ forbid an update in place', () => {
    const members = [...well(1, 2, 3), sick(4)];
    expect(decided(question(members, { stored: ['m1', 'm2', 'm3', 'm4', 'm5'] })).held).toBe(
      'template-differs',
    );
    expect(decided(question(members, { stored: ['m4', 'm3', 'm2', 'm1'] })).replace).toEqual(['m4']);
  });

  test('what is left to be deleted is not missed in the template', () => {
    const leaving = verdict(5, { status: 'terminating', spare: 'it leaves the group' });
    const members = [...well(1, 2, 3), sick(4), leaving];
    expect(decided(question(members, { stored: ['m1', 'm2', 'm3', 'm4'] })).replace).toEqual(['m4']);
  });
});

test('a server that somebody paused is sick, and never replaced', () => {
  const paused = sick(4, { spare: 'somebody put it there' });
  expect(decided(question([...well(1, 2, 3), paused]))).toMatchObject({
    held: null,
    replace: [],
    waits: ['m4'],
  });
});
