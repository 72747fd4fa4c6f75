/** A few places of the fault sweep at every landing, chosen by a seed that the date of a commit does not change. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FAULT_KINDS } from './fault-kinds.ts';
import { type FaultSweep, faultSweep } from './faults.ts';
import { SWEPT } from './readings.ts';
import { openSweepStage, type SweepStage } from './stage.ts';

let stage: SweepStage;

beforeAll(async () => {
  stage = await openSweepStage(inject('dist'));
}, 240_000);

afterAll(() => stage.close());

describe('a plan', () => {
  test.each(FAULT_KINDS)('whose request meets %s', { timeout: 120_000 }, async (fault) => {
    const sweep = await faultSweep(stage, SWEPT.plan);
    const place = 1 + ((FAULT_KINDS.indexOf(fault) * 7) % sweep.passages.length);
    const { outcome, message } = await sweep.at(place, fault, false);
    expect(outcome, message).not.toBe('wrong');
  });
});

describe('an apply', () => {
  let sweep: FaultSweep;
  beforeAll(async () => {
    sweep = await faultSweep(stage, SWEPT.apply);
  }, 240_000);

  test.each(['reset after', 'error 500, acted', 'stall'] as const)(
    'whose creation meets %s: there is one stack',
    { timeout: 240_000 },
    async (fault) => {
      const create = sweep.passages.find(({ method, url }) => method === 'POST' && url.endsWith('/stacks'));
      const { outcome, message } = await sweep.at(create?.number ?? 0, fault, false);
      expect(outcome, message).not.toBe('wrong');
    },
  );
});
