/** What our checks refuse of a load balancer is what the real Octavia refuses. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../contract/cloud-under-test.ts';
import { pick, text } from '../contract/json.ts';
import { problemsOf } from '../core/spec/spec-files.ts';
import { login, openCloud, uniquePrefix, waitFor } from './cloud.ts';

const LISTENERS = ['HTTP', 'HTTPS', 'TCP', 'UDP'];
const POOLS = ['HTTP', 'HTTPS', 'PROXY', 'TCP', 'UDP'];
const MONITORS = ['HTTP', 'HTTPS', 'PING', 'TCP', 'UDP-CONNECT'];

let demo: Caller;
let balancer = '';

beforeAll(async () => {
  demo = await login(await openCloud(), 'demo');
  const subnets = await demo.call('network', 'GET', '/subnets?name=private-subnet');
  const vip_subnet_id = text(subnets.json, 'subnets', 0, 'id');
  const loadbalancer = { name: `${uniquePrefix('oct')}lb`, vip_subnet_id };
  const made = await demo.call('load-balancer', 'POST', '/v2/lbaas/loadbalancers', { loadbalancer });
  balancer = text(made.json, 'loadbalancer', 'id');
  await settled();
});

afterAll(async () => {
  await settled();
  await demo.call('load-balancer', 'DELETE', `/v2/lbaas/loadbalancers/${balancer}?cascade=true`);
});

/** Octavia takes one change at a time. */
function settled(): Promise<true> {
  return waitFor(async () => {
    const { json } = await demo.call('load-balancer', 'GET', `/v2/lbaas/loadbalancers/${balancer}`);
    return pick(json, 'loadbalancer', 'provisioning_status') === 'ACTIVE' ? true : null;
  }, 'the load balancer to be ACTIVE');
}

/** The id of what was made, or null when Octavia refused it (400, and nothing else). */
async function make(kind: 'listener' | 'pool' | 'healthmonitor', body: object): Promise<string | null> {
  const { status, json } = await demo.call('load-balancer', 'POST', `/v2/lbaas/${kind}s`, { [kind]: body });
  if (status === 400) return null;
  expect(status, JSON.stringify(json)).toBe(201);
  await settled();
  return text(json, kind, 'id');
}

async function remove(kind: 'listener' | 'pool' | 'healthmonitor', id: string): Promise<void> {
  await demo.call('load-balancer', 'DELETE', `/v2/lbaas/${kind}s/${id}`);
  await settled();
}

/** True when a spec with this balancer has no problem. */
function ours(octavia: object): boolean {
  const spec = {
    size: { min: 1, max: 1 },
    server: { image: 'i', flavor: 'f', networks: ['n'] },
    loadBalancer: { octavia: { subnet: 's', ...octavia } },
  };
  const document = { apiVersion: 'thermostat/v1', kind: 'AutoScalingGroup', metadata: { name: 'x' }, spec };
  return problemsOf({ 'x.yaml': JSON.stringify(document) }).length === 0;
}

describe.each(LISTENERS)('behind a listener of %s', (protocol) => {
  const port = 8000 + LISTENERS.indexOf(protocol);
  let listener = '';

  beforeAll(async () => {
    listener = (await make('listener', { loadbalancer_id: balancer, protocol, protocol_port: port })) ?? '';
  });

  test.each(POOLS)('a pool of %s', async (inside) => {
    const pool = { listener_id: listener, protocol: inside, lb_algorithm: 'ROUND_ROBIN' };
    const id = await make('pool', pool);
    expect(id !== null).toBe(ours({ listener: { protocol, port }, pool: { protocol: inside } }));
    if (id !== null) await remove('pool', id);
  });
});

test('there is no listener of PROXY', async () => {
  const listener = { loadbalancer_id: balancer, protocol: 'PROXY', protocol_port: 8100 };
  expect(await make('listener', listener)).toBeNull();
  expect(ours({ listener: { protocol: 'PROXY', port: 8100 } })).toBe(false);
});

