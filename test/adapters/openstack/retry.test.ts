import { describe, expect, it } from 'vitest';
import type { HttpOutcome, TroubleCause } from '../../../src/adapters/openstack/http.ts';
import { type Repeat, waitBeforeRetry } from '../../../src/adapters/openstack/retry.ts';

const NOW = new Date('2026-01-01T00:00:00Z');

const answer = (status: number, retryAfter?: string): HttpOutcome => ({
  kind: 'answer',
  status,
  headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  text: '',
});
const trouble = (cause: TroubleCause): HttpOutcome => ({ kind: 'trouble', cause, code: 'X', via: null });
const wait = (repeat: Repeat, outcome: HttpOutcome, number = 1, jitter = 0): number | null =>
  waitBeforeRetry({ number, repeat, outcome, now: NOW, jitter });

describe('whether a request is sent again', () => {
  it.each([429, 500, 502, 503, 504])('reads are, after %i', (status) => {
    expect(wait('read', answer(status))).toBe(250);
  });

  it.each([200, 201, 400, 401, 403, 404, 409, 413])('nothing is, after %i', (status) => {
    for (const repeat of ['read', 'repeatable', 'once'] as const)
      expect(wait(repeat, answer(status))).toBeNull();
  });

  it.each([500, 502, 503, 504])(
    'a creation or an update is not, after %i: it may have been carried out',
    (status) => {
      expect(wait('once', answer(status))).toBeNull();
    },
  );

  it.each(['reset', 'timeout'] as const)('a creation or an update is not, after a %s', (cause) => {
    expect(wait('once', trouble(cause))).toBeNull();
    expect(wait('repeatable', trouble(cause))).not.toBeNull();
    expect(wait('read', trouble(cause))).not.toBeNull();
  });

  it.each(['refused', 'connect-timeout', 'dns-busy'] as const)(
    'everything is, after %s: nobody saw it',
    (cause) => {
      for (const repeat of ['read', 'repeatable', 'once'] as const)
        expect(wait(repeat, trouble(cause))).toBe(250);
    },
  );

  it.each(['dns', 'tls', 'proxy', 'too-large', 'not-http'] as const)('nothing is, after %s', (cause) => {
    expect(wait('read', trouble(cause))).toBeNull();
  });

  it('a creation is, when the service itself asks to come again', () => {
    expect(wait('once', answer(429))).toBe(250);
    expect(wait('once', answer(503, '2'))).toBe(2000);
  });

  it('a delete is, whatever happened to the first', () => {
    for (const status of [429, 500, 502, 503, 504]) expect(wait('repeatable', answer(status))).not.toBeNull();
  });
});

describe('how long we wait', () => {
  it('doubles, between half and the whole of the step', () => {
    expect([1, 2, 3, 4].map((number) => wait('read', answer(503), number))).toEqual([250, 500, 1000, 2000]);
    expect([1, 2, 3, 4].map((number) => wait('read', answer(503), number, 0.999))).toEqual([
      500, 1000, 1999, 3998,
    ]);
  });

  it('ends after the fifth sending', () => {
    expect(wait('read', answer(503), 5)).toBeNull();
  });

  it('does as Retry-After says, in seconds or as a date', () => {
    expect(wait('read', answer(429, '7'))).toBe(7000);
    expect(wait('read', answer(503, 'Thu, 01 Jan 2026 00:00:09 GMT'))).toBe(9000);
    expect(wait('read', answer(503, 'Thu, 01 Jan 2025 00:00:00 GMT'))).toBe(0);
  });

  it('gives up rather than wait longer than a minute', () => {
    expect(wait('read', answer(429, '3600'))).toBeNull();
  });

  it('takes a Retry-After that means nothing as none', () => {
    expect(wait('read', answer(503, 'soon'))).toBe(250);
  });
});
