/** What becomes of a metric in a scaling policy: alarms, numbers, names. */
import { describe, expect, it, test } from 'vitest';
import type { JsonObject } from '../../../src/model/json.ts';
import { FACTS, LOW_RATE, made, messages, TELEMETRY } from './scaling-group.ts';

const one = (policy: JsonObject, more: JsonObject = {}) =>
  made({ policies: [{ name: 'p', add: 1, ...policy }], ...more });
const alarm = (policy: JsonObject, more: JsonObject = {}) => one(policy, more).resources['p-alarm'];
const rules = (policy: JsonObject) => {
  const composite = alarm(policy)?.properties['composite_rule'] as { rules: readonly JsonObject[] };
  return composite.rules;
};

describe('the alarm of a metric', () => {
  test('says all that Aodh would otherwise get as null, and signals through a trust', () => {
    expect(alarm({ metric: 'cpu', above: '80%', for: '10m' })).toEqual({
      type: 'OS::Aodh::GnocchiAggregationByResourcesAlarm',
      properties: {
        metric: 'cpu',
        resource_type: 'instance',
        query: {
          str_replace: {
            template: '{"=": {"server_group": "SERVER_GROUP"}}',
            params: { SERVER_GROUP: { get_param: 'OS::stack_id' } },
          },
        },
        aggregation_method: 'rate:mean',
        granularity: 300,
        evaluation_periods: 2,
        threshold: 240_000_000_000,
        comparison_operator: 'gt',
        description: 'the mean CPU of the group stays above 80 % for 10 min',
        enabled: true,
        severity: 'low',
        repeat_actions: true,
        alarm_actions: [
          { str_replace: { template: 'trust+url', params: { url: { get_attr: ['p', 'signal_url'] } } } },
        ],
      },
    });
  });

  it.each([
    ['cpu', '80%', 'm1.large', 960_000_000_000],
    ['cpu', '33.3%', 'm1.small', 99_900_000_000],
    ['cpu', '0.000000001%', 'm1.small', 3],
    ['memory', '75%', 'm1.small', 1536],
    ['memory', '1.5GB', 'm1.small', 1536],
    ['memory', '500MB', 'm1.small', 500],
  ])('of %s above %s on %s compares with %d', (metric, above, flavor, threshold) => {
    const server = { image: 'i', flavor, networks: ['n'] };
    const { resources } = made({ policies: [{ name: 'p', add: 1, metric, above }] }, { server });
    expect(resources['p-alarm']?.properties['threshold']).toBe(threshold);
  });

  it.each([
    [{ name: 'queue.depth', unit: 'jobs' }, '20jobs', 'mean', 20],
    [{ name: 'queue.depth', unit: 'jobs', aggregation: 'sum' }, 20, 'sum', 20],
    [{ name: 'queue.depth', unit: 'jobs', rate: true }, '0.1 jobs/s', 'rate:mean', 30],
  ])('of the own metric %j above %s', (metric, above, method, threshold) => {
    expect(alarm({ metric, above })?.properties).toMatchObject({
      metric: 'queue.depth',
      aggregation_method: method,
      threshold,
    });
  });

  it('looks at two measures when nothing is said, at three where a falling counter calls', () => {
    expect(alarm({ metric: 'cpu', above: '80%' })?.properties['evaluation_periods']).toBe(2);
    expect(alarm({ metric: 'cpu', below: '20%' })?.properties['evaluation_periods']).toBe(3);
    expect(alarm({ metric: 'memory', below: '20%' })?.properties['evaluation_periods']).toBe(2);
  });

  it('takes the spacing from the spec, else from Ceilometer’s archive policy, else Ceilometer’s own default', () => {
    const policies = [{ name: 'p', add: 1, metric: 'cpu', above: '80%' }];
    const of = (scaling: JsonObject, archivePolicies = TELEMETRY.archivePolicies) =>
      made(scaling, {}, { ...FACTS, telemetry: { ...TELEMETRY, archivePolicies } }).resources['p-alarm']
        ?.properties['granularity'];
    expect(of({ policies, granularity: '1m' })).toBe(60);
    expect(of({ policies }, [{ ...LOW_RATE, granularities: [60, 3600] }])).toBe(60);
    expect(of({ policies }, [])).toBe(300);
  });

  it('is switched off, and still there, while scaling is paused', () => {
    expect(alarm({ metric: 'cpu', above: '80%' }, { paused: true })?.properties['enabled']).toBe(false);
  });

  it('follows its zone by the value that the zone’s servers carry', () => {
    const { resources } = made(
      { policies: [{ name: 'p', add: 1, metric: 'cpu', above: '80%' }] },
      { zones: ['a', 'b'] },
    );
    const marker = { list_join: ['/', [{ get_param: 'OS::stack_id' }, 'b']] };
    expect(resources['p-b-alarm']?.properties).toMatchObject({
      query: { str_replace: { params: { SERVER_GROUP: marker } } },
      alarm_actions: [{ str_replace: { params: { url: { get_attr: ['p-b', 'signal_url'] } } } }],
    });
    expect(resources['group-b']?.properties).toMatchObject({
      resource: { properties: { metadata: { 'metering.server_group': marker } } },
    });
  });

  it('of a PromQL query holds the query and the comparison', () => {
    expect(alarm({ prometheus: 'avg(load)', above: 2 })).toMatchObject({
      type: 'OS::Aodh::PrometheusAlarm',
      properties: { query: 'avg(load)', threshold: 2, comparison_operator: 'gt' },
    });
  });

  it('in percent of a flavor that nobody knows is left out, and that is a problem', () => {
    const facts = { ...FACTS, flavors: [] };
    const { resources, problems } = made(
      { policies: [{ name: 'p', add: 1, metric: 'cpu', above: '80%' }] },
      {},
      facts,
    );
    expect(Object.keys(resources)).toEqual(['group', 'p']);
    expect(messages(problems)).toEqual([
      '80 % is that of the flavor "m1.small", which this project does not have (or has twice); name one that it has',
    ]);
  });
});