describe.each(['HTTP', 'UDP'])('in a pool of %s', (protocol) => {
  const listener = { protocol, port: 80 };
  let pool = '';

  beforeAll(async () => {
    const body = { loadbalancer_id: balancer, protocol, lb_algorithm: 'ROUND_ROBIN' };
    pool = (await make('pool', body)) ?? '';
  });

  test.each(MONITORS)('a monitor of %s', async (type) => {
    const id = await make('healthmonitor', { pool_id: pool, type, delay: 5, timeout: 3, max_retries: 3 });
    expect(id !== null).toBe(ours({ listener, monitor: { type } }));
    if (id !== null) await remove('healthmonitor', id);
  });

  test('a path is asked for by HTTP only', async () => {
    const type = 'TCP';
    const monitor = { pool_id: pool, type, delay: 5, timeout: 3, max_retries: 3, url_path: '/' };
    expect(await make('healthmonitor', monitor)).toBeNull();
    expect(ours({ listener, monitor: { type, path: '/' } })).toBe(false);
  });
});

test('UDP-CONNECT waits three seconds at least', async () => {
  const body = { loadbalancer_id: balancer, protocol: 'UDP', lb_algorithm: 'ROUND_ROBIN' };
  const pool = await make('pool', body);
  const monitor = { pool_id: pool, type: 'UDP-CONNECT', delay: 2, timeout: 1, max_retries: 3 };
  expect(await make('healthmonitor', monitor)).toBeNull();
  const listener = { protocol: 'UDP', port: 80 };
  expect(ours({ listener, monitor: { type: 'UDP-CONNECT', delay: 2, timeout: 1 } })).toBe(false);
});

test.each([
  ['UDP', { type: 'HTTP_COOKIE' }],
  ['HTTP', { type: 'APP_COOKIE' }],
  ['HTTP', { type: 'SOURCE_IP', cookie_name: 'sid' }],
  ['HTTP', { type: 'APP_COOKIE', cookie_name: 'a b' }],
])('a pool of %s does not keep sessions by %j', async (protocol, persistence) => {
  const body = { loadbalancer_id: balancer, protocol, lb_algorithm: 'ROUND_ROBIN' };
  expect(await make('pool', { ...body, session_persistence: persistence })).toBeNull();
  const { type, cookie_name: cookie } = { cookie_name: undefined, ...persistence };
  const sessionPersistence = cookie === undefined ? { type } : { type, cookie };
  expect(ours({ listener: { protocol, port: 80 }, pool: { sessionPersistence } })).toBe(false);
});

describe('Octavia takes no second', () => {
  /** 409 is what Heat takes for "later", and asks again until its time is up. */
  const status = async (kind: string, body: object): Promise<number> =>
    (await demo.call('load-balancer', 'POST', `/v2/lbaas/${kind}s`, { [kind]: body })).status;
  const port = { protocol: 'HTTP', protocol_port: 9000 };
  let first = '';
  let pool = '';

  beforeAll(async () => {
    first = (await make('listener', { ...port, loadbalancer_id: balancer })) ?? '';
    pool = (await make('pool', { listener_id: first, protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' })) ?? '';
    await make('healthmonitor', { pool_id: pool, type: 'HTTP', delay: 5, timeout: 3, max_retries: 3 });
  });

  test('listener on a port, whatever its protocol', async () => {
    const body = { ...port, loadbalancer_id: balancer, protocol: 'TCP' };
    expect(await status('listener', body)).toBe(409);
  });

  test('default pool of a listener', async () => {
    const body = { listener_id: first, protocol: 'PROXY', lb_algorithm: 'ROUND_ROBIN' };
    expect(await status('pool', body)).toBe(409);
  });

  test('monitor of a pool', async () => {
    const body = { pool_id: pool, type: 'TCP', delay: 5, timeout: 3, max_retries: 3 };
    expect(await status('healthmonitor', body)).toBe(409);
  });

  test('member of an address and port', async () => {
    const member = { address: '10.20.0.99', protocol_port: 80 };
    const path = `/v2/lbaas/pools/${pool}/members`;
    expect((await demo.call('load-balancer', 'POST', path, { member })).status).toBe(201);
    await settled();
    const { json } = await demo.call('network', 'GET', '/subnets?name=private-subnet');
    const other = { ...member, subnet_id: text(json, 'subnets', 0, 'id') };
    expect((await demo.call('load-balancer', 'POST', path, { member: other })).status).toBe(409);
  });

  test('but a port of UDP beside the same of TCP', async () => {
    const body = { ...port, loadbalancer_id: balancer, protocol: 'UDP' };
    expect(await make('listener', body)).not.toBeNull();
  });
});
