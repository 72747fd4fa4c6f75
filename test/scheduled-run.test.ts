/** A scheduled run on the embedded cloud: it brings the hour's bounds, and nothing of the commit that it runs on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply } from '../src/commands/apply.ts';
import type { PresentStack } from '../src/model/observed.ts';
import type { CloudReader } from '../src/ports/cloud.ts';
import { CloudError } from '../src/ports/errors.ts';
import { OPTIONS, openStage, type Stage } from './stage.ts';

const spec = (image: string, team: string) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: web, labels: { team: ${team} }, protect: ${team === 'shop'} }
spec:
  size: { min: 1, max: 3 }
  server: { image: ${image}, flavor: m1.small, networks: [ private-network ] }
  scaling:
    schedules:
      - { name: morning, cron: "0 8 * * *", for: 2h, size: { min: 2 } }
`;

let folder: string;
let stage: Stage;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thermostat-scheduled-'));
  stage = await openStage();
});

afterEach(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

test('keeps commit, labels and protection of the last apply, and needs nothing that only the new spec names', async () => {
  const parts = stage.parts(folder);
  writeFileSync(join(folder, 'web.yaml'), spec('ubuntu-20.04', 'shop'));
  expect((await apply(parts, { ...OPTIONS, commit: 'a1', repository: 'shop/infra' })).exitCode).toBe(0);
  const before = await live();
  writeFileSync(join(folder, 'web.yaml'), spec('no-such-image', 'infra'));
  stage.sandbox.advance(8.5 * 3600);

  const ran = await apply(parts, {
    ...OPTIONS,
    onlySchedules: true,
    commit: 'b2',
    repository: 'other/place',
  });

  expect(ran.exitCode, ran.report.text).toBe(0);
  const after = await live();
  // what is sent is noted anew
  const noted = (tags: readonly string[]) => tags.filter((tag) => !tag.startsWith('thermostat:sent='));
  expect(noted(after.tags)).toEqual(noted(before.tags));
  expect(after.tags).toEqual(
    expect.arrayContaining(['team=shop', 'thermostat:commit=a1', 'thermostat:protect']),
  );
  expect(after.groups[0]?.members).toHaveLength(2);
  expect((await apply(parts, OPTIONS)).exitCode).toBe(1);
});

test('needs neither telemetry nor a catalogue, so no outage of theirs keeps the capacity away', async () => {
  const watched = spec('ubuntu-20.04', 'shop').replace(
    '    schedules:',
    '    policies: [ { name: up, metric: memory, above: "80%", for: 10m, add: 1 } ]\n    schedules:',
  );
  writeFileSync(join(folder, 'web.yaml'), watched);
  const parts = stage.parts(folder);
  const applied = await apply(parts, OPTIONS);
  expect(applied.exitCode, applied.report.text).toBe(0);
  stage.sandbox.advance(8.5 * 3600);
  const down = async (): Promise<never> => {
    throw new CloudError({ code: 'unavailable', message: 'the service is down' });
  };
  const reader: CloudReader = { ...stage.reader, telemetry: down, catalogue: down, addressesInUse: down };

  const ran = await apply({ ...parts, reader: async () => reader }, { ...OPTIONS, onlySchedules: true });

  expect(ran.exitCode, ran.report.text).toBe(0);
  expect((await live()).groups[0]?.members).toHaveLength(2);
});

async function live(): Promise<PresentStack> {
  const [stack] = await stage.reader.observe(['web']);
  if (stack?.presence !== 'present') throw new Error('the stack is not there');
  return stack;
}
