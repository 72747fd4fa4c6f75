/** Decides how long to wait before the same request is sent again, or that it is not. */
import { ForgeError } from '../../ports/errors.ts';
import { isLimited, isSecondary, resetAt, retryAfter, statusOf } from './refusals.ts';

const TRIES = 4;
const FIRST_PAUSE_MS = 1000;
/** Longer than this nobody waits for a comment; it is also what GitHub asks for at a secondary limit that names no time. */
export const LONGEST_PAUSE_MS = 60_000;

export interface Request {
  /** Doing it twice does no harm. */
  readonly repeatable: boolean;
  /** Milliseconds of Unix time. */
  readonly now: number;
}

/** Milliseconds until the next try; null = no other try. A request that met a limit was not carried out. */
export function pauseBefore(attempt: number, error: unknown, { repeatable, now }: Request): number | null {
  if (attempt >= TRIES) return null;
  const pause = isLimited(error) ? limitPause(error, now) : passingPause(attempt, error, repeatable);
  return pause !== null && pause <= LONGEST_PAUSE_MS ? pause : null;
}

function limitPause(error: unknown, now: number): number | null {
  const asked = retryAfter(error);
  if (asked !== null) return asked;
  const reset = resetAt(error);
  if (reset !== null) return Math.max(FIRST_PAUSE_MS, reset - now + FIRST_PAUSE_MS);
  return isSecondary(error) || statusOf(error) === 429 ? LONGEST_PAUSE_MS : null;
}

function passingPause(attempt: number, error: unknown, repeatable: boolean): number | null {
  const status = statusOf(error);
  const passing = status === null || status >= 500 || error instanceof ForgeError;
  if (!repeatable || !passing) return null;
  return retryAfter(error) ?? FIRST_PAUSE_MS * 2 ** (attempt - 1);
}

/** Given with a POST that may safely be done twice, such as a check run of which only the newest counts. */
export const REPEATABLE = { request: { repeatable: true } } as const;
