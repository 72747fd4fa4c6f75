/** What is said of scaling that is valid and still unwise, with the arithmetic. */
import { describe, expect, it, test } from 'vitest';
import { checkOffline } from '../../../src/core/lint/offline.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { advice, FACTS, LOW_RATE, made, specOf, TELEMETRY } from '../heat/scaling-group.ts';

const OUT = { name: 'up', metric: 'cpu', above: '80%', for: '10m', add: 1 };
const IN = { name: 'down', metric: 'cpu', below: '30%', for: '30m', remove: 1 };
const GOOD = { cooldown: '30m', policies: [OUT, IN] };
const size = (min: number, max: number): JsonObject => ({ size: { min, max } });
const of = (scaling: JsonObject, more: JsonObject = {}, facts = FACTS) => advice(made(scaling, more, facts));
const pair = (out: JsonObject, down: JsonObject) => ({
  cooldown: '30m',
  policies: [
    { ...OUT, ...out },
    { ...IN, ...down },
  ],
});

const NIGHT = { name: 'night', cron: '0 22 * * *', for: '8h' };

describe('nothing is said', () => {
  test('of a pair that keeps apart, waits long enough and shrinks slowly', () => {
    expect(of(GOOD)).toEqual([]);
  });

  test('of a target, which is made so', () => {
    expect(of({ target: { metric: 'cpu', value: '60%' } })).toEqual([]);
  });

  test('of one size that a schedule makes several', () => {
    expect(of({ ...GOOD, schedules: [{ ...NIGHT, size: { max: 10 } }] }, size(2, 2))).toEqual([]);
  });

  test('of a night without servers, which a schedule means', () => {
    expect(of({ ...GOOD, schedules: [{ ...NIGHT, size: { min: 0, max: 0 } }] }, size(1, 8))).toEqual([]);
  });

  test('of a group without alarms', () => {
    expect(of({ policies: [{ name: 'up', add: 1 }] }, size(2, 2))).toEqual([]);
  });
});

