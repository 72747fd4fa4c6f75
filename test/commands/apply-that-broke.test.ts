/** An apply that breaks off before it has an outcome: an issue says so until one comes about. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import { CloudError } from '../../src/ports/errors.ts';
import { type MemoryForge, memoryForge } from '../forge-in-memory.ts';
import { groupSpec } from '../loop/specs.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';

let stage: Stage;
let folder: string;
let forge: MemoryForge;

beforeEach(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), 'thermostat-broke-'));
  await writeFile(join(folder, 'web.yaml'), groupSpec('web'));
  forge = memoryForge();
});

afterEach(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});

const parts = () => ({
  ...stage.parts(folder),
  issues: { keeper: forge.keeper, max: 10, place: 'sandbox' },
});
const down = () =>
  Promise.reject(
    new CloudError({ code: 'unreachable', message: 'asking Keystone for a token: nobody answers' }),
  );
const seen = () => forge.issues.map(({ state, title }) => `${state}: ${title}`);

test('opens one issue, the caller gets the error, and the next that comes about closes it', async () => {
  for (const _ of [1, 2])
    await expect(apply({ ...parts(), reader: down }, OPTIONS)).rejects.toThrow('nobody answers');
  expect(seen()).toEqual(['open: What was merged is not applied']);
  expect(forge.issues[0]?.body).toContain('asking Keystone for a token: nobody answers');
  expect(forge.comments).toEqual([]);
  expect((await apply(parts(), OPTIONS)).exitCode).toBe(0);
  expect(seen()).toEqual(['closed: What was merged is not applied']);
});

test('problems of merged specs are such an issue, too', async () => {
  await writeFile(join(folder, 'web.yaml'), groupSpec('web').replace('max: 5', 'max: many'));
  expect((await apply(parts(), OPTIONS)).exitCode).toBe(1);
  expect(seen()).toEqual(['open: What was merged is not applied']);
  expect(forge.issues[0]?.body).toContain('many');
});

test('a run for schedules alone leaves issues to others', async () => {
  const options = { ...OPTIONS, onlySchedules: true };
  await expect(apply({ ...parts(), reader: down }, options)).rejects.toThrow('nobody answers');
  expect(seen()).toEqual([]);
});
