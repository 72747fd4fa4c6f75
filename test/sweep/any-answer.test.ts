/** A cloud that answers anything: a command ends with a verdict or with an error in its own words, never with a crash. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCloud } from '../../src/adapters/openstack/cloud.ts';
import { apply } from '../../src/commands/apply.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { CloudError } from '../../src/ports/errors.ts';
import { sandboxEnvironment } from '../../src/sandbox-environment.ts';
import { OPTIONS, openStage, type Stage } from '../stage.ts';
import { type Middle, openMiddle } from './middle.ts';
import { damage } from './mutated.ts';
import { recordFuzz } from './rows.ts';
import { AFTER, BEFORE, writeSpecs } from './scene.ts';

const RUNS = Math.ceil(Number(process.env['SWEEP_RUNS'] ?? 60) / 12);
const SEED = Number(process.env['SWEEP_SEED'] ?? 20261);

let stage: Stage;
let middle: Middle;
let folder: string;

beforeAll(async () => {
  stage = await openStage();
  middle = await openMiddle();
  folder = mkdtempSync(join(tmpdir(), 'thermostat-any-answer-'));
  mkdirSync(join(folder, 'scaling'));
  writeSpecs(folder, BEFORE);
  const applied = await apply(stage.parts(folder), OPTIONS);
  expect(applied.exitCode, applied.report.text).toBe(0);
  writeSpecs(folder, AFTER);
}, 120_000);

afterAll(async () => {
  await middle.close();
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['plan', 'drift', 'health'] as const)(
  'any answer to any request of %s',
  { timeout: 60_000 + RUNS * 20_000 },
  async (command) => {
    const requests = await run(command, null);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: requests }), damage, async (number, hurt) => {
        await run(command, { number, hurt });
      }),
      { numRuns: RUNS, seed: SEED },
    );
    recordFuzz(10, `answer to any request of ${command}`, RUNS);
  },
);

/** How many requests it took. Throws whatever is no verdict and no error with a code. */
async function run(
  command: 'plan' | 'drift' | 'health',
  trouble: { readonly number: number; readonly hurt: (document: unknown) => unknown } | null,
): Promise<number> {
  middle.begin(
    ({ number }) =>
      number === trouble?.number
        ? { kind: 'change', change: (body) => changed(body, trouble.hurt) }
        : { kind: 'pass' },
    () => {},
  );
  const env = { ...sandboxEnvironment(stage.sandbox), HTTP_PROXY: middle.url };
  try {
    const cloud = await openCloud({ cloud: null, env, cwd: '/', home: '/', sleep: async () => {} });
    try {
      const parts = { ...stage.parts(folder), reader: async () => cloud.reader };
      const { exitCode, report } = await COMMANDS[command].run(parts, OPTIONS);
      expect([0, 1, 2, 3]).toContain(exitCode);
      expect(() => JSON.parse(report.json)).not.toThrow();
    } finally {
      await cloud.close();
    }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    expect(error.message).toMatch(/^(reading|listing|looking|logging|asking|using|finding|checking|going)/);
  }
  return middle.passages.length;
}

function changed(body: string, hurt: (document: unknown) => unknown): string {
  try {
    return JSON.stringify(hurt(JSON.parse(body))) ?? '';
  } catch {
    return '{';
  }
}