describe('several conditions', () => {
  const cpu = { metric: 'cpu', above: '80%', for: '15m' };
  const memory = { metric: 'memory', above: '75%', for: '5m' };

  it('of `all` give each window a twin of its newest value, for Aodh takes a mixed window for its opposite', () => {
    const both = rules({ all: [cpu, memory] });
    expect(both.map(({ metric, evaluation_periods }) => [metric, evaluation_periods])).toEqual([
      ['cpu', 3],
      ['cpu', 1],
      ['memory.usage', 1],
    ]);
    expect(alarm({ all: [cpu, memory] })?.properties['composite_rule']).toMatchObject({ operator: 'and' });
  });

  it('of `any` keep window and twin together in brackets of their own', () => {
    const [first, second] = rules({ any: [cpu, memory] });
    expect(first).toMatchObject({ and: [{ evaluation_periods: 3 }, { evaluation_periods: 1 }] });
    expect(second).toMatchObject({ metric: 'memory.usage' });
    expect(alarm({ any: [cpu, memory] })?.properties['composite_rule']).toMatchObject({ operator: 'or' });
  });

  it('may mix Gnocchi and Prometheus', () => {
    expect(rules({ all: [cpu, { prometheus: 'avg(load)', above: 2 }] }).map(({ type }) => type)).toEqual([
      'gnocchi_aggregation_by_resources_threshold',
      'gnocchi_aggregation_by_resources_threshold',
      'prometheus',
    ]);
  });
});

describe('steps', () => {
  const stepped = (steps: readonly JsonObject[]) =>
    made({ policies: [{ name: 'p', add: 1, metric: 'cpu', above: '60%', steps: [...steps] }] });
  const two = [
    { above: '90%', add: 4 },
    { above: '75%', add: 2 },
  ];

  it('become scaling policies named by rank, whatever their order in the file', () => {
    const { resources } = stepped(two);
    expect(Object.keys(resources).sort()).toEqual(
      ['group', 'p', 'p-alarm', 'p-step1', 'p-step1-alarm', 'p-step2', 'p-step2-alarm'].sort(),
    );
    expect(resources['p-step2']?.properties['scaling_adjustment']).toBe(4);
    expect(stepped(two.toReversed()).resources).toEqual(resources);
  });

  it('leave the turn to the next stronger one while the newest value is beyond its threshold', () => {
    const { resources } = stepped(two);
    const limits = (name: string) => {
      const rule = resources[`${name}-alarm`]?.properties['composite_rule'] as { rules: JsonObject[] };
      return rule.rules.map((part) => [
        part['comparison_operator'],
        (part['threshold'] as number) / 3e9,
        part['evaluation_periods'],
      ]);
    };
    expect(limits('p')).toEqual([
      ['gt', 60, 2],
      ['gt', 60, 1],
      ['le', 75, 1],
    ]);
    expect(limits('p-step1').at(-1)).toEqual(['le', 90, 1]);
    expect(resources['p-step2-alarm']?.type).toBe('OS::Aodh::GnocchiAggregationByResourcesAlarm');
  });

  it('one put between others changes those behind it in place', () => {
    const before = stepped(two).resources;
    const after = stepped([...two, { above: '80%', add: 3 }]).resources;
    expect(after['p-step1']).toEqual(before['p-step1']);
    expect(after['p-step2']?.type).toBe(before['p-step2']?.type);
    expect(after['p-step3']?.properties['scaling_adjustment']).toBe(4);
  });
});

