/** What a service gives for a time: one that can be counted with, or none. */
import { expect, test } from 'vitest';
import { timeOr } from '../../../src/adapters/openstack/shape.ts';

test.each([
  ['2026-11-26T07:35:31Z', '2026-11-26T07:35:31Z'],
  ['2026-11-26T07:35:31.000000', '2026-11-26T07:35:31.000000Z'],
  ['2026-11-26 07:35:31.123456', '2026-11-26 07:35:31.123456Z'],
  ['2026-11-26T07:35:31+01:00', '2026-11-26T07:35:31+01:00'],
])('%s is one', (given, read) => {
  expect(timeOr(given, null)).toBe(read);
  expect(Number.isFinite(Date.parse(read))).toBe(true);
});

test.each(['', 'never', '5', '+275760-09-13T00:00:00Z', '275760-09-13T00:00:00Z', '2026-11-26', null, 7, {}])(
  '%j is none',
  (given) => {
    expect(timeOr(given, null)).toBeNull();
  },
);
