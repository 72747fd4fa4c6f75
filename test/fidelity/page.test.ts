/** docs/fidelity.md shows exactly the cases of the code, and a plan that was right in all of them. */
import { expect, test } from 'vitest';
import { CASES } from './cases.ts';
import { page, readPage } from './page.ts';
import { readRecord } from './record.ts';

const results = readRecord();

test('the record has cases of the table and no others', () => {
  expect(Object.keys(results)).toEqual(CASES.map(({ name }) => name).filter((name) => name in results));
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  expect(CASES.length).toBeGreaterThanOrEqual(60);
});

test('the page is what the record says: npm run fidelity writes both', () => {
  expect(readPage()).toBe(page(results));
});

test('where the plan was wrong, it had said that it guessed', () => {
  const wrong = Object.entries(results).filter(
    ([, { wrong: errors, confidence }]) => errors.length > 0 && confidence === 'certain',
  );
  expect(wrong.map(([name, { wrong: errors }]) => `${name}: ${errors.join('; ')}`)).toEqual([]);
});
