/** What a member of a group is to Heat: a server alone, or a nested stack with names that hand over. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/model/json.ts';
import type { GroupSpec } from '../../../src/model/spec.ts';
import { group, onNetwork, WEB } from '../live-stack.ts';

const rollout = (change: Partial<GroupSpec['rollout']>) => ({ rollout: { ...WEB.rollout, ...change } });
const POOL: GroupSpec['loadBalancer'] = {
  kind: 'octavia-pool',
  pool: 'shared',
  member: { port: 8080, subnet: 'private-subnet', network: 'private-network', weight: 5 },
};

interface Nested {
  readonly file: string;
  readonly definition: JsonObject;
  readonly resources: Readonly<Record<string, JsonObject>>;
  readonly outputs: JsonObject;
  readonly parameters: JsonObject;
}

function nested(change: Partial<GroupSpec>, server: Partial<GroupSpec['server']> = {}): Nested {
  const { groups, files } = group(change, server);
  const definition = groups[0]?.member ?? {};
  const file = String(definition['type']);
  return { file, definition, ...JSON.parse(files[file] ?? '{}') };
}

const generationOf = ({ resources }: Nested): string =>
  Object.keys(resources)
    .find((name) => name.startsWith('server_'))
    ?.slice('server_'.length) ?? '';

describe('a server alone', () => {
  test('needs no nested stack', () => {
    expect(group().groups[0]?.member['type']).toBe('OS::Nova::Server');
    expect(group().files).toEqual({});
  });

  test('in a zone of its own is found by Gnocchi with the zone', () => {
    const { groups, template } = group({ zones: ['a', 'b'] });
    expect(groups.map(({ address }) => address)).toEqual(['group-a', 'group-b']);
    expect(groups.map(({ member }) => member['properties'])).toMatchObject([
      { availability_zone: 'a' },
      { availability_zone: 'b' },
    ]);
    expect(JSON.stringify(template)).toContain('"list_join":["/",[{"get_param":"OS::stack_id"},"a"]]');
    expect(Object.keys(template['resources'] ?? {})).toEqual(['group-a', 'out-a', 'group-b', 'out-b']);
  });

  test('boots from a volume made from the image', () => {
    const bootVolume = { sizeGiB: 20, type: 'ssd', keep: false };
    const properties = group({}, { bootVolume }).groups[0]?.member['properties'];
    expect(properties).not.toHaveProperty('image');
    expect(properties).toMatchObject({
      block_device_mapping_v2: [
        {
          boot_index: 0,
          image: 'ubuntu-20.04',
          volume_size: 20,
          volume_type: 'ssd',
          delete_on_termination: true,
        },
      ],
    });
  });
});

describe('a member without a pool', () => {
  test.each<readonly [string, Partial<GroupSpec>, Partial<GroupSpec['server']>, readonly string[]]>([
    ['drain', rollout({ drainSeconds: 30 }), {}, ['drain_']],
    [
      'ready and drain',
      rollout({ ready: { timeoutSeconds: 60, check: null }, drainSeconds: 5 }),
      {},
      ['ready_', 'drain_'],
    ],
    ['a floating IP', {}, { floatingIpNetwork: 'public' }, ['floating_ip']],
  ])('has a value that holds old and new server together: %s', (_what, change, server, after) => {
    const member = nested(change, server);
    const generation = generationOf(member);
    expect(member.resources['in_service']).toEqual({
      type: 'OS::Heat::Value',
      depends_on: after.map((one) => (one.endsWith('_') ? `${one}${generation}` : one)),
      properties: { value: { get_resource: `server_${generation}` } },
    });
  });

  test('behind a pool the pool member does', () => {
    expect(nested({ loadBalancer: POOL }).resources).not.toHaveProperty('in_service');
  });
});

describe('a member behind a pool', () => {
  const member = nested({ loadBalancer: POOL, ...rollout({ drainSeconds: 30 }) });
  const generation = generationOf(member);

  test('joins after the drain is set, so that it leaves before the server goes', () => {
    expect(generation).toMatch(/^[0-9a-f]{8}$/);
    expect(member.resources).toMatchObject({
      [`drain_${generation}`]: {
        depends_on: `server_${generation}`,
        properties: { min_wait: 30, actions: ['DELETE'] },
      },
      pool_member: {
        depends_on: [`drain_${generation}`],
        properties: {
          pool: { get_param: 'pool' },
          address: { get_attr: [`server_${generation}`, 'networks', 'private-network', 0] },
          protocol_port: 8080,
          subnet: 'private-subnet',
          weight: 5,
        },
      },
    });
    expect(member.definition['properties']).toMatchObject({ pool: 'shared' });
  });

  test('stands for its server wherever the group is asked for its members', () => {
    expect(member.outputs).toEqual({
      'OS::stack_id': { value: { get_resource: `server_${generation}` } },
    });
  });

  test.each([
    ['image', {}, { image: 'ubuntu-22.04' }],
    ['user data', {}, { userData: '#!/bin/sh\n' }],
    ['key pair', {}, { keyPair: 'ops' }],
    ['scheduler hint', {}, { schedulerHints: { different_host: 'x' } }],
    ['server group', {}, { serverGroup: { kind: 'existing', name: 'spread' } as const }],
    ['security group of the stack', { securityRules: [] }, {}],
  ])('is another generation with another %s', (_, change, server) => {
    const other = nested({ loadBalancer: POOL, ...rollout({ drainSeconds: 30 }), ...change }, server);
    expect(generationOf(other)).not.toBe(generation);
    expect(other.file).not.toBe(member.file);
  });

  test.each([
    ['metadata', {}, { metadata: { role: 'api' } }],
    ['tags', {}, { tags: ['blue'] }],
    ['networks', {}, { networks: [onNetwork('private-network'), onNetwork('other')] }],
    ['drain', rollout({ drainSeconds: 31 }), {}],
    ['floating IP', {}, { floatingIpNetwork: 'public' }],
  ])(
    'stays the same generation with other %s, under another file name, so that Heat rolls',
    (_, change, server) => {
      const other = nested({ loadBalancer: POOL, ...rollout({ drainSeconds: 30 }), ...change }, server);
      expect(generationOf(other)).toBe(generation);
      expect(other.file).not.toBe(member.file);
    },
  );

  test('is resized in place under the same generation where the rollout says so', () => {
    const settings = { loadBalancer: POOL, ...rollout({ drainSeconds: 30, flavorChange: 'resize' }) };
    expect(generationOf(nested(settings, { flavor: 'm1.large' }))).toBe(generationOf(nested(settings)));
  });
});

describe('a member that says when it is ready', () => {
  const ready = { timeoutSeconds: 300, check: null };
  const member = nested({ loadBalancer: POOL, ...rollout({ ready, drainSeconds: 0 }) });
  const generation = generationOf(member);

  test('joins the pool after its word, and gets the command that says it', () => {
    expect(member.resources).toMatchObject({
      [`handle_${generation}`]: { type: 'OS::Heat::WaitConditionHandle' },
      [`ready_${generation}`]: {
        depends_on: `server_${generation}`,
        properties: { handle: { get_resource: `handle_${generation}` }, timeout: 300 },
      },
      pool_member: { depends_on: [`ready_${generation}`] },
    });
    expect(JSON.stringify(member.resources[`server_${generation}`])).toContain(
      `{"get_attr":["handle_${generation}","curl_cli"]}`,
    );
  });
});

describe('an interface with more than a network', () => {
  const special = { ...onNetwork('private-network'), subnet: 's', allowedAddresses: ['10.20.0.9'] };
  const own: GroupSpec['securityRules'] = [
    { protocol: 'tcp', ports: { from: 80, to: 80 }, direction: 'in', peer: { kind: 'self' }, ipVersion: 4 },
  ];

  test('is a port of the generation, with the security groups that the server would have had', () => {
    const member = nested({ securityRules: own }, { networks: [special], securityGroups: ['web'] });
    const generation = generationOf(member);
    expect(member.resources).toMatchObject({
      [`port0_${generation}`]: {
        type: 'OS::Neutron::Port',
        properties: {
          network: 'private-network',
          fixed_ips: [{ subnet: 's' }],
          security_groups: ['web', { get_param: 'security_group' }],
          allowed_address_pairs: [{ ip_address: '10.20.0.9' }],
        },
      },
      [`server_${generation}`]: {
        properties: { networks: [{ port: { get_resource: `port0_${generation}` } }] },
      },
    });
  });

  test('has no security group without port security', () => {
    const member = nested({}, { networks: [{ ...special, portSecurity: false }], securityGroups: ['web'] });
    const port = member.resources[`port0_${generationOf(member)}`];
    expect(port).toMatchObject({ properties: { port_security_enabled: false } });
    expect(port?.['properties']).not.toHaveProperty('security_groups');
  });
});
