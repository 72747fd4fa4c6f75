/** What is wrong with metrics, conditions, steps and targets is said with its place, before any cloud is asked. */
import { describe, expect, it } from 'vitest';
import { group, problemsOf } from './spec-files.ts';

const policy = (more: Readonly<Record<string, unknown>>) => ({
  scaling: { policies: [{ name: 'p', add: 1, ...more }] },
});

function messages(changes: Readonly<Record<string, unknown>>): readonly string[] {
  return problemsOf({ 'a.yaml': group(changes) }).map((line) => line.replace(/^\S+:\d+:\d+: /, ''));
}

describe('a metric is refused', () => {
  it.each([
    [
      'cpu_util',
      'the metric "cpu_util" is measured no more since Ceilometer 12 (Stein); name "cpu", or as your own metric: { name: cpu_util, … }',
    ],
    [
      'network.incoming.bytes.rate',
      'the metric "network.incoming.bytes.rate" is measured no more since Ceilometer 12 (Stein); name "network.incoming", or as your own metric: { name: network.incoming.bytes.rate, … }',
    ],
    ['cpus', '"cpus" is none of the metrics that have a short name; did you mean "cpu"?'],
    [
      'memory.usage',
      '"memory.usage" is none of the metrics that have a short name; it is called "memory" here',
    ],
    [
      'queue.depth',
      '"queue.depth" is none of the metrics that have a short name; there are cpu, memory, network.incoming, network.outgoing, disk.read and disk.write; your own metric is written { name: queue.depth, … }',
    ],
  ])('%s', (metric, message) => {
    expect(messages(policy({ metric, above: 1 }))).toEqual([message]);
  });
});

describe('a threshold is refused', () => {
  it.each([
    ['cpu', 80, 'the threshold "80" is without a unit; cpu takes a number in %, such as "80%"'],
    ['cpu', '80MB', 'the threshold "80MB" is in "MB"; cpu takes a number in %, such as "80%"'],
    [
      'memory',
      '80kB',
      'the threshold "80kB" is in "kB"; memory takes a number in %, MB, MiB, GB or GiB, such as "80%"',
    ],
    [
      { name: 'q', unit: 'jobs' },
      '5ms',
      'the threshold "5ms" is in "ms"; q takes a number, alone or in jobs, such as "20jobs"',
    ],
    [
      { name: 'q' },
      '5ms',
      'the threshold "5ms" is in "ms"; q takes a number alone, for the metric has no unit',
    ],
  ])('of %j: %s', (metric, above, message) => {
    expect(messages(policy({ metric, above }))).toEqual([message]);
  });

  it('with a unit beside a query', () => {
    expect(messages(policy({ prometheus: 'avg(x)', above: '5ms' }))).toEqual([
      'the threshold "5ms" has a unit; a PromQL query has none, so write the number alone',
    ]);
  });
});

describe('a condition is refused', () => {
  const cpu = { metric: 'cpu', above: '80%' };
  it.each([
    [
      'no threshold',
      { metric: 'cpu' },
      'the condition has neither above nor below; it needs exactly one of them',
    ],
    ['two', { ...cpu, below: '1%' }, 'the condition has both above and below; it needs exactly one of them'],
    [
      'no metric',
      { above: 1 },
      'the condition has neither metric nor prometheus; it needs exactly one of them',
    ],
    [
      'a window beside a query',
      { prometheus: 'avg(x)', above: 1, for: '5m' },
      'for goes with a metric; the window of a PromQL query stands in the query, such as avg_over_time(…[10m:])',
    ],
    [
      'a condition beside several',
      { above: '1%', all: [cpu, { metric: 'memory', above: '80%' }] },
      'above stands beside all; a scaling policy has either one condition of its own or all or any',
    ],
    [
      'both',
      { all: [cpu, cpu], any: [cpu, cpu] },
      'any stands beside all; a scaling policy has either one condition of its own or all or any',
    ],
    [
      'half a one inside',
      { any: [cpu, { metric: 'memory' }] },
      'the condition has neither above nor below; it needs exactly one of them',
    ],
    [
      'an alarm’s key without an alarm',
      { repeat: false },
      'repeat belongs to an alarm, and the scaling policy "p" has none; name a metric or a prometheus query with above or below, or remove repeat',
    ],
  ])('for %s', (_name, more, message) => {
    expect(messages(policy(more))).toEqual([message]);
  });
});

