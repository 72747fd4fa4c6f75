/** Plain scalars mean to us what they mean to Heat: a table that PyYAML 6.0.2 with Heat's loader filled. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHeatScalar } from '../../../src/core/spec/heat-scalars.ts';

type Row = readonly [text: string, outcome: 'value' | 'refused', value?: unknown];

const TABLE: readonly Row[] = JSON.parse(
  readFileSync(new URL('./pyyaml/scalars.golden.json', import.meta.url), 'utf8'),
);

describe('a plain scalar in a template', () => {
  it('is what PyYAML makes of it, and refused where PyYAML or JSON has no exact value', () => {
    const differing = TABLE.flatMap(([text, outcome, value]) => {
      const reading = readHeatScalar(text);
      const ours = reading.tag === 'refused' ? [text, 'refused'] : [text, 'value', reading.value];
      const theirs = outcome === 'refused' ? [text, outcome] : [text, outcome, value];
      return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ ours, theirs }];
    });
    expect(TABLE.length).toBeGreaterThan(800);
    expect(differing).toEqual([]);
  });

  it('is told in words when it is a number that JavaScript would change', () => {
    expect(readHeatScalar('9007199254740993')).toEqual({
      tag: 'refused',
      why: 'is a number too large to be passed on exactly; put it in quotes',
    });
  });
});
