/** What a project holds beside its stacks: whole lists, and what to make of services that do not tell. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ScriptedCloud, startScriptedCloud } from './scripted-cloud.ts';

let cloud: ScriptedCloud;

beforeEach(async () => {
  cloud = await startScriptedCloud();
});
afterEach(() => cloud.close());

const PORTS = '/neutron/v2.0/ports';
const port = (id: string) => ({ id, device_id: 'server', admin_state_up: true });

it('reads a list to its end, of the project alone', async () => {
  const page = (ids: readonly string[], more: boolean) => ({
    json: { ports: ids.map(port), ports_links: more ? [{ rel: 'next', href: 'http://elsewhere/' }] : [] },
  });
  cloud.on('GET', PORTS, [page(['a', 'b'], true), page(['c'], false)]);
  const { reader } = await cloud.open();
  const { of } = await reader.things({ kinds: ['port'], pools: [], metered: null });
  expect([...(of.port?.keys() ?? [])]).toEqual(['a', 'b', 'c']);
  const asked = cloud.seen.filter(({ path }) => path === PORTS).map(({ query }) => query);
  expect(asked.map((query) => query.get('marker'))).toEqual([null, 'b']);
  expect(asked[0]?.get('project_id')).toBeTruthy();
  expect(of.securityGroup).toBeNull();
});

it.each([403, 404])('takes a list that answers %i for unknown, not for empty', async (status) => {
  cloud.on('GET', PORTS, { status, json: {} });
  const { reader } = await cloud.open();
  expect((await reader.things({ kinds: ['port'], pools: [], metered: null })).of.port).toBeNull();
});

it('takes a service that the cloud does not have for unknown', async () => {
  const { reader } = await cloud.open();
  const { of } = await reader.things({ kinds: ['alarm'], pools: [], metered: null });
  expect(of.alarm).toBeNull();
});

it('stops when a service is down: nobody knows what it would have told', async () => {
  cloud.on('GET', PORTS, { status: 500, json: {} });
  const { reader } = await cloud.open();
  await expect(reader.things({ kinds: ['port'], pools: [], metered: null })).rejects.toMatchObject({
    code: 'unavailable',
  });
});

it('keeps of all servers those that say to which group they belong, and are wanted', async () => {
  const server = (id: string, metadata: object) => ({ id, name: id, status: 'ACTIVE', metadata });
  const servers = [
    server('plain', {}),
    ...['ours', 'known'].map((id) => server(id, { 'metering.server_group': 'stack' })),
  ];
  cloud.on('GET', '/nova/v2.1/servers/detail', { json: { servers } });
  const { reader } = await cloud.open();
  const { metered } = await reader.things({ kinds: [], pools: [], metered: ({ id }) => id !== 'known' });
  expect(metered).toEqual([
    { id: 'ours', name: 'ours', status: 'ACTIVE', taskState: null, serverGroup: 'stack', createdAt: null },
  ]);
});

it('tells what was done to a server, and nothing when nobody remembers', async () => {
  const path = /^\/nova\/v2.1\/servers\/(s|gone)\/os-instance-actions$/;
  cloud.on('GET', path, ({ path: asked }) =>
    asked.includes('gone')
      ? { status: 404, json: {} }
      : { json: { instanceActions: [{ action: 'stop', start_time: '2026-01-01T00:00:00', user_id: 'u' }] } },
  );
  const { reader } = await cloud.open();
  expect(await reader.deeds('server', 's')).toEqual([
    { at: '2026-01-01T00:00:00Z', what: 'stop', userId: 'u' },
  ]);
  expect(await reader.deeds('server', 'gone')).toBeNull();
});
