/** What plans, approvals, scheduled runs and drift make of bounds that follow the clock. */
import { describe, expect, test } from 'vitest';
import { detectDrift } from '../../../src/core/drift/drift.ts';
import { approval } from '../../../src/core/plan/approval.ts';
import { leaveIgnored } from '../../../src/core/plan/leave-ignored.ts';
import { makePlan, planGroup } from '../../../src/core/plan/plan.ts';
import { schedulesOnly } from '../../../src/core/plan/schedules-only.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import type { ObservedStack, PresentStack } from '../../../src/model/observed.ts';
import type { ScheduleSpec } from '../../../src/model/scaling-spec.ts';
import type { GroupSpec } from '../../../src/model/spec.ts';
import { COMPLETE, group, live, member, NOTHING_AROUND, WEB, withMembers } from '../live-stack.ts';
import { schedule } from '../schedule/schedules.ts';

const DAY = '2026-01-05T12:00:00Z';
const NIGHT = '2026-01-05T22:00:00Z';
const OFFICE = schedule({ min: 4, max: 10 });
const scaling = (schedules: readonly ScheduleSpec[], paused = false): Partial<GroupSpec> => ({
  scaling: { ...WEB.scaling, schedules, paused },
});
/** 2..8 outside of office hours. */
const at = (now: string, server: Partial<GroupSpec['server']> = {}, change: Partial<GroupSpec> = {}) =>
  group({ ...scaling([OFFICE]), ...change }, server, now);
const plan = (desired: DesiredStack, observed: ObservedStack) =>
  planGroup({ desired, observed, definitions: {} });
const only = (desired: DesiredStack, observed: ObservedStack) =>
  schedulesOnly({ desired, observed, definitions: {} });
const edited = (stack: PresentStack, bound: string, value: number): PresentStack => ({
  ...stack,
  template: JSON.parse(JSON.stringify(stack.template).replace(new RegExp(`("${bound}":)\\d+`), `$1${value}`)),
});

describe('a plan', () => {
  test('sets the bounds of the hour, and starts a group inside them', () => {
    expect(plan(at(NIGHT), { presence: 'absent', name: 'web' }).size).toMatchObject({
      min: 2,
      max: 8,
      after: 3,
    });
    expect(plan(at(DAY), { presence: 'absent', name: 'web' }).size).toMatchObject({
      min: 4,
      max: 10,
      after: 4,
    });
  });

  test('tells what is on and what comes next', () => {
    const [note] = plan(at(DAY), live(at(DAY), [5])).findings;
    expect(note).toMatchObject({
      rule: 'scheduled-bounds',
      severity: 'info',
      message: 'office-hours is on until Mon 2026-01-05 18:00 Europe/Berlin: 4..10; then no schedule: 2..8',
    });
  });

  test('is no change within the hours of one schedule', () => {
    expect(plan(at('2026-01-05T16:00Z'), live(at(DAY), [5])).action).toBe('no-op');
  });

  test('names who goes when the bounds fall below what runs', () => {
    const closing = plan(at(NIGHT), live(at(DAY), [10]));
    expect(closing).toMatchObject({ action: 'update', byClock: true, servers: { delete: 2, keep: 8 } });
    expect(closing.findings.map(({ rule }) => rule)).toContain('shrinks-below-live-size');
  });

  test('of a changed schedule is a change at any hour', () => {
    const other = (now: string) => at(now, {}, scaling([{ ...OFFICE, min: 5 }]));
    expect(plan(other(NIGHT), live(at(NIGHT), [3]))).toMatchObject({ action: 'update', byClock: false });
    expect(plan(other(NIGHT), live(at(NIGHT), [3])).changes.map(({ address }) => address)).toEqual([
      'outputs',
    ]);
  });

  test('of a pause says that the group stays', () => {
    const paused = group(scaling([], true));
    expect(plan(paused, live(paused, [5])).findings).toMatchObject([
      {
        rule: 'scaling-paused',
        severity: 'warn',
        message: 'scaling is paused: the alarms are switched off; the group stays at 5',
      },
    ]);
    const both = at(DAY, {}, scaling([OFFICE], true));
    expect(plan(both, live(both, [5])).findings[1]?.message).toContain('stays at 5, and schedules go on');
  });
});

