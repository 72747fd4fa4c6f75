/**
 * A real group scaled by its own alarms behind the cloud's HAProxy, under traffic, with runs of `health --heal` in between.
 * Nova's fake servers answer nothing: while the test runs, each member's address is put on this machine's loopback
 * interface, where a web server takes its part until Nova has deleted it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHAProxy } from '../../src/adapters/haproxy/balancer.ts';
import { type Counters, underLoad } from '../closed-loop/cpu-load.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, pick, text } from '../contract/json.ts';
import { type Run, runCli } from '../loop/cli.ts';
import { openCloud, openCloudUnderTest } from './cloud.ts';
import { run } from './haproxy-process.ts';
import { type Member, startMember, startTraffic, type Traffic } from './traffic.ts';

const API = 'tcp://127.0.0.1:9999';
const FRONTEND = 8081;
/** Of private-network. */
const NETWORK = '10.20.0.0/16';
const PORT = 8080;

describe('a real group behind a real HAProxy', () => {
  let cloud: CloudUnderTest;
  let name: string;
  let folder: string;
  let traffic: Traffic | undefined;
  let thermostat: (...words: readonly string[]) => Promise<Run>;
  const members = new Map<string, Member>();
  /** On loopback to the end: a request to an address that is nowhere on this machine would leave it. */
  const plugged = new Set<string>();

  beforeAll(async () => {
    // whatever is not on this machine's loopback must not be looked for elsewhere
    await run('ip', 'route', 'replace', 'unreachable', NETWORK);
    const access = await openCloud();
    cloud = await openCloudUnderTest();
    name = `${cloud.prefix}web`;
    folder = mkdtempSync(join(tmpdir(), 'thermostat-haproxy-'));
    mkdirSync(join(folder, 'scaling'));
    writeFileSync(join(folder, 'scaling/web.yaml'), specOf(name));
    const place = { cwd: folder, env: { OS_CLIENT_CONFIG_FILE: access.cloudsYaml } };
    thermostat = (...words) => runCli([...words, '--cloud', 'demo'], place);
  });

  afterAll(async () => {
    await traffic?.stop();
    const balancer = openHAProxy(API);
    for (const server of await ownLines()) {
      await balancer.setState('web', server, 'maint');
      await balancer.remove('web', server);
    }
    for (const address of members.keys()) await unplug(address);
    await run('ip', 'route', 'delete', 'unreachable', NETWORK);
    for (const address of plugged) await run('ip', 'address', 'delete', `${address}/32`, 'dev', 'lo');
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ownLines = async () => {
    const servers = await openHAProxy(API).servers('web');
    return servers.map((server) => server.name).filter((server) => server.startsWith(`asg-${name}-`));
  };

  const resources = async () => {
    const path = `/stacks/${name}/${await stackId()}/resources?nested_depth=3`;
    return list((await cloud.call('orchestration', 'GET', path)).json, 'resources');
  };
  /** Ids of servers that Heat has ever named: it forgets them before Nova does. */
  const known = new Set<string>();

  const addressesInNova = async (): Promise<readonly string[]> => {
    for (const resource of await resources()) {
      if (text(resource, 'resource_type') === 'OS::Nova::Server')
        known.add(text(resource, 'physical_resource_id'));
    }
    const servers = list((await cloud.call('compute', 'GET', '/servers/detail')).json, 'servers');
    return servers
      .filter((server) => known.has(text(server, 'id')))
      .map((server) => pick(server, 'addresses', 'private-network', 0, 'addr'))
      .filter((address) => typeof address === 'string');
  };

  const plug = async (address: string) => {
    if (!plugged.has(address)) await run('ip', 'address', 'add', `${address}/32`, 'dev', 'lo');
    plugged.add(address);
    members.set(address, await startMember(address, PORT));
  };
  const unplug = async (address: string) => {
    await members.get(address)?.kill();
    members.delete(address);
  };

  /** Web servers come and go with Nova's servers; true when there are so many. */
  const asManyAs = async (count: number) => {
    const there = await addressesInNova();
    for (const address of members.keys()) if (!there.includes(address)) await unplug(address);
    for (const address of there) if (!members.has(address)) await plug(address);
    return there.length === count ? true : null;
  };

  const followNova = async (count: number) => {
    await cloud.wait(() => asManyAs(count), `${name} to have ${count} servers`);
    await cloud.wait(async () => {
      const states = (await resources()).map((resource) => text(resource, 'resource_status'));
      return states.every((state) => state.endsWith('_COMPLETE')) ? true : null;
    }, `${name} to be settled`);
  };

  /** In the window between the member's end and its server's. */
  const isDraining = async () =>
    (await resources()).some(
      (resource) =>
        text(resource, 'resource_type') === 'OS::Heat::Delay' &&
        text(resource, 'resource_status') === 'DELETE_IN_PROGRESS',
    );

  const stackId = async () =>
    text((await cloud.call('orchestration', 'GET', `/stacks?name=${name}`)).json, 'stacks', 0, 'id');
  const nothingToDo = async () => {
    for (const command of ['plan', 'drift']) expect(await thermostat(command)).toMatchObject({ exitCode: 0 });
  };

  const counters: Counters = new Map();
  /** Every server is busy with so much, until it has happened. */
  const whileBusy = async (percent: number, happened: () => Promise<true | null>, label: string) =>
    underLoad(cloud, { stackId: await stackId(), percent, counters }, happened, label);

  it('grows and shrinks by its alarms, and no request fails', async () => {
    expect((await thermostat('apply')).exitCode).toBe(0);
    await followNova(2);
    const compared = await thermostat('health');
    expect(compared).toMatchObject({
      exitCode: 2,
      stdout: expect.stringContaining('is unhealthy in 2 places'),
    });
    expect(await thermostat('health', '--heal')).toMatchObject({
      exitCode: 0,
      stderr: expect.not.stringContaining('Error'),
    });
    expect(await ownLines()).toEqual([...members.keys()].sort().map((address) => `asg-${name}-${address}`));

    traffic = startTraffic(FRONTEND);
    await traffic.untilServedBy(...members.keys());
    await whileBusy(90, () => asManyAs(3), `${name} to grow`);
    await followNova(3);
    expect((await thermostat('health', '--heal')).exitCode).toBe(0);
    await traffic.untilServedBy(...members.keys());
    await nothingToDo();

    await whileBusy(5, async () => ((await isDraining()) ? true : null), `${name} to drain a server`);
    expect(await thermostat('health')).toMatchObject({
      exitCode: 2,
      stdout: expect.stringContaining('is being deleted'),
    });
    expect((await thermostat('health', '--heal')).exitCode).toBe(0);
    await followNova(2);
    const stale = await thermostat('health');
    expect(stale).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('is unhealthy in 1 place') });
    expect((await thermostat('health', '--heal')).exitCode).toBe(0);
    expect(await ownLines()).toHaveLength(2);
    await traffic.untilServedBy(...members.keys());
    expect((await thermostat('health')).exitCode).toBe(0);
    await nothingToDo();

    const { requests, failures } = await traffic.stop();
    expect(failures).toEqual([]);
    expect(requests).toBeGreaterThan(500);
  });
});

const specOf = (name: string) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name} }
spec:
  size: { min: 2, max: 3 }
  server: { image: ubuntu-20.04, flavor: m1.nano, networks: [ private-network ] }
  loadBalancer: { haproxy: { backend: web, port: ${PORT}, runtimeApi: '${API}' } }
  rollout: { drain: 40s }
  scaling:
    granularity: 10s
    cooldown: 30s
    policies:
      - { name: grow, metric: cpu, above: 80%, for: 20s, add: 1 }
      - { name: shrink, metric: cpu, below: 20%, for: 30s, remove: 1 }
`;
