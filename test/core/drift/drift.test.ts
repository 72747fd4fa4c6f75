/** What counts as drift, and what is the autoscaler's right. */
import { describe, expect, test } from 'vitest';
import { detectDrift as detect } from '../../../src/core/drift/drift.ts';
import type { Pair } from '../../../src/core/plan/plan.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import type { Catalogue, ObservedMember, PresentStack } from '../../../src/model/observed.ts';
import { COMPLETE, group, live, member, NOTHING_AROUND, template, withMembers } from '../live-stack.ts';

const CATALOGUE: Catalogue = {
  image: [
    { id: 'image-20', name: 'ubuntu-20.04' },
    { id: 'image-22', name: 'ubuntu-22.04' },
  ],
  flavor: [{ id: '1', name: 'm1.small', vcpus: 1, ramMiB: 2048, diskGiB: 20 }],
  network: [],
  keyPair: [],
  securityGroup: [],
  subnet: [],
  externalNetwork: [],
  serverGroup: [],
  pool: [],
  zone: [],
};

/** As Heat lists it: the groups with their members, if the test lists nothing itself. */
const listed = (stack: PresentStack): PresentStack['resources'] =>
  stack.resources.length > 0
    ? stack.resources
    : stack.groups.flatMap(({ address, type, state, members }) => [
        { address, type, physicalId: 'nested', state, createdAt: '' },
        ...members.map((one) => ({
          address: `${address}/${one.name}`,
          type: 'OS::Nova::Server',
          physicalId: one.physicalId,
          state: one.state,
          createdAt: '',
        })),
      ]);
/** With the name and the metadata that Heat would have given it. */
const asHeatMade = (stack: PresentStack): PresentStack => ({
  ...stack,
  resources: listed(stack),
  groups: stack.groups.map((one) => ({
    ...one,
    members: one.members.map((member) => ({
      ...member,
      servers: member.servers.map((server) => ({
        ...server,
        name: server.name === '' ? '' : `${server.name}-${member.name}-aaaaaaaaaaaa`,
        metadata: { role: 'web', 'metering.server_group': 'stack-id' },
      })),
    })),
  })),
});
const detectDrift = ({ observed, ...pair }: Pair, catalogue: Catalogue) =>
  detect(
    {
      ...pair,
      observed: observed.presence === 'present' ? asHeatMade(observed) : observed,
    },
    { catalogue, around: NOTHING_AROUND, pulse: null, now: '2026-01-01T01:00:00Z' },
  );

const own: JsonObject = {
  type: 'OS::Nova::Server',
  properties: {
    ...Object(group().groups[0]?.member['properties']),
    metadata: { role: 'web', 'metering.server_group': 'stack-id' },
  },
};
const definitionsOf = (stack: PresentStack) => ({
  group: Object.fromEntries((stack.groups[0]?.members ?? []).map(({ name }) => [name, own])),
});
const drift = (observed: PresentStack, desired = group()) =>
  detectDrift({ desired, observed, definitions: definitionsOf(observed) }, CATALOGUE);
const kinds = (observed: PresentStack) => drift(observed).items.map(({ kind }) => kind);
const changed = (
  one: ObservedMember,
  server: Partial<ObservedMember['servers'][number]>,
): ObservedMember => ({
  ...one,
  servers: one.servers.map((found) => ({ ...found, ...server })),
});

test('a suspended stack is one finding: its servers and alarms sleep with it', () => {
  const asleep = [0, 1, 2].map((number) => changed(member(number), { status: 'SUSPENDED' }));
  const stack = withMembers(live(group()), asleep);
  const found = drift({ ...stack, state: { action: 'SUSPEND', status: 'COMPLETE', reason: '' } });
  expect(found.items).toMatchObject([
    { kind: 'stack-suspended', cannotScale: true, remedy: '`openstack stack resume web`' },
  ]);
});

test.each([
  ['SHUTOFF', 'start'],
  ['PAUSED', 'unpause'],
  ['RESCUE', 'unrescue'],
  ['SHELVED_OFFLOADED', 'unshelve'],
])('of a server that is %s the command that ends it comes first', (status, verb) => {
  const [item] = drift(withMembers(live(group()), [changed(member(0), { status }), member(1)])).items;
  expect(item?.remedy).toMatch(new RegExp(`^.*\`openstack server ${verb} server-0\`.*, or replace it`));
});

describe('nothing is drift', () => {
  test.each([2, 3, 5, 8])('about a group of %i within its bounds', (size) => {
    expect(drift(live(group(), [size]))).toMatchObject({ status: 'clean', items: [] });
  });

  test('but the report says that the autoscaler moved it', () => {
    expect(drift(live(group(), [5])).notDrift).toEqual([
      "group stands at 5 (2..8): the autoscaler's business",
    ]);
  });

  test('about a server that the autoscaler is making or removing right now', () => {
    const coming = {
      ...changed(member(3), { status: 'BUILD' }),
      state: { ...COMPLETE, status: 'IN_PROGRESS' } as const,
    };
    const found = drift(withMembers(live(group()), [member(0), member(1), member(2), coming]));
    expect(found).toMatchObject({ status: 'clean', items: [] });
    expect(found.notDrift[0]).toBe('group is being scaled: 1 of its members were not looked at');
  });

  test('about a member of two servers, each as its own part of the file says', () => {
    const server = (image: string) =>
      `{ type: 'OS::Nova::Server', properties: { image: ${image}, flavor: m1.small } }`;
    const files = {
      'pair.yaml': `heat_template_version: 2018-08-31\nresources:\n  back: ${server('ubuntu-22.04')}\n  front: ${server('ubuntu-20.04')}\n`,
    };
    const properties = { min_size: 1, max_size: 8, resource: { type: 'pair.yaml' } };
    const desired = template(
      {
        heat_template_version: '2018-08-31',
        resources: { group: { type: 'OS::Heat::AutoScalingGroup', properties } },
      },
      { files, labels: { team: 'shop' } },
    );
    const [back = member(1)] = [changed(member(1), { imageId: 'image-22' })];
    const pair = { ...member(0), servers: [...member(0).servers, ...back.servers] };
    const stack = withMembers(live(desired, [1]), [pair]);
    const listed = (address: string, physicalId: string) => ({
      address,
      physicalId,
      type: 'OS::Nova::Server',
      state: COMPLETE,
      createdAt: '',
    });
    const resources = [listed('group/m0/front', 'server-0'), listed('group/m0/back', 'server-1')];
    const definitions = { group: { m0: desired.groups[0]?.member ?? {} } };
    expect(detectDrift({ desired, observed: { ...stack, resources }, definitions }, CATALOGUE).items).toEqual(
      [],
    );
  });

  test('about a stack that somebody is working on: it is not checked, and not called clean', () => {
    const busy = {
      ...live(group()),
      state: { action: 'UPDATE', status: 'IN_PROGRESS', reason: '' } as const,
    };
    expect(drift(busy)).toMatchObject({ status: 'in-progress', items: [] });
  });
});

