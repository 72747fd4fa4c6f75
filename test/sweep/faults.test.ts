/** A few places of the fault sweep at every landing, always the same. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FAULT_KINDS, TLS_FAULTS } from './fault-kinds.ts';
import { type FaultSweep, faultSweep } from './faults.ts';
import { SWEPT } from './readings.ts';
import { openSweepStage, type SweepStage, TO_APPLY } from './stage.ts';

let stage: SweepStage;

beforeAll(async () => {
  stage = await openSweepStage(inject('dist'));
}, 240_000);

afterAll(() => stage.close());

describe('a plan', () => {
  let sweep: FaultSweep;
  beforeAll(async () => {
    sweep = await faultSweep(stage, SWEPT.plan);
  }, 240_000);

  test.each(FAULT_KINDS)('whose request meets %s', { timeout: 240_000 }, async (fault) => {
    const place = 1 + ((FAULT_KINDS.indexOf(fault) * 7) % sweep.passages.length);
    const { outcome, message } = await sweep.at(place, fault, false);
    expect(outcome, message).not.toBe('wrong');
  });
});

describe('a plan over TLS', () => {
  let secure: SweepStage;
  let sweep: FaultSweep;
  beforeAll(async () => {
    secure = await openSweepStage(inject('dist'), TO_APPLY, { tls: true });
    sweep = await faultSweep(secure, SWEPT.plan);
  }, 240_000);
  afterAll(() => secure.close());

  test.each(TLS_FAULTS)(
    'whose request meets a %s: it is asked for again',
    { timeout: 240_000 },
    async (fault) => {
      const place = 9 + TLS_FAULTS.indexOf(fault);
      const { outcome, message } = await sweep.at(place, fault, false);
      expect(outcome, message).toBe('recovered');
    },
  );
});

describe('an apply', () => {
  let sweep: FaultSweep;
  beforeAll(async () => {
    sweep = await faultSweep(stage, SWEPT.apply);
  }, 240_000);

  test.each(['reset after', 'error 500, acted'] as const)(
    'whose creation meets %s: there is one stack',
    { timeout: 240_000 },
    async (fault) => {
      const create = sweep.passages.find(({ method, url }) => method === 'POST' && url.endsWith('/stacks'));
      const { outcome, message } = await sweep.at(create?.number ?? 0, fault, false);
      expect(outcome, message).not.toBe('wrong');
    },
  );
});