describe('a warning is given', () => {
  it.each([
    [
      'that two thresholds call for each other at the smallest size',
      pair({}, { below: '45%' }),
      size(1, 8),
      'scaling-flaps: `up` and `down` call for each other: the load of 80 % on 1 server is 40 % on 2, below 45 %, so the group would grow and shrink in turn; `below` must be at most 40 % here',
    ],
    [
      'that a long step back flaps',
      pair({}, { remove: 3 }),
      size(1, 8),
      'scaling-flaps: `up` and `down` call for each other: the load of 80 % on 1 server is 20 % on 4, below 30 %, so the group would grow and shrink in turn; `below` must be at most 20 % here',
    ],
    [
      'that both fire at once',
      pair({}, { below: '90%' }),
      size(2, 8),
      'scaling-flaps: between 80 % and 90 % both `up` and `down` fire, and whichever is first wins; `below` must be smaller than `above`, by more than one server changes',
    ],
    [
      'that it acts on values from before its own change',
      { ...GOOD, cooldown: '60s' },
      size(2, 8),
      'cooldown-too-short: the cooldown of 1 min is shorter than 30 min (of `down`, the longest): `down` would act again and again on values from before its own change; a cooldown of 30 min lets it see what it did',
    ],
    [
      'the same of a scaling policy’s own cooldown',
      pair({ cooldown: '5m' }, {}),
      size(2, 8),
      'cooldown-too-short: the cooldown of 5 min is shorter than 10 min + 3 min for a server to start: `up` would act again and again on values from before its own change; a cooldown of 13 min lets it see what it did',
    ],
    [
      'that servers go as fast as they come',
      pair({ for: '30m' }, {}),
      size(2, 8),
      'scale-in-too-fast: `down` takes servers away after 30 min, as fast as they come (30 min); a short dip would cost the next rise its servers: twice as long, 60 min, is usual',
    ],
    [
      'of a threshold that nothing reaches',
      pair({ above: '100%' }, {}),
      size(2, 8),
      'alarm-never-fires: `up` can never fire: the mean CPU of the group is never above 100 %',
    ],
    [
      'of one below nothing',
      pair({}, { below: '0%' }),
      size(2, 8),
      'alarm-never-fires: `down` can never fire: the mean CPU of the group is never below 0 %',
    ],
    [
      'of a size that is fixed',
      GOOD,
      size(3, 3),
      'alarm-changes-nothing: size.min and size.max are both 3: no alarm can change the size',
    ],
    [
      'of a signal that nobody repeats',
      pair({ repeat: false }, {}),
      size(2, 8),
      'signal-lost-to-cooldown: `up` signals once (repeat: false); Heat passes over a signal within the cooldown of 30 min and nobody repeats it, so the group may stay as it is; leave repeat away',
    ],
    [
      'of a group that nothing can wake',
      GOOD,
      size(0, 8),
      'alarm-asleep-for-ever: size.min is 0, and the alarms that add servers are measured on the servers: once there is none, nothing is measured and the group stays empty; use 1, or an alarm on something outside the group (prometheus)',
    ],
    [
      'of alarms that only add',
      { cooldown: '30m', policies: [OUT] },
      size(2, 8),
      'scales-one-way: the alarms only add servers; nothing takes them away again but a hand or another scaling policy’s URL',
    ],
  ])('%s', (_name, scaling, more, message) => {
    expect(of(scaling as JsonObject, more)).toContain(message);
  });

  it('of a schedule that lets the group fall asleep', () => {
    expect(of({ ...GOOD, schedules: [{ ...NIGHT, size: { min: 0 } }] }, size(2, 8))).toEqual([
      'alarm-asleep-for-ever: the min of the schedule `night` is 0, and the alarms that add servers are measured on the servers: once there is none, nothing is measured and the group stays empty until the schedule ends; use 1, or an alarm on something outside the group (prometheus)',
    ]);
  });

  it('of as many pairs as anybody reads, however many there are', () => {
    const policies = Array.from({ length: 25 }, (_, index) => [
      { ...OUT, name: `up${index}` },
      { ...IN, name: `down${index}`, below: '45%' },
    ]).flat();
    const told = of({ cooldown: '30m', policies }, size(1, 100_000));
    expect(told.filter((one) => one.startsWith('scaling-flaps: '))).toHaveLength(100);
  });

  it('of thresholds that call for each other at a size that only a schedule allows', () => {
    expect(
      of(
        { ...GOOD, schedules: [{ ...NIGHT, size: { min: 1 } }], policies: [OUT, { ...IN, below: '45%' }] },
        size(2, 8),
      ),
    ).toEqual([
      'scaling-flaps: `up` and `down` call for each other: the load of 80 % on 1 server is 40 % on 2, below 45 %, so the group would grow and shrink in turn; `below` must be at most 40 % here',
    ]);
  });

  it('of a query that may yield several series, and of Aodh without Prometheus', () => {
    const rules = (prometheus: string) =>
      of({ cooldown: '30m', policies: [{ name: 'up', prometheus, above: 2, add: 1 }, IN] }).map(
        (one) => one.split(':')[0],
      );
    expect(rules('avg(rate(load[5m]))')).toEqual(['needs-prometheus']);
    expect(rules('load')).toEqual(['several-series', 'needs-prometheus']);
    expect(rules('avg by (host) (load)')).toEqual(['several-series', 'needs-prometheus']);
    expect(rules('avg(load) by (host)')).toEqual(['several-series', 'needs-prometheus']);
    expect(rules('max_over_time(load[5m])')).toEqual(['several-series', 'needs-prometheus']);
  });

  it('of measures that nobody takes, or not so finely', () => {
    const none = { ...TELEMETRY, metrics: [{ name: 'cpu', archivePolicies: [] }] };
    const facts = { ...FACTS, telemetry: none };
    expect(of(GOOD, {}, facts)).toEqual([
      'measures-to-come: no server of this project has measures of cpu yet; the first come with the group’s servers',
    ]);
    const [message] = of({ ...GOOD, granularity: '1m' }, {}, facts);
    expect(message).toMatch(/^granularity-not-kept: .* keeps them every 5 min, not every 1 min/);
    const finer = {
      ...TELEMETRY,
      metrics: [{ name: 'cpu', archivePolicies: [{ ...LOW_RATE, granularities: [60] }] }],
    };
    const doubtful = made(GOOD, {}, { ...FACTS, telemetry: finer });
    expect(doubtful.unmet).toEqual([]);
    expect(advice(doubtful)).toEqual([
      'granularity-not-kept: the measures of cpu in this project are kept every 1 min, not every 5 min: unless those of the group’s servers will be, the alarm stays without data for ever; scaling.granularity sets another',
    ]);
    const never = { ...FACTS, telemetry: { ...none, archivePolicies: [] } };
    expect(of(GOOD, {}, never)[0]).toMatch(/^measures-missing: .* Ceilometer has never published here/);
  });
});

describe('with no cloud at hand', () => {
  test('the same is said, and a `for` is judged only where the spacing is written', () => {
    const flapping = pair({ for: '7m' }, { below: '45%' });
    const open = checkOffline([specOf(flapping, size(1, 8))]);
    expect(open.problems).toEqual([]);
    expect(open.findings.map(({ rule }) => rule)).toContain('scaling-flaps');
    const fixed = checkOffline([specOf({ ...flapping, granularity: '5m' }, size(1, 8))]);
    expect(fixed.problems.map(({ message }) => message)).toEqual([
      'for is "7 min", and cpu is measured every 5 min; it must be a multiple of that, such as 10 min',
    ]);
  });
});

test('each stands at its line', () => {
  const [finding] = made(pair({}, { below: '45%' }), size(1, 8)).desired.advice;
  expect(finding?.source).toMatchObject({ file: 'a.yaml', line: 1 });
  expect(finding?.source?.column).toBeGreaterThan(100);
});
