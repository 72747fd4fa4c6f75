/** A few places of the crash sweep at every landing: the process really is killed, the next run really ends the work. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type CrashSweep, crashSweep, KILLED_APPLY, KILLED_HEAL } from './crash.ts';
import { openSweepStage, type SweepStage, TO_APPLY, TO_HEAL } from './stage.ts';

const SWEEPS = [
  {
    command: 'an apply',
    scene: TO_APPLY,
    killed: KILLED_APPLY,
    writes: [
      ['PUT', /\/stacks\/made\//, 'the release of a size'],
      ['PUT', /\/stacks\/held\//, 'an update that lends a size'],
    ],
  },
  {
    command: 'health --heal',
    scene: TO_HEAL,
    killed: KILLED_HEAL,
    writes: [['PATCH', /\/stacks\/broken-[^/]+\/[^/]+\/resources\//, 'a mark whose update is still to come']],
  },
] as const;

describe.each(SWEEPS)('$command killed', ({ scene, killed, writes }) => {
  let stage: SweepStage;
  let sweep: CrashSweep;

  beforeAll(async () => {
    stage = await openSweepStage(inject('dist'), scene);
    sweep = await crashSweep(stage, killed);
  }, 240_000);

  afterAll(() => stage.close());

  test.each([...writes])('after %s %s, which is %s', { timeout: 240_000 }, async (method, path) => {
    const write = sweep.passages.find((one) => one.method === method && path.test(new URL(one.url).pathname));
    expect(write).toBeDefined();
    expect(await sweep.killedAt(write?.number ?? 0, { arrives: true, pause: 0 })).toBe(null);
  });
});
