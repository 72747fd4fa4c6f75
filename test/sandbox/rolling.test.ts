// How a group changes: sizes and servers in each batch, as measured on a real Heat.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCapacity, rollingBatches } from '../../src/sandbox/heat/types/group-arithmetic.ts';
import { at, type Client, groupTemplate, type Json, openClient, records, server, text } from './client.ts';

describe('a server on its own', () => {
  it('is there again, the same one, when an update fails and rollback is on', async () => {
    const client = await openClient();
    const template = (properties: Json) => ({
      heat_template_version: '2018-08-31',
      resources: { one: server(properties) },
    });
    const path = await client.stack('lone', { template: template({}), disable_rollback: false });
    const before = (await client.heat('GET', `${path}/resources/one`)).body;
    client.sandbox.faults.server({ kind: 'spawn-fail', flavor: 'm1.large' });
    await client.heat('PUT', path, {
      template: template({ flavor: 'm1.large', flavor_update_policy: 'REPLACE' }),
    });
    client.rest();
    expect(await client.status(path)).toBe('ROLLBACK_COMPLETE');
    const after = (await client.heat('GET', `${path}/resources/one`)).body;
    expect(text(after, 'resource', 'physical_resource_id')).toBe(
      text(before, 'resource', 'physical_resource_id'),
    );
    const { body } = await client.nova('GET', '/servers');
    expect(body['servers']).toHaveLength(1);
    await client.sandbox.close();
  });
});

describe('the batches of a rolling update', () => {
  it.each([
    { size: 3, batch: 1, inService: 0, sizes: [3, 3, 3] },
    { size: 3, batch: 2, inService: 2, sizes: [4, 3] },
    { size: 3, batch: 1, inService: 3, sizes: [4, 4, 4, 3] },
    { size: 3, batch: 3, inService: 3, sizes: [6, 3] },
    { size: 3, batch: 2, inService: 3, sizes: [5, 4, 3] },
    { size: 4, batch: 1, inService: 4, sizes: [5, 5, 5, 5, 4] },
    { size: 4, batch: 2, inService: 3, sizes: [5, 5, 4] },
  ])(
    'of $size members, $batch at a time, $inService in service: $sizes',
    ({ size, batch, inService, sizes }) => {
      expect(rollingBatches(size, size, batch, inService).map((one) => one.size)).toEqual(sizes);
    },
  );
});

describe('a new size', () => {
  it.each([
    [10, 25, 'percent_change_in_capacity', null, 12],
    [3, 10, 'percent_change_in_capacity', null, 4],
    [1, -50, 'percent_change_in_capacity', null, 0],
    [10, 10, 'percent_change_in_capacity', 3, 13],
    [10, -10, 'percent_change_in_capacity', 3, 7],
    [5, 2, 'change_in_capacity', null, 7],
    [5, 99, 'exact_capacity', null, 20],
  ])('of %i by %i, %s, least step %s, is %i', (current, adjustment, type, minStep, expected) => {
    expect(newCapacity({ current, adjustment, type, minStep, min: 0, max: 20 })).toBe(expected);
  });
});

