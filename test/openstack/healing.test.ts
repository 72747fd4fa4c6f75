/** Sick servers of real groups: replaced one for one, with the others untouched; an outage is left alone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, pick, text } from '../contract/json.ts';
import { type Run, runCli } from '../loop/cli.ts';
import { fault, openCloud, openCloudUnderTest } from './cloud.ts';

interface Member {
  readonly name: string;
  readonly physicalId: string;
  readonly status: string;
}

let cloud: CloudUnderTest;
let admin: Caller;
let folder: string;
let thermostat: (...words: readonly string[]) => Promise<Run>;
let plain: string;
let other: string;
let balanced: string;

beforeAll(async () => {
  const access = await openCloud();
  cloud = await openCloudUnderTest('heal');
  admin = await cloud.as('admin-demo');
  [plain, other, balanced] = [`${cloud.prefix}plain`, `${cloud.prefix}other`, `${cloud.prefix}balanced`];
  folder = mkdtempSync(join(tmpdir(), 'thermostat-healing-'));
  mkdirSync(join(folder, 'scaling'));
  for (const name of [plain, other]) writeFileSync(join(folder, `scaling/${name}.yaml`), specOf(name, ''));
  writeFileSync(join(folder, 'scaling/balanced.yaml'), specOf(balanced, BALANCED));
  const place = { cwd: folder, env: { OS_CLIENT_CONFIG_FILE: access.cloudsYaml } };
  thermostat = (...words) => runCli([...words, '--cloud', 'demo'], place);
  const applied = await thermostat('apply');
  expect(applied.exitCode, applied.stdout).toBe(0);
  await online();
});

afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

// the groups are sick at the same time; what happens to one group happens in this order
describe.concurrent('members that are servers', () => {
  it.sequential('one in ERROR is replaced', () => heals(plain, 1, (id) => cloud.damage('error', id)));

  it.sequential('one deleted behind Heat’s back is replaced', () =>
    heals(plain, 2, (id) => cloud.damage('delete', id)));

  it.sequential('after all that the group still hears its alarms, and nothing is left to plan', () =>
    stillScales(plain));
});

describe.concurrent('members that are servers, of another group', () => {
  it.sequential('one that is off is replaced once, by two runs at the same time', async () => {
    const before = await members(other);
    await cloud.damage('stop', before[0]?.physicalId ?? '');
    await cloud.wait(async () => ((await members(other))[0]?.status === 'failed' ? true : null), 'SHUTOFF');
    await Promise.all([health(other, '--heal'), health(other, '--heal')]);
    await onlyOther(other, before, 0);
  });

  it.sequential('when all four are sick nobody is touched, and the report says why', async () => {
    const before = await members(other);
    for (const { physicalId } of before) await cloud.damage('error', physicalId);
    const { exitCode, stdout } = await health(other, '--heal');
    expect(exitCode).toBe(2);
    expect(stdout).toContain('4 of 4 servers are sick, the whole group');
    expect(ids(await members(other))).toEqual(ids(before));
    for (const { physicalId } of before) await recover(physicalId);
    expect((await health(other)).exitCode).toBe(0);
  });

  it.sequential('after all that the group still hears its alarms, and nothing is left to plan', () =>
    stillScales(other));
});

describe.concurrent('members behind Octavia', () => {
  it.sequential('one whose server is off is replaced, with all that belongs to it', async () => {
    const before = await members(balanced);
    await cloud.damage('stop', await serverOf(before[3]));
    await cloud.wait(
      async () => ((await members(balanced))[3]?.status === 'failed' ? true : null),
      'SHUTOFF',
    );
    await heals(balanced, 3, async () => '');
  });

  it.sequential('one that fails its health monitor is replaced', async () => {
    await online();
    await heals(balanced, 1, async (id) =>
      cloud.report('member', await inside(id, 'OS::Octavia::PoolMember'), 'ERROR'),
    );
  });
});

/** The damage is done to the member's physical id: the server's, or that of the stack around it. */
async function heals(name: string, index: number, damage: (id: string) => Promise<unknown>): Promise<void> {
  const before = await members(name);
  expect(before).toHaveLength(4);
  await damage(before[index]?.physicalId ?? '');
  const { exitCode, stdout } = await health(name, '--heal');
  expect(exitCode, stdout).toBe(0);
  expect(stdout).toContain('1 server replaced');
  await onlyOther(name, before, index);
}

