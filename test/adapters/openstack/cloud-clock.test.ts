/** The cloud's clock, as far as the dates of its answers tell. */
import { expect, test } from 'vitest';
import { createCloudClock } from '../../../src/adapters/openstack/cloud-clock.ts';

const NOON = Date.parse('2026-01-01T12:00:00Z');
const answer = (headers: Readonly<Record<string, string>>) => ({
  kind: 'answer' as const,
  status: 200,
  headers,
  text: '',
});
const dated = (milliseconds: number) => answer({ date: new Date(milliseconds).toUTCString() });

test('nothing heard is no difference, nor is an answer without a date that can be read', () => {
  const clock = createCloudClock();
  expect(clock.ahead()).toBe(0);
  clock.heard(answer({}), NOON, NOON);
  clock.heard(answer({ date: 'yesterday' }), NOON, NOON);
  clock.heard({ kind: 'trouble', cause: 'reset', code: '', via: null }, NOON, NOON);
  expect(clock.ahead()).toBe(0);
});

test.each([
  ['a date is cut to whole seconds, which is no difference', 0, 0],
  ['a second is not worth a word', 1000, 0],
  ['behind', -420_000, -419_000],
  ['ahead', 420_000, 421_000],
])('%s', (_, difference, expected) => {
  const clock = createCloudClock();
  clock.heard(dated(NOON + difference), NOON, NOON + 20);
  expect(Math.abs(clock.ahead() - expected)).toBeLessThanOrEqual(1000);
  if (expected === 0) expect(clock.ahead()).toBe(0);
});

test('a slow answer says little: the quickest counts, and what is in doubt is no difference', () => {
  const clock = createCloudClock();
  clock.heard(dated(NOON), NOON, NOON + 60_000);
  expect(clock.ahead()).toBe(0);
  clock.heard(dated(NOON + 60_000), NOON, NOON + 100);
  clock.heard(dated(NOON), NOON, NOON + 60_000);
  expect(clock.ahead()).toBeGreaterThan(58_000);
});

test('what a cache kept tells nothing', () => {
  const clock = createCloudClock();
  clock.heard(answer({ date: new Date(NOON - 600_000).toUTCString(), age: '600' }), NOON, NOON + 10);
  expect(clock.ahead()).toBe(0);
});

test.each([
  'Sat, 12 Sep 275760 00:00:00 GMT',
  '275760-09-13',
  '+275760-09-13T00:00:00Z',
  '5',
  'Thu Jan  1 12:30:00 2026',
  'Thu, 32 Jan 2026 12:00:00 GMT',
  '',
])('%j is no date of an answer', (date) => {
  const clock = createCloudClock();
  clock.heard(answer({ date }), NOON, NOON + 10);
  expect(clock.ahead()).toBe(0);
});

test.each([
  'Fri, 31 Dec 9999 23:59:59 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Sat, 01 Jan 0000 00:00:00 GMT',
])(
  'one server that says %s changes nothing where another one knows better, and makes no time that can not be',
  (date) => {
    for (const order of [
      [date, null],
      [null, date],
    ]) {
      const clock = createCloudClock();
      for (const said of order)
        clock.heard(
          said === null ? dated(NOON + 60_000) : answer({ date: said }),
          NOON,
          NOON + (said ? 2 : 100),
        );
      expect(Math.round(clock.ahead() / 60_000)).toBe(1);
    }
    const alone = createCloudClock();
    alone.heard(answer({ date }), NOON, NOON + 2);
    const year = new Date(NOON + alone.ahead()).getUTCFullYear();
    expect(year).toBeGreaterThanOrEqual(1900);
    expect(year).toBeLessThanOrEqual(10_000);
  },
);

test('a machine whose clock is days off is told by every answer', () => {
  const clock = createCloudClock();
  clock.heard(dated(NOON + 3 * 86_400_000), NOON, NOON + 100);
  clock.heard(dated(NOON + 3 * 86_400_000), NOON, NOON + 20);
  expect(Math.round(clock.ahead() / 86_400_000)).toBe(3);
});
