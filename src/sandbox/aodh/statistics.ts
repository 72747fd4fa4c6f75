// Fetches what a rule looks at: the newest values of its window, or why there are not enough.

import type { Cloud } from '../cloud.ts';
import { workOut } from '../gnocchi/aggregates.ts';
import { findInstance, metricsOf, policyOf } from '../gnocchi/instances.ts';
import { readOperations, referencesOf } from '../gnocchi/operations.ts';
import { named, namedMetrics } from '../gnocchi/query.ts';
import type { Metric } from '../gnocchi/records.ts';
import { GnocchiRefusal } from '../gnocchi/refusals.ts';
import { buckets, type Window } from '../gnocchi/series.ts';
import { pythonRepr } from '../heat/problem.ts';
import type { Json, JsonObject } from '../json.ts';
import { pythonJson } from '../python-text.ts';
import { groupOperations } from './expression.ts';

export interface Rule {
  readonly type: string;
  readonly rule: JsonObject;
  readonly periods: number;
  readonly granularity: number;
  readonly method: string;
}

export type Statistics =
  | { readonly kind: 'enough'; readonly values: readonly number[] }
  | { readonly kind: 'insufficient'; readonly values: readonly number[]; readonly reason: string };

/** aodh/evaluator/threshold.py evaluate_rule: one bucket more than asked for is looked at. */
export function statistics(cloud: Cloud, rule: Rule): Statistics {
  const stop = cloud.now / 1000;
  const window = { start: stop - rule.granularity * (rule.periods + 1), stop };
  try {
    const all = fetch(cloud, rule, window);
    if (all.length === 0) return insufficient([], `No datapoint for granularity ${rule.granularity}`);
    const values = all.slice(-rule.periods);
    if (values.length < rule.periods) return insufficient(values, `${rule.periods} datapoints are unknown`);
    return { kind: 'enough', values };
  } catch (error) {
    if (error instanceof GnocchiRefusal) return insufficient([], reasonOf(rule, error));
    throw error;
  }
}

function insufficient(values: readonly number[], reason: string): Statistics {
  return { kind: 'insufficient', values, reason };
}

function fetch(cloud: Cloud, rule: Rule, window: Window): readonly number[] {
  if (rule.type === 'gnocchi_resources_threshold') return ofResource(cloud, rule, window);
  const { granularity } = rule;
  const asked = { ...window, granularity, fill: null, overlap: 0 };
  const byId = rule.type === 'gnocchi_aggregation_by_metrics_threshold';
  const metrics = byId ? listOf(rule.rule['metrics']).map(String) : [String(rule.rule['metric'])];
  const expression = readOperations(groupOperations(rule.method, metrics));
  const references = referencesOf(expression);
  const found = byId
    ? references.flatMap((reference) => named(cloud, metricById(cloud, reference.metric), reference))
    : namedMetrics(cloud, resourceQuery(rule.rule), references);
  return workOut(found, expression, asked).flatMap(({ grid }) => grid.rows[0] ?? []);
}

/** Aodh's own user sees everything: only the project's clause in the query keeps projects apart. */
function resourceQuery(rule: JsonObject) {
  const search = JSON.parse(String(rule['query'])) as Json;
  return { type: String(rule['resource_type']), search, visible: () => true };
}

function ofResource(cloud: Cloud, { rule, method, granularity }: Rule, window: Window): readonly number[] {
  const id = String(rule['resource_id']);
  const instance = findInstance(cloud, id);
  if (instance === undefined) throw new GnocchiRefusal(404, `Resource ${id} does not exist`);
  const metric = metricsOf(cloud, instance).find((one) => one.name === rule['metric']);
  if (metric === undefined) throw new GnocchiRefusal(404, `Metric ${String(rule['metric'])} does not exist`);
  const policy = policyOf(cloud, metric);
  const kept = policy?.definition.some((one) => one.granularity === granularity) === true;
  if (!kept || policy?.methods.includes(method) !== true)
    throw new GnocchiRefusal(404, 'Aggregation method does not exist for this metric');
  return buckets(metric, method, granularity, window).map(({ value }) => value);
}

function metricById(cloud: Cloud, id: string): Metric {
  for (const metrics of Object.values(cloud.world.telemetry.metrics)) {
    const found = metrics.find((one) => one.id === id);
    if (found !== undefined) return found;
  }
  throw new GnocchiRefusal(404, { cause: 'Unknown metrics', detail: [id] });
}

/** aodh/evaluator/gnocchi.py, by what gnocchiclient makes of the answer. */
function reasonOf({ type, rule, method }: Rule, refusal: GnocchiRefusal): string {
  const { status, description, message } = refusal;
  if (status !== 404) return `alarm statistics retrieval failed: ${text(description)} (HTTP ${status})`;
  const metricMissing = /^Metric .* does not exist$/.test(message);
  const metric = String(rule['metric']);
  switch (type) {
    case 'gnocchi_resources_threshold': {
      const resource = String(rule['resource_id']);
      if (metricMissing) return `metric ${metric} for resource ${resource} does not exists`;
      if (message.startsWith('Resource ')) return `resource ${resource} does not exists`;
      return `aggregation ${method} does not exist for metric ${metric} of resource ${resource}`;
    }
    case 'gnocchi_aggregation_by_metrics_threshold':
      return `aggregation ${method} does not exist for at least one metrics in ${pythonJson(rule['metrics'] ?? [])}`;
    default:
      if (metricMissing) return `metric ${metric} does not exists`;
      return `aggregation ${method} does not exist for at least one metric of the query`;
  }
}

function text(description: Json): string {
  return typeof description === 'string' ? description : pythonRepr(description);
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
