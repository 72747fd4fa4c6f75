/** An apply on a real Heat, killed while Heat acts on one of its writes, and run again: everything is there once, with its servers kept. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { type Fate, isWrite, type Middle, openMiddle, type Passage } from '../sweep/middle.ts';
import { type Ended, start } from '../sweep/process.ts';
import { APPLY } from '../sweep/stage.ts';
import { serverIds, whatIsThere } from '../sweep/what-is-there.ts';
import { openCloud, openCloudUnderTest } from './cloud.ts';

let cloud: CloudUnderTest;
let middle: Middle;
let folder: string;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  const access = await openCloud();
  cloud = await openCloudUnderTest('crash');
  middle = await openMiddle();
  folder = mkdtempSync(join(tmpdir(), 'thermostat-crash-'));
  mkdirSync(join(folder, 'scaling'));
  env = { OS_CLIENT_CONFIG_FILE: access.cloudsYaml, OS_CLOUD: 'demo', HTTP_PROXY: middle.url };
});

afterAll(async () => {
  await cloud.close();
  await middle.close();
  rmSync(folder, { recursive: true, force: true });
});

const group = (max: number, flavor: string) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${cloud.prefix}web }
spec:
  size: { min: 1, max: ${max}, initial: 2 }
  server: { image: ubuntu-20.04, flavor: ${flavor}, networks: [ private-network ] }
  scaling: { cooldown: 1s, policies: [ { name: out, add: 1 } ] }
`;

const gone = () => `apiVersion: thermostat/v1\nkind: Deleted\nmetadata: { name: ${cloud.prefix}web }\n`;

/** In this order: each begins where the one before ended. */
const STEPS = [
  { title: 'the creation', write: 1, spec: () => group(4, 'm1.nano'), servers: 2, kept: 0 },
  { title: 'an update that replaces', write: 1, spec: () => group(4, 'm1.tiny'), servers: 2, kept: 0 },
  { title: 'an update of the bounds', write: 1, spec: () => group(5, 'm1.tiny'), servers: 2, kept: 2 },
  { title: 'the deletion', write: 1, spec: gone, servers: 0, kept: 0 },
  { title: 'the creation once more', write: 1, spec: () => group(4, 'm1.nano'), servers: 2, kept: 0 },
  { title: 'its deletion, not killed', write: 0, spec: gone, servers: 0, kept: 0 },
  { title: 'the release of a size', write: 2, spec: () => group(4, 'm1.nano'), servers: 2, kept: 0 },
] as const;

test.each(STEPS)('killed at $title', { timeout: 1_200_000 }, async ({ write, spec, servers, kept }) => {
  const before = await serverIds(cloud, cloud.prefix);
  writeFileSync(join(folder, 'scaling/web.yaml'), spec());
  let writes = 0;
  const first = await apply((passage) => {
    if (isWrite(passage)) writes += 1;
    return writes === write && isWrite(passage) ? { kind: 'kill', arrives: true } : { kind: 'pass' };
  });
  expect(first.exitCode, first.stdout + first.stderr).toBe(write === 0 ? 0 : null);
  const again = await apply(() => ({ kind: 'pass' }));
  expect(again.exitCode, again.stdout + again.stderr).toBe(0);
  const after = await serverIds(cloud, cloud.prefix);
  expect(after).toHaveLength(servers);
  expect(after.filter((id) => before.includes(id))).toHaveLength(kept);
  const there = await whatIsThere(cloud, cloud.prefix, before);
  expect(there.filter((line) => /^stack \S+ COMPLETE tags/.test(line))).toHaveLength(servers === 0 ? 0 : 1);
  expect(there.filter((line) => /FAILED|IN_PROGRESS|desired_capacity|SHUTOFF|ERROR/.test(line))).toEqual([]);
});

function apply(fate: (passage: Passage) => Fate): Promise<Ended> {
  const patience = 900_000;
  const started = start([join(inject('dist'), 'cli.js'), ...APPLY], {
    cwd: folder,
    env,
    pace: null,
    patience,
  });
  middle.begin(fate, started.kill);
  return started.ended;
}