describe('an approval', () => {
  const flavor = { flavor: 'm1.large' };

  test('given by day holds at night, and whether the scheduled run was late or not', () => {
    const approved = plan(at(DAY, flavor), live(at(DAY), [5])).fingerprint;
    expect(plan(at(NIGHT, flavor), live(at(NIGHT), [5])).fingerprint).toBe(approved);
    expect(plan(at(NIGHT, flavor), live(at(DAY), [5])).fingerprint).toBe(approved);
    expect(plan(at(NIGHT, flavor), live(at(DAY), [10])).fingerprint).toBe(approved);
    expect(plan(at(DAY, flavor), live(at(NIGHT), [2])).fingerprint).toBe(approved);
  });

  test('of a new group holds at any hour', () => {
    const absent: ObservedStack = { presence: 'absent', name: 'web' };
    expect(plan(at(DAY), absent).fingerprint).toBe(plan(at(NIGHT), absent).fingerprint);
  });

  test.each([
    ['a schedule', scaling([{ ...OFFICE, min: 5 }])],
    ['its hours', scaling([{ ...OFFICE, cron: '0 9 * * 1-5' }])],
    ['the base size', { size: { min: 3, max: 8, initial: 3 } }],
  ])('does not cover another %s', (_, change) => {
    const approved = plan(at(DAY, flavor), live(at(DAY), [5])).fingerprint;
    expect(plan(at(DAY, flavor, change), live(at(DAY), [5])).fingerprint).not.toBe(approved);
    const absent: ObservedStack = { presence: 'absent', name: 'web' };
    expect(plan(at(DAY, {}, change), absent).fingerprint).not.toBe(plan(at(DAY), absent).fingerprint);
  });

  test('does not cover bounds that somebody has set by hand since', () => {
    const approved = plan(at(DAY, flavor), live(at(DAY), [5])).fingerprint;
    expect(plan(at(DAY, flavor), edited(live(at(DAY), [5]), 'max_size', 20)).fingerprint).not.toBe(approved);
  });

  test('does not cover servers that a smaller size deletes', () => {
    const smaller = (now: string) => at(now, {}, { size: { min: 2, max: 5, initial: 2 } });
    expect(plan(smaller(NIGHT), live(at(NIGHT), [5])).fingerprint).not.toBe(
      plan(smaller(NIGHT), live(at(NIGHT), [7])).fingerprint,
    );
  });

  test('is not needed for what only the clock changes, and does not cover what somebody does beside it', () => {
    const whole = (desired: DesiredStack, observed: PresentStack) =>
      makePlan([{ desired, observed, definitions: {} }], []);
    const verdict = (desired: DesiredStack, observed: PresentStack) => {
      const made = whole(desired, observed);
      const [one] = made.groups;
      if (!one) throw new Error('one group');
      return approval(one, made, []);
    };
    expect(verdict(at(DAY), live(at(NIGHT), [3]))).toEqual({ go: true });
    expect(verdict(at(DAY, flavor), live(at(NIGHT), [3]))).toMatchObject({ go: false, status: 'refused' });
    expect(whole(at(DAY), live(at(NIGHT), [3])).fingerprint).toBe(
      whole(at(DAY), live(at(DAY), [4])).fingerprint,
    );
  });
});

describe('a scheduled run', () => {
  test('sets the bounds that are due, and no more than that', () => {
    const merged = at(DAY, { flavor: 'm1.large' });
    const run = only(merged, live(at(NIGHT), [3]));
    expect(run).toMatchObject({
      go: true,
      group: { byClock: true, servers: { create: 1, keep: 3, replace: 0 } },
    });
    expect(run.group.changes).toMatchObject([
      {
        address: 'resources.group',
        fields: [
          { path: 'properties.max_size', before: 8, after: 10 },
          { path: 'properties.min_size', before: 2, after: 4 },
        ],
      },
    ]);
  });

  test('says nothing of alarms that only the merged spec pauses', () => {
    const run = only(at(DAY, {}, scaling([OFFICE], true)), live(at(NIGHT), [3]));
    expect(run.go).toBe(true);
    expect(run).toMatchObject({ pair: { desired: { paused: false, triggers: [] } } });
    expect(JSON.stringify(run.group)).not.toContain('paused');
  });

  test('catches up whatever it missed', () => {
    expect(only(at('2026-01-09T12:00:00Z'), live(at(NIGHT), [3])).go).toBe(true);
  });

  test('has nothing to do when the bounds are those of the hour', () => {
    expect(only(at(DAY), live(at(DAY), [6]))).toMatchObject({ go: false, status: 'nothing-to-do' });
    expect(only(group(), live(group()))).toMatchObject({ go: false, status: 'nothing-to-do' });
  });

  test.each<[string, DesiredStack, ObservedStack]>([
    ['a merged change', at(DAY, { flavor: 'm1.large' }), live(at(DAY), [5])],
    ['a stack that is not there', at(DAY), { presence: 'absent', name: 'web' }],
    ['a group without schedules', group({}, { flavor: 'm1.large' }), live(group())],
    [
      'schedules that are not applied yet',
      at(DAY, {}, scaling([{ ...OFFICE, min: 6 }])),
      live(at(NIGHT), [3]),
    ],
    ['a first schedule that is not applied yet', at(DAY), live(group())],
    ['an edit by hand beside the right bounds', at(DAY), { ...live(at(DAY), [5]), tags: ['thermostat'] }],
  ])('leaves %s, and says so', (_, desired, observed) => {
    const run = only(desired, observed);
    expect(run).toMatchObject({ go: false, status: 'left' });
    expect(run).toHaveProperty('message', expect.stringContaining('appl'));
  });

  test('is refused, with the reason, where it could not do that alone', () => {
    const stopped = {
      ...live(at(NIGHT), [3]),
      state: { ...COMPLETE, action: 'UPDATE', status: 'FAILED' } as const,
    };
    expect(only(at(DAY), stopped)).toMatchObject({
      status: 'refused',
      message:
        '4..10 is due, but the stack is UPDATE_FAILED; apply without `--only-schedules` finishes what stopped',
    });
    expect(only(at(DAY), edited(live(at(NIGHT), [3]), 'max_size', 30))).toMatchObject({
      status: 'refused',
      message:
        '4..10 is due, but somebody set the bounds to what no schedule gives; look at `drift`, then apply',
    });
    const broken = withMembers(live(at(NIGHT)), [
      member(0),
      member(1, { action: 'CHECK', status: 'FAILED', reason: '' }),
      member(2),
    ]);
    expect(only(at(DAY), broken)).toMatchObject({
      status: 'refused',
      message: expect.stringContaining('this would touch servers that no schedule speaks of: web-1'),
    });
  });
});