describe('a group', () => {
  let client: Client;
  beforeAll(async () => {
    client = await openClient();
  });
  afterAll(() => client.sandbox.close());

  it('loses its first rebuilt member to a surge, and another stays on the old image though all is complete', async () => {
    const rolling = { min_size: 1, rolling_updates: { max_batch_size: 2, min_in_service: 2 } };
    const path = await client.stack('surge', {
      template: groupTemplate({ ...rolling, desired_capacity: 3 }),
    });
    await client.heat('PUT', path, { template: groupTemplate(rolling, server({ image: 'ubuntu-22.04' })) });
    client.rest();
    expect(await client.status(path)).toBe('UPDATE_COMPLETE');
    expect([...(await images(path))].sort()).toEqual(['new', 'new', 'old']);
  });

  it('replaces all before it shrinks', async () => {
    const path = await client.stack('shrink', { template: groupTemplate({ desired_capacity: 4 }) });
    const replaced = server({ image: 'ubuntu-22.04', image_update_policy: 'REPLACE' });
    await client.heat('PUT', path, { template: groupTemplate({ max_size: 2 }, replaced) });
    client.rest();
    expect(await client.members(path)).toHaveLength(2);
    const { body } = await client.heat(
      'GET',
      `${path}/events?nested_depth=1&resource_action=CREATE&resource_type=OS::Nova::Server`,
    );
    const made = records(body['events']).filter((one) => text(one, 'resource_status') === 'CREATE_COMPLETE');
    expect(made).toHaveLength(8);
  });

  it('is overtaken in the middle of an update by the next, and ends where that one wants it', async () => {
    const path = await client.stack('overtaken', { template: groupTemplate({ min_size: 3 }) });
    const replaced = (flavor: string) => server({ flavor, flavor_update_policy: 'REPLACE' });
    await client.heat('PUT', path, { template: groupTemplate({ min_size: 3 }, replaced('m1.medium')) });
    client.sandbox.advance(18);
    expect(
      (await client.heat('PUT', path, { template: groupTemplate({ min_size: 3 }, replaced('m1.large')) }))
        .status,
    ).toBe(202);
    client.rest();
    expect(await client.status(path)).toBe('UPDATE_COMPLETE');
    const { body } = await client.nova('GET', '/servers/detail?name=overtaken|ov-');
    expect(records(body['servers']).map((one) => text(one, 'flavor', 'original_name'))).toEqual([
      'm1.large',
      'm1.large',
      'm1.large',
    ]);
  });

  it('is deleted in the middle of being made, with everything in it', async () => {
    const made = await client.heat('POST', '/stacks', {
      stack_name: 'stillborn',
      template: groupTemplate({ min_size: 3 }),
    });
    const path = `/stacks/stillborn/${text(made.body, 'stack', 'id')}`;
    client.sandbox.advance(5);
    expect((await client.heat('DELETE', path)).status).toBe(204);
    client.rest();
    expect(await client.status(path)).toBe('DELETE_COMPLETE');
    const { body } = await client.nova('GET', '/servers?name=stillborn|st-');
    expect(body['servers']).toEqual([]);
  });

  it('is not mended by a rollback: the member that failed is tried once more with what failed (measured)', async () => {
    const stone = (properties: Json) => ({ type: 'OS::Heat::TestResource', properties });
    const body = (member: Json) => ({
      template: groupTemplate({ min_size: 2 }, member),
      disable_rollback: false,
    });
    const path = await client.stack('back', body(stone({ update_replace_value: 'a' })));
    const before = await client.members(path);
    await client.heat('PUT', path, body(stone({ update_replace_value: 'b', fail: true })));
    client.rest();
    expect(await client.status(path)).toBe('ROLLBACK_FAILED');
    expect((await client.members(path)).map(({ name, status }) => [name, status])).toEqual([
      [before[1]?.name, 'CREATE_COMPLETE'],
      [before[0]?.name, 'CREATE_FAILED'],
    ]);
    const { body: template } = await client.heat('GET', `${path}/template`);
    const member = at(template, 'resources', 'group', 'properties', 'resource', 'properties');
    expect(member).toEqual({ update_replace_value: 'a' });
  });

  it('drains a member before it goes, in the order of its file', async () => {
    const file = {
      heat_template_version: '2018-08-31',
      resources: {
        server: server({}),
        drain: {
          type: 'OS::Heat::Delay',
          depends_on: 'server',
          properties: { min_wait: 30, actions: ['DELETE'] },
        },
        entry: { type: 'OS::Heat::TestResource', depends_on: 'drain' },
      },
    };
    const files = { 'member.yaml': JSON.stringify(file) };
    const body = (size: number) => ({
      template: groupTemplate({ desired_capacity: size }, { type: 'member.yaml' }),
      files,
    });
    const path = await client.stack('drain', body(2));
    const gone = await memberStack(path, 0);
    await client.heat('PUT', path, body(1));
    client.sandbox.advance(10);
    expect(await rowStatuses(gone)).toEqual({ drain: 'DELETE_IN_PROGRESS', server: 'CREATE_COMPLETE' });
    client.rest();
    expect(await client.members(path)).toHaveLength(1);
  });

  async function images(path: string): Promise<readonly string[]> {
    const found = await client.heat('GET', '/stacks?limit=1');
    expect(found.status).toBe(200);
    const members = await client.members(path);
    const servers = await Promise.all(members.map(({ id }) => client.nova('GET', `/servers/${id}`)));
    const ids = servers.map(({ body }) => text(body, 'server', 'image', 'id'));
    const old = await firstImage();
    return ids.map((id) => (id === old ? 'old' : 'new'));
  }

  async function firstImage(): Promise<string> {
    return client.sandbox.snapshot().images.find((image) => image.name === 'ubuntu-20.04')?.id ?? '';
  }

  async function memberStack(path: string, index: number): Promise<string> {
    const id = (await client.members(path))[index]?.id ?? '';
    const stack = client.sandbox.snapshot().stacks.find((one) => one.id === id);
    return `/stacks/${stack?.name}/${id}`;
  }

  async function rowStatuses(path: string): Promise<Readonly<Record<string, string>>> {
    const { body } = await client.heat('GET', `${path}/resources`);
    const entries = records(body['resources']).map((one) => [
      text(one, 'resource_name'),
      text(one, 'resource_status'),
    ]);
    return Object.fromEntries(entries.sort());
  }
});
