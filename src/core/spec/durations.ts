/** Lengths of time as they are written: 60s, 5m, 1h, or plain seconds. */

const SECONDS = { s: 1, m: 60, h: 3600 } as const;

/** Seconds; the schema has already checked the form. */
export function durationSeconds(duration: string | number): number {
  if (typeof duration === 'number') return duration;
  const unit = duration.slice(-1);
  const factor = unit === 's' || unit === 'm' || unit === 'h' ? SECONDS[unit] : 1;
  return Number.parseInt(duration, 10) * factor;
}

/** The same; null for what is not given. */
export function secondsOf(duration: string | number | undefined): number | null {
  return duration === undefined ? null : durationSeconds(duration);
}
