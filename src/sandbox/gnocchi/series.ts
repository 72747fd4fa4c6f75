// Puts measures into a metric and reads them back as one value per bucket.

import type { ArchivePolicy, Metric } from './records.ts';

export interface Point {
  /** Seconds since 1970; of a bucket its beginning. */
  readonly at: number;
  readonly value: number;
}

export interface Window {
  /** Seconds; rounded down to a bucket. */
  readonly start: number | null;
  /** Seconds; excluded. */
  readonly stop: number | null;
}

/** Late points are dropped without a word (gnocchi/carbonara.py BoundTimeSerie); a rate keeps one block more. */
export function addPoints(metric: Metric, policy: ArchivePolicy, points: readonly Point[]): void {
  const newest = metric.times.at(-1);
  const block = Math.max(...policy.definition.map((one) => one.granularity));
  const blocks = policy.backWindow + (policy.methods.some((one) => one.startsWith('rate:')) ? 1 : 0);
  const oldest = newest === undefined ? Number.NEGATIVE_INFINITY : bucketOf(newest, block) - block * blocks;
  for (const point of points) if (point.at >= oldest) insert(metric, point);
  const surplus = metric.times.length - (policy.definition[0]?.points ?? 0);
  if (surplus > 0) {
    metric.times.splice(0, surplus);
    metric.values.splice(0, surplus);
  }
}

/** The newest of two measures of one moment stays. */
function insert({ times, values }: Metric, { at, value }: Point): void {
  const newest = times.at(-1);
  if (newest === undefined || at > newest) {
    times.push(at);
    values.push(value);
    return;
  }
  const index = firstFrom(times, at);
  if (times[index] === at) values[index] = value;
  else {
    times.splice(index, 0, at);
    values.splice(index, 0, value);
  }
}

/** The method must be one of the archive policy's. */
export function buckets(metric: Metric, method: string, granularity: number, window: Window): Point[] {
  const from = window.start === null ? 0 : firstFrom(metric.times, bucketOf(window.start, granularity));
  const rate = method.startsWith('rate:');
  const reduce = REDUCERS[rate ? method.slice(5) : method] ?? mean;
  const found: Point[] = [];
  let bucket = Number.NaN;
  let held: number[] = [];
  const close = () => {
    if (held.length > 0) found.push({ at: bucket, value: reduce(held) });
  };
  for (let index = from; index < metric.times.length; index += 1) {
    const at = bucketOf(metric.times[index] ?? 0, granularity);
    if (window.stop !== null && at >= window.stop) break;
    if (at !== bucket) {
      close();
      bucket = at;
      held = [];
    }
    const value = metric.values[index] ?? 0;
    if (!rate) held.push(value);
    else if (index > 0) held.push(value - (metric.values[index - 1] ?? 0));
  }
  close();
  return found;
}

export function bucketOf(at: number, granularity: number): number {
  return Math.floor(at / granularity) * granularity;
}

function firstFrom(times: readonly number[], at: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Reducer = (values: readonly number[]) => number;

/** What a list of values comes to; also of what several metrics say of one moment. */
export const REDUCERS: Readonly<Record<string, Reducer>> = {
  mean,
  sum,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  count: (values) => values.length,
  first: (values) => values[0] ?? Number.NaN,
  last: (values) => values.at(-1) ?? Number.NaN,
  median: (values) => median([...values].sort((one, other) => one - other)),
  var: variance,
  std: (values) => Math.sqrt(variance(values)),
};

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function variance(values: readonly number[]): number {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
}