describe('drift', () => {
  const CATALOGUE = {
    image: [],
    flavor: [],
    network: [],
    keyPair: [],
    securityGroup: [],
    subnet: [],
    externalNetwork: [],
    serverGroup: [],
    pool: [],
    zone: [],
  };
  const drift = (desired: DesiredStack, observed: PresentStack) =>
    detectDrift(
      { desired, observed, definitions: {} },
      { catalogue: CATALOGUE, around: NOTHING_AROUND, pulse: null, now: '2026-01-05T12:00:00Z' },
    );

  test('is not the bounds of a moment ago: the scheduled run may be late', () => {
    expect(drift(at('2026-01-05T07:50:00Z'), live(at(NIGHT), [2]))).toMatchObject({
      status: 'clean',
      notDrift: [
        'the bounds are still 2..8, 4..10 are due: the scheduled run is late, by less than an hour',
        expect.stringContaining('group stands at 2'),
      ],
    });
  });

  test('is a run that did not come by for an hour', () => {
    expect(drift(at('2026-01-05T08:01:00Z'), live(at(NIGHT), [4])).items).toMatchObject([
      {
        kind: 'schedule-missed',
        subject: 'resources.group.properties.max_size',
        repository: '10',
        cloud: '8',
      },
      { kind: 'schedule-missed', subject: 'resources.group.properties.min_size' },
    ]);
  });

  test.each(['2026-01-05T07:50:00Z', DAY])('is a bound that no schedule gives, at %s', (now) => {
    const kinds = drift(at(now), edited(live(at(DAY), [5]), 'max_size', 30)).items.map(({ kind }) => kind);
    expect(kinds).toEqual(['template-edited']);
  });

  test('tells what somebody did beside a missed run from the run itself', () => {
    const found = drift(at(DAY), { ...live(at(NIGHT), [4]), tags: ['thermostat'] }).items;
    expect(found.map(({ kind }) => kind)).toEqual(['tags-edited', 'schedule-missed', 'schedule-missed']);
  });

  test('is a schedule that the stack does not carry', () => {
    const other = at(DAY, {}, scaling([{ ...OFFICE, forSeconds: 5 * 3600 }]));
    expect(drift(other, live(at(DAY), [5])).items.map(({ subject }) => subject)).toContain(
      'outputs.bounds.value.schedules.0.for',
    );
  });

  test('of a paused group is its bounds, never its size', () => {
    const paused = group(scaling([], true));
    expect(drift(paused, live(paused, [5]))).toMatchObject({
      status: 'clean',
      notDrift: ['group stands at 5 (2..8): scaling is paused, and so it stays'],
    });
    expect(drift(paused, live(paused, [9])).items.map(({ kind }) => kind)).toEqual(['size-out-of-bounds']);
  });
});

test('a bound that a rule leaves alone is not moved by a schedule, and does not keep it from moving the other', () => {
  const observed = edited(live(at(NIGHT), [3]), 'max_size', 20);
  const pair = { desired: at(DAY), observed, definitions: {} };
  expect(schedulesOnly(pair)).toMatchObject({ go: false, status: 'refused' });
  const rule = { group: 'web', reason: 'a sale', expires: '2026-12-31', source: WEB.source };
  const rules = [{ ...rule, path: 'resources.group.properties.max_size' }];
  const scheduled = schedulesOnly(leaveIgnored(pair, { rules, now: new Date(DAY) }));
  expect(scheduled).toMatchObject({ go: true, group: { size: { min: 4, max: 20 } } });
  expect(scheduled.group.changes.flatMap(({ fields }) => fields.map(({ path }) => path))).toEqual([
    'properties.min_size',
  ]);
});
