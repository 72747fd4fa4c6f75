/** What a plan says of one group: who stays, comes and goes, and what Heat will be sent. */
import { describe, expect, test } from 'vitest';
import { makePlan, planGroup } from '../../../src/core/plan/plan.ts';
import type { OctaviaPoolSpec } from '../../../src/model/balancer-spec.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import type { ObservedStack } from '../../../src/model/observed.ts';
import type { GroupSpec } from '../../../src/model/spec.ts';
import { COMPLETE, group, live, member, onNetwork, template, WEB, withMembers } from '../live-stack.ts';

const ABSENT: ObservedStack = { presence: 'absent', name: 'web' };
const plan = (desired: DesiredStack, observed: ObservedStack) =>
  planGroup({ desired, observed, definitions: {} });
const rules = (desired: DesiredStack, observed: ObservedStack) =>
  plan(desired, observed).findings.map(({ rule }) => rule);
const rollout = (change: Partial<GroupSpec['rollout']>) => ({ rollout: { ...WEB.rollout, ...change } });
const MEMBER = { port: 80, subnet: null, network: 'private-network', weight: 1 };
const SHARED_POOL: OctaviaPoolSpec = { kind: 'octavia-pool', pool: 'shared', member: MEMBER };
const HEAVY = { ...MEMBER, weight: 10 };

describe('a group that does not exist', () => {
  test('is created with its initial size, then released', () => {
    const made = plan(group(), ABSENT);
    expect(made.action).toBe('create');
    expect(made.servers).toMatchObject({ create: 3, keep: 0 });
    expect(made.steps.map(({ kind, capacities }) => [kind, capacities.map(({ value }) => value)])).toEqual([
      ['create', [3]],
      ['release-capacity', []],
    ]);
  });

  test('needs no release when it starts at its minimum', () => {
    const made = plan(group({ size: { min: 2, max: 8, initial: 2 } }), ABSENT);
    expect(made.steps.map(({ kind }) => kind)).toEqual(['create']);
    expect(made.size).toMatchObject({ current: 0, after: 2 });
  });
});

describe('a group that an alarm has scaled', () => {
  test('is not a change, whatever its size inside the bounds', () => {
    for (const size of [2, 3, 5, 8]) expect(plan(group(), live(group(), [size])).action).toBe('no-op');
  });

  test('is not a change when the spec asks for another initial size', () => {
    const moved = group({ size: { min: 2, max: 8, initial: 6 } });
    expect(plan(moved, live(group(), [5])).action).toBe('no-op');
  });

  test('keeps its size when something else changes', () => {
    const made = plan(group({ size: { min: 2, max: 12, initial: 3 } }), live(group(), [5]));
    expect(made.action).toBe('update');
    expect(made.size).toEqual({ min: 2, max: 12, current: 5, after: 5, before: { min: 2, max: 8 } });
    expect(made.servers).toEqual({ keep: 5, update: 0, create: 0, replace: 0, delete: 0 });
    expect(made.steps.map(({ capacities }) => capacities)).toEqual([[]]);
  });

  test('shrinks to a smaller maximum, oldest first, and the plan warns', () => {
    const made = plan(group({ size: { min: 2, max: 4, initial: 2 } }), live(group(), [6]));
    expect(made.size.after).toBe(4);
    const gone = made.scalingGroups[0]?.members
      .filter(({ fate }) => fate === 'delete')
      .map(({ server }) => server?.name);
    expect(gone).toEqual(['web-0', 'web-1']);
    expect(made.findings.map(({ rule }) => rule)).toContain('shrinks-below-live-size');
  });

  test('goes whole when zones take its place, and the plan warns and says how to go on serving', () => {
    const made = plan(group({ zones: ['a', 'b'] }), live(group(), [6]));
    expect(made.servers).toMatchObject({ delete: 6 });
    const message = made.findings.find(({ rule }) => rule === 'group-goes')?.message;
    expect(message).toContain('the group group goes with its 6 servers, not in batches');
    expect(message).toContain('another one begins at its initial size: group-a at 3, group-b at 3');
    expect(message).toContain('as a second stack');
    expect(rules(group(), live(group({ zones: ['a', 'b'] }), [2, 1]))).toContain('group-goes');
    expect(rules(group({ zones: ['a', 'b'] }), live(group({ zones: ['a'] }), [2]))).not.toContain(
      'group-goes',
    );
  });

  test('grows to a larger minimum', () => {
    const made = plan(group({ size: { min: 5, max: 8, initial: 5 } }), live(group(), [3]));
    expect(made.servers).toMatchObject({ keep: 3, create: 2 });
    expect(made.size.after).toBe(5);
  });
});

