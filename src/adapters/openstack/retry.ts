/** Decides whether a request may be sent again, as a pure function of what came of it. */
import type { HttpOutcome, TroubleCause } from './http.ts';

/**
 * What a second sending would do:
 * - `read`: nothing (GET, HEAD, a login);
 * - `repeatable`: the same as the first (DELETE of one id);
 * - `once`: maybe a second creation, or an update that overtakes the first (POST, PUT, PATCH of a stack).
 */
export type Repeat = 'read' | 'repeatable' | 'once';

/** How sure it is that the service never saw the request. */
type Reached = 'no' | 'maybe';

/** Troubles worth another try. The rest (dns, tls, proxy, too-large, not-http) is the same next time. */
const PASSING_TROUBLES: Readonly<Partial<Record<TroubleCause, Reached>>> = {
  refused: 'no',
  'connect-timeout': 'no',
  'dns-busy': 'no',
  reset: 'maybe',
  timeout: 'maybe',
};

/**
 * Answers worth another try.
 * 429 and 503 come from limits, balancers and Keystone's middleware, before Heat's engine is asked;
 * a 503 counts as unseen only with Retry-After, when the service itself asks to come again.
 * 500, 502 and 504 may hide a request that was carried out.
 */
const PASSING_STATUSES: Readonly<Record<number, Reached>> = {
  429: 'no',
  500: 'maybe',
  502: 'maybe',
  503: 'maybe',
  504: 'maybe',
};

/** Which requests are sent again when it was so. */
const AGAIN: Readonly<Record<Repeat, Readonly<Record<Reached, boolean>>>> = {
  read: { no: true, maybe: true },
  repeatable: { no: true, maybe: true },
  once: { no: true, maybe: false },
};

export interface RetryLimits {
  readonly attempts: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** A Retry-After beyond this is not waited for. */
  readonly longestRetryAfterMs: number;
}

export const RETRY_LIMITS: RetryLimits = {
  attempts: 5,
  firstWaitMs: 500,
  longestWaitMs: 10_000,
  longestRetryAfterMs: 60_000,
};

export interface Attempt {
  /** 1 for the first sending. */
  readonly number: number;
  readonly repeat: Repeat;
  readonly outcome: HttpOutcome;
  readonly now: Date;
  /** 0 ≤ jitter < 1. */
  readonly jitter: number;
}

/** Milliseconds to wait before the next sending; null = the outcome stands. */
export function waitBeforeRetry(attempt: Attempt, limits: RetryLimits = RETRY_LIMITS): number | null {
  const asked = retryAfterMs(attempt.outcome, attempt.now);
  const reached = reachedBy(attempt.outcome, asked);
  if (reached === null || !AGAIN[attempt.repeat][reached]) return null;
  if (attempt.number >= limits.attempts) return null;
  if (asked === null) return backoffMs(attempt, limits);
  return asked > limits.longestRetryAfterMs ? null : asked;
}

/** null = trying again would not help. */
function reachedBy(outcome: HttpOutcome, asked: number | null): Reached | null {
  if (outcome.kind === 'trouble') return PASSING_TROUBLES[outcome.cause] ?? null;
  if (outcome.status === 503 && asked !== null) return 'no';
  return PASSING_STATUSES[outcome.status] ?? null;
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfterMs(outcome: HttpOutcome, now: Date): number | null {
  const value = outcome.kind === 'answer' ? outcome.headers['retry-after']?.trim() : undefined;
  if (value === undefined || value === '') return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

/** Doubling, between half and the whole of the step, so that many clients don't come back at once. */
function backoffMs({ number, jitter }: Attempt, limits: RetryLimits): number {
  const step = Math.min(limits.firstWaitMs * 2 ** (number - 1), limits.longestWaitMs);
  return Math.round(step / 2 + (step / 2) * jitter);
}
