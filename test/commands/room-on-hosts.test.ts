/** Room on the hosts, on the embedded cloud: told to who may ask Placement, a warning, never a refusal. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCloud } from '../../src/adapters/openstack/cloud.ts';
import { plan } from '../../src/commands/plan.ts';
import { sandboxEnvironment } from '../../src/sandbox-environment.ts';
import { pick } from '../contract/json.ts';
import { httpCall } from '../contract/session.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

const spec = (max: number, more = '') => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: 1, max: ${max} }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ]${more} }
  scaling: { policies: [ { name: out, add: 1 } ] }
`;

let stage: Stage;
let folder: string;
beforeEach(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), 'thermostat-hosts-'));
});
afterEach(() => stage.close());

async function hosts(...given: readonly object[]): Promise<void> {
  const base = new URL('/', stage.sandbox.authUrl).href;
  expect((await httpCall('POST', `${base}sandbox/hosts`, { hosts: given }, {})).status).toBe(204);
}

async function planned(text: string, user = 'admin') {
  await writeFile(join(folder, 'web.yaml'), text);
  const env = { ...sandboxEnvironment(stage.sandbox), OS_USERNAME: user };
  const cloud = await openCloud({ cloud: null, env, cwd: '/', home: '/' });
  try {
    const parts = { ...stage.parts(folder), reader: async () => cloud.reader };
    const { exitCode, report } = await plan(parts, OPTIONS);
    const json: unknown = JSON.parse(report.json);
    return { exitCode, text: report.text.replaceAll(/\s+/g, ' '), rooms: pick(json, 'hostRoom') };
  } finally {
    await cloud.close();
  }
}

test('an administrator is told about how many more servers the hosts have room for', async () => {
  await hosts({ vcpus: 8, ram: 16384, disk: 100 }, { vcpus: 2, ram: 16384, disk: 1000 });
  const { exitCode, text, rooms } = await planned(spec(4));
  expect(exitCode).toBe(2);
  expect(rooms).toEqual([
    { flavor: 'm1.small', vcpus: 1, ramMiB: 2048, diskGiB: 20, servers: 7, orMore: false, why: null },
  ]);
  expect(text).toContain('Room on the hosts, which others share: about 7 more servers of m1.small');
  expect(text).not.toContain('hosts-full');
});

test('a largest size beyond what the hosts have room for is warned of, and let pass', async () => {
  await hosts({ vcpus: 3, ram: 16384, disk: 1000 });
  const { exitCode, text } = await planned(spec(4));
  expect(exitCode).toBe(2);
  expect(text).toContain('hosts-full');
  expect(text).toContain('the hosts have room for about 3 more servers of flavor "m1.small"');
  expect(text).toContain('4 more may come');
});

test("servers that boot from volumes take none of the hosts' disk", async () => {
  await hosts({ vcpus: 8, ram: 16384, disk: 1 });
  const { rooms } = await planned(spec(4, ', bootVolume: { size: 10 }'));
  expect(rooms).toMatchObject([{ diskGiB: 0, servers: 8 }]);
});

test('who may not ask hears nothing of it', async () => {
  await hosts({ vcpus: 3, ram: 16384, disk: 1000 });
  const { exitCode, text, rooms } = await planned(spec(4), 'demo');
  expect([exitCode, rooms]).toEqual([2, []]);
  expect(text).not.toMatch(/hosts/);
});

test('a Placement that fails is named as not checked', async () => {
  stage.sandbox.faults.request({
    path: '/placement/allocation_candidates',
    times: null,
    effect: { kind: 'answer', status: 400, headers: {}, body: {} },
  });
  const { exitCode, text } = await planned(spec(4));
  expect(exitCode).toBe(2);
  expect(text).toContain('Not checked: room on the hosts (asking for hosts with room for "m1.small"');
});