describe('what becomes of the servers', () => {
  test.each([
    ['another image is a new server', group({}, { image: 'ubuntu-22.04' }), 'replace', 'new image'],
    ['another flavor is a new server', group({}, { flavor: 'm1.large' }), 'replace', 'new flavor'],
    ['another key pair is a new server', group({}, { keyPair: 'ops' }), 'replace', 'new key pair'],
    [
      'security groups are a new server',
      group({}, { securityGroups: ['web'] }),
      'replace',
      'new security groups',
    ],
    [
      'user data is a new server',
      group({}, { userData: '#!/bin/sh\n' }),
      'replace',
      'new user data, new user data format',
    ],
    ['metadata is set in place', group({}, { metadata: { role: 'api' } }), 'update', 'metadata set'],
    [
      'a network is exchanged in place',
      group({}, { networks: [onNetwork('other')] }),
      'update',
      'interfaces detached and attached, addresses change',
    ],
  ] as const)('%s', (_, desired, fate, how) => {
    const members = plan(desired, live(group(), [3])).scalingGroups[0]?.members ?? [];
    expect(members.map((one) => [one.fate, one.how])).toEqual(Array(3).fill([fate, how]));
  });

  test('a rebuilding group changes servers in place', () => {
    const before = group(rollout({ imageChange: 'rebuild', flavorChange: 'resize' }));
    const made = plan(
      group(rollout({ imageChange: 'rebuild', flavorChange: 'resize' }), { image: 'ubuntu-22.04' }),
      live(before),
    );
    expect(made.action).toBe('update');
    expect(made.servers).toEqual({ keep: 3, update: 3, create: 0, replace: 0, delete: 0 });
  });

  test('switching the rollout alone touches no server', () => {
    const made = plan(group(rollout({ imageChange: 'rebuild' })), live(group()));
    expect(made.servers).toEqual({ keep: 3, update: 0, create: 0, replace: 0, delete: 0 });
  });

  test.each([
    ['imageChange', { imageChange: 'rebuild' }],
    ['flavorChange', { flavorChange: 'resize' }],
  ] as const)(
    'where members hand over, another %s is a new server, and the plan says why',
    (setting, change) => {
      const made = plan(
        group(rollout({ drainSeconds: 30, ...change })),
        live(group(rollout({ drainSeconds: 30 }))),
      );
      expect(made.servers).toMatchObject({ replace: 3 });
      expect(made.scalingGroups[0]?.members[0]?.how).toBe(
        `new server: ${setting} changes, and is part of its name`,
      );
    },
  );

  test('batches name the servers, oldest first, and count those that run and those that serve', () => {
    const made = plan(
      group(rollout({ maxBatch: 2, minInService: 2 }), { image: 'ubuntu-22.04' }),
      live(group(), [4]),
    );
    expect(made.scalingGroups[0]?.batches).toEqual([
      { servers: ['web-0', 'web-1'], running: 6, inService: 2 },
      { servers: ['web-2', 'web-3'], running: 6, inService: 2 },
    ]);
  });

  describe('behind a load balancer', () => {
    const balanced = (change: Partial<GroupSpec> = {}, server: Partial<GroupSpec['server']> = {}) =>
      group({ loadBalancer: SHARED_POOL, ...rollout({ drainSeconds: 30 }), ...change }, server);
    const changing = (desired: DesiredStack) => plan(desired, live(balanced(), [3]));

    test('a new image hands over: nobody leaves before the new server is there', () => {
      const made = changing(balanced({}, { image: 'ubuntu-22.04' }));
      expect(made.servers).toMatchObject({ replace: 3 });
      expect(made.scalingGroups[0]?.members[0]?.how).toBe('new image');
      expect(made.scalingGroups[0]?.batches[0]).toEqual({ servers: ['web-0'], running: 4, inService: 3 });
    });

    test('only what differs is shown, by names without generation or hash', () => {
      const made = changing(balanced({}, { image: 'ubuntu-22.04' }));
      expect(made.changes.map(({ address }) => address)).toEqual(['resources.group']);
      expect(made.changes[0]?.fields).toEqual([
        { path: 'nested.server.properties.image', before: 'ubuntu-20.04', after: 'ubuntu-22.04' },
      ]);
    });

    test.each([
      ['metadata', balanced({}, { metadata: { role: 'api' } }), 'server'],
      ['the weight', balanced({ loadBalancer: { ...SHARED_POOL, member: HEAVY } }), 'pool_member'],
    ] as const)('%s changes in place', (_, desired, where) => {
      const made = changing(desired);
      expect(made.servers).toMatchObject({ keep: 3, replace: 0 });
      expect(made.scalingGroups[0]?.members[0]?.how).toContain(where);
      expect(made.scalingGroups[0]?.batches[0]).toMatchObject({ inService: 3 });
    });

    test('another port is another pool member of the same server', () => {
      const port = { ...SHARED_POOL.member, port: 8080 };
      const made = changing(balanced({ loadBalancer: { ...SHARED_POOL, member: port } }));
      expect(made.changes[0]?.fields.map(({ path }) => path)).toEqual([
        'nested.pool_member.properties.protocol_port',
      ]);
      expect(made.servers).toMatchObject({ keep: 3, replace: 0 });
    });

    test('a first word of readiness makes new servers: they must boot with it', () => {
      const made = changing(
        balanced(rollout({ drainSeconds: 30, ready: { timeoutSeconds: 60, check: null } })),
      );
      expect(made.servers).toMatchObject({ replace: 3 });
    });
  });

  test('a surge that ends with other members is a replacement, not a deletion', () => {
    const made = plan(
      group(rollout({ maxBatch: 2, minInService: 2 }), { image: 'ubuntu-22.04' }),
      live(group(), [3]),
    );
    expect(made.servers).toEqual({ keep: 0, update: 0, create: 0, replace: 3, delete: 0 });
    expect(made.scalingGroups[0]?.members[1]?.how).toBe('new image');
  });

  test('servers that do not run are named when the update leaves them so', () => {
    const stack = withMembers(live(group()), [member(0, COMPLETE, 'SHUTOFF'), member(1), member(2)]);
    const made = plan(group({ size: { min: 2, max: 12, initial: 3 } }), stack);
    expect(made.findings.find(({ rule }) => rule === 'servers-not-running')?.message).toContain(
      'web-0 is SHUTOFF',
    );
    expect(rules(group({}, { flavor: 'm1.large' }), stack)).not.toContain('servers-not-running');
  });

  test('a smaller maximum comes first when servers are replaced too', () => {
    const desired = group({ size: { min: 2, max: 3, initial: 2 } }, { image: 'ubuntu-22.04' });
    const made = plan(desired, live(group(), [5]));
    expect(made.steps.map(({ kind }) => kind)).toEqual(['shrink', 'update']);
    expect(made.servers).toMatchObject({ replace: 3, delete: 2 });
    expect(made.scalingGroups[0]?.batches[0]).toMatchObject({ running: 4, inService: 2 });
  });
});

