/** Names and largest sizes are held against what the cloud has. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/core/heat/compile.ts';
import { checkReferences } from '../../../src/core/plan/check-references.ts';
import { checkRoom, networksInQuestion } from '../../../src/core/plan/check-room.ts';
import type { Desired } from '../../../src/model/desired.ts';
import type { Catalogue, ObservedStack } from '../../../src/model/observed.ts';
import { CIRCUMSTANCES } from '../live-stack.ts';
import { parse } from '../spec/spec-files.ts';

const id = (number: number): string => `00000000-0000-0000-0000-00000000000${number}`;

const CATALOGUE: Catalogue = {
  image: [{ id: id(1), name: 'i' }],
  flavor: [{ id: 'f', name: 'f', vcpus: 1, ramMiB: 1, diskGiB: 1 }],
  network: [
    { id: id(2), name: 'back' },
    { id: id(3), name: 'front' },
  ],
  subnet: [
    subnet(4, 'back-4', 2, '10.0.0.10', '10.0.0.19'),
    subnet(5, 'front-4', 3, '10.1.0.10', '10.1.0.12'),
    { ...subnet(6, 'front-6', 3, '2001:db8::2', '2001:db8::ff'), ipVersion: 6 },
  ],
  externalNetwork: [{ id: id(7), name: 'public' }],
  keyPair: [],
  securityGroup: [{ id: id(8), name: 'web' }],
  serverGroup: [{ id: id(9), name: 'spread' }],
  pool: [{ id: id(0), name: 'shared' }],
  zone: [{ id: 'nova', name: 'nova' }],
};

function subnet(number: number, name: string, network: number, start: string, end: string) {
  return { id: id(number), name, networkId: id(network), ipVersion: 4, pools: [{ start, end }] };
}

function desired(rest: string, max = 2): Desired {
  const text = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: 1, max: ${max} }
${rest}`;
  const { specs, problems } = parse({ 'a.yaml': text });
  expect(problems).toEqual([]);
  const [spec] = specs;
  if (spec === undefined) throw new Error('no spec');
  return compile(spec, CIRCUMSTANCES).desired;
}

const server = (networks: string, rest = '') =>
  `  server: { image: i, flavor: f, networks: ${networks}${rest} }\n`;

describe('names', () => {
  it.each([
    [
      server('[ { network: back, subnet: front-4 } ]'),
      'subnet "front-4" is one of the network "front", not of "back"; there are: back-4',
    ],
    [
      server('[ back ]', ', serverGroup: { existing: spread }'),
      `server group "spread" must be named by its id here, for Nova's scheduler takes no name; it is ${id(9)}`,
    ],
    [
      `${server('[ back ]')}  securityGroup: { rules: [ { protocol: tcp, from: web } ] }\n`,
      `security group "web" must be named by its id here, for Heat hands a rule's other side to Neutron as it stands; it is ${id(8)}`,
    ],
    [
      `${server('[ back ]')}  zones: [ nova, mars ]\n`,
      'availability zone "mars" is not in this project; there are: nova',
    ],
    [
      server('[ back ]', ', availabilityZone: "mars:host"'),
      'availability zone "mars" is not in this project; there are: nova',
    ],
    [
      `${server('[ back ]')}  loadBalancer: { octavia: { existingPool: theirs } }\n`,
      'pool "theirs" is not in this project; there are: shared',
    ],
    [
      server('[ back ]', ', floatingIp: { network: back }'),
      'external network "back" is not in this project; there are: public',
    ],
  ])('%s', (rest, message) => {
    expect(checkReferences([desired(rest)], CATALOGUE).map((one) => one.message)).toEqual([message]);
  });

  it('by id or name, in their own network, in a zone that is there: nothing to say', () => {
    const rest = `${server(
      `[ { network: ${id(2)}, subnet: back-4 }, { network: front, subnet: ${id(5)}, securityGroups: [ ${id(8)} ] } ]`,
      `, securityGroups: [ web ], serverGroup: { existing: ${id(9)} }, availabilityZone: "nova:host"`,
    )}  loadBalancer: { octavia: { existingPool: shared } }\n`;
    expect(checkReferences([desired(rest)], CATALOGUE)).toEqual([]);
  });
});

describe('a subnet in CloudFormation’s words', () => {
  const named = (subnetName: string): Desired => {
    const text = `HeatTemplateFormatVersion: '2012-12-12'
Parameters:
  Subnet: { Type: String, Default: ${subnetName} }
Resources:
  lc:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties: { ImageId: i, InstanceType: f }
  grp:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AvailabilityZones: [ nova ]
      VPCZoneIdentifier: [ { Ref: Subnet } ]
      MinSize: '1'
      MaxSize: '2'
      LaunchConfigurationName: { Ref: lc }
`;
    const { specs, problems } = parse({ 'grp.yaml': text });
    expect(problems).toEqual([]);
    const [spec] = specs;
    if (spec === undefined) throw new Error('no spec');
    return compile(spec, CIRCUMSTANCES).desired;
  };

  it('takes its id', () => {
    expect(checkReferences([named(id(4))], CATALOGUE)).toEqual([]);
  });

  it('takes no name, not even by a parameter: the line is told, and the id', () => {
    expect(checkReferences([named('back-4')], CATALOGUE)).toEqual([
      {
        file: 'grp.yaml',
        line: 12,
        column: 28,
        message: `subnet "back-4" must be named by its id here, for Heat hands it to Neutron as it stands; it is ${id(4)}`,
      },
    ]);
  });
});

describe('room', () => {
  const absent: ObservedStack = { presence: 'absent', name: 'web' };
  const inUse = (count: number, network = 2) => ({
    // the router's address is in no pool
    [id(network)]: ['10.0.0.1', ...Array.from({ length: count }, (_, index) => `10.0.0.${10 + index}`)],
  });
  const room = (
    one: Desired,
    used: Readonly<Record<string, readonly string[]>>,
    observed: ObservedStack = absent,
  ) => {
    const { problems, findings } = checkRoom({ desired: one, observed }, CATALOGUE, used);
    return [...problems, ...findings].map(({ message }) => message);
  };

  it('asks about the networks that servers are in', () => {
    expect(networksInQuestion([desired(server('[ back, front, back ]'))], CATALOGUE)).toEqual([id(2), id(3)]);
  });

  it('a largest size above the free addresses can never be reached', () => {
    const one = desired(server('[ back ]'), 12);
    expect(checkRoom({ desired: one, observed: absent }, CATALOGUE, inUse(1)).problems).toEqual([
      {
        file: 'a.yaml',
        line: 5,
        column: 24,
        message:
          '12 servers at most can never be reached: 9 addresses are free in the subnet "back-4", enough for 9 servers; make size.max smaller, or the subnet larger',
      },
    ]);
  });

  it('what the group holds itself is its own', () => {
    const one = desired(server('[ back ]'), 10);
    expect(room(one, inUse(3))[0]).toContain('7 addresses are free');
    expect(room(one, inUse(3), holding('10.0.0.10', '10.0.0.11', '10.0.0.12'))).toEqual([
      'at 10 servers there would be no addresses to exchange them: a rollout or a healing needs 1 more servers for a while, and 7 addresses are free in the subnet "back-4" beside the 3 that this group holds',
    ]);
  });

  it('each interface takes one, each zone has its own group', () => {
    expect(room(desired(server('[ back, back ]'), 6), inUse(0))[0]).toContain(
      'enough for 5 servers with 2 each',
    );
    expect(room(desired(`${server('[ back ]')}  zones: [ nova, mars ]\n`, 6), inUse(0))[0]).toContain(
      '12 servers at most can never be reached',
    );
  });

  it('enough is enough, and IPv6 always is', () => {
    expect(room(desired(server('[ back ]'), 9), inUse(0))).toEqual([]);
    expect(room(desired(server('[ { network: front, subnet: front-6 } ]'), 9), inUse(0, 3))).toEqual([]);
  });
});

function holding(...addresses: readonly string[]): ObservedStack {
  const state = { action: 'CREATE', status: 'COMPLETE', reason: '' } as const;
  const servers = addresses.map((address) => ({
    id: address,
    name: address,
    status: 'ACTIVE',
    taskState: null,
    flavor: null,
    imageId: null,
    createdAt: null,
    launchedAt: null,
    addresses: [address],
    interfaces: [],
    metadata: {},
    keyName: null,
    locked: null,
    tags: null,
    volumes: [],
    updatedAt: null,
    fault: null,
  }));
  const member = { name: 'a', physicalId: 'a', state, createdAt: '', draining: false, servers };
  return {
    presence: 'present',
    name: 'web',
    id: 'web',
    state,
    createdAt: '',
    updatedAt: null,
    owner: null,
    tags: [],
    template: {},
    files: {},
    environment: { parameters: {}, parameter_defaults: {}, resource_registry: {} },
    parameters: {},
    timeoutMinutes: null,
    resources: [],
    groups: [
      {
        address: 'group',
        type: 'OS::Heat::AutoScalingGroup',
        state,
        holder: { name: 'web', id: 'web' },
        nested: null,
        checked: false,
        members: [member],
      },
    ],
  };
}