describe('drift is', () => {
  test('a server that stopped, failed or is gone', () => {
    const members = [
      changed(member(0), { status: 'SHUTOFF' }),
      changed(member(1), { status: 'ERROR', fault: 'no valid host' }),
      changed(member(2), { status: 'MISSING', name: '', flavor: null, imageId: null }),
      changed(member(3), { status: 'PAUSED' }),
    ];
    expect(kinds(withMembers(live(group()), members))).toEqual([
      'server-stopped',
      'server-error',
      'server-missing',
      'server-not-active',
    ]);
  });

  test('a server of another flavor or image than its definition', () => {
    const members = [
      changed(member(0), { flavor: 'm1.large' }),
      changed(member(1), { imageId: 'image-22' }),
      member(2),
    ];
    const found = drift(withMembers(live(group()), members)).items;
    expect(found.map(({ kind, repository, cloud }) => [kind, repository, cloud])).toEqual([
      ['server-resized', 'flavor m1.small', 'flavor m1.large'],
      ['server-rebuilt', 'image ubuntu-20.04', 'image ubuntu-22.04'],
    ]);
  });

  test('a template that was edited, field by field', () => {
    const edited = { ...live(group()), template: group({ size: { min: 2, max: 20, initial: 3 } }).template };
    expect(drift(edited).items).toMatchObject([
      {
        kind: 'template-edited',
        subject: 'resources.group.properties.max_size',
        repository: '8',
        cloud: '20',
      },
    ]);
  });

  test('labels that were taken off', () => {
    expect(kinds({ ...live(group()), tags: ['thermostat'] })).toEqual(['tags-edited']);
  });

  test('a group outside its bounds', () => {
    expect(kinds(live(group(), [1]))).toEqual(['size-out-of-bounds']);
    expect(kinds(live(group(), [9]))).toEqual(['size-out-of-bounds']);
  });

  test('a group that cannot scale any more', () => {
    const stack = live(group());
    const groups = stack.groups.map((one) => ({
      ...one,
      state: { ...COMPLETE, action: 'CHECK', status: 'FAILED' } as const,
    }));
    expect(kinds({ ...stack, groups })).toEqual(['group-cannot-scale']);
  });

  test('a member that was left on an earlier definition', () => {
    const stack = live(group(), [2]);
    const old = { ...own, properties: { ...Object(own['properties']), image: 'ubuntu-18.04' } };
    const pair = { desired: group(), observed: stack, definitions: { group: { m0: own, m1: old } } };
    expect(detectDrift(pair, CATALOGUE).items.map(({ kind }) => kind)).toContain('member-behind');
  });

  test('a member that was left behind, though some of its definition is for Heat to compute', () => {
    const computed = { 'metering.of': { get_attr: ['other', 'id'] } };
    const desired = group({}, { userData: null });
    const groups = desired.groups.map((one) => ({
      ...one,
      member: { ...one.member, properties: { ...Object(one.member['properties']), metadata: computed } },
    }));
    const old = { ...own, properties: { ...Object(own['properties']), image: 'ubuntu-18.04' } };
    const pair = {
      desired: { ...desired, groups },
      observed: live(desired, [2]),
      definitions: { group: { m0: own, m1: old } },
    };
    const behind = detectDrift(pair, CATALOGUE).items.filter(({ kind }) => kind === 'member-behind');
    expect(behind.map(({ subject }) => subject)).toEqual(['server web-1-m1-aaaaaaaaaaaa']);
  });

  test('a stack that is gone, and one that should be', () => {
    const missing = {
      desired: group(),
      observed: { presence: 'absent', name: 'web' } as const,
      definitions: {},
    };
    expect(detectDrift(missing, CATALOGUE).items.map(({ kind }) => kind)).toEqual(['stack-missing']);
    const tombstone = { presence: 'absent', name: 'web', source: group().source } as const;
    const left = { desired: tombstone, observed: live(group()), definitions: {} };
    expect(detectDrift(left, CATALOGUE).items.map(({ kind }) => kind)).toEqual(['stack-left-over']);
  });
});

test('an ambiguous image name is no reason to cry', () => {
  const twice = { ...CATALOGUE, image: [...CATALOGUE.image, { id: 'other', name: 'ubuntu-20.04' }] };
  const stack = withMembers(live(group()), [changed(member(0), { imageId: 'other' }), member(1)]);
  expect(
    detectDrift({ desired: group(), observed: stack, definitions: definitionsOf(stack) }, twice).items,
  ).toEqual([]);
});