describe('what forbids an apply', () => {
  test('an in-place change with a surge, which would leave a server behind', () => {
    const surging = rollout({ imageChange: 'rebuild', maxBatch: 2, minInService: 2 });
    expect(rules(group(surging, { image: 'ubuntu-22.04' }), live(group(surging), [3]))).toContain(
      'in-place-change-with-surge',
    );
  });

  test('a group that is itself marked failed, which any update would replace whole', () => {
    const stack = live(group());
    const groups = stack.groups.map((one) => ({
      ...one,
      state: { action: 'CHECK', status: 'FAILED', reason: '' } as const,
    }));
    expect(rules(group({}, { flavor: 'm1.large' }), { ...stack, groups })).toContain('group-marked-failed');
    // by a check of the stack it is otherwise: only members that failed are replaced
    const checked = groups.map((one) => ({ ...one, checked: true }));
    expect(rules(group({}, { flavor: 'm1.large' }), { ...stack, groups: checked })).not.toContain(
      'group-marked-failed',
    );
  });

  test('a stack that is being deleted', () => {
    const stack = {
      ...live(group()),
      state: { action: 'DELETE', status: 'IN_PROGRESS', reason: '' } as const,
    };
    expect(rules(group(), stack)).toContain('stack-being-deleted');
  });

  test.each([true, false])(
    'protection alone is a change, so that it comes and goes by a merge: %s',
    (protect) => {
      const tags = protect ? ['thermostat'] : ['thermostat', 'thermostat:protect'];
      const stack = { ...live(group()), tags: [...group().tags, ...tags] };
      const made = planGroup({ desired: group({ protect }), observed: stack, definitions: {} });
      expect(made).toMatchObject({ action: 'update', servers: { keep: 3, replace: 0, delete: 0 } });
      expect(made.changes.map(({ address, fields }) => [address, fields])).toEqual([
        ['metadata', [{ path: 'protect', before: !protect, after: protect }]],
      ]);
    },
  );

  test('a tombstone for a stack that Thermostat did not make, or that is protected', () => {
    const tombstone = { presence: 'absent', name: 'web', source: WEB.source } as const;
    const findings = (tags: readonly string[]) =>
      planGroup({ desired: tombstone, observed: { ...live(group()), tags }, definitions: {} }).findings.map(
        ({ rule }) => rule,
      );
    expect(findings([])).toEqual(['not-managed']);
    expect(findings(['thermostat', 'thermostat:protect'])).toEqual(['protected']);
    expect(findings(['thermostat'])).toEqual([]);
  });
});

