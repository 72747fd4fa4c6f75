/** action.yml says what the code reads and writes, word for word. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUTS } from '../../../src/adapters/github/inputs.ts';
import { OUTPUTS } from '../../../src/adapters/github/outputs.ts';

const action = parse(readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8'));

test('its inputs are those of inputs.ts', () => {
  const written = Object.fromEntries(
    Object.entries(INPUTS).map(([name, { description, default: value }]) => [
      name,
      name === 'command' ? { description, required: true } : { description, required: false, default: value },
    ]),
  );
  expect(action.inputs).toEqual(written);
  expect(Object.keys(action.inputs)).toEqual(Object.keys(INPUTS));
});

test('its outputs are those of outputs.ts', () => {
  expect(action.outputs).toEqual(OUTPUTS);
});

test('it runs the bundle on node24', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/main.js' });
});

test('its description is short enough for the Marketplace', () => {
  expect(action.description.length).toBeLessThanOrEqual(125);
});