describe('a step is refused', () => {
  const step = (one: Readonly<Record<string, unknown>>, ...more: Readonly<Record<string, unknown>>[]) =>
    policy({ metric: 'cpu', above: '80%', steps: [one, ...more] });
  it.each([
    [
      'the other way round',
      step({ below: '90%', add: 2 }),
      'the step needs above, and not below: it goes further in the direction of the scaling policy "p"',
    ],
    [
      'weaker than its policy',
      step({ above: '70%', add: 2 }),
      'the threshold "70%" is not beyond the scaling policy\'s own "80%"; a step must be higher',
    ],
    [
      'a threshold twice',
      step({ above: '90%', add: 2 }, { above: '90%', add: 3 }),
      'the threshold "90%" stands there already; give each step its own',
    ],
    [
      'nothing done',
      step({ above: '90%' }),
      'the step says nothing of what it does; it needs exactly one of add, remove, addPercent, removePercent and setTo',
    ],
    [
      'the opposite',
      step({ above: '90%', remove: 2 }),
      'the step has remove, the opposite of what the scaling policy "p" does; a step does more of the same',
    ],
    [
      'with several conditions',
      policy({
        steps: [{ above: 1, add: 1 }],
        all: [
          { metric: 'cpu', above: '8%' },
          { metric: 'memory', above: '8%' },
        ],
      }),
      'steps go with one condition, not with all; write them as scaling policies of their own',
    ],
  ])('%s', (_name, changes, message) => {
    expect(messages(changes)).toEqual([message]);
  });
});

describe('a name is refused', () => {
  const names = (...all: string[]) => ({
    policies: all.map((name) => ({ name, add: 1 })),
  });
  it.each([
    [
      'group',
      { scaling: names('group') },
      'the scaling policy can\'t be called "group", because the stack gives that name to something else (group…, …-alarm, load_balancer and the like); choose another',
    ],
    [
      'x-alarm',
      { scaling: names('x-alarm') },
      'the scaling policy can\'t be called "x-alarm", because the stack gives that name to something else (group…, …-alarm, load_balancer and the like); choose another',
    ],
    [
      'that of a step',
      {
        scaling: {
          policies: [
            { name: 'p', add: 1, metric: 'cpu', above: '80%', steps: [{ above: '90%', add: 2 }] },
            { name: 'p-step1', add: 1 },
          ],
        },
      },
      'the scaling policy "p-step1" needs the name "p-step1" in the stack, which the scaling policy "p" has already; rename one of them',
    ],
    [
      'that of a target',
      { scaling: { ...names('target-in'), target: { metric: 'cpu', value: '60%' } } },
      'the scaling policy "target-in" needs the name "target-in" in the stack, which the target has already; rename one of them',
    ],
    [
      'that of an alarm in another zone',
      {
        zones: ['z', 'z-alarm'],
        scaling: { policies: [{ name: 'a', add: 1, metric: 'cpu', above: '80%' }] },
      },
      'the scaling policy "a" in the zone "z-alarm" needs the name "a-z-alarm" in the stack, which the alarm of the scaling policy "a" in the zone "z" has already; rename one of them',
    ],
    [
      'that of the alarm of a target in another zone',
      { zones: ['z', 'z-alarm'], scaling: { target: { metric: 'cpu', value: '60%' } } },
      'the target in the zone "z-alarm" needs the name "target-out-z-alarm" in the stack, which the alarm of the target in the zone "z" has already; leave one of the zones out, or write scaling policies instead of the target',
    ],
    [
      'one that a zone makes the same',
      { zones: ['c', 'b-c'], scaling: names('a', 'a-b') },
      'the scaling policy "a-b" in the zone "c" needs the name "a-b-c" in the stack, which the scaling policy "a" in the zone "b-c" has already; rename one of them',
    ],
  ])('%s', (_name, changes, message) => {
    expect(messages(changes)).toEqual([message]);
  });

  it('at the line of the name', () => {
    const text = group({ scaling: names('ok', 'group') });
    const [line] = problemsOf({ 'a.yaml': text });
    expect(line).toContain(`a.yaml:1:${text.indexOf('"group"') + 1}: `);
  });
});

describe('a target is refused', () => {
  const target = (metric: unknown, value: unknown) => ({ scaling: { target: { metric, value } } });
  it.each([
    [
      target('memory', '60%'),
      'a target needs a mean that falls when more servers share the load; "memory" does not, so write scaling policies with above and below',
    ],
    [
      target('cpu', '100%'),
      'the target is "100%"; it must be more than 0 and less than 100%, so that the metric can be above and below it',
    ],
    [target('cpu', 60), 'the threshold "60" is without a unit; cpu takes a number in %, such as "80%"'],
    [
      { ...target('cpu', '60%'), size: { min: 0, max: 3 } },
      'size.min is "0" and there is a target; without servers there is no measure, and the group would never grow again, so it must be at least 1',
    ],
  ])('%j', (changes, message) => {
    expect(messages(changes)).toEqual([message]);
  });
});

it('more scaling policies and zones than can be looked through are refused', () => {
  const policies = Array.from({ length: 51 }, (_, index) => ({ name: `p${index}`, add: 1 }));
  expect(messages({ scaling: { policies } })).toEqual([
    'spec.scaling.policies has more than 50 entries; it may have 50 at most',
  ]);
  const zones = Array.from({ length: 21 }, (_, index) => `z${index}`);
  expect(messages({ zones })).toEqual(['spec.zones has more than 20 entries; it may have 20 at most']);
});

it('a spacing of nothing is refused', () => {
  expect(messages({ scaling: { granularity: '0s' } })).toEqual([
    'scaling.granularity is "0" seconds; it must be from 1s to a year',
  ]);
});
