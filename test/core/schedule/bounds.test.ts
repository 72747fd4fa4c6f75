/** Which bounds are due at a moment, and what is said of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../src/core/schedule/calendar.ts';
import { scheduledBounds } from '../../../src/core/schedule/scheduled-bounds.ts';
import type { ScheduleSpec } from '../../../src/model/scaling-spec.ts';
import type { BoundsRule } from '../../../src/model/schedule.ts';
import { schedule } from './schedules.ts';

const OFFICE = schedule({ name: 'office-hours', min: 4 });
const SALE = schedule({ name: 'sale', cron: '0 12 24 12 *', forSeconds: 72 * 3600, min: 10, max: 40 });
const NIGHT = schedule({ name: 'night', cron: '0 20 * * *', forSeconds: 10 * 3600, max: 6 });
const rule = (...schedules: readonly ScheduleSpec[]): BoundsRule => ({ min: 2, max: 12, schedules });
const due = (one: BoundsRule, at: string) => calendarOf(one).at(Date.parse(at)).bounds;

describe('bounds', () => {
  test.each([
    ['before the start', '2026-01-05T06:59:59Z', { min: 2, max: 12 }],
    ['at the start', '2026-01-05T07:00:00Z', { min: 4, max: 12 }],
    ['just before the end', '2026-01-05T16:59:59Z', { min: 4, max: 12 }],
    ['at the end', '2026-01-05T17:00:00Z', { min: 2, max: 12 }],
    ['at the weekend', '2026-01-10T10:00:00Z', { min: 2, max: 12 }],
  ])('%s', (_, at, expected) => expect(due(rule(OFFICE), at)).toEqual(expected));

  test('of several schedules are the highest of each, and base where none says anything', () => {
    expect(due(rule(OFFICE, SALE), '2026-12-24T12:00Z')).toEqual({ min: 10, max: 40 });
    expect(due(rule(OFFICE, NIGHT), '2026-01-05T22:00Z')).toEqual({ min: 2, max: 6 });
    expect(due(rule(NIGHT, SALE), '2026-12-24T22:00Z')).toEqual({ min: 10, max: 40 });
  });

  test('last for elapsed time, over a day of 23 hours as well', () => {
    const day = schedule({ cron: '0 12 * * 6', forSeconds: 24 * 3600, min: 5 });
    expect(due(rule(day), '2026-03-29T10:59Z')).toEqual({ min: 5, max: 12 });
    // 13:00 in Berlin: 24 hours after 12:00 of the day before
    expect(due(rule(day), '2026-03-29T11:00Z')).toEqual({ min: 2, max: 12 });
  });
});

describe('words', () => {
  const words = (one: BoundsRule, at: string) => scheduledBounds(one, Date.parse(at)).words;

  test('say what is on, until when on whose clock, and what comes then', () => {
    expect(words(rule(OFFICE), '2026-01-05T12:00Z')).toBe(
      'office-hours is on until Mon 2026-01-05 18:00 Europe/Berlin: 4..12; then no schedule: 2..12',
    );
    expect(words(rule(OFFICE), '2026-01-09T17:00Z')).toBe(
      'no schedule is on until Mon 2026-01-12 08:00 Europe/Berlin: 2..12; then office-hours: 4..12',
    );
    expect(words(rule(OFFICE, SALE), '2026-12-24T12:00Z')).toBe(
      'office-hours and sale are on until Thu 2026-12-24 18:00 Europe/Berlin: 10..40; then sale: 10..40; outside of schedules: 2..12',
    );
  });

  test('join runs that follow one another', () => {
    const quarters = schedule({ name: 'busy', cron: '*/15 8-17 * * *', forSeconds: 900, min: 4 });
    expect(words(rule(quarters), '2026-01-05T08:03Z')).toContain('busy is on until Mon 2026-01-05 18:00');
  });
});

test('what was due within the hour is known, the bounds of now last', () => {
  const lately = (at: string) => scheduledBounds(rule(OFFICE), Date.parse(at)).lately;
  expect(lately('2026-01-05T06:59Z')).toEqual([{ min: 2, max: 12 }]);
  expect(lately('2026-01-05T07:30Z')).toEqual([
    { min: 2, max: 12 },
    { min: 4, max: 12 },
  ]);
  expect(lately('2026-01-05T08:01Z')).toEqual([{ min: 4, max: 12 }]);
});

const anySchedule = fc
  .record({
    cron: fc.constantFrom(
      '0 8 * * 1-5',
      '30 2 * * *',
      '*/20 9-16 * * *',
      '0 0 1 * *',
      '15 1 * * 0',
      '0 22 * * *',
    ),
    timezone: fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'America/Santiago',
    ),
    forSeconds: fc.integer({ min: 1, max: 40 * 3600 }),
    min: fc.option(fc.integer({ min: 0, max: 20 })),
    max: fc.option(fc.integer({ min: 0, max: 20 })),
  })
  .map((one) => schedule(one));
const anyRule = fc
  .record({
    min: fc.integer({ min: 0, max: 5 }),
    span: fc.integer({ min: 0, max: 9 }),
    schedules: fc.array(anySchedule, { minLength: 1, maxLength: 4 }),
  })
  .map(
    ({ min, span, schedules }): BoundsRule => ({
      min,
      max: min + span,
      schedules: schedules.map((one, index) => ({ ...one, name: `s${index}` })),
    }),
  );
const anyMoment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });

test('whatever the rule, min is never above max', () => {
  fc.assert(
    fc.property(anyRule, anyMoment, (one, at) => {
      const { min, max } = calendarOf(one).at(at).bounds;
      expect(min).toBeLessThanOrEqual(max);
    }),
  );
});

test('the bounds depend on the moment alone, whatever was asked before', () => {
  fc.assert(
    fc.property(anyRule, fc.array(anyMoment, { minLength: 2, maxLength: 5 }), (one, moments) => {
      const calendar = calendarOf(one);
      const asked = moments.map((at) => calendar.at(at));
      expect(
        [...moments]
          .reverse()
          .map((at) => calendarOf(one).at(at))
          .reverse(),
      ).toEqual(asked);
    }),
    { numRuns: 50 },
  );
});

test('between two edges nothing changes, the words included', () => {
  fc.assert(
    fc.property(anyRule, anyMoment, fc.double({ min: 0, max: 1, noNaN: true }), (one, at, share) => {
      const calendar = calendarOf(one);
      const edge = calendar.edgeAfter(at)?.moment ?? at;
      const between = Math.min(edge - 1, at + Math.floor(share * (edge - at)));
      expect(edge).toBeGreaterThan(at);
      expect(calendar.at(between)).toEqual(calendar.at(at));
      expect(scheduledBounds(one, between).words).toBe(scheduledBounds(one, at).words);
    }),
    { numRuns: 60 },
  );
});