describe('failed members', () => {
  const failed = { action: 'CHECK', status: 'FAILED', reason: 'marked' } as const;

  test('are made anew, and the update holds the size that Heat would otherwise forget', () => {
    const stack = withMembers(live(group()), [member(2, failed), member(0), member(1), member(3)]);
    const made = plan(group({ size: { min: 2, max: 12, initial: 3 } }), stack);
    expect(made.size).toMatchObject({ current: 4, after: 4 });
    expect(made.steps.map(({ kind, capacities }) => [kind, capacities.map(({ value }) => value)])).toEqual([
      ['update', [4]],
      ['release-capacity', []],
    ]);
  });

  test('that never came to be are not asked for again', () => {
    const stack = withMembers(live(group()), [
      member(2, { ...COMPLETE, status: 'FAILED' }),
      member(0),
      member(1),
    ]);
    const made = plan(group({ size: { min: 1, max: 12, initial: 3 } }), stack);
    expect(made.size.after).toBe(2);
    expect(made.steps.map(({ capacities }) => capacities)).toEqual([[]]);
  });
});

describe('an update that stopped half-way', () => {
  test('is finished: members that already have the new definition stay', () => {
    const desired = group({}, { flavor: 'm1.large' });
    const stack = {
      ...live(desired, [3]),
      state: { action: 'UPDATE', status: 'FAILED', reason: 'no host' } as const,
    };
    const definition = (flavor: string) => {
      const properties = desired.groups[0]?.member['properties'];
      const metadata = { role: 'web', 'metering.server_group': 'stack-id' };
      return { type: 'OS::Nova::Server', properties: { ...Object(properties), flavor, metadata } };
    };
    const definitions = {
      group: { m0: definition('m1.large'), m1: definition('m1.small'), m2: definition('m1.small') },
    };
    const made = planGroup({ desired, observed: stack, definitions });
    expect(made.action).toBe('replace');
    expect(made.scalingGroups[0]?.members.map(({ member: name, fate }) => [name, fate])).toEqual([
      ['m0', 'keep'],
      ['m1', 'replace'],
      ['m2', 'replace'],
    ]);
  });
});

