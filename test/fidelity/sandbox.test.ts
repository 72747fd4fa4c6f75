/** The cases on the embedded cloud: the plan is right, and each ends as it does on the real one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import type { Surroundings } from '../fields/around.ts';
import type { FieldCloud } from '../fields/walk.ts';
import { openStage } from '../stage.ts';
import { around as makeAround } from './around.ts';
import { chosenCases } from './cases.ts';
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

  test.each(chosenCases(process.env['FIDELITY']))('$name', async (one) => {
    const result = await play(one, cloud, around.around);
    expect(result.wrong).toEqual([]);
    expect(result).toEqual(real[one.name] ?? result);
    if (process.env['FIDELITY']) console.log(one.name, JSON.stringify(result));
  });
});
