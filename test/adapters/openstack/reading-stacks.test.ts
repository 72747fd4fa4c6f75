/** How stacks, groups, members and servers are read. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ObservedGroup, PresentStack } from '../../../src/model/observed.ts';
import { heat, type Res, scriptStack, serverAnswer, stackAnswer } from './heat-answers.ts';
import { type ScriptedCloud, startScriptedCloud } from './scripted-cloud.ts';

const WEB = { name: 'web', id: 's1', tags: ['team=shop'] };
const GROUP: Res = { name: 'group', type: 'OS::Heat::AutoScalingGroup', in: 's1', nested: 'n1' };
const server = (name: string, id: string, more: Partial<Res> = {}): Res => ({
  name,
  id,
  type: 'OS::Nova::Server',
  in: 'n1',
  ...more,
});

let cloud: ScriptedCloud;
beforeEach(async () => {
  cloud = await startScriptedCloud();
  cloud.on('GET', '/nova/v2.1/servers/detail', { json: { servers: [] } });
});
afterEach(async () => {
  await cloud.close();
});

async function observeWeb(): Promise<PresentStack> {
  const { reader } = await cloud.open();
  const [stack] = await reader.observe(['web']);
  if (stack?.presence !== 'present') throw new Error('the stack is absent');
  return stack;
}

async function groupOf(resources: readonly Res[]): Promise<ObservedGroup> {
  scriptStack(cloud, WEB, resources);
  const [group] = (await observeWeb()).groups;
  if (group === undefined) throw new Error('there is no group');
  return group;
}

describe('observing', () => {
  it('asks for nothing but one list when no name is known', async () => {
    cloud.on('GET', heat('/stacks'), { json: { stacks: [] } });
    const { reader } = await cloud.open();
    expect(await reader.observe(['a', 'b'])).toEqual([
      { presence: 'absent', name: 'a' },
      { presence: 'absent', name: 'b' },
    ]);
    expect(cloud.requests()).toEqual([`GET ${heat('/stacks')}`]);
    expect(cloud.seen.at(-1)?.query.getAll('name')).toEqual(['a', 'b']);
  });

  it('asks five times for a stack without groups, and what becomes of the list of servers is nothing to it', async () => {
    scriptStack(cloud, WEB, [{ name: 'net', type: 'OS::Neutron::Net', in: 's1', id: 'x' }]);
    const stack = await observeWeb();
    expect(cloud.requests().filter((one) => !one.includes('/nova'))).toHaveLength(6);
    expect(stack).toMatchObject({
      name: 'web',
      id: 's1',
      tags: ['team=shop'],
      state: { action: 'CREATE', status: 'COMPLETE' },
      parameters: { size: '5' },
      environment: { parameters: { size: 5 }, parameter_defaults: {}, resource_registry: {} },
      files: { 'member.yaml': '# text\n' },
      groups: [],
    });
  });

  it('never asks for outputs, which may hold secrets', async () => {
    scriptStack(cloud, WEB);
    await observeWeb();
    const show = cloud.seen.find(({ path }) => path === heat('/stacks/web/s1'));
    expect(show?.query.get('resolve_outputs')).toBe('false');
  });

  it('lists all stacks, page by page, when there are many names', async () => {
    const page = (names: readonly string[], more: boolean) => ({
      json: {
        stacks: names.map((name) => stackAnswer({ name, id: `id-${name}` })),
        links: more ? [{ rel: 'next', href: 'http://elsewhere/' }] : [],
      },
    });
    cloud.on('GET', heat('/stacks'), [page(['x', 'y'], true), page(['z'], false)]);
    const { reader } = await cloud.open();
    const names = Array.from({ length: 40 }, (_, n) => `n${n}`);
    expect((await reader.observe(names)).every(({ presence }) => presence === 'absent')).toBe(true);
    expect(cloud.seen.slice(-2).map(({ query }) => query.get('marker'))).toEqual([null, 'id-y']);
  });

  it('stops at a list that goes in circles', async () => {
    const again = { json: { stacks: [stackAnswer(WEB)], links: [{ rel: 'next', href: 'x' }] } };
    cloud.on('GET', heat('/stacks'), again);
    const { reader } = await cloud.open();
    await expect(reader.listStacks()).rejects.toMatchObject({ code: 'unexpected-answer' });
  });

  it.each(['', '/template', '/environment', '/files', '/resources'])(
    'takes a stack that vanishes before its %s is read as absent',
    async (part) => {
      scriptStack(cloud, WEB);
      cloud.on('GET', heat(`/stacks/web/s1${part}`), { status: 404, json: {} });
      const { reader } = await cloud.open();
      expect(await reader.observe(['web'])).toEqual([{ presence: 'absent', name: 'web' }]);
    },
  );

  it('takes a stack that still answers as DELETE_COMPLETE as absent', async () => {
    scriptStack(cloud, { ...WEB, status: 'DELETE_COMPLETE' });
    const { reader } = await cloud.open();
    expect(await reader.observe(['web'])).toEqual([{ presence: 'absent', name: 'web' }]);
    expect(await reader.pulse({ name: 'web', id: 's1' })).toBeNull();
  });

  it('clears reasons of user data', async () => {
    const reason = 'BadRequest: Invalid input for field/attribute imageRef. Value: #!/bin/sh hunter2';
    scriptStack(cloud, { ...WEB, status: 'UPDATE_FAILED', reason }, [{ ...GROUP, reason }]);
    expect(JSON.stringify(await observeWeb())).not.toContain('hunter2');
  });

  it('refuses a status that it does not know', async () => {
    scriptStack(cloud, { ...WEB, status: 'DREAMING_COMPLETE' });
    const { reader } = await cloud.open();
    await expect(reader.observe(['web'])).rejects.toMatchObject({ code: 'unexpected-answer' });
  });
});

describe('groups', () => {
  it('hold their members in the order in which Heat removes them', async () => {
    const group = await groupOf([
      GROUP,
      server('young', 'a', { at: '2026-01-03T00:00:00Z' }),
      server('old-b', 'b', { at: '2026-01-01T00:00:00Z' }),
      server('old-a', 'c', { at: '2026-01-01T00:00:00Z' }),
      server('failed', 'd', { at: '2026-01-09T00:00:00Z', status: 'CHECK_FAILED' }),
    ]);
    expect(group.members.map(({ name }) => name)).toEqual(['failed', 'old-a', 'old-b', 'young']);
    expect(group.nested).toEqual({ name: 'name-of-n1', id: 'n1' });
  });

  it('are found inside nested stacks, with their address', async () => {
    const group = await groupOf([
      { name: 'tier', type: 'tier.yaml', in: 's1', nested: 't1' },
      { ...GROUP, in: 't1' },
      server('m', 'a'),
    ]);
    expect(group.address).toBe('tier/group');
    expect(group.members.map(({ servers }) => servers[0]?.id)).toEqual(['a']);
  });

  it('that never came to be have no nested stack and no members', async () => {
    const group = await groupOf([{ name: 'group', type: GROUP.type, in: 's1', status: 'CREATE_FAILED' }]);
    expect(group).toMatchObject({ nested: null, members: [] });
  });

  it('of the AWS kind hold their servers under an alias type', async () => {
    const group = await groupOf([
      { ...GROUP, type: 'AWS::AutoScaling::AutoScalingGroup' },
      server('m', 'a', { type: 'OS::Heat::ScaledResource' }),
    ]);
    expect(group.members[0]?.servers.map(({ id }) => id)).toEqual(['a']);
  });

  it('may be of anything; then there are no servers, and Nova is asked for none by its id', async () => {
    const group = await groupOf([GROUP, server('m', 'a', { type: 'OS::Heat::TestResource' })]);
    expect(group.members[0]?.servers).toEqual([]);
    expect(cloud.requests().some((one) => /\/servers\/(?!detail)/.test(one))).toBe(false);
  });

  it('come by address, whatever the order of the answer', async () => {
    const resources = [
      { ...GROUP, name: 'b' },
      { ...GROUP, name: 'a', nested: 'n2' },
    ];
    scriptStack(cloud, WEB, resources);
    const first = await observeWeb();
    scriptStack(cloud, WEB, resources.toReversed());
    expect(await observeWeb()).toEqual(first);
    expect(first.groups.map(({ address }) => address)).toEqual(['a', 'b']);
  });

  it('in a list that bites its own tail are left out', async () => {
    scriptStack(cloud, WEB, [
      { name: 'a', type: 'x.yaml', in: 'loop', nested: 'loop' },
      { name: 'root', type: 'x.yaml', in: 's1', nested: 's1' },
    ]);
    expect((await observeWeb()).resources.map(({ address }) => address)).toEqual(['root']);
  });
});

describe('servers', () => {
  it('are read from one list of the project, page by page', async () => {
    cloud.on('GET', '/nova/v2.1/servers/detail', [
      { json: { servers: [serverAnswer('z')], servers_links: [{ rel: 'next', href: 'http://elsewhere/' }] } },
      { json: { servers: [serverAnswer('a', { fault: { message: 'No valid host\nfound.' } })] } },
    ]);
    const group = await groupOf([GROUP, server('m', 'a')]);
    expect(group.members[0]?.servers).toEqual([
      {
        id: 'a',
        name: 'server-a',
        status: 'ACTIVE',
        taskState: null,
        flavor: 'm1.small',
        imageId: 'img',
        createdAt: '2026-01-02T03:04:06Z',
        launchedAt: '2026-01-02T03:04:30.000000Z',
        addresses: ['10.0.0.5', 'fd00::5', '203.0.113.9'],
        interfaces: [
          { network: 'net', address: '10.0.0.5' },
          { network: 'net', address: 'fd00::5' },
        ],
        metadata: { role: 'web' },
        keyName: null,
        locked: null,
        tags: null,
        volumes: [],
        updatedAt: '2026-01-02T03:05:00Z',
        fault: 'No valid host found',
      },
    ]);
    const lists = cloud.seen.filter(({ path }) => path.endsWith('/servers/detail'));
    expect(lists.map(({ headers }) => headers['openstack-api-version'])).toEqual([
      'compute 2.96',
      'compute 2.96',
    ]);
  });

  it('that the list lacks are asked for one by one, and are MISSING when Nova knows them no more', async () => {
    cloud.on('GET', '/nova/v2.1/servers/young', { json: { server: serverAnswer('young') } });
    const group = await groupOf([GROUP, server('gone', 'gone'), server('young', 'young')]);
    expect(group.members.flatMap(({ servers }) => servers.map(({ id, status }) => [id, status]))).toEqual([
      ['gone', 'MISSING'],
      ['young', 'ACTIVE'],
    ]);
  });

  it('that came from a volume have no image', async () => {
    cloud.on('GET', '/nova/v2.1/servers/detail', { json: { servers: [serverAnswer('a', { image: '' })] } });
    expect((await groupOf([GROUP, server('m', 'a')])).members[0]?.servers[0]?.imageId).toBeNull();
  });

  it.each([
    ['knows 2.1 alone', { json: { version: { version: '', min_version: '' } } }],
    ['does not tell its versions', { status: 500, json: {} }],
  ])('get their flavor by its id where Nova %s', async (_, versions) => {
    cloud.on('GET', '/nova/v2.1/', versions);
    cloud.on('GET', '/nova/v2.1/servers/detail', {
      json: {
        servers: [serverAnswer('a', { flavor: { id: '7' } }), serverAnswer('b', { flavor: { id: '8' } })],
      },
    });
    cloud.on('GET', '/nova/v2.1/flavors/detail', { json: { flavors: [{ id: '7', name: 'm1.big' }] } });
    const group = await groupOf([GROUP, server('m', 'a'), server('n', 'b')]);
    expect(group.members.map(({ servers }) => servers[0]?.flavor)).toEqual(['m1.big', '8']);
    expect(cloud.seen.at(-1)?.headers['openstack-api-version']).toBeUndefined();
  });
});

describe('the pulse', () => {
  it('shows group, nested stack and cooldown, from four calls', async () => {
    scriptStack(cloud, { ...WEB, status: 'UPDATE_IN_PROGRESS' }, [GROUP, server('m', 'a'), server('n', 'b')]);
    cloud.on('GET', heat('/stacks/name-of-s1/s1/resources/group/metadata'), {
      json: { metadata: { scaling_in_progress: true, cooldown_end: { '2026-01-01T00:00:09.5': 'x' } } },
    });
    cloud.on('GET', heat('/stacks/name-of-n1/n1'), {
      json: { stack: stackAnswer({ name: 'n', id: 'n1', status: 'UPDATE_FAILED' }) },
    });
    const { reader } = await cloud.open();
    expect(await reader.pulse({ name: 'web', id: 's1' })).toMatchObject({
      state: { action: 'UPDATE', status: 'IN_PROGRESS' },
      groups: [
        {
          address: 'group',
          nestedState: { action: 'UPDATE', status: 'FAILED' },
          activity: { scalingInProgress: true, cooldownUntil: '2026-01-01T00:00:09.500Z' },
          memberCount: 2,
        },
      ],
    });
    expect(cloud.requests()).toHaveLength(4);
  });

  it('takes times without a zone as UTC, wherever the runner is', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Asia/Tokyo';
    scriptStack(cloud, WEB, [GROUP]);
    cloud.on('GET', heat('/stacks/name-of-s1/s1/resources/group/metadata'), {
      json: { metadata: { cooldown_end: { '2026-01-01T00:00:09': 'x', '2026-01-01T00:00:05': 'y' } } },
    });
    const { reader } = await cloud.open();
    const pulse = await reader.pulse({ name: 'web', id: 's1' });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(pulse?.groups[0]?.activity.cooldownUntil).toBe('2026-01-01T00:00:09.000Z');
  });

  it('is null for a stack that is gone', async () => {
    const { reader } = await cloud.open();
    expect(await reader.pulse({ name: 'web', id: 's1' })).toBeNull();
  });
});

it('member definitions are read from the nested template, HOT or CloudFormation-style', async () => {
  const member = { type: 'OS::Nova::Server', properties: { image: 'a' } };
  cloud.on('GET', heat('/stacks/n/n1/template'), { json: { resources: { m: member } } });
  cloud.on('GET', heat('/stacks/n/n2/template'), { json: { Resources: { m: { Type: 'x' } } } });
  const { reader } = await cloud.open();
  expect(await reader.memberDefinitions({ name: 'n', id: 'n1' })).toEqual({ m: member });
  expect(await reader.memberDefinitions({ name: 'n', id: 'n2' })).toEqual({ m: { Type: 'x' } });
});

it('the catalogue comes sorted by name, with images of every page', async () => {
  cloud.on('GET', '/glance/v2/images', [
    { json: { images: [{ id: '2', name: 'b' }], next: '/v2/images?marker=2' } },
    {
      json: {
        images: [
          { id: '3', name: 'a' },
          { id: '1', name: 'a' },
          { id: '9', name: null },
        ],
      },
    },
  ]);
  cloud.on('GET', '/nova/v2.1/flavors/detail', {
    json: { flavors: [{ id: '1', name: 'f', vcpus: 2, ram: 512, disk: 1 }] },
  });
  cloud.on('GET', '/nova/v2.1/os-keypairs', { json: { keypairs: [{ keypair: { name: 'ops' } }] } });
  cloud.on('GET', '/neutron/v2.0/networks', { json: { networks: [{ id: 'n', name: 'net' }] } });
  cloud.on('GET', '/neutron/v2.0/security-groups', {
    json: { security_groups: [{ id: 's', name: 'default' }] },
  });
  const { reader } = await cloud.open();
  expect(await reader.catalogue(['image', 'flavor', 'network', 'keyPair', 'securityGroup'])).toEqual({
    image: [
      { id: '9', name: '' },
      { id: '1', name: 'a' },
      { id: '3', name: 'a' },
      { id: '2', name: 'b' },
    ],
    flavor: [{ id: '1', name: 'f', vcpus: 2, ramMiB: 512, diskGiB: 1 }],
    network: [{ id: 'n', name: 'net' }],
    keyPair: [{ id: 'ops', name: 'ops' }],
    securityGroup: [{ id: 's', name: 'default' }],
    subnet: [],
    externalNetwork: [],
    serverGroup: [],
    pool: [],
    zone: [],
  });
});
