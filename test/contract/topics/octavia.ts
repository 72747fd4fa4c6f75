/** Octavia by itself: what it shows, what it refuses, and that only one change at a time is taken. */
import { describe, expect, it } from 'vitest';
import type { Answer, Caller, Method } from '../cloud-under-test.ts';
import { keys, list, pick, record, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { NOWHERE, OCTAVIA_REFUSALS } from './octavia-refusals.ts';

export function octaviaContract(stage: Stage): void {
  const ids = { subnet: '', balancer: '', listener: '', pool: '', member: '', monitor: '' };

  describe('octavia', () => {
    it('makes a balancer PENDING_CREATE, and refuses every change of it until it is ACTIVE', async () => {
      const subnets = await stage.cloud().call('network', 'GET', '/subnets?name=private-subnet');
      ids.subnet = text(subnets.json, 'subnets', 0, 'id');
      const body = { name: `${stage.cloud().prefix}lb`, vip_subnet_id: ids.subnet };
      const answer = await call('POST', '/loadbalancers', { loadbalancer: body });
      expect(answer.status).toBe(201);
      ids.balancer = text(answer.json, 'loadbalancer', 'id');
      expect(pick(answer.json, 'loadbalancer')).toMatchObject({
        provisioning_status: 'PENDING_CREATE',
        operating_status: 'OFFLINE',
        listeners: [],
        pools: [],
        provider: 'amphora',
        updated_at: null,
        vip_subnet_id: ids.subnet,
      });
      // both at once: it may be ACTIVE a moment later
      const [change, below] = await Promise.all([
        call('PUT', `/loadbalancers/${ids.balancer}`, { loadbalancer: { description: 'x' } }),
        call('POST', '/listeners', { listener: listenerBody(8080) }),
      ]);
      expect(change).toMatchObject(
        refusal(409, `Invalid state PENDING_CREATE of loadbalancer resource ${ids.balancer}`),
      );
      expect(below).toMatchObject(
        refusal(409, `Load Balancer ${ids.balancer} is immutable and cannot be updated.`),
      );
      await active();
    });

    it('shows a balancer with the keys of 2025.1', async () => {
      const answer = await call('GET', `/loadbalancers/${ids.balancer}`);
      expect(keys(pick(answer.json, 'loadbalancer'))).toEqual(BALANCER_KEYS);
    });

    it('puts listener, pool, member and monitor below it, one after another', async () => {
      const listener = await made('/listeners', 'listener', listenerBody(80));
      ids.listener = text(listener, 'id');
      expect(listener).toMatchObject({ provisioning_status: 'PENDING_CREATE', default_pool_id: null });
      const pool = await made('/pools', 'pool', poolBody());
      ids.pool = text(pool, 'id');
      expect(pool).toMatchObject({
        listeners: [{ id: ids.listener }],
        loadbalancers: [{ id: ids.balancer }],
        members: [],
      });
      expect(keys(pool)).not.toContain('healthmonitor_id');
      const member = await made(`/pools/${ids.pool}/members`, 'member', memberBody('10.20.250.9'));
      ids.member = text(member, 'id');
      expect(member).toMatchObject({ operating_status: 'NO_MONITOR', weight: 1, backup: false, name: '' });
      expect(keys(member)).toEqual(MEMBER_KEYS);
      const monitor = await made('/healthmonitors', 'healthmonitor', monitorBody());
      ids.monitor = text(monitor, 'id');
      expect(monitor).toMatchObject({
        http_method: 'GET',
        url_path: '/',
        expected_codes: '200',
        max_retries_down: 3,
        operating_status: 'OFFLINE',
      });
      const shown = await call('GET', `/pools/${ids.pool}`);
      expect(pick(shown.json, 'pool', 'healthmonitor_id')).toBe(ids.monitor);
    });

    it('gives new members OFFLINE once there is a monitor, and leaves the old ones as they are', async () => {
      const second = await made(`/pools/${ids.pool}/members`, 'member', memberBody('10.20.250.10'));
      expect(second).toMatchObject({ operating_status: 'OFFLINE' });
      expect(await member(ids.member)).toMatchObject({ operating_status: 'NO_MONITOR' });
    });

    it('shows the tree of all statuses, under either name', async () => {
      const answer = await call('GET', `/loadbalancers/${ids.balancer}/status`);
      const tree = record(answer.json, 'statuses', 'loadbalancer');
      expect(tree).toMatchObject({
        id: ids.balancer,
        provisioning_status: 'ACTIVE',
        operating_status: 'OFFLINE',
      });
      expect(keys(tree)).not.toContain('pools');
      const pool = record(tree, 'listeners', 0, 'pools', 0);
      expect(pool).toMatchObject({
        id: ids.pool,
        operating_status: 'OFFLINE',
        health_monitor: { id: ids.monitor, type: 'HTTP', operating_status: 'ONLINE' },
      });
      expect(keys(list(pool, 'members')[0])).toEqual([
        'address',
        'id',
        'name',
        'operating_status',
        'protocol_port',
        'provisioning_status',
      ]);
      const other = await call('GET', `/loadbalancers/${ids.balancer}/statuses`);
      expect(keys(other.json)).toEqual(['statuses']);
    });

    it('tells what the driver reports of a member, and of that member alone', async () => {
      await stage.cloud().report('member', ids.member, 'ERROR');
      expect(await member(ids.member)).toMatchObject({
        operating_status: 'ERROR',
        provisioning_status: 'ACTIVE',
      });
      const answer = await call('GET', `/pools/${ids.pool}`);
      expect(pick(answer.json, 'pool', 'operating_status')).toBe('OFFLINE');
      await stage.cloud().report('member', ids.member, 'ONLINE');
      expect(await member(ids.member)).toMatchObject({ operating_status: 'ONLINE' });
    });

    it('takes a weight of 0 as an update; the operating status is the driver’s business', async () => {
      const path = `/pools/${ids.pool}/members/${ids.member}`;
      const answer = await call('PUT', path, { member: { weight: 0 } });
      expect(answer).toMatchObject({
        status: 200,
        json: { member: { weight: 0, provisioning_status: 'PENDING_UPDATE' } },
      });
      await active();
      expect(await member(ids.member)).toMatchObject({ weight: 0, operating_status: 'ONLINE' });
      await stage.cloud().report('member', ids.member, 'DRAINING');
      expect(await member(ids.member)).toMatchObject({ operating_status: 'DRAINING' });
    });

    it('takes one change of a pool at a time', async () => {
      await made(`/pools/${ids.pool}/members`, 'member', memberBody('10.20.250.11'));
      const path = `/pools/${ids.pool}/members/${ids.member}`;
      const weights = [1, 2, 3, 4, 5, 6];
      const answers = await Promise.all(weights.map((weight) => call('PUT', path, { member: { weight } })));
      const refused = answers.filter((answer) => answer.status !== 200);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.length).toBeLessThan(weights.length);
      for (const answer of refused) {
        expect(answer.status).toBe(409);
        expect([
          `Pool ${ids.pool} is immutable and cannot be updated.`,
          `Load Balancer ${ids.balancer} is immutable and cannot be updated.`,
        ]).toContain(pick(answer.json, 'faultstring'));
      }
      await active();
    });

    it('lists by filters and fields, and pages in the order of creation', async () => {
      const path = `/pools/${ids.pool}/members`;
      const found = await call('GET', `${path}?address=10.20.250.10&fields=address&fields=weight`);
      expect(found.json).toEqual({ members: [{ address: '10.20.250.10', weight: 1 }], members_links: [] });
      const first = await call('GET', `${path}?limit=1&fields=address&fields=id`);
      expect(pick(first.json, 'members', 0, 'address')).toBe('10.20.250.9');
      const links = list(first.json, 'members_links');
      expect(links.map((link) => pick(link, 'rel'))).toEqual(['next']);
      expect(text(links[0], 'href')).toMatch(/\/members\?limit=1&marker=[0-9a-f-]{36}$/);
      const marker = text(first.json, 'members', 0, 'id');
      const second = await call('GET', `${path}?limit=1&marker=${marker}`);
      expect(pick(second.json, 'members', 0, 'address')).toBe('10.20.250.10');
      expect(list(second.json, 'members_links').map((link) => pick(link, 'rel'))).toEqual([
        'previous',
        'next',
      ]);
      const sorted = await call('GET', `${path}?sort=address:desc&fields=address`);
      expect(list(sorted.json, 'members').map((one) => pick(one, 'address'))).toEqual([
        '10.20.250.9',
        '10.20.250.11',
        '10.20.250.10',
      ]);
      expect((await call('GET', `${path}?nope=1`)).status).toBe(400);
      expect(await call('GET', `${path}?limit=1&marker=${NOWHERE}`)).toMatchObject(
        refusal(400, `Supplied pagination marker '${NOWHERE}' is not valid.`),
      );
      const byBalancer = await call('GET', `/pools?loadbalancer_id=${ids.balancer}&fields=id`);
      expect(byBalancer.json).toEqual({ pools: [{ id: ids.pool }], pools_links: [] });
      expect((await call('GET', '/loadbalancers?name=nobody')).json).toEqual({
        loadbalancers: [],
        loadbalancers_links: [],
      });
    });

    it.each(OCTAVIA_REFUSALS)('refuses $what', async ({ path, body, status, message }) => {
      const of = (value: string) => value.replaceAll(/\{(\w+)\}/g, (_, key: keyof typeof ids) => ids[key]);
      const answer = await call('POST', of(path), JSON.parse(of(JSON.stringify(body))));
      expect([answer.status, pick(answer.json, 'faultcode')]).toEqual([status, 'Client']);
      expect(text(answer.json, 'faultstring')).toContain(message);
    });

    it('answers 404 of two shapes to what is not there', async () => {
      expect(await call('GET', `/pools/${NOWHERE}`)).toMatchObject(
        refusal(404, `Pool ${NOWHERE} not found.`),
      );
      expect(await call('GET', `/pools/${NOWHERE}/members`)).toMatchObject({
        status: 404,
        json: { code: 404, title: 'Bad Request', description: `Pool ${NOWHERE} not found.` },
      });
    });

    it('lets a reader look, but change nothing', async () => {
      const reader = await stage.cloud().as('demo-reader');
      expect((await call('GET', `/pools/${ids.pool}`, undefined, reader)).status).toBe(200);
      const answer = await call('DELETE', `/pools/${ids.pool}`, undefined, reader);
      expect(answer).toMatchObject(refusal(403, 'Policy does not allow this request to be performed.'));
    });

    it('hides what is another project’s behind 403, and shows everything to an admin', async () => {
      const admin = await stage.cloud().as('admin');
      const networks = await stage.cloud().call('network', 'GET', '/networks?name=public');
      const body = {
        name: `${stage.cloud().prefix}foreign`,
        vip_network_id: text(networks.json, 'networks', 0, 'id'),
      };
      const answer = await call('POST', '/loadbalancers', { loadbalancer: body }, admin);
      const foreign = text(answer.json, 'loadbalancer', 'id');
      const seen = await call('GET', `/loadbalancers/${foreign}`);
      expect(seen).toMatchObject(refusal(403, 'Policy does not allow this request to be performed.'));
      expect((await call('GET', `/pools/${ids.pool}`, undefined, admin)).status).toBe(200);
      const own = list((await call('GET', '/loadbalancers?fields=id')).json, 'loadbalancers');
      expect(own.map((one) => pick(one, 'id'))).not.toContain(foreign);
    });

    it('shows quotas of the own project only', async () => {
      const projects = record((await call('GET', `/pools/${ids.pool}`)).json, 'pool');
      const answer = await call('GET', `/quotas/${text(projects, 'project_id')}`);
      expect(keys(pick(answer.json, 'quota'))).toEqual([
        'health_monitor',
        'l7policy',
        'l7rule',
        'listener',
        'load_balancer',
        'member',
        'pool',
      ]);
      expect((await call('GET', `/quotas/${NOWHERE}`)).status).toBe(403);
      const path = `/quotas/${text(projects, 'project_id')}`;
      const same = { quota: { member: pick(answer.json, 'quota', 'member') } };
      const set = await call('PUT', path, same, await stage.cloud().as('admin'));
      expect([set.status, set.json]).toEqual([202, answer.json]);
      expect((await call('PUT', path, same)).status).toBe(403);
    });

    it('turns members to NO_MONITOR when the monitor goes', async () => {
      expect((await call('DELETE', `/healthmonitors/${ids.monitor}`)).status).toBe(204);
      await active();
      expect(await member(ids.member)).toMatchObject({ operating_status: 'NO_MONITOR' });
      expect((await call('GET', `/healthmonitors/${ids.monitor}`)).status).toBe(404);
    });

    it('shows a member as PENDING_DELETE before it is gone', async () => {
      const path = `/pools/${ids.pool}/members/${ids.member}`;
      expect((await call('DELETE', path)).status).toBe(204);
      const pending = await call('GET', path);
      if (pending.status === 200)
        expect(pick(pending.json, 'member', 'provisioning_status')).toBe('PENDING_DELETE');
      await active();
      expect(await call('GET', path)).toMatchObject(refusal(404, `Member ${ids.member} not found.`));
    });

    it('puts a whole set of members in place of the other', async () => {
      const members = [memberBody('10.20.250.10'), memberBody('10.20.250.20')];
      expect((await call('PUT', `/pools/${ids.pool}/members`, { members })).status).toBe(202);
      await active();
      const answer = await call('GET', `/pools/${ids.pool}/members?fields=address`);
      expect(
        list(answer.json, 'members')
          .map((one) => pick(one, 'address'))
          .sort(),
      ).toEqual(['10.20.250.10', '10.20.250.20']);
    });

    it('removes a balancer that has something below it only with cascade', async () => {
      const path = `/loadbalancers/${ids.balancer}`;
      expect(await call('DELETE', path)).toMatchObject(
        refusal(400, `Validation failure: Cannot delete Load Balancer ${ids.balancer} - it has children`),
      );
      expect((await call('DELETE', `${path}?cascade=true`)).status).toBe(204);
      await stage
        .cloud()
        .wait(async () => ((await call('GET', path)).status === 404 ? true : null), 'it to go');
      expect((await call('GET', `/pools/${ids.pool}`)).status).toBe(404);
    });
  });

  function call(method: Method, path: string, body?: unknown, who: Caller = stage.cloud()): Promise<Answer> {
    return who.call('load-balancer', method, `/v2/lbaas${path}`, body);
  }

  async function active(): Promise<void> {
    await stage.cloud().wait(async () => {
      const answer = await call('GET', `/loadbalancers/${ids.balancer}`);
      return text(answer.json, 'loadbalancer', 'provisioning_status') === 'ACTIVE' ? true : null;
    }, 'the balancer to be ACTIVE');
  }

  async function made(path: string, kind: string, body: unknown) {
    const answer = await call('POST', path, { [kind]: body });
    expect(answer, `POST ${path}`).toMatchObject({ status: 201 });
    await active();
    return record(answer.json, kind);
  }

  async function member(id: string) {
    return record((await call('GET', `/pools/${ids.pool}/members/${id}`)).json, 'member');
  }

  function listenerBody(port: number) {
    return { loadbalancer_id: ids.balancer, protocol: 'HTTP', protocol_port: port };
  }

  function poolBody() {
    return { listener_id: ids.listener, protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' };
  }

  function monitorBody() {
    return { pool_id: ids.pool, type: 'HTTP', delay: 5, timeout: 3, max_retries: 3 };
  }
}

function memberBody(address: string) {
  return { address, protocol_port: 80 };
}

function refusal(status: number, faultstring: string) {
  return { status, json: { faultcode: 'Client', faultstring, debuginfo: null } };
}

const BALANCER_KEYS = [
  'additional_vips',
  'admin_state_up',
  'availability_zone',
  'created_at',
  'description',
  'flavor_id',
  'id',
  'listeners',
  'name',
  'operating_status',
  'pools',
  'project_id',
  'provider',
  'provisioning_status',
  'tags',
  'tenant_id',
  'updated_at',
  'vip_address',
  'vip_network_id',
  'vip_port_id',
  'vip_qos_policy_id',
  'vip_sg_ids',
  'vip_subnet_id',
  'vip_vnic_type',
];

const MEMBER_KEYS = [
  'address',
  'admin_state_up',
  'backup',
  'created_at',
  'id',
  'monitor_address',
  'monitor_port',
  'name',
  'operating_status',
  'project_id',
  'protocol_port',
  'provisioning_status',
  'subnet_id',
  'tags',
  'tenant_id',
  'updated_at',
  'vnic_type',
  'weight',
];
