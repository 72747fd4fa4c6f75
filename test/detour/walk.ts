/** A load balancer that speaks another protocol, or is checked in another way, by one merge: the same on every cloud. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import type { WriterParts } from '../../src/commands/parts.ts';
import { plan } from '../../src/commands/plan.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, pick, text } from '../contract/json.ts';
import { OPTIONS } from '../stage.ts';

export interface DetourCloud {
  readonly name: string;
  readonly raw: Pick<CloudUnderTest, 'call'>;
  parts(folder: string): WriterParts;
  close(): Promise<void>;
}

const SPEC = (name: string, octavia: string) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name} }
spec:
  size: { min: 2, max: 4 }
  server: { image: ubuntu-20.04, flavor: m1.nano, networks: [ private-network ] }
  loadBalancer: { octavia: { subnet: private-subnet, ${octavia} } }
`;

export function defineDetours(where: string, open: () => Promise<DetourCloud>): void {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-detour-'));
  let cloud: DetourCloud;
  const write = (octavia: string) => writeFileSync(join(folder, 'web.yaml'), SPEC(cloud.name, octavia));
  const planned = async () => {
    const { exitCode, report } = await plan(cloud.parts(folder), OPTIONS);
    const [group] = JSON.parse(report.json).groups;
    return {
      exitCode,
      servers: group.servers,
      steps: group.steps.map(({ kind }: { kind: string }) => kind),
      rules: group.findings.map(({ rule }: { rule: string }) => rule),
    };
  };
  const applied = async () => {
    const { exitCode, report } = await apply(cloud.parts(folder), OPTIONS);
    expect(exitCode, report.text).toBe(0);
  };
  const lbaas = async (path: string) =>
    (await cloud.raw.call('load-balancer', 'GET', `/v2/lbaas${path}`)).json;
  /** What there is of the balancer, whatever ids it has. */
  const balancer = async () => {
    const { json } = await cloud.raw.call('orchestration', 'GET', `/stacks?name=${cloud.name}`);
    const path = `/stacks/${cloud.name}/${text(json, 'stacks', 0, 'id')}/resources?nested_depth=4`;
    const resources = list((await cloud.raw.call('orchestration', 'GET', path)).json, 'resources');
    const idOf = (type: string) => {
      const found = resources.find((one) => text(one, 'resource_type') === `OS::Octavia::${type}`);
      return text(found, 'physical_resource_id');
    };
    const [listener, pool, monitor] = await Promise.all([
      lbaas(`/listeners/${idOf('Listener')}`),
      lbaas(`/pools/${idOf('Pool')}`),
      lbaas(`/healthmonitors/${idOf('HealthMonitor')}`),
    ]);
    const members = list(await lbaas(`/pools/${idOf('Pool')}/members`), 'members');
    return {
      listener: `${text(listener, 'listener', 'protocol')} ${pick(listener, 'listener', 'protocol_port')}`,
      pool: text(pool, 'pool', 'protocol'),
      monitor: text(monitor, 'healthmonitor', 'type'),
      members: members.length,
      servers: resources
        .filter((one) => text(one, 'resource_type') === 'OS::Nova::Server')
        .map((one) => text(one, 'physical_resource_id'))
        .sort(),
    };
  };

  beforeAll(async () => {
    cloud = await open();
    write('listener: { protocol: HTTP, port: 80 }, monitor: { type: HTTP, path: /healthz }');
    await applied();
  });

  afterAll(async () => {
    writeFileSync(
      join(folder, 'web.yaml'),
      `apiVersion: thermostat/v1\nkind: Deleted\nmetadata: { name: ${cloud.name} }\n`,
    );
    await apply(cloud.parts(folder), OPTIONS);
    rmSync(folder, { recursive: true, force: true });
    await cloud.close();
  });

  test(`${where}: a monitor of another type comes in a step of its own`, async () => {
    const before = await balancer();
    write('listener: { protocol: HTTP, port: 80 }, monitor: { type: TCP }');
    expect(await planned()).toMatchObject({
      exitCode: 2,
      steps: ['detour', 'update'],
      rules: expect.arrayContaining(['balancer-detour']),
    });
    await applied();
    expect(await balancer()).toEqual({ ...before, monitor: 'TCP' });
    expect(await planned()).toMatchObject({ exitCode: 0, steps: [] });
  });

  test(`${where}: another protocol comes by way of another port, with the servers that are there`, async () => {
    const { servers } = await balancer();
    write('listener: { protocol: TCP, port: 80 }, pool: { protocol: TCP }, monitor: { type: TCP }');
    expect(await planned()).toMatchObject({
      exitCode: 2,
      steps: ['detour', 'update'],
      servers: { keep: 2, replace: 0 },
    });
    await applied();
    expect(await balancer()).toEqual({
      listener: 'TCP 80',
      pool: 'TCP',
      monitor: 'TCP',
      members: 2,
      servers,
    });
    expect(await planned()).toMatchObject({ exitCode: 0, steps: [] });
  });
}
