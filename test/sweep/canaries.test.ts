/** Secrets in every place that can hold one: none of them stands in any output of any command, in any format. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { APPLY, leaks, openSweepStage, type SweepStage } from './stage.ts';
import type { SweptCloud } from './swept-cloud.ts';

let stage: SweepStage;
let cloud: SweptCloud;

beforeAll(async () => {
  stage = await openSweepStage(inject('dist'));
  cloud = await stage.open();
}, 120_000);

afterAll(async () => {
  await cloud.close();
  stage.close();
});

const READING = ['validate', 'plan', 'drift', 'health'].flatMap((command) =>
  ['text', 'markdown', 'json'].map((format) => [command, '--format', format]),
);
const COMMANDS: readonly (readonly string[])[] = [
  ...READING,
  ['drift', '--issues'],
  [...APPLY, '--format', 'json'],
  ['drift'],
  [...APPLY, '--format', 'markdown'],
];

test.each(COMMANDS.map((words) => ({ words })))('$words', { timeout: 120_000 }, async ({ words }) => {
  const ended = await stage.run(cloud, [...words, '--out', 'out.txt']);
  expect(ended.exitCode, ended.stderr).not.toBe(null);
  expect(ended.stderr).not.toMatch(/^thermostat: /m);
  const report = readFileSync(join(stage.folder, 'out.txt'), 'utf8');
  rmSync(join(stage.folder, 'out.txt'));
  const all = { ...ended, stdout: ended.stdout + report };
  expect(leaks(all, [...stage.canaries, ...cloud.middle.tokens])).toEqual([]);
});

test('there are canaries of each kind', () => {
  expect(stage.canaries.length).toBeGreaterThan(10);
  expect(cloud.middle.tokens.length).toBeGreaterThan(0);
});
