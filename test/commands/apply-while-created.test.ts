/** An apply that comes while an earlier one's stack is still being made: it waits, then takes the lent size out. */
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
