// Balancers, ports and addresses in the sandbox: what the contract cannot ask of a real cloud.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SandboxState, startSandbox } from '../../src/sandbox/embedded.ts';
import { at, type Client, connect, openClient, text } from './client.ts';

const resources = (weight: number) => ({
  lb: { type: 'OS::Octavia::LoadBalancer', properties: { vip_subnet: 'private-subnet' } },
  pool: {
    type: 'OS::Octavia::Pool',
    properties: { loadbalancer: { get_resource: 'lb' }, protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' },
  },
  port: { type: 'OS::Neutron::Port', properties: { network: 'private-network' } },
  address: {
    type: 'OS::Neutron::FloatingIP',
    properties: { floating_network: 'public', port_id: { get_resource: 'port' } },
  },
  member: {
    type: 'OS::Octavia::PoolMember',
    properties: {
      pool: { get_resource: 'pool' },
      address: { get_attr: ['port', 'fixed_ips', 0, 'ip_address'] },
      protocol_port: 80,
      weight,
    },
  },
});
const BODY = { template: { heat_template_version: '2021-04-16', resources: resources(1) } };
const LIGHTER = { template: { heat_template_version: '2021-04-16', resources: resources(7) } };

describe('a balancer in the state', () => {
  let client: Client;
  let path = '';
  beforeAll(async () => {
    client = await openClient();
    path = await client.stack('balanced', BODY);
  });
  afterAll(() => client.sandbox.close());

  it('saved in the middle of a change goes on from there', async () => {
    await client.heat('PUT', path, LIGHTER);
    client.sandbox.advance(1);
    const saved = JSON.parse(JSON.stringify(client.sandbox.snapshot())) as SandboxState;
    expect(saved.balancing?.member[0]?.provisioning).toBe('PENDING_UPDATE');
    expect(saved.floatingIps).toHaveLength(1);
    const again = await connect(await startSandbox({ state: saved }));
    again.rest();
    expect(await again.status(path)).toBe('UPDATE_COMPLETE');
    expect(await weight(again)).toBe(7);
    await again.sandbox.close();
    client.rest();
    expect(await weight(client)).toBe(7);
  });

  it('in ERROR is no longer changed, but still removed', async () => {
    const balancer = await partId('loadbalancers');
    const order = { provisioning_status: 'ERROR' };
    expect((await client.control('POST', `/balancing/${balancer}`, order)).status).toBe(204);
    const change = await client.octavia('PUT', `/loadbalancers/${balancer}`, { loadbalancer: { name: 'x' } });
    expect([change.status, change.body['faultstring']]).toEqual([
      409,
      `Invalid state ERROR of loadbalancer resource ${balancer}`,
    ]);
    expect((await client.octavia('DELETE', `/loadbalancers/${balancer}?cascade=true`)).status).toBe(204);
    client.rest();
    expect((await client.octavia('GET', `/loadbalancers/${balancer}`)).status).toBe(404);
    await client.heat('DELETE', path);
    client.rest();
    expect(client.sandbox.snapshot()).toMatchObject({ floatingIps: [], ports: [] });
  });

  it.each([
    ['/balancing/nobody', { operating_status: 'ERROR' }, 'no part of a load balancer has the id "nobody"'],
    ['/balancing/lb', { operating_status: 'WELL' }, 'no part of a load balancer'],
  ])('control %s with %o is refused', async (control, order, message) => {
    const answer = await client.control('POST', control, order);
    expect(answer.status).toBe(400);
    expect(text(answer.body, 'error')).toContain(message);
  });

  async function partId(collection: string): Promise<string> {
    return text((await client.octavia('GET', `/${collection}`)).body, collection, 0, 'id');
  }

  async function weight(of: Client): Promise<unknown> {
    const pool = text((await of.octavia('GET', '/pools')).body, 'pools', 0, 'id');
    return at((await of.octavia('GET', `/pools/${pool}/members`)).body, 'members', 0, 'weight');
  }
});

describe('a state of before there were balancers', () => {
  it('is taken, with nothing in place of what it lacks', async () => {
    const client = await openClient();
    const path = await client.stack('old', {
      template: {
        heat_template_version: '2021-04-16',
        resources: {
          s: { type: 'OS::Nova::Server', properties: { image: 'ubuntu-20.04', flavor: 'm1.small' } },
        },
      },
    });
    const { balancing: _balancing, floatingIps: _ips, ...rest } = client.sandbox.snapshot();
    const { balancerBuild: _build, balancerChange: _change, ...timings } = rest.timings;
    const servers = rest.servers.map(({ volumes: _volumes, pinnedZone: _zone, ...server }) => server);
    const old = { ...rest, timings, servers } as unknown as SandboxState;
    await client.sandbox.close();
    const again = await connect(await startSandbox({ state: old }));
    expect(await again.status(path)).toBe('CREATE_COMPLETE');
    expect((await again.nova('GET', '/servers/detail')).status).toBe(200);
    expect((await again.octavia('GET', '/loadbalancers')).body).toEqual({
      loadbalancers: [],
      loadbalancers_links: [],
    });
    const made = await again.heat('POST', '/stacks', { stack_name: 'new', ...BODY });
    again.rest();
    expect(await again.status(`/stacks/new/${text(made.body, 'stack', 'id')}`)).toBe('CREATE_COMPLETE');
    await again.sandbox.close();
  });

  it('with nonsense in the new places is refused with what is wrong', async () => {
    const client = await openClient();
    const state = client.sandbox.snapshot();
    await client.sandbox.close();
    const broken = { ...state, balancing: { pool: [{ id: 7 }] } } as unknown as SandboxState;
    await expect(startSandbox({ state: broken })).rejects.toThrow('"balancing.pool[0].id" is not a text');
  });
});
