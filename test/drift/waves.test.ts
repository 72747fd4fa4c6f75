/** Changes that are made at the same time do not meet. */
import { describe, expect, test } from 'vitest';
import { ROWS } from './table.ts';
import { type Wave, wavesOn } from './waves.ts';

describe.each(['real', 'sandbox'] as const)('the waves of the %s cloud', (cloud) => {
  const waves = wavesOn(cloud);

  test('every change has its turn, once', () => {
    const deeds = waves.flatMap((wave) => wave.map(({ row }) => row.deed)).sort();
    const wanted = ROWS.filter(({ only = cloud }) => only === cloud).map(({ deed }) => deed);
    expect(deeds).toEqual(wanted.sort());
  });

  test('no stack is changed twice in a wave', () => {
    const stacks = (wave: Wave) => wave.map(({ row, lane }) => `${row.on} ${lane}`);
    for (const wave of waves) expect(new Set(stacks(wave)).size).toBe(wave.length);
  });

  test('a change that moves the clock is alone', () => {
    const moved = waves.filter((wave) => wave.some(({ row }) => row.minutesLater !== undefined));
    expect(moved.map((wave) => wave.length)).toEqual([1]);
  });
});
