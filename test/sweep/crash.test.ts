/** A few places of the crash sweep at every landing: the process really is killed, the next run really ends the work. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type CrashSweep, crashSweep } from './crash.ts';
import { openSweepStage, type SweepStage } from './stage.ts';

let stage: SweepStage;
let sweep: CrashSweep;

beforeAll(async () => {
  stage = await openSweepStage(inject('dist'));
  sweep = await crashSweep(stage);
}, 240_000);

afterAll(() => stage.close());

const WRITES = [
  ['PUT', /\/stacks\/made\//, 'the release of a size'],
  ['PUT', /\/stacks\/held\//, 'an update that lends a size'],
] as const;

test.each(WRITES)('after %s %s, which is %s', { timeout: 240_000 }, async (method, path) => {
  const write = sweep.passages.find((one) => one.method === method && path.test(new URL(one.url).pathname));
  expect(write).toBeDefined();
  expect(await sweep.killedAt(write?.number ?? 0, { arrives: true, pause: 0 })).toBe(null);
});
