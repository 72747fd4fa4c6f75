/** An apply that is killed between the two updates of a detour: the same commit again goes on, with no other approval. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import type { CommandOptions } from '../../src/commands/parts.ts';
import { plan } from '../../src/commands/plan.ts';
import { approvalRecord } from '../../src/core/approval/record.ts';
import type { CloudWriter } from '../../src/ports/cloud.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

const SPEC = (octavia: string) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: 2, max: 4 }
  server: { image: ubuntu-20.04, flavor: m1.nano, networks: [ private-network ] }
  loadBalancer: { octavia: { subnet: private-subnet, ${octavia} } }
`;
const BEFORE = 'listener: { protocol: HTTP, port: 80 }, monitor: { type: HTTP, path: /healthz }';
const commit = 'c'.repeat(40);

class Killed extends Error {}

let stage: Stage;
let folder: string;
beforeEach(async () => {
  stage = await openStage();
  folder = mkdtempSync(join(tmpdir(), 'thermostat-detour-killed-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

const write = (octavia: string) => writeFileSync(join(folder, 'web.yaml'), SPEC(octavia));

/** What merging approved, after the apply of it was killed before its second update. */
async function stopHalfWay(octavia: string): Promise<CommandOptions> {
  write(BEFORE);
  expect((await apply(stage.parts(folder), OPTIONS)).exitCode).toBe(0);
  write(octavia);
  const { report } = await plan(stage.parts(folder), OPTIONS);
  const { groups } = approvalRecord(JSON.parse(report.json));
  const options = { ...OPTIONS, commit, approved: { pulls: [7], groups, reasons: [] } };
  const parts = stage.parts(folder);
  let sent = 0;
  const writer = async (): Promise<CloudWriter> => {
    const real = await parts.writer();
    const update: CloudWriter['update'] = async (...request) => {
      sent += 1;
      if (sent === 2) throw new Killed();
      return real.update(...request);
    };
    return { ...real, update };
  };
  await expect(apply({ ...parts, writer }, options)).rejects.toThrow(Killed);
  return options;
}

test.each([
  'listener: { protocol: HTTP, port: 80 }, monitor: { type: TCP }',
  'listener: { protocol: TCP, port: 80 }, pool: { protocol: TCP }, monitor: { type: HTTP, path: /healthz }',
  'listener: { protocol: TCP, port: 80 }, pool: { protocol: TCP }, monitor: { type: TCP }',
])('%s', async (octavia) => {
  const options = await stopHalfWay(octavia);
  const again = await apply(stage.parts(folder), options);
  expect(again.exitCode, again.report.text).toBe(0);
  expect((await plan(stage.parts(folder), OPTIONS)).exitCode).toBe(0);
});

test('what somebody else changes meanwhile is approved by nobody', async () => {
  const options = await stopHalfWay('listener: { protocol: HTTP, port: 80 }, monitor: { type: TCP }');
  write('listener: { protocol: HTTP, port: 81 }, monitor: { type: TCP }');
  const again = await apply(stage.parts(folder), options);
  expect(again.exitCode).toBe(3);
});

test('a first update that failed is finished before the listener moves back: the old one still holds the port', async () => {
  write(BEFORE);
  expect((await apply(stage.parts(folder), OPTIONS)).exitCode).toBe(0);
  const spec = SPEC('listener: { protocol: TCP, port: 80 }, pool: { protocol: TCP }, monitor: { type: TCP }');
  writeFileSync(join(folder, 'web.yaml'), spec.replace('ubuntu-20.04', 'ubuntu-22.04'));
  stage.sandbox.faults.server({ kind: 'spawn-fail', flavor: 'm1.nano', times: 9 });
  const first = await apply(stage.parts(folder), OPTIONS);
  expect(first.exitCode).not.toBe(0);
  stage.sandbox.faults.clear();
  const { report } = await plan(stage.parts(folder), OPTIONS);
  const [group] = JSON.parse(report.json).groups;
  expect(group.steps.map(({ kind }: { kind: string }) => kind)).toEqual(['detour', 'update']);
  const again = await apply(stage.parts(folder), OPTIONS);
  expect(again.exitCode, again.report.text).toBe(0);
  expect((await plan(stage.parts(folder), OPTIONS)).exitCode).toBe(0);
});

test('a first update that failed is taken back by way of a third port, when the commit is reverted', async () => {
  write(BEFORE);
  expect((await apply(stage.parts(folder), OPTIONS)).exitCode).toBe(0);
  const spec = SPEC('listener: { protocol: TCP, port: 80 }, pool: { protocol: TCP }, monitor: { type: TCP }');
  writeFileSync(join(folder, 'web.yaml'), spec.replace('min: 2', 'min: 3'));
  stage.sandbox.faults.server({ kind: 'spawn-fail', flavor: 'm1.nano', times: 9 });
  expect((await apply(stage.parts(folder), OPTIONS)).exitCode).not.toBe(0);
  stage.sandbox.faults.clear();
  write(BEFORE);
  const { report } = await plan(stage.parts(folder), OPTIONS);
  const [group] = JSON.parse(report.json).groups;
  expect(group.steps[0].kind).toBe('detour');
  expect(JSON.stringify(group.findings)).toContain('makes the new one at port 40102');
  const again = await apply(stage.parts(folder), OPTIONS);
  expect(again.exitCode, again.report.text).toBe(0);
  expect((await plan(stage.parts(folder), OPTIONS)).exitCode).toBe(0);
});
