/** Learns how far the cloud's clock is ahead of this machine's, from the dates of its answers. */
import type { HttpOutcome } from './http.ts';

export interface CloudClock {
  /** `sent` and `received`: milliseconds since 1970, by this machine. */
  heard(outcome: HttpOutcome, sent: number, received: number): void;
  /** Milliseconds; negative when it is behind, 0 when there is no difference that could be told. */
  ahead(): number;
}

interface Estimate {
  readonly ahead: number;
  /** How far off the estimate may be. */
  readonly doubt: number;
}

/** The answer that took least time tells best; one that is days away counts only as long as every other is, too. */
export function createCloudClock(): CloudClock {
  let best: Estimate | null = null;
  return {
    heard: (outcome, sent, received) => {
      const found = estimate(outcome, sent, received);
      if (found !== null && (best === null || tellsMore(found, best))) best = found;
    },
    ahead: () => {
      if (best === null || Math.abs(best.ahead) <= best.doubt + SMALL) return 0;
      return Math.round(best.ahead / 1000) * 1000;
    },
  };
}

/** Nothing is decided by so few milliseconds. */
const SMALL = 1500;

function tellsMore(one: Estimate, other: Estimate): boolean {
  if (isFar(one) !== isFar(other)) return isFar(other);
  return one.doubt < other.doubt;
}

/** More likely the nonsense of one server in the way than a clock; whether it is, the other answers tell. */
function isFar({ ahead }: Estimate): boolean {
  return Math.abs(ahead) > DAY;
}

const DAY = 86_400_000;

/** `Date` is whole seconds, cut off (RFC 9110, 6.6.1); an answer with an `Age` comes from a cache. */
function estimate(outcome: HttpOutcome, sent: number, received: number): Estimate | null {
  if (outcome.kind !== 'answer' || outcome.headers['age'] !== undefined) return null;
  const text = outcome.headers['date'] ?? '';
  const date = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(date)) return null;
  return { ahead: date + 500 - (sent + received) / 2, doubt: 500 + (received - sent) / 2 };
}

/** Every server must write it so (RFC 9110, 5.6.7); of anything else Date.parse makes what it likes, the year 275760 included. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
