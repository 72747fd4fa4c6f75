/** What rules of the settings leave alone keeps its live value, whatever else is updated. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaveIgnored } from '../../../src/core/plan/leave-ignored.ts';
import { type Pair, planGroup } from '../../../src/core/plan/plan.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import type { PresentStack } from '../../../src/model/observed.ts';
import type { GroupPlan } from '../../../src/model/plan.ts';
import type { TemplateSpec } from '../../../src/model/spec.ts';
import { group, live, template, WEB } from '../live-stack.ts';

const NOW = new Date('2026-01-05T12:00:00Z');
const rule = (path: string, expires = '2026-12-31') => ({
  group: 'web',
  path,
  reason: 'known',
  expires,
  source: { file: '.thermostat.yaml', line: 5, column: 7 },
});

function left(desired: DesiredStack, observed: PresentStack, ...paths: readonly string[]): Pair {
  const rules = paths.map((path) => rule(path));
  return leaveIgnored({ desired, observed, definitions: {} }, { rules, now: NOW });
}

const pathsOf = ({ changes }: GroupPlan): readonly string[] =>
  changes.flatMap(({ address, fields }) =>
    fields.length === 0
      ? [address]
      : fields.map(({ path }) => (path === '' ? address : `${address}.${path}`)),
  );
const sent = ({ desired }: Pair): DesiredStack => {
  if (desired.presence === 'absent') throw new Error('no stack is desired');
  return desired;
};

const ALARM = (threshold: unknown): JsonObject => ({
  type: 'OS::Aodh::GnocchiAggregationByResourcesAlarm',
  properties: { metric: 'cpu', threshold: threshold as JsonObject, evaluation_periods: 2 },
});
const stack = (resources: JsonObject, rest: Partial<TemplateSpec> = {}, more: JsonObject = {}) =>
  template({ heat_template_version: '2018-08-31', ...more, resources }, rest);

describe('a value that is ignored', () => {
  test('is sent as it lives, while another field of the same alarm changes', () => {
    const observed = live(stack({ high: ALARM(95) }), []);
    const next = stack({ high: { ...ALARM(80), metadata: { why: 'sale' } } });
    const pair = left(next, observed, 'resources.high.properties.threshold');
    expect(pathsOf(planGroup(pair))).toEqual(['resources.high.metadata']);
    expect(sent(pair).template['resources']).toMatchObject({ high: { properties: { threshold: 95 } } });
    expect(planGroup(pair).ignored).toMatchObject([
      { path: 'resources.high.properties.threshold', live: 95, declared: 80, expires: '2026-12-31' },
    ]);
  });

  test('takes the place of the function that would compute another one', () => {
    const parameters = { most: { type: 'number', default: 80 } };
    const observed = live(stack({ high: ALARM(95) }, {}, { parameters }), []);
    const pair = left(
      stack({ high: ALARM({ get_param: 'most' }) }, {}, { parameters }),
      observed,
      'resources.high',
    );
    expect(planGroup(pair).action).toBe('no-op');
    expect(sent(pair).template['resources']).toMatchObject({ high: { properties: { threshold: 95 } } });
  });

  test('is one key of a map that a parameter gives, and the other keys are the repository’s', () => {
    const holds = {
      server: { type: 'OS::Nova::Server', properties: { metadata: { get_param: 'meta' } } },
    };
    const given = (role: string, owner: string): DesiredStack =>
      stack(
        holds,
        {
          environment: {
            parameters: { meta: { role, 'metering.owner': owner } },
            parameter_defaults: {},
            resource_registry: {},
          },
        },
        { parameters: { meta: { type: 'json' } } },
      );
    const pair = left(
      given('api', 'us'),
      live(given('web', 'them'), []),
      'resources.server.properties.metadata.metering.owner',
    );
    expect(sent(pair).template['resources']).toMatchObject({
      server: { properties: { metadata: { role: 'api', 'metering.owner': 'them' } } },
    });
  });

  test('is one key of a map that only the cloud has, or only the repository', () => {
    const server = (metadata?: JsonObject) =>
      stack({ server: { type: 'OS::Nova::Server', properties: metadata ? { metadata } : {} } });
    const path = 'resources.server.properties.metadata.owner';
    const theirs = left(server(), live(server({ owner: 'them' }), []), path);
    expect(planGroup(theirs)).toMatchObject({
      action: 'no-op',
      ignored: [{ path, live: 'them', declared: null }],
    });
    const both = left(server(), live(server({ owner: 'them', role: 'web' }), []), path);
    expect(pathsOf(planGroup(both))).toEqual(['resources.server.properties.metadata.role']);
    expect(sent(both).template['resources']).toMatchObject({
      server: { properties: { metadata: { owner: 'them' } } },
    });
    const ours = left(server({ owner: 'us', role: 'web' }), live(server(), []), path);
    expect(planGroup(ours)).toMatchObject({
      changes: [{ fields: [{ path: 'properties.metadata', after: { role: 'web' } }] }],
      ignored: [{ path, live: null, declared: 'us' }],
      findings: [],
    });
  });

  test('is a parameter, and what uses it follows', () => {
    const given = (most: number) =>
      stack(
        { high: ALARM({ get_param: 'most' }) },
        { environment: { parameters: { most }, parameter_defaults: {}, resource_registry: {} } },
        { parameters: { most: { type: 'number' } } },
      );
    const pair = left(given(80), live(given(95), []), 'parameters.most');
    expect(planGroup(pair)).toMatchObject({ action: 'no-op', ignored: [{ path: 'parameters.most' }] });
    expect(sent(pair).environment.parameters).toEqual({ most: 95 });
  });

  test('is a resource that somebody added, or took away', () => {
    const [one, both] = [stack({ high: ALARM(80) }), stack({ high: ALARM(80), low: ALARM(20) })];
    expect(planGroup(left(one, live(both, []), 'resources.low')).action).toBe('no-op');
    expect(planGroup(left(both, live(one, []), 'resources.low')).action).toBe('no-op');
  });

  test('is a maximum: bounds and servers are planned by it', () => {
    const [five, nine] = [5, 9].map((max) => group({ size: { min: 2, max, initial: 2 } }));
    if (!five || !nine) throw new Error('two groups');
    const pair = left(five, live(nine, [8]), 'resources.group.properties.max_size');
    expect(planGroup(pair)).toMatchObject({ action: 'no-op', size: { max: 9, after: 8 } });
  });

  test('is never a desired capacity: sent again it would set the size back', () => {
    const observed = live(group());
    const properties = {
      ...((observed.template['resources'] as { group: JsonObject }).group['properties'] as JsonObject),
    };
    const edited: PresentStack = {
      ...observed,
      template: {
        ...observed.template,
        resources: {
          ...(observed.template['resources'] as JsonObject),
          group: { type: 'OS::Heat::AutoScalingGroup', properties: { ...properties, desired_capacity: 7 } },
        },
      },
    };
    const pair = left(group(), edited, '*');
    expect(pathsOf(planGroup(pair))).toEqual(['resources.group.properties.desired_capacity']);
    expect(JSON.stringify(sent(pair).template)).not.toContain('desired_capacity');
  });
});

describe('a whole resource whose type the registry of the environment maps', () => {
  const tier = (value: string) =>
    `heat_template_version: 2018-08-31\nresources: { v: { type: OS::Heat::Value, properties: { value: ${value} } } }\n`;
  const of = (
    names: readonly string[],
    type: string,
    resource_registry: Readonly<Record<string, string>>,
    files: Readonly<Record<string, string>> = {},
  ) =>
    stack(Object.fromEntries(names.map((name) => [name, { type, properties: {} }])), {
      environment: { parameters: {}, parameter_defaults: {}, resource_registry },
      files,
    });
  const TIER = { 'Shop::Tier': 'tier.yaml' };
  const VALUE = { 'Shop::Value': 'OS::Heat::Value' };
  const typeSent = (pair: Pair) => Object(sent(pair).template['resources']).b?.type;

  test('goes along by the name that it was written with', () => {
    const both = of(['a', 'b'], 'Shop::Tier', TIER, { 'tier.yaml': tier('1') });
    const one = of(['a'], 'Shop::Tier', TIER, { 'tier.yaml': tier('1') });
    const pair = left(one, live(both, []), 'resources.b');
    expect([typeSent(pair), planGroup(pair).action]).toEqual(['Shop::Tier', 'no-op']);
    const gone = left(both, live(one, []), 'resources.b');
    expect([typeSent(gone), planGroup(gone).action]).toEqual([undefined, 'no-op']);
  });

  test.each([
    ['does not have it', of([], 'Shop::Tier', {})],
    [
      'means another file by it',
      of(['a'], 'Shop::Tier', { 'Shop::Tier': 'new.yaml' }, { 'new.yaml': tier('2') }),
    ],
  ])('goes along by the file itself where the repository %s', (_, desired) => {
    const pair = left(
      desired,
      live(of(['b'], 'Shop::Tier', TIER, { 'tier.yaml': tier('1') }), []),
      'resources.b',
    );
    expect([typeSent(pair), sent(pair).files['tier.yaml']]).toEqual(['tier.yaml', tier('1')]);
    expect(planGroup(pair).findings).toEqual([]);
  });

  test.each([
    [
      'another text in the repository',
      of(['a'], 'Shop::Tier', TIER, { 'tier.yaml': tier('2') }),
      of(['a', 'b'], 'Shop::Tier', TIER, { 'tier.yaml': tier('1') }),
    ],
    ['the live environment', of([], 'Shop::Value', {}), of(['b'], 'Shop::Value', VALUE)],
  ])(
    'can’t be kept where its type or its file is that of %s, and the group is refused',
    (why, desired, observed) => {
      const pair = left(desired, live(observed, []), 'resources.b');
      expect(planGroup(pair).findings).toMatchObject([
        { rule: 'ignored-not-left', severity: 'error', message: expect.stringContaining(why) },
      ]);
    },
  );

  test('is kept where the entry of the registry is left as it is, too', () => {
    const observed = live(of(['b'], 'Shop::Value', VALUE), []);
    const paths = ['resources.b', 'environment.resource_registry.Shop::Value'];
    const pair = left(of([], 'Shop::Value', {}), observed, ...paths);
    expect([typeSent(pair), planGroup(pair).action, planGroup(pair).findings]).toEqual([
      'Shop::Value',
      'no-op',
      [],
    ]);
  });
});

const DRAINED = { rollout: { ...WEB.rollout, drainSeconds: 30 } };

describe('inside the file of a member', () => {
  test('what is ignored alone changes nothing, under the live name', () => {
    const observed = live(group(DRAINED, { flavor: 'm1.large' }));
    const pair = left(group(DRAINED), observed, 'resources.group.nested.server.properties.flavor');
    expect(planGroup(pair)).toMatchObject({ action: 'no-op', ignored: [{ live: 'm1.large' }] });
  });

  test('it goes along when the servers are replaced for something else', () => {
    const observed = live(group(DRAINED, { flavor: 'm1.large' }));
    const pair = left(
      group(DRAINED, { image: 'ubuntu-22.04' }),
      observed,
      'resources.group.nested.server.properties.flavor',
    );
    const made = planGroup(pair);
    expect(made.servers).toMatchObject({ replace: 3 });
    expect(pathsOf(made)).toEqual(['resources.group.nested.server.properties.image']);
    const [[name, text] = []] = Object.entries(sent(pair).files);
    expect(text).toContain('m1.large');
    expect(JSON.stringify(sent(pair).template)).toContain(name);
  });
});

describe('a rule', () => {
  test('of another group, or whose day is over, leaves nothing; the latter is told of', () => {
    const [desired, observed] = [stack({ high: ALARM(80) }), live(stack({ high: ALARM(95) }), [])];
    const pair = { desired, observed, definitions: {} };
    expect(leaveIgnored(pair, { rules: [{ ...rule('*'), group: 'api' }], now: NOW })).toBe(pair);
    const late = leaveIgnored(pair, { rules: [rule('resources.*', '2026-01-04')], now: NOW });
    expect(planGroup(late)).toMatchObject({
      action: 'update',
      ignored: [],
      findings: [{ rule: 'ignore-expired', severity: 'warn' }],
    });
  });

  test('that can’t be kept refuses the group rather than undo what it speaks of', () => {
    const refers = (name: string): JsonObject => ({
      high: { type: 'OS::Heat::Value', properties: { value: { get_resource: name } } },
      [name]: ALARM(1),
    });
    const pair = left(stack(refers('b')), live(stack(refers('a')), []), 'resources.high.*');
    expect(planGroup(pair)).toMatchObject({
      findings: [{ rule: 'ignored-not-left', severity: 'error', message: expect.stringContaining('"a"') }],
    });
  });

  test('changes no approval of anything else, whatever the ignored value becomes meanwhile', () => {
    const next = stack({ high: { ...ALARM(80), metadata: { why: 'sale' } } });
    const at = (threshold: number) =>
      planGroup(
        left(next, live(stack({ high: ALARM(threshold) }), []), 'resources.high.properties.threshold'),
      );
    expect(at(95).fingerprint).toBe(at(97).fingerprint);
    const without = planGroup({
      desired: next,
      observed: live(stack({ high: ALARM(95) }), []),
      definitions: {},
    });
    expect(without.fingerprint).not.toBe(at(95).fingerprint);
  });
});

const spec = fc
  .record({
    max: fc.integer({ min: 4, max: 9 }),
    image: fc.constantFrom('ubuntu-20.04', 'ubuntu-22.04'),
    flavor: fc.constantFrom('m1.small', 'm1.large'),
    metadata: fc.dictionary(fc.constantFrom('role', 'a.b', 'a', 'team'), fc.constantFrom('x', 'y'), {
      maxKeys: 3,
    }),
    keyPair: fc.constantFrom(null, 'ops'),
    maxBatch: fc.integer({ min: 1, max: 3 }),
    team: fc.constantFrom('shop', 'ops'),
  })
  .map(
    ({ max, team, maxBatch, ...server }) =>
      (drainSeconds: number) =>
        group(
          {
            size: { min: 2, max, initial: 3 },
            labels: { team },
            rollout: { ...WEB.rollout, maxBatch, drainSeconds },
          },
          server,
        ),
  );
const drain = fc.constantFrom(0, 30);

test('when all is ignored, nothing is done', () => {
  fc.assert(
    fc.property(spec, spec, drain, drain, (before, after, was, becomes) => {
      const pair = left(after(becomes), live(before(was)), '*');
      expect(planGroup(pair)).toMatchObject({ action: 'no-op', changes: [], steps: [] });
    }),
  );
});

test('one ignored field is taken out of the plan, and every other one stays in it', () => {
  fc.assert(
    fc.property(spec, spec, drain, fc.nat(), (before, after, seconds, pick) => {
      const observed = live(before(seconds));
      const all = pathsOf(planGroup({ desired: after(seconds), observed, definitions: {} }));
      const path = all[pick % Math.max(1, all.length)];
      if (path === undefined) return;
      const made = planGroup(left(after(seconds), observed, path));
      const [kept, ignored] = [pathsOf(made), made.ignored.map((one) => one.path)];
      expect([...kept, ...ignored].sort()).toEqual([...all].sort());
      expect(ignored).toContain(path);
    }),
  );
});
