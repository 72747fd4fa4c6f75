/** An apply whose group somebody marks between the plan and the write: what a plan refuses, no write does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import type { PresentStack } from '../../src/model/observed.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

const SPEC = (max: number) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web }
spec:
  size: { min: 2, max: ${max} }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
`;

let stage: Stage;
let folder: string;
beforeEach(async () => {
  stage = await openStage();
  folder = mkdtempSync(join(tmpdir(), 'thermostat-late-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

const write = (max: number) => writeFileSync(join(folder, 'web.yaml'), SPEC(max));
const stack = async (): Promise<PresentStack> => {
  const [found] = await stage.reader.observe(['web']);
  if (found?.presence !== 'present') throw new Error('the stack "web" is not there');
  return found;
};

test('a group that was marked meanwhile is not updated: Heat would replace all its servers', async () => {
  write(4);
  const parts = stage.parts(folder);
  expect((await apply(parts, OPTIONS)).exitCode).toBe(0);
  const { id, groups, updatedAt } = await stack();
  const raw = await sandboxUnderTest(stage.sandbox);
  write(5);
  const writer = async () => {
    const path = `/stacks/web/${id}/resources/${groups[0]?.address}`;
    const mark = { mark_unhealthy: true, resource_status_reason: 'by hand' };
    expect((await raw.call('orchestration', 'PATCH', path, mark)).status).toBe(200);
    return parts.writer();
  };
  const { exitCode, report } = await apply({ ...parts, writer }, OPTIONS);
  expect(exitCode).toBe(3);
  expect(report.text.replaceAll(/\s+/g, ' ')).toContain(
    'the cloud changed while this ran: group: the group itself is marked CHECK_FAILED',
  );
  expect((await stack()).updatedAt).toBe(updatedAt);
});
