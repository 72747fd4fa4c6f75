// Works out an expression over the metrics it names: what POST /aggregates answers, and what Aodh asks.

import { type Json, type JsonObject, objectOr } from '../json.ts';
import { evaluate, type Grid, type Node, type Reference } from './operations.ts';
import type { ArchivePolicy, Metric } from './records.ts';
import { GnocchiRefusal } from './refusals.ts';
import { buckets, type Point, type Window } from './series.ts';

/** A metric that the expression's reference stands for. */
export interface Named {
  readonly reference: Reference;
  readonly metric: Metric;
  readonly policy: ArchivePolicy;
}

export interface Asked extends Window {
  readonly granularity: number | null;
  /** Null: overlap counts; 'dropna', 'null' or a number for what is missing. */
  readonly fill: string | number | null;
  readonly overlap: number;
}

export interface Outcome {
  readonly granularity: number;
  readonly grid: Grid;
}

/** The coarsest granularity first (gnocchi/rest/aggregates/processor.py aggregated). */
export function workOut(named: readonly Named[], expression: Node, asked: Asked): readonly Outcome[] {
  return granularitiesOf(named, asked)
    .sort((one, other) => other - one)
    .flatMap((granularity): Outcome[] => {
      const grid = evaluate(expression, gridOf(named, granularity, asked));
      return typeof grid === 'number' ? [] : [{ granularity, grid }];
    });
}

function granularitiesOf(named: readonly Named[], asked: Asked): number[] {
  const common = (named[0]?.policy.definition ?? [])
    .map((one) => one.granularity)
    .filter((one) =>
      named.every(({ policy }) => policy.definition.some((other) => other.granularity === one)),
    );
  if (asked.granularity === null && common.length === 0)
    throw unaggregable(
      'No granularity match',
      named.map(({ reference }) => [reference.metric, reference.method]),
    );
  const without = named.find(({ reference, policy }) => !policy.methods.includes(reference.method));
  if (without !== undefined) {
    const detail = [[without.metric.id, without.reference.method]];
    throw new GnocchiRefusal(404, { cause: 'Metrics with unknown aggregation', detail });
  }
  if (asked.granularity === null) return common;
  const { granularity } = asked;
  const missing = named.filter(
    ({ policy }) => !policy.definition.some((one) => one.granularity === granularity),
  );
  if (missing.length > 0)
    throw unaggregable(
      'Granularities are missing',
      missing.map(({ reference }) => [reference.metric, reference.method, granularity]),
    );
  return [granularity];
}

function gridOf(named: readonly Named[], granularity: number, asked: Asked): Grid {
  const series = named.map(({ metric, reference }) => buckets(metric, reference.method, granularity, asked));
  const times = [...new Set(series.flatMap((points) => points.map(({ at }) => at)))].sort(
    (one, other) => one - other,
  );
  const filler = typeof asked.fill === 'number' ? asked.fill : Number.NaN;
  const rows = series.map((points) => row(points, times, filler));
  const grid = { references: named.map(({ reference }) => reference), times, rows, aggregated: false };
  return asked.fill === null ? overlapping(grid, named, asked) : grid;
}

function row(points: readonly Point[], times: readonly number[], filler: number): readonly number[] {
  const values = new Map(points.map(({ at, value }) => [at, value]));
  return times.map((at) => values.get(at) ?? filler);
}

function overlapping(grid: Grid, named: readonly Named[], asked: Asked): Grid {
  const whole = grid.times.flatMap((_, column) =>
    grid.rows.every((one) => !Number.isNaN(one[column] ?? Number.NaN)) ? [column] : [],
  );
  const keys = named.map(({ reference }) => [reference.metric, reference.method]);
  const [first] = whole;
  if (first === undefined) {
    if (asked.overlap > 0) throw unaggregable('No overlap', keys);
    return grid;
  }
  const begin = asked.start === null ? first : 0;
  const end = asked.stop === null ? (whole.at(-1) ?? 0) + 1 : grid.times.length;
  const percent = (whole.length * 100) / (end - begin);
  if (percent < asked.overlap) {
    const reason = `Less than ${asked.overlap.toFixed(6)}% of datapoints overlap in this timespan (${percent.toFixed(2)}%)`;
    throw unaggregable(reason, keys);
  }
  return {
    ...grid,
    times: grid.times.slice(begin, end),
    rows: grid.rows.map((one) => one.slice(begin, end)),
  };
}

function unaggregable(reason: string, detail: Json): GnocchiRefusal {
  return new GnocchiRefusal(400, { cause: "Metrics can't being aggregated", reason, detail });
}

/** `{aggregated: [[time, granularity, value]]}`, or the same by resource, metric and method. */
export function describeOutcome(
  outcomes: readonly Outcome[],
  named: readonly Named[],
  fill: Asked['fill'],
  write: (at: number) => string,
): JsonObject {
  const measures = (outcome: Outcome, values: readonly number[]): Json[] =>
    outcome.grid.times.flatMap((at, column): Json[] => {
      const value = values[column] ?? Number.NaN;
      return fill === 'dropna' && !Number.isFinite(value) ? [] : [[write(at), outcome.granularity, value]];
    });
  if (outcomes.some(({ grid }) => grid.aggregated))
    return { aggregated: outcomes.flatMap((one) => measures(one, one.grid.rows[0] ?? [])) };
  const tree: JsonObject = {};
  for (const outcome of outcomes) {
    for (const [index, { metric, reference }] of named.entries()) {
      const ofThing = inside(tree, metric.resource ?? metric.id);
      const ofMetric = metric.resource === null ? ofThing : inside(ofThing, reference.metric);
      const before = ofMetric[reference.method];
      const found = measures(outcome, outcome.grid.rows[index] ?? []);
      ofMetric[reference.method] = [...(Array.isArray(before) ? before : []), ...found];
    }
  }
  return tree;
}

function inside(tree: JsonObject, key: string): JsonObject {
  const found = objectOr(tree[key]);
  tree[key] = found;
  return found;
}
