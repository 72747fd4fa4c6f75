/** An apply that comes while what an earlier one sent is still being done: it waits for the end, and says how that was. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

const SPEC = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: 1, max: 4, initial: 2 }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
`;

class Killed extends Error {}

let stage: Stage;
let folder: string;
beforeEach(async () => {
  stage = await openStage();
  folder = mkdtempSync(join(tmpdir(), 'thermostat-created-'));
  writeFileSync(join(folder, 'web.yaml'), SPEC);
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

test.each([0, 1, 2, 5, 10])('%d seconds after the creation began', async (seconds) => {
  const parts = stage.parts(folder);
  const sleep = () => Promise.reject(new Killed());
  await expect(apply({ ...parts, clock: { ...parts.clock, sleep } }, OPTIONS)).rejects.toThrow(Killed);
  stage.sandbox.advance(seconds);
  const again = await apply(parts, { ...OPTIONS, waitMinutes: 10 });
  expect(again.exitCode, again.report.text).toBe(0);
  const [stack] = await stage.reader.observe(['web']);
  expect(stack?.presence === 'present' && JSON.stringify(stack.template)).not.toContain('desired_capacity');
  expect(stack?.presence === 'present' && stack.groups[0]?.members.length).toBe(2);
});

test.each([0, 3, 20])('%d seconds after an update of the same content began', async (seconds) => {
  const parts = stage.parts(folder);
  expect((await apply(parts, OPTIONS)).exitCode).toBe(0);
  writeFileSync(join(folder, 'web.yaml'), SPEC.replace('m1.small', 'm1.tiny'));
  await killedWhileItWaits(seconds);
  const again = await apply(parts, { ...OPTIONS, waitMinutes: 10 });
  expect(again.exitCode, again.report.text).toBe(0);
  const [stack] = await stage.reader.observe(['web']);
  expect(stack).toMatchObject({ state: { action: 'UPDATE', status: 'COMPLETE' } });
  const members = stack?.presence === 'present' ? (stack.groups[0]?.members ?? []) : [];
  const flavors = members.flatMap(({ servers }) => servers.map(({ flavor }) => flavor));
  expect(flavors).toEqual(['m1.tiny', 'm1.tiny']);
});

test('an update that lasts longer than the patience is not called done', async () => {
  const parts = stage.parts(folder);
  await apply(parts, OPTIONS);
  writeFileSync(join(folder, 'web.yaml'), SPEC.replace('m1.small', 'm1.tiny'));
  await killedWhileItWaits(0);
  const again = await apply(parts, { ...OPTIONS, waitMinutes: 0 });
  expect(again.exitCode, again.report.text).toBe(1);
  expect(again.report.text).toContain('an update is in progress');
});

async function killedWhileItWaits(seconds: number): Promise<void> {
  const parts = stage.parts(folder);
  const sleep = () => Promise.reject(new Killed());
  await expect(apply({ ...parts, clock: { ...parts.clock, sleep } }, OPTIONS)).rejects.toThrow(Killed);
  stage.sandbox.advance(seconds);
}
