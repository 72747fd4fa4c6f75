/** When a schedule begins, in every kind of time zone and on the days on which clocks are moved. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cronMistake } from '../../../src/core/schedule/cron-mistake.ts';
import { startsOf } from '../../../src/core/schedule/starts.ts';

describe('starts on the wall clock of the zone', () => {
  test.each([
    [
      'a working day in winter',
      '0 8 * * 1-5',
      'Europe/Berlin',
      '2026-01-05T00:00Z',
      ['2026-01-05T07:00', '2026-01-06T07:00'],
    ],
    [
      'over a weekend into summer time',
      '0 8 * * 1-5',
      'Europe/Berlin',
      '2026-03-27T12:00Z',
      ['2026-03-30T06:00', '2026-03-31T06:00'],
    ],
    [
      'a skipped time counts when the clock goes on',
      '30 2 * * *',
      'Europe/Berlin',
      '2026-03-28T12:00Z',
      ['2026-03-29T01:00', '2026-03-30T00:30'],
    ],
    [
      'a repeated time counts the first time only',
      '30 2 * * *',
      'Europe/Berlin',
      '2026-10-24T12:00Z',
      ['2026-10-25T00:30', '2026-10-26T01:30'],
    ],
    [
      'a list counts as times, too',
      '30 2,14 * * *',
      'Europe/Berlin',
      '2026-10-24T23:00Z',
      ['2026-10-25T00:30', '2026-10-25T13:30'],
    ],
    [
      'a step goes through the repeated hour',
      '*/30 * * * *',
      'Europe/Berlin',
      '2026-10-25T00:20Z',
      ['2026-10-25T00:30', '2026-10-25T01:00', '2026-10-25T01:30', '2026-10-25T02:00'],
    ],
    [
      'half an hour off, skipped',
      '30 2 * * *',
      'America/St_Johns',
      '2026-03-07T12:00Z',
      ['2026-03-08T05:30', '2026-03-09T05:00'],
    ],
    [
      'half an hour off, repeated',
      '30 1 * * *',
      'America/St_Johns',
      '2026-10-31T12:00Z',
      ['2026-11-01T04:00', '2026-11-02T05:00'],
    ],
    [
      'a clock moved by half an hour, skipped',
      '15 2 * * *',
      'Australia/Lord_Howe',
      '2026-10-02T16:00Z',
      ['2026-10-03T15:30', '2026-10-04T15:15'],
    ],
    [
      'a clock moved by half an hour, repeated',
      '45 1 * * *',
      'Australia/Lord_Howe',
      '2026-04-03T15:00Z',
      ['2026-04-04T14:45', '2026-04-05T15:15'],
    ],
    [
      'the southern spring',
      '30 2 * * *',
      'Australia/Sydney',
      '2026-10-02T20:00Z',
      ['2026-10-03T16:00', '2026-10-04T15:30'],
    ],
    [
      'the southern autumn',
      '30 2 * * *',
      'Australia/Sydney',
      '2026-04-03T20:00Z',
      ['2026-04-04T15:30', '2026-04-05T16:30'],
    ],
    [
      'a midnight that does not exist',
      '0 0 * * *',
      'America/Santiago',
      '2026-09-05T12:00Z',
      ['2026-09-06T04:00', '2026-09-07T03:00'],
    ],
    [
      'a zone without summer time',
      '0 9 * * *',
      'Asia/Kolkata',
      '2026-03-29T00:00Z',
      ['2026-03-29T03:30', '2026-03-30T03:30'],
    ],
    ['a leap day', '0 0 29 2 *', 'UTC', '2026-01-01T00:00Z', ['2028-02-29T00:00', '2032-02-29T00:00']],
    [
      'days of month or of week, whichever comes',
      '0 0 1 * MON',
      'UTC',
      '2026-01-29T00:00Z',
      ['2026-02-01T00:00', '2026-02-02T00:00'],
    ],
    [
      'words for months and days',
      '0 12 * JUN sun',
      'UTC',
      '2026-01-01T00:00Z',
      ['2026-06-07T12:00', '2026-06-14T12:00'],
    ],
  ])('%s', (_, cron, timezone, from, expected) => {
    const { firstAfter } = startsOf({ cron, timezone });
    let moment = Date.parse(from);
    for (const wanted of expected) {
      moment = firstAfter(moment) ?? 0;
      expect(new Date(moment).toISOString()).toBe(`${wanted}:00.000Z`);
    }
  });
});

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'America/Santiago',
  'Africa/Casablanca',
  'Asia/Kolkata',
] as const;
const number = (from: number, to: number) => fc.integer({ min: from, max: to });
const part = (from: number, to: number) =>
  fc.oneof(
    fc.constant('*'),
    number(2, 7).map((step) => `*/${step}`),
    number(from, to).map(String),
    fc.tuple(number(from, to), number(from, to)).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    fc.tuple(number(from, to), number(from, to)).map(([a, b]) => `${a},${b}`),
  );
const cron = fc
  .tuple(part(0, 59), part(0, 23), part(1, 28), part(1, 12), part(0, 7))
  .map((fields) => fields.join(' '));
const moment = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2029, 0, 1) });

test('whatever the checks let pass is understood, and looking back finds what looking ahead finds', () => {
  fc.assert(
    fc.property(cron, fc.constantFrom(...ZONES), moment, (text, timezone, at) => {
      expect(cronMistake(text)).toBeNull();
      const { firstAfter, lastUpTo } = startsOf({ cron: text, timezone });
      const next = firstAfter(at);
      if (next === null) throw new Error('every one of these comes');
      expect(next).toBeGreaterThan(at);
      expect(lastUpTo(next)).toBe(next);
      const last = lastUpTo(next - 1);
      expect(last === null || last <= at).toBe(true);
    }),
    { numRuns: 300 },
  );
});