describe('what this cloud can’t give', () => {
  const cpu = [{ name: 'p', add: 1, metric: 'cpu', above: '80%' }];
  const unmet = (
    policies: readonly JsonObject[],
    telemetry: Partial<typeof TELEMETRY>,
    scaling: JsonObject = {},
  ) =>
    messages(
      made(
        { policies: [...policies], ...scaling },
        {},
        { ...FACTS, telemetry: { ...TELEMETRY, ...telemetry } },
      ).unmet,
    );

  it('nothing, where all is there', () => {
    expect(unmet(cpu, {})).toEqual([]);
  });

  it.each([
    [
      'no Aodh',
      { services: { gnocchi: true, aodh: false } },
      'an alarm needs Aodh, and this cloud’s catalogue has no service of type "alarming"; remove the condition: the scaling policy then has a URL, which anything else may call',
    ],
    [
      'no Gnocchi',
      { services: { gnocchi: false, aodh: true } },
      'the metric "cpu" needs Gnocchi, and this cloud’s catalogue has no service of type "metric"; use a prometheus query instead, if the cloud has Prometheus',
    ],
    [
      'a spacing that nothing keeps',
      {
        archivePolicies: [],
        metrics: [{ name: 'cpu', archivePolicies: [{ ...LOW_RATE, granularities: [60, 3600] }] }],
      },
      'the metric "cpu" is not kept every 5 min here but every 1 min or 60 min (archive policy "ceilometer-low-rate"); set scaling.granularity to one of those',
    ],
    [
      'another aggregation',
      {
        archivePolicies: [],
        metrics: [{ name: 'cpu', archivePolicies: [{ ...LOW_RATE, aggregations: ['max'] }] }],
      },
      'the metric "cpu" is kept here without the aggregation "mean" (archive policy "ceilometer-low-rate"); there are: max',
    ],
    [
      'no such resource type',
      { resourceTypes: [] },
      'the metric "cpu" belongs to the resource type "instance", which this cloud’s Gnocchi does not have; name the type of your resources as resourceType, or let an operator run Ceilometer’s upgrade',
    ],
  ])('%s', (_name, telemetry, message) => {
    expect(unmet(cpu, telemetry)).toEqual([message]);
  });

  it('a group’s share of disks and interfaces, which a usual Gnocchi can’t tell', () => {
    const [message] = unmet([{ name: 'p', add: 1, metric: 'disk.read', above: '20MB/s' }], {});
    expect(message).toMatch(
      /^the metric "disk.read" belongs to the resource type "instance_disk", which has no attribute server_group here/,
    );
  });

  it('an own metric that nobody has, unless it is new', () => {
    const metric = { name: 'queue.dept' };
    const [message] = unmet([{ name: 'p', add: 1, metric, above: 1 }], {});
    expect(message).toBe(
      'no resource of this project has the metric "queue.dept"; did you mean "queue.depth"?',
    );
    expect(unmet([{ name: 'p', add: 1, metric: { ...metric, new: true }, above: 1 }], {})).toEqual([]);
  });
});

describe('how long a condition must hold', () => {
  it.each([
    [
      'above',
      '7m',
      'for is "7 min", and cpu is measured every 5 min; it must be a multiple of that, such as 10 min',
    ],
    [
      'above',
      '12m',
      'for is "12 min", and cpu is measured every 5 min; it must be a multiple of that, such as 10 min or 15 min',
    ],
    [
      'above',
      '5m',
      'for is "5 min", which is one measure (cpu is measured every 5 min); the growth of a counter over the group is wrong in a measure in which a server comes or goes, so it must be at least 10 min (2 measures)',
    ],
    [
      'below',
      '10m',
      'for is "10 min", which is 2 measures (cpu is measured every 5 min); the growth of a counter over the group is wrong in a measure in which a server comes or goes, so it must be at least 15 min (3 measures)',
    ],
    [
      'above',
      '10h',
      'for is "10 h", which is 120 measures (cpu is measured every 5 min); it must be at most 500 min (100 measures), for Aodh looks at no more than 100',
    ],
  ])('%s for %s', (comparison, lasting, message) => {
    const { problems } = one({ metric: 'cpu', [comparison]: '50%', for: lasting });
    expect(messages(problems)).toEqual([message]);
  });

  it('may be one measure for a metric that is no counter', () => {
    expect(one({ metric: 'memory', above: '50%', for: '5m' }).problems).toEqual([]);
  });

  it('stands at the line of `for`', () => {
    const { problems } = one({ metric: 'cpu', above: '50%', for: '7m' });
    expect(problems[0]?.column).toBeGreaterThan(100);
    expect(problems).toHaveLength(1);
  });
});
