// When a cron expression begins something, and whether a moment lies within so many seconds of that.

const MINUTE = 60_000;
/** A longer look back than a year is none. */
const LONGEST = 366 * 24 * 60;

const RANGES: readonly (readonly [low: number, high: number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
];
const NAMES: readonly Readonly<Record<string, number>>[] = [
  {},
  {},
  {},
  named('jan feb mar apr may jun jul aug sep oct nov dec', 1),
  named('sun mon tue wed thu fri sat', 0),
];

interface Cron {
  readonly fields: readonly (readonly number[])[];
  readonly anyDay: boolean;
  readonly anyWeekday: boolean;
}

/** What croniter says of an expression, or undefined if it can be read. */
export function cronTrouble(text: string): string | undefined {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== 5 && parts.length !== 6)
    return 'Exactly 5 or 6 columns has to be specified for iterator expression.';
  return readCron(text) === undefined ? `[${text}] is not acceptable` : undefined;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** aodh/evaluator/__init__.py within_time_constraint: from a minute before the start on, until its seconds are over. */
export function isWithin(now: number, start: string, seconds: number, timezone: string): boolean {
  const cron = readCron(start);
  if (cron === undefined) return false;
  const wall = now + zoneOffset(now, timezone);
  const minute = Math.floor(wall / MINUTE);
  if (wall % MINUTE > 0 && begins(cron, minute + 1)) return true;
  const back = Math.min(LONGEST, Math.floor(seconds / 60) + 1);
  for (let step = 0; step <= back; step += 1) {
    const at = (minute - step) * MINUTE;
    if (wall - at > Math.max(seconds * 1000, MINUTE - 1)) return false;
    if (begins(cron, minute - step)) return true;
  }
  return false;
}

function begins(cron: Cron, minute: number): boolean {
  const at = new Date(minute * MINUTE);
  const [minutes, hours, days, months, weekdays] = cron.fields;
  const day = days?.includes(at.getUTCDate()) === true;
  const weekday = weekdays?.includes(at.getUTCDay()) === true;
  // cron's old rule: two given days are an either-or
  const onDay = cron.anyDay || cron.anyWeekday ? day && weekday : day || weekday;
  return (
    minutes?.includes(at.getUTCMinutes()) === true &&
    hours?.includes(at.getUTCHours()) === true &&
    months?.includes(at.getUTCMonth() + 1) === true &&
    onDay
  );
}

function readCron(text: string): Cron | undefined {
  const parts = text.trim().split(/\s+/).slice(0, 5);
  const fields = RANGES.map(([low, high], index) =>
    readField((parts[index] ?? '').toLowerCase(), low, high, NAMES[index] ?? {}),
  );
  const whole = fields.flatMap((field) => (field === undefined ? [] : [field]));
  if (whole.length < RANGES.length) return undefined;
  const weekdays = whole[4]?.map((day) => day % 7) ?? [];
  return { fields: [...whole.slice(0, 4), weekdays], anyDay: parts[2] === '*', anyWeekday: parts[4] === '*' };
}

function readField(
  text: string,
  low: number,
  high: number,
  names: Readonly<Record<string, number>>,
): readonly number[] | undefined {
  const values: number[] = [];
  for (const part of text.split(',')) {
    const [range = '', step = '1'] = part.split('/');
    const [first = '', last] = range.split('-');
    const from = first === '*' ? low : (names[first] ?? integer(first));
    const open = first === '*' || part.includes('/');
    const to = last === undefined ? (open ? high : from) : (names[last] ?? integer(last));
    const by = integer(step);
    if (!(from >= low && to <= high && from <= to && by >= 1)) return undefined;
    for (let value = from; value <= to; value += by) values.push(value);
  }
  return values;
}

function integer(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function named(words: string, first: number): Readonly<Record<string, number>> {
  return Object.fromEntries(words.split(' ').map((word, index) => [word, index + first]));
}

/** Milliseconds that the zone's clock is ahead of UTC. */
function zoneOffset(now: number, timezone: string): number {
  if (timezone === '' || timezone === 'UTC') return 0;
  const format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(now).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}
