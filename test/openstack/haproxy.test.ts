/** A real HAProxy follows a group that grows and shrinks, under traffic: no request fails because of it. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openHAProxy } from '../../src/adapters/haproxy/balancer.ts';
import { balancerHealth } from '../../src/commands/balancer-health.ts';
import type { BackendServer, Belonging } from '../../src/model/balancer.ts';
import type { BalancerHealth } from '../../src/model/health.ts';
import { elapse } from './cloud.ts';
import { type HAProxyProcess, startHAProxy } from './haproxy-process.ts';
import { type Member, startMember, startTraffic, type Traffic } from './traffic.ts';

const PORT = 8080;
const [A, B, C, D] = ['127.0.7.1', '127.0.7.2', '127.0.7.3', '127.0.7.4'] as const;
const SILENT = { info: () => {}, warn: () => {}, debug: () => {} };
const CLOCK = { now: () => new Date(), sleep: (ms: number) => elapse(ms / 1000) };

const BACKENDS = ({ web, slots }: { readonly web: number; readonly slots: number }) => `frontend web
    bind 127.0.0.1:${web}
    default_backend web
backend web
    balance roundrobin
    option httpchk GET /healthz
    http-request disable-l7-retry if METH_POST
    server by-hand 127.0.7.9:8080 disabled
frontend slots
    bind 127.0.0.1:${slots}
    default_backend slots
backend slots
    balance roundrobin
    option httpchk GET /healthz
    http-request disable-l7-retry if METH_POST
    server-template asg-slots- 1-6 slot.invalid:8080 check inter 1s init-addr last,0.0.0.0 disabled
`;

let haproxy: HAProxyProcess;
let members: Map<string, Member>;

beforeEach(async () => {
  haproxy = await startHAProxy(BACKENDS);
  members = new Map();
});
afterEach(async () => {
  for (const member of members.values()) await member.kill();
  await haproxy.close();
});

const start = async (...addresses: readonly string[]) => {
  for (const address of addresses) members.set(address, await startMember(address, PORT));
};
const kill = async (address: string) => {
  await members.get(address)?.kill();
  members.delete(address);
};

type Group = Readonly<Record<string, Belonging>>;

/** One run of `health --heal` on a group with these members. */
const heal = (backend: 'web' | 'slots', group: Group, drainSeconds = 20): Promise<BalancerHealth> =>
  balancerHealth({ balancers: { open: openHAProxy, clock: CLOCK }, log: SILENT }, haproxy.api, {
    group: backend,
    min: 1,
    balancer: {
      kind: 'haproxy',
      backend,
      port: PORT,
      runtimeApis: [haproxy.api],
      network: 'private-network',
    },
    drainSeconds,
    members: Object.entries(group).map(([address, belongs]) => ({
      name: address,
      address,
      belongs,
      why: belongs === 'out' ? 'is being deleted' : '',
    })),
    heal: true,
  });

const lines = async (backend: string): Promise<readonly BackendServer[]> =>
  openHAProxy(haproxy.api).servers(backend);
const endpoints = async (backend: string) =>
  (await lines(backend))
    .filter(({ name, endpoint }) => name !== 'by-hand' && endpoint !== null)
    .map(({ endpoint, state }) => `${endpoint?.address} ${state}`)
    .sort();
const drained = async (backend: string, address: string) => {
  for (let tries = 0; tries < 200; tries += 1) {
    const line = (await lines(backend)).find(({ endpoint }) => endpoint?.address === address);
    if (line?.sessions === 0) return;
    await elapse(0.1);
  }
  throw new Error(`${address} still has sessions after 20 s`);
};

/** Nothing failed, and enough was asked for that to mean something. */
const expectNoFailure = async (traffic: Traffic) => {
  await elapse(2);
  const { requests, failures } = await traffic.stop();
  expect(failures).toEqual([]);
  expect(requests).toBeGreaterThan(50);
};