async function stillScales(name: string): Promise<void> {
  const before = await members(name);
  const { json } = await cloud.call('orchestration', 'GET', `/stacks?name=${name}`);
  const path = `/stacks/${name}/${text(json, 'stacks', 0, 'id')}/resources/out/signal`;
  await cloud.call('orchestration', 'POST', path, {});
  await cloud.wait(async () => ((await members(name)).length === 5 ? true : null), 'five members');
  expect(ids(await members(name))).toEqual(expect.arrayContaining(ids(before)));
  const plan = await thermostat('plan', '--only', name);
  expect(plan.exitCode, plan.stdout).toBe(0);
}

async function recover(id: string): Promise<void> {
  const body = { 'os-resetState': { state: 'active' } };
  const { status } = await admin.call('compute', 'POST', `/servers/${id}/action`, body);
  expect(status).toBe(202);
}

/** Four before, four after: that member has another id, the three others theirs. */
async function onlyOther(name: string, before: readonly Member[], index: number): Promise<void> {
  const after = await members(name);
  expect(after.map((one) => one.name).sort()).toEqual(before.map((one) => one.name).sort());
  const kept = before.filter((_, at) => at !== index);
  expect(ids(after)).toEqual(expect.arrayContaining(ids(kept)));
  expect(ids(after)).not.toContain(before[index]?.physicalId);
}

function ids(all: readonly Member[]): string[] {
  return all.map(({ physicalId }) => physicalId).sort();
}

function health(name: string, ...words: readonly string[]): Promise<Run> {
  return thermostat('health', '--only', name, ...words);
}

async function members(name: string): Promise<readonly Member[]> {
  const { stdout } = await health(name, '--format', 'json');
  return list(pick(JSON.parse(stdout), 'groups', 0, 'scalingGroups', 0), 'members').map((one) => ({
    name: text(one, 'name'),
    physicalId: text(one, 'physicalId'),
    status: text(one, 'status'),
  }));
}

/** The noop drivers leave everything OFFLINE. */
async function online(): Promise<void> {
  const { json } = await cloud.call('load-balancer', 'GET', '/v2/lbaas/loadbalancers');
  const own = list(json, 'loadbalancers').filter((one) => text(one, 'name').startsWith(balanced));
  for (const one of own) await fault('octavia-online', text(one, 'id'));
}

async function inside(stackId: string | undefined, type: string): Promise<string> {
  const name = await cloud.call('orchestration', 'GET', `/stacks?id=${stackId}&show_nested=true`);
  const path = `/stacks/${text(name.json, 'stacks', 0, 'stack_name')}/${stackId}/resources`;
  const { json } = await cloud.call('orchestration', 'GET', path);
  const found = list(json, 'resources').find((one) => text(one, 'resource_type') === type);
  return text(found, 'physical_resource_id');
}

function serverOf(member: Member | undefined): Promise<string> {
  return inside(member?.physicalId, 'OS::Nova::Server');
}

const BALANCED = `  loadBalancer:
    octavia:
      subnet: private-subnet
      listener: { protocol: HTTP, port: 80 }
      monitor: { type: HTTP, path: /healthz }
  rollout: { drain: 1s }
`;

function specOf(name: string, more: string): string {
  return `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name} }
spec:
  size: { min: 2, max: 6, initial: 4 }
  server: { image: ubuntu-20.04, flavor: m1.nano, networks: [ private-network ] }
  scaling:
    cooldown: 0s
    policies: [ { name: out, metric: cpu, above: 80%, for: 10m, add: 1 } ]
  health: { gracePeriod: 0s, replace: { perHour: 20 } }
${more}`;
}