test('a failed member is made anew with the next batch, although it already has the new definition', () => {
  const desired = group({}, { flavor: 'm1.large' });
  const failed = { action: 'CREATE', status: 'FAILED', reason: 'no host' } as const;
  const updateFailed = { action: 'UPDATE', status: 'FAILED', reason: 'no host' } as const;
  const stack = {
    ...withMembers(live(desired), [member(1, failed, 'ERROR'), member(0), member(2)]),
    state: updateFailed,
  };
  const groups = stack.groups.map((one) => ({ ...one, state: updateFailed }));
  const own = (flavor: string) => ({
    type: 'OS::Nova::Server',
    properties: {
      ...Object(desired.groups[0]?.member['properties']),
      flavor,
      metadata: { role: 'web', 'metering.server_group': 'stack-id' },
    },
  });
  const definitions = { group: { m0: own('m1.large'), m1: own('m1.large'), m2: own('m1.small') } };
  const [walked] = planGroup({ desired, observed: { ...stack, groups }, definitions }).scalingGroups;
  expect(walked?.members.map(({ member: name, fate, how }) => [name, fate, how])).toEqual([
    ['m1', 'replace', 'failed, made anew'],
    ['m0', 'keep', ''],
    ['m2', 'replace', 'new flavor'],
  ]);
  expect(walked?.batches[0]?.servers).toEqual(['web-1', 'web-2']);
});

describe('a template that people already have', () => {
  const HOT = {
    heat_template_version: '2013-05-23',
    resources: {
      my_instance_group: {
        type: 'OS::Heat::AutoScalingGroup',
        properties: {
          min_size: 1,
          max_size: 5,
          desired_capacity: 2,
          resource: { type: 'OS::Nova::Server', properties: { image: 'ubuntu-20.04', flavor: 'm1.small' } },
          cooldown: 60,
          health_check: { type: 'EC2', grace_period: 300 },
        },
      },
    },
  };

  test('starts at its desired capacity, and Heat never sees what is not its own', () => {
    const desired = template(HOT);
    expect(JSON.stringify(desired.template)).not.toMatch(/health_check|desired_capacity/);
    expect(plan(desired, ABSENT).servers.create).toBe(2);
    expect(desired.findings.map(({ rule }) => rule)).toEqual(['initial-size-only', 'thermostat-key']);
  });

  test('a desired capacity left in the live template is taken out, and the size kept', () => {
    const stack = { ...live(template(HOT), [4]), template: HOT };
    const made = plan(template(HOT), stack);
    expect(made.action).toBe('update');
    expect(made.size).toMatchObject({ current: 4, after: 4 });
  });

  test('a changed parameter reaches the servers that use it', () => {
    const withParameter = (flavor: string) =>
      template(
        {
          heat_template_version: '2018-08-31',
          parameters: { flavor: { type: 'string' } },
          resources: {
            g: {
              type: 'OS::Heat::AutoScalingGroup',
              properties: {
                min_size: 1,
                max_size: 3,
                resource: {
                  type: 'OS::Nova::Server',
                  properties: { image: 'i', flavor: { get_param: 'flavor' } },
                },
              },
            },
          },
        },
        { environment: { parameters: { flavor }, parameter_defaults: {}, resource_registry: {} } },
      );
    const made = plan(withParameter('m1.large'), live(withParameter('m1.small'), [2]));
    expect(made.changes.map(({ address }) => address)).toEqual(['resources.g', 'parameters']);
    expect(made.scalingGroups[0]?.members.map(({ fate, how }) => [fate, how])).toEqual(
      Array(2).fill(['update', 'resized in place']),
    );
  });

  test('a replaced security group replaces the servers that refer to it', () => {
    const withRule = (name: string) =>
      template({
        heat_template_version: '2018-08-31',
        resources: {
          key: { type: 'OS::Nova::KeyPair', properties: { name } },
          g: {
            type: 'OS::Heat::AutoScalingGroup',
            properties: {
              min_size: 1,
              max_size: 3,
              resource: {
                type: 'OS::Nova::Server',
                properties: { image: 'i', flavor: 'f', key_name: { get_resource: 'key' } },
              },
            },
          },
        },
      });
    const made = plan(withRule('b'), live(withRule('a'), [1]));
    expect(made.scalingGroups[0]?.members[0]).toMatchObject({
      fate: 'replace',
      how: 'new key pair (key is replaced)',
    });
  });

  test('a member file is sent under a name that holds its content', () => {
    const nested = (flavor: string) =>
      template(
        {
          heat_template_version: '2018-08-31',
          resources: {
            g: {
              type: 'OS::Heat::AutoScalingGroup',
              properties: { min_size: 1, max_size: 3, resource: { type: 'member.yaml' } },
            },
          },
        },
        {
          files: {
            'member.yaml': `heat_template_version: 2018-08-31\nresources:\n  server:\n    type: OS::Nova::Server\n    properties: { image: i, flavor: ${flavor}, flavor_update_policy: REPLACE }\n`,
          },
        },
      );
    expect(Object.keys(nested('m1.small').files)[0]).toMatch(/^member-[0-9a-f]{8}\.yaml$/);
    const made = plan(nested('m1.large'), live(nested('m1.small'), [2]));
    expect(made.scalingGroups[0]?.members.map(({ fate, how }) => [fate, how])).toEqual(
      Array(2).fill(['replace', 'server: new flavor']),
    );
  });
});