describe.each(['web', 'slots'] as const)('the backend %s', (backend) => {
  const port = () => haproxy.ports[backend];

  it('grows, shrinks and is replaced without a failed request', async () => {
    await start(A);
    expect((await heal(backend, { [A]: 'in' })).status).toBe('healed');
    const traffic = startTraffic(port());
    await traffic.untilServedBy(A);

    await start(B, C);
    expect((await heal(backend, { [A]: 'in', [B]: 'in', [C]: 'in' })).status).toBe('healed');
    await traffic.untilServedBy(A, B, C);

    // Heat deletes A: its Delay leaves the time in which a run drains it
    expect((await heal(backend, { [A]: 'out', [B]: 'in', [C]: 'in' })).status).toBe('healed');
    expect(await endpoints(backend)).toEqual([`${A} drain`, `${B} ready`, `${C} ready`]);
    await drained(backend, A);
    await kill(A);
    await heal(backend, { [B]: 'in', [C]: 'in' });
    expect(await endpoints(backend)).toEqual([`${B} ready`, `${C} ready`]);

    // B and C make way for A and D, all between two runs; B and C still answer
    await start(A, D);
    const replaced = await heal(backend, { [A]: 'in', [D]: 'in' });
    expect(replaced.steps.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done', 'done']);
    expect(await endpoints(backend)).toEqual([`${A} ready`, `${D} ready`]);
    await kill(B);
    await kill(C);
    await traffic.untilServedBy(A, D);
    expect((await heal(backend, { [A]: 'in', [D]: 'in' })).status).toBe('healthy');
    await expectNoFailure(traffic);
  });

  it('loses no request to a server that died with its line left, nor to one that is not up yet', async () => {
    await start(A, B);
    await heal(backend, { [A]: 'in', [B]: 'in' });
    const traffic = startTraffic(port());
    await traffic.untilServedBy(A, B);
    await kill(B); // requests under way are asked again elsewhere: retry-on empty-response
    await elapse(2);
    // C is a member already, but nothing listens on it yet
    await heal(backend, { [A]: 'in', [C]: 'in' });
    expect(await endpoints(backend)).toEqual([`${A} ready`, `${C} ready`]);
    await elapse(2);
    await start(C);
    await traffic.untilServedBy(A, C);
    await expectNoFailure(traffic);
  });

  it('keeps the only servers that answer until another has passed its check', async () => {
    await start(A);
    await heal(backend, { [A]: 'in' });
    const traffic = startTraffic(port());
    await traffic.untilServedBy(A);
    const early = heal(backend, { [B]: 'in' });
    const result = await early;
    expect(result.status).toBe('unhealthy');
    expect(await endpoints(backend)).toEqual([`${A} ready`, `${B} ready`]);
    await start(B);
    await traffic.untilServedBy(A, B);
    expect((await heal(backend, { [B]: 'in' })).status).toBe('healed');
    await kill(A);
    await traffic.untilServedBy(B);
    await expectNoFailure(traffic);
  });

  it('cuts what has not ended when the time to drain is over', async () => {
    await start(A, B);
    await heal(backend, { [A]: 'in', [B]: 'in' });
    const held = startTraffic(port());
    await held.untilServedBy(A, B);
    await heal(backend, { [B]: 'in' }, 0);
    expect(await endpoints(backend)).toEqual([`${B} ready`]);
    // only what was under way on A may fail
    expect((await held.stop()).failures.length).toBeLessThanOrEqual(6);
  });

  it('never touches what stands there by hand', async () => {
    await heal(backend, {});
    await start(A);
    await heal(backend, { [A]: 'in' });
    const foreign = (await lines('web')).filter(({ name }) => name === 'by-hand');
    expect(foreign).toMatchObject([{ endpoint: { address: '127.0.7.9', port: 8080 }, state: 'maint' }]);
  });
});

describe('a reload', () => {
  it('keeps slots with their addresses, and no request fails', async () => {
    await start(A, B, C);
    await heal('slots', { [A]: 'in', [B]: 'in', [C]: 'in' });
    await heal('slots', { [A]: 'in', [B]: 'in', [C]: 'out' });
    const traffic = startTraffic(haproxy.ports.slots);
    await traffic.untilServedBy(A, B);
    const before = await lines('slots');
    await haproxy.reload();
    expect((await lines('slots')).map(withoutSessions)).toEqual(before.map(withoutSessions));
    await haproxy.reload();
    await traffic.untilServedBy(A, B);
    await start(D);
    await heal('slots', { [A]: 'in', [B]: 'in', [D]: 'in' });
    await haproxy.reload();
    await traffic.untilServedBy(A, B, D);
    await expectNoFailure(traffic);
  });

  it('forgets servers added at run time; the next run brings them back', async () => {
    await start(A, B);
    await heal('web', { [A]: 'in', [B]: 'in' });
    await haproxy.reload();
    expect(await endpoints('web')).toEqual([]);
    expect((await heal('web', { [A]: 'in', [B]: 'in' })).status).toBe('healed');
    expect(await endpoints('web')).toEqual([`${A} ready`, `${B} ready`]);
    const traffic = startTraffic(haproxy.ports.web);
    await traffic.untilServedBy(A, B);
    await expectNoFailure(traffic);
  });

  it('that lost slots, because nobody saved their state, is repaired too', async () => {
    await start(A);
    await heal('slots', { [A]: 'in' });
    await haproxy.reload({ save: false });
    expect(await endpoints('slots')).toEqual([]);
    expect((await heal('slots', { [A]: 'in' })).status).toBe('healed');
    expect(await endpoints('slots')).toEqual([`${A} ready`]);
  });
});

const withoutSessions = ({ sessions: _, ...line }: BackendServer) => line;

describe('the script of a member', () => {
  const snippet = parse(
    readFileSync(join(import.meta.dirname, '../../docs/snippets/haproxy-register.yaml'), 'utf8'),
  );
  const script: string = snippet.write_files.find(
    ({ path }: { path: string }) => path === '/usr/local/sbin/haproxy-member',
  ).content;
  const file = join(tmpdir(), `haproxy-member-${process.pid}`);
  writeFileSync(file, script, { mode: 0o755 });

  const member = (
    word: string,
    backend: 'web' | 'slots',
    address: string,
    more: Record<string, string> = {},
  ) =>
    new Promise<{ readonly code: number | null; readonly said: string }>((resolve, reject) => {
      const child = spawn(file, [word], {
        env: {
          PATH: process.env['PATH'] ?? '',
          GROUP: backend,
          BACKEND: backend,
          PORT: String(PORT),
          RUNTIME_APIS: haproxy.api.replace('tcp://', ''),
          CHECK: '/healthz',
          DRAIN: '20',
          ADDRESS: address,
          ...more,
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.on('data', (chunk) => {
        said += chunk;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, said }));
    });

  it.each(['web', 'slots'] as const)('registers at boot and drains at shutdown: %s', async (backend) => {
    await start(A, B);
    const first = await Promise.all([member('register', backend, A), member('register', backend, B)]);
    expect(first).toMatchObject([{ code: 0 }, { code: 0 }]);
    expect(await endpoints(backend)).toEqual([`${A} ready`, `${B} ready`]);
    const traffic = startTraffic(haproxy.ports[backend]);
    await traffic.untilServedBy(A, B);
    // C boots: the script waits for its service
    const booting = member('register', backend, C);
    await elapse(1.5);
    expect(await endpoints(backend)).toEqual([`${A} ready`, `${B} ready`]);
    await start(C);
    expect((await booting).code).toBe(0);
    await traffic.untilServedBy(A, B, C);
    // twice is once
    expect((await member('register', backend, C)).code).toBe(0);
    expect(await endpoints(backend)).toEqual([`${A} ready`, `${B} ready`, `${C} ready`]);

    expect((await member('deregister', backend, A)).code).toBe(0);
    await kill(A);
    expect(await endpoints(backend)).toEqual([`${B} ready`, `${C} ready`]);
    expect((await member('deregister', backend, A)).code).toBe(0);
    // what the script did, a run of health finds as it should be
    expect((await heal(backend, { [B]: 'in', [C]: 'in' })).status).toBe('healthy');
    await traffic.untilServedBy(B, C);
    await expectNoFailure(traffic);
  });

  it('goes on with the other HAProxy when one is down, and says so', async () => {
    await start(A);
    const two = `127.0.0.1:1 ${haproxy.api.replace('tcp://', '')}`;
    const { code, said } = await member('deregister', 'web', A, { RUNTIME_APIS: two });
    expect(code).toBe(1);
    expect(said).toMatch(/at 127\.0\.0\.1:1: deregister_at came to nothing/);
    expect(said).toMatch(/not registered/);
  });

  it('gives up when its service never answers', async () => {
    const { code, said } = await member('register', 'web', A, { WAIT: '2' });
    expect(code).toBe(1);
    expect(said).toMatch(/the service does not answer on port 8080/);
  });
});
