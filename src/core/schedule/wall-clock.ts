/** Shows a moment as the clocks of a time zone do. */

/** `Mon 2026-01-05 18:00 Europe/Berlin`. */
export function wallClock(moment: number, timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { ...FORM, timeZone: timezone }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')} ${timezone}`;
}

const FORM = {
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/** True for an IANA name; an offset such as +01:00 knows no summer time and is none. */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

export function timezones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}
