/** Reads what an answer that is no success says: its status, its limits, how long to stay away. */

/** Octokit gives 500 to what never reached a server; only an answer has a response. */
export function statusOf(error: unknown): number | null {
  const status = property(property(error, 'response'), 'status');
  return typeof status === 'number' ? status : null;
}

/** Either limit of GitHub: requests an hour, or too much at once ("secondary"). Both come as 403 or 429. */
export function isLimited(error: unknown): boolean {
  const status = statusOf(error);
  if (status === 429) return true;
  if (status !== 403) return false;
  return retryAfter(error) !== null || isUsedUp(error) || isSecondary(error);
}

export function isSecondary(error: unknown): boolean {
  const message = property(property(property(error, 'response'), 'data'), 'message');
  return typeof message === 'string' && /secondary rate limit|abuse detection/i.test(message);
}

/** Milliseconds that the answer asks to wait; null when it asks for nothing. */
export function retryAfter(error: unknown): number | null {
  const text = header(error, 'retry-after');
  if (text === null || text.trim() === '') return null;
  const seconds = Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** When the requests of this hour begin anew, milliseconds of Unix time; null when they are not used up. */
export function resetAt(error: unknown): number | null {
  const seconds = Number(header(error, 'x-ratelimit-reset') ?? 'none');
  return isUsedUp(error) && Math.abs(seconds) < LAST_SECOND ? seconds * 1000 : null;
}

/** Of the year 9999; what is beyond is no time. */
const LAST_SECOND = 253_402_300_800;

function isUsedUp(error: unknown): boolean {
  return header(error, 'x-ratelimit-remaining') === '0';
}

function header(error: unknown, name: string): string | null {
  const value = property(property(property(error, 'response'), 'headers'), name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
