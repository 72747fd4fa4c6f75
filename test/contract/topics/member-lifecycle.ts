/** A group's member behind a load balancer: new server, readiness, new pool member, old one out, drain, old server gone. */
import { describe, expect, it } from 'vitest';
import { type JsonRecord, list, pick, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { group, HOT, policy, server, template } from '../templates.ts';

const DRAIN_SECONDS = 4;
const ref = (name: string) => ({ get_resource: name });

/** Everything but the pool member carries the hash in its name: what vanishes and what is new replaces nothing. */
function memberFile(hash: string, image: string): JsonRecord {
  const [handle, machine] = [`handle_${hash}`, `server_${hash}`];
  const [ready, drain] = [`ready_${hash}`, `drain_${hash}`];
  const userData = {
    str_replace: { template: '#!/bin/sh\nCURL\n', params: { CURL: { get_attr: [handle, 'curl_cli'] } } },
  };
  return {
    heat_template_version: HOT,
    parameters: { pool: { type: 'string' } },
    resources: {
      [handle]: { type: 'OS::Heat::WaitConditionHandle' },
      [machine]: server({ image, user_data_format: 'RAW', user_data: userData }),
      [ready]: {
        type: 'OS::Heat::WaitCondition',
        depends_on: machine,
        properties: { handle: ref(handle), timeout: 43_200 },
      },
      [drain]: {
        type: 'OS::Heat::Delay',
        depends_on: machine,
        properties: { min_wait: DRAIN_SECONDS, actions: ['DELETE'] },
      },
      pm: {
        type: 'OS::Octavia::PoolMember',
        depends_on: [ready, drain],
        properties: {
          pool: { get_param: 'pool' },
          subnet: 'private-subnet',
          address: { get_attr: [machine, 'first_address'] },
          protocol_port: 80,
        },
      },
    },
    outputs: { 'OS::stack_id': { value: ref(machine) } },
  };
}

function body(hash: string, image: string, more: JsonRecord = {}): JsonRecord {
  const file = `member-${hash}.yaml`;
  const resources = {
    lb: { type: 'OS::Octavia::LoadBalancer', properties: { vip_subnet: 'private-subnet' } },
    pool: {
      type: 'OS::Octavia::Pool',
      properties: { loadbalancer: ref('lb'), protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' },
    },
    group: group(
      { type: file, properties: { pool: ref('pool') } },
      { rolling_updates: { max_batch_size: 1, min_in_service: 0 }, ...more },
    ),
    down: policy('change_in_capacity', -1),
  };
  return {
    template: template(resources, { outputs: { refs: { value: { get_attr: ['group', 'refs'] } } } }),
    files: { [file]: JSON.stringify(memberFile(hash, image)) },
    timeout_mins: 720,
  };
}

export function memberLifecycleContract(stage: Stage): void {
  const life = stage.stack('drained', body('a', 'ubuntu-20.04', { desired_capacity: 2 }));
  const plain = stage.stack('unhashed', { template: template(plainResources('ubuntu-20.04', false)) });

  const renamed = stage.stack('renamed', { template: template(renamedResources('a')) });

  describe('a member behind a load balancer', () => {
    it('is in no pool before its server has signalled', async () => {
      const gates = await waiting(2);
      expect(await poolMembers()).toEqual([]);
      for (const gate of gates) await signal(gate, 'SUCCESS');
      const stack = await life.ready();
      const refs = list(pick(stack, 'outputs', 0, 'output_value')).map(String);
      const addresses = await Promise.all(refs.map(addressOf));
      expect((await poolMembers()).map((one) => one['address']).sort()).toEqual(addresses.sort());
    });

    it('is replaced while its old server keeps serving: the old one goes last, after the drain', async () => {
      const last = await life.lastEvent();
      const before = await poolMembers();
      await put('b', 'ubuntu-22.04');
      const [first = ''] = await waiting(1);
      expect(await poolMembers()).toEqual(before);
      for (const { id } of await serversNamed('server_a')) expect(await addressOf(id)).toMatch(/^10\.20\./);
      await signal(first, 'SUCCESS');
      const [second = ''] = await waiting(1, [first]);
      expect(second).not.toBe(first);
      await signal(second, 'SUCCESS');
      await settledWell();
      for (const gate of [first, second]) expect(await steps(gate, last)).toEqual(IN_ORDER);
      expect((await serversNamed('server_')).map(({ name }) => name)).toEqual(['server_b', 'server_b']);
    });

    it('scaled in by a signal leaves the pool first, and its server after the drain', async () => {
      const servers = await serversNamed('server_b');
      await life.signal('down');
      await stage
        .cloud()
        .wait(async () => ((await poolMembers()).length === 1 ? true : null), 'it to leave the pool');
      const status = await Promise.all(servers.map(({ id }) => statusOf(id)));
      expect(status).toEqual(['ACTIVE', 'ACTIVE']);
      await stage.cloud().wait(async () => {
        const left = await Promise.all(servers.map(({ id }) => statusOf(id)));
        return left.filter((one) => one === 'ACTIVE').length === 1 ? true : null;
      }, 'its server to go');
      await quiet();
    });

    it('signalled FAILURE stops the update with old server and pool member in place', async () => {
      const before = await poolMembers();
      await put('c', 'ubuntu-20.04');
      const [gate = ''] = await waiting(1);
      await signal(gate, 'FAILURE');
      const failed = await life.settled();
      expect(failed['stack_status']).toBe('UPDATE_FAILED');
      expect(text(failed, 'stack_status_reason')).toContain(
        'WaitConditionFailure: resources.ready_c: by the contract',
      );
      await quiet();
      expect(await poolMembers()).toEqual(before);
      const old = await serversNamed('server_b');
      expect(old).toHaveLength(1);
      for (const { id } of old) expect(await addressOf(id)).toMatch(/^10\.20\./);
    });

    it('keeps that FAILURE: the same template and the one of before fail at once, a new one goes on', async () => {
      for (const [hash, image] of [
        ['c', 'ubuntu-20.04'],
        ['b', 'ubuntu-22.04'],
      ] as const) {
        await put(hash, image);
        const failed = await life.settled();
        expect(text(failed, 'stack_status_reason')).toContain(
          'WaitConditionFailure: resources.ready_c: by the contract',
        );
        await quiet();
      }
      await put('d', 'ubuntu-22.04');
      const [gate = ''] = await waiting(1);
      await signal(gate, 'SUCCESS');
      await settledWell();
      expect((await serversNamed('server_')).map(({ name }) => name)).toEqual(['server_d']);
    });
  });

  describe('a server that comes under another name', () => {
    it('takes the place of the old one at once, unless something needs both: that waits', async () => {
      await renamed.ready();
      const idOf = async (name: string) => text(await renamed.resource(name), 'physical_resource_id');
      const [loose, kept] = [await idOf('loose_a'), await idOf('kept_a')];
      const next = { template: template(renamedResources('b')) };
      expect((await stage.cloud().call('orchestration', 'PUT', renamed.path, next)).status).toBe(202);
      await stage
        .cloud()
        .wait(async () => ((await statusOf(loose)) === null ? true : null), 'the loose one to go');
      await stage.cloud().wait(async () => {
        const answer = await stage.cloud().call('orchestration', 'GET', `${renamed.path}/resources/ready`);
        return pick(answer.json, 'resource', 'resource_status') === 'CREATE_IN_PROGRESS' ? true : null;
      }, 'the new servers to be built');
      expect(await statusOf(kept)).toBe('ACTIVE');
      expect(await addressOf(kept)).toMatch(/^10\.20\./);
      await signal(`${renamed.path}/resources/handle_b`, 'SUCCESS');
      expect(await renamed.settled()).toMatchObject({ stack_status: 'UPDATE_COMPLETE' });
      expect(await statusOf(kept)).toBeNull();
    });
  });

  describe('a server that is replaced under its own name', () => {
    it('loses its addresses before the new one is there', async () => {
      await plain.ready();
      const old = text(await plain.resource('machine'), 'physical_resource_id');
      expect(await addressOf(old)).toMatch(/^10\.20\./);
      const next = { template: template(plainResources('ubuntu-22.04', true)) };
      expect((await stage.cloud().call('orchestration', 'PUT', plain.path, next)).status).toBe(202);
      await stage.cloud().wait(async () => {
        const answer = await stage.cloud().call('orchestration', 'GET', `${plain.path}/resources/hold`);
        return pick(answer.json, 'resource', 'resource_status') === 'CREATE_IN_PROGRESS' ? true : null;
      }, 'the new server to be built');
      expect(await statusOf(old)).toBe('ACTIVE');
      // Nova's own list of addresses comes a moment after Neutron's
      await stage.cloud().wait(async () => ((await addressOf(old)) === null ? true : null), 'it to be off');
      const made = text(await plain.resource('machine'), 'physical_resource_id');
      expect(made).not.toBe(old);
      const seen = await stage.cloud().wait(() => addressOf(made), 'the new one to be on');
      expect(seen).toMatch(/^10\.20\./);
      await signal(`${plain.path}/resources/handle`, 'SUCCESS');
      expect(await plain.settled()).toMatchObject({ stack_status: 'UPDATE_COMPLETE' });
      expect(await statusOf(old)).toBeNull();
    });
  });

  async function put(hash: string, image: string): Promise<void> {
    const answer = await stage.cloud().call('orchestration', 'PUT', life.path, body(hash, image));
    expect(answer, 'PUT').toMatchObject({ status: 202 });
  }

  /** The handles of so many members that wait for their signal, others than those already signalled. */
  async function waiting(count: number, done: readonly string[] = []): Promise<readonly string[]> {
    return stage.cloud().wait(async () => {
      const open = (await resources())
        .filter((one) => text(one, 'resource_name').startsWith('ready_'))
        .filter((one) => one['resource_status'] === 'CREATE_IN_PROGRESS')
        .map((one) => `${stackPath(one)}/resources/${text(one, 'resource_name').replace('ready', 'handle')}`)
        .filter((path) => !done.includes(path));
      return open.length === count ? open : null;
    }, `${count} members to wait for their signal`);
  }

  async function resources(): Promise<readonly JsonRecord[]> {
    return list(await life.get('/resources?nested_depth=3'), 'resources') as readonly JsonRecord[];
  }

  async function signal(handle: string, status: string): Promise<void> {
    const sent = { status, reason: 'by the contract', id: '1', data: '' };
    const answer = await stage.cloud().call('orchestration', 'POST', `${handle}/signal`, sent);
    expect(answer, handle).toMatchObject({ status: 200 });
  }

  async function settledWell(): Promise<void> {
    const stack = await life.settled();
    expect(stack['stack_status'], text(stack, 'stack_status_reason')).toBe('UPDATE_COMPLETE');
  }

  /** Members of an update that failed may go on to their own end; a group that is still scaling bears no update. */
  async function quiet(): Promise<void> {
    await stage.cloud().wait(async () => {
      const busy = (await resources()).some((one) => text(one, 'resource_status').endsWith('_IN_PROGRESS'));
      const metadata = JSON.stringify(await life.get('/resources/group/metadata'));
      return busy || metadata.includes('"scaling_in_progress":true') ? null : true;
    }, 'all members to rest');
  }

  async function poolMembers(): Promise<readonly JsonRecord[]> {
    const pool = text(await life.resource('pool'), 'physical_resource_id');
    const path = `/v2/lbaas/pools/${pool}/members?fields=id&fields=address`;
    const answer = await stage.cloud().call('load-balancer', 'GET', path);
    return list(answer.json, 'members') as readonly JsonRecord[];
  }

  async function serversNamed(
    prefix: string,
  ): Promise<readonly { readonly name: string; readonly id: string }[]> {
    return (await resources())
      .filter((one) => text(one, 'resource_name').startsWith(prefix))
      .map((one) => ({ name: text(one, 'resource_name'), id: text(one, 'physical_resource_id') }));
  }

  async function shown(id: string): Promise<unknown> {
    return pick((await stage.cloud().call('compute', 'GET', `/servers/${id}`)).json, 'server');
  }

  async function statusOf(id: string): Promise<unknown> {
    const found = await shown(id);
    return found === undefined ? null : pick(found, 'status');
  }

  async function addressOf(id: string): Promise<unknown> {
    return pick(await shown(id), 'addresses', 'private-network', 0, 'addr') ?? null;
  }

  /** What happened to this member, of what matters. */
  async function steps(gate: string, after: string): Promise<readonly string[]> {
    return (await life.events(after))
      .filter((event) => stackPath(event) === gate.replace(/\/resources\/.*/, ''))
      .map((event) => `${text(event, 'resource_name')} ${text(event, 'resource_status')}`)
      .filter((step) => IN_ORDER.includes(step));
  }
}

const IN_ORDER: readonly string[] = [
  'server_b CREATE_IN_PROGRESS',
  'server_b CREATE_COMPLETE',
  'handle_b SIGNAL_COMPLETE',
  'ready_b CREATE_COMPLETE',
  'pm CREATE_IN_PROGRESS',
  'pm CREATE_COMPLETE',
  'pm DELETE_IN_PROGRESS',
  'pm DELETE_COMPLETE',
  'drain_a DELETE_IN_PROGRESS',
  'drain_a DELETE_COMPLETE',
  'server_a DELETE_IN_PROGRESS',
  'server_a DELETE_COMPLETE',
  'handle_a DELETE_COMPLETE',
];

/** `keeper` needs the server: the old one goes after it is up to date, and `hold` makes it wait for a signal. */
function plainResources(image: string, held: boolean): JsonRecord {
  const hold = {
    type: 'OS::Heat::WaitCondition',
    depends_on: 'machine',
    properties: { handle: ref('handle'), timeout: 43_200 },
  };
  return {
    handle: { type: 'OS::Heat::WaitConditionHandle' },
    machine: server({ image, image_update_policy: 'REPLACE' }),
    ...(held ? { hold } : {}),
    keeper: keeper('machine', held ? 'hold' : null),
  };
}

/** Two servers that get other names at the next word, one of them with a keeper that waits for a signal. */
function renamedResources(word: string): JsonRecord {
  return {
    [`loose_${word}`]: server(),
    [`kept_${word}`]: server(),
    [`handle_${word}`]: { type: 'OS::Heat::WaitConditionHandle' },
    ...(word === 'a'
      ? {}
      : {
          ready: {
            type: 'OS::Heat::WaitCondition',
            depends_on: [`kept_${word}`, `loose_${word}`],
            properties: { handle: ref(`handle_${word}`), timeout: 43_200 },
          },
        }),
    keeper: keeper(`kept_${word}`, word === 'a' ? null : 'ready'),
  };
}

function keeper(machine: string, after: string | null): JsonRecord {
  return {
    type: 'OS::Heat::Value',
    ...(after === null ? {} : { depends_on: after }),
    properties: { value: ref(machine) },
  };
}

function stackPath(entry: unknown): string {
  const link = list(entry, 'links').find((one) => pick(one, 'rel') === 'stack');
  return text(link, 'href').replace(/^.*(?=\/stacks\/)/, '');
}
