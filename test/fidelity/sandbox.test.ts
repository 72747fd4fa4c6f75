/** The cases on the embedded cloud: the plan is right, and each ends as it does on the real one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import type { Surroundings } from '../fields/around.ts';
import type { FieldCloud } from '../fields/walk.ts';
import { openStage } from '../stage.ts';
import { around as makeAround } from './around.ts';
import { chosenPlays, titleOf } from './cases.ts';
import { readRecord } from './record.ts';
import { play } from './run.ts';

describe('fidelity on the embedded cloud', () => {
  let cloud: FieldCloud;
  let around: Surroundings;
  const real = readRecord();

  beforeAll(async () => {
    const stage = await openStage();
    const raw = await sandboxUnderTest(stage.sandbox);
    cloud = {
      raw,
      reader: stage.reader,
      parts: stage.parts,
      remove: async () => {},
      close: () => stage.close(),
    };
    around = await makeAround(raw);
  });
  afterAll(async () => {
    await around?.close();
    await cloud?.close();
  });

  test.each(chosenPlays(process.env['FIDELITY']).map((one) => ({ ...one, title: titleOf(one) })))(
    '$title',
    { timeout: 120_000 },
    async (one) => {
      await play(one, cloud, around.around, ({ name }, result) => {
        if (result.confidence === 'certain') expect(result.wrong, name).toEqual([]);
        if (process.env['FIDELITY']) console.log(name, JSON.stringify(result));
        const wanted = real[name] ?? result;
        // the embedded cloud's preview does not look into a nested file; Heat's lists the members below it
        const previewWrong = one.base === 'tiers' ? result.previewWrong : wanted.previewWrong;
        expect(result, name).toEqual({ ...wanted, previewWrong });
      });
    },
  );
});