describe('fingerprints', () => {
  const fingerprint = (desired: DesiredStack, size: number) =>
    plan(desired, live(group(), [size])).fingerprint;

  test('are the same when an alarm scales between review and merge', () => {
    const desired = group({}, { flavor: 'm1.large' });
    expect(fingerprint(desired, 3)).toBe(fingerprint(desired, 5));
  });

  test('differ when the plan begins to delete', () => {
    const desired = group({ size: { min: 2, max: 4, initial: 2 } });
    expect(fingerprint(desired, 4)).not.toBe(fingerprint(desired, 5));
  });

  test('differ with every changed value', () => {
    const values = ['m1.large', 'm1.medium'].map((flavor) => fingerprint(group({}, { flavor }), 3));
    expect(new Set(values).size).toBe(2);
  });

  test('hold secrets back: user data never stands in a plan', () => {
    const made = plan(group({}, { userData: '#!/bin/sh\necho s3cr3t' }), live(group()));
    expect(JSON.stringify(made)).not.toContain('s3cr3t');
  });

  test('hold back the default of a hidden parameter and values under telling names', () => {
    const secretive = (value: string) =>
      template(
        {
          heat_template_version: '2018-08-31',
          parameters: {
            key: { type: 'string', hidden: true, default: `hidden-${value}` },
            db_password: { type: 'string' },
          },
          resources: {
            server: {
              type: 'OS::Nova::Server',
              properties: {
                image: 'i',
                flavor: 'f',
                metadata: { SECRET_WORD: `word-${value}`, plain: value },
              },
            },
          },
        },
        {
          environment: {
            parameters: { db_password: `pass-${value}` },
            parameter_defaults: {},
            resource_registry: {},
          },
        },
      );
    const text = JSON.stringify(plan(secretive('two'), live(secretive('one'))));
    expect(text).toContain('metadata.plain');
    expect(text).not.toMatch(/(hidden|word|pass)-(one|two)/);
  });

  test('of the whole plan ignore what does not change', () => {
    const pair = (name: string, flavor: string) => ({
      desired: group({ name }, { flavor }),
      observed: { ...live(group({ name })), name },
      definitions: {},
    });
    const alone = makePlan([pair('a', 'm1.large')], []);
    const beside = makePlan([pair('b', 'm1.small'), pair('a', 'm1.large')], []);
    expect(beside.fingerprint).toBe(alone.fingerprint);
    expect(beside.summary).toEqual({ create: 0, update: 0, replace: 1, delete: 0, noop: 1 });
  });
});
