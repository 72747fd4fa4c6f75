// Measures over HTTP: read of one metric, written one by one or for many metrics at once.

import type { Cloud } from '../cloud.ts';
import { type Answer, empty, json } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import type { Parameters } from '../http/routes.ts';
import { isObject, type Json, type JsonObject, objectOr } from '../json.ts';
import type { Session } from '../keystone/tokens.ts';
import { isoMoment, readAsked } from './arguments.ts';
import { CEILOMETER, findInstance, type Instance, isoSeconds, policyOf } from './instances.ts';
import { writableMetric, write } from './metrics.ts';
import { addMetric, metricFor, metricOfResource } from './metrics-api.ts';
import type { Metric } from './records.ts';
import { GnocchiRefusal, invalidInput } from './refusals.ts';
import { bodyOf, mayMeasure } from './request.ts';
import { instanceFor } from './resources.ts';
import { buckets, type Point } from './series.ts';

export function metricMeasures(cloud: Cloud, call: Call, session: Session, parameters: Parameters): Answer {
  return measuresAnswer(cloud, call, metricFor(cloud, session, parameters));
}

export function resourceMeasures(cloud: Cloud, call: Call, session: Session, parameters: Parameters): Answer {
  const instance = instanceFor(cloud, session, parameters);
  return measuresAnswer(cloud, call, metricOfResource(cloud, instance, parameters['metric'] ?? ''));
}

/** Without a granularity all of them, the coarsest first. */
function measuresAnswer(cloud: Cloud, call: Call, metric: Metric): Answer {
  const asked = readAsked(call, cloud.now);
  const method = call.query.get('aggregation') ?? 'mean';
  const policy = policyOf(cloud, metric);
  if (policy === undefined || !policy.methods.includes(method)) {
    const detail = { metric: metric.id, aggregation_method: method };
    throw new GnocchiRefusal(404, { cause: 'Aggregation method does not exist for this metric', detail });
  }
  const all = policy.definition.map((one) => one.granularity).sort((one, other) => other - one);
  const { granularity } = asked;
  if (granularity !== null && !all.includes(granularity)) {
    const written = Number.isInteger(granularity) ? `${granularity}.0` : `${granularity}`;
    const text = `Aggregation method '${method}' at granularity '${written}' for metric ${metric.id} does not exist`;
    throw new GnocchiRefusal(404, text);
  }
  const rows = (granularity === null ? all : [granularity]).flatMap((one) =>
    buckets(metric, method, one, asked).map(({ at, value }) => [isoSeconds(at * 1000), one, value]),
  );
  return json(200, rows);
}

export function postMeasures(cloud: Cloud, call: Call, session: Session, parameters: Parameters): Answer {
  const metric = metricFor(cloud, session, parameters);
  if (!mayMeasure(session, metric.creatorProject)) throw new GnocchiRefusal(403, '');
  write(cloud, writable(cloud, metric), pointsOf(bodyOf(call)));
  return empty(202);
}

export function postResourceMeasures(
  cloud: Cloud,
  call: Call,
  session: Session,
  parameters: Parameters,
): Answer {
  const instance = instanceFor(cloud, session, parameters);
  const metric = metricOfResource(cloud, instance, parameters['metric'] ?? '');
  if (!mayMeasure(session, metric.creatorProject)) throw new GnocchiRefusal(403, '');
  write(cloud, writable(cloud, metric), pointsOf(bodyOf(call)));
  return empty(202);
}

/** `{metric id: [measure]}` */
export function batchMetricMeasures(cloud: Cloud, call: Call, session: Session): Answer {
  const entries = Object.entries(objectOr(bodyOf(call)));
  const found = entries.map(([id, measures]) => ({ id, metric: orNull(cloud, session, id), measures }));
  const unknown = found.filter(({ metric }) => metric === null).map(({ id }) => id);
  if (unknown.length > 0) throw new GnocchiRefusal(400, `Unknown metrics: ${unknown.join(', ')}`);
  for (const { metric, measures } of found) {
    if (metric === null) continue;
    if (!mayMeasure(session, metric.creatorProject)) throw new GnocchiRefusal(403, '');
    write(cloud, writable(cloud, metric), pointsOf(measures));
  }
  return empty(202);
}

/** `{resource id: {metric name: [measure] | {archive_policy_name, unit, measures}}}` */
export function batchResourceMeasures(cloud: Cloud, call: Call, session: Session): Answer {
  const makes = call.query.get('create_metrics') === 'true';
  const entries = Object.entries(objectOr(bodyOf(call))).flatMap(([id, metrics]) =>
    Object.entries(objectOr(metrics)).map(([name, content]) => ({ id, name, content })),
  );
  const unknown = entries.filter(({ id, name }) => {
    const instance = findInstance(cloud, id);
    return instance === undefined || (!makes && writableMetric(cloud, instance, name) === undefined);
  });
  if (unknown.length > 0) {
    const names = unknown.map(({ id, name }) => `${id}/${name}`).join(', ');
    throw new GnocchiRefusal(400, `Unknown metrics: ${names}`);
  }
  for (const { id, name, content } of entries) writeNamed(cloud, session, id, name, content);
  return empty(202);
}

function writeNamed(cloud: Cloud, session: Session, id: string, name: string, content: Json): void {
  const instance = findInstance(cloud, id);
  if (instance === undefined) return;
  const metric = writableMetric(cloud, instance, name) ?? made(cloud, session, instance, name, content);
  if (!mayMeasure(session, metric.creatorProject)) throw new GnocchiRefusal(403, '');
  write(cloud, metric, pointsOf(isObject(content) ? (content['measures'] ?? []) : content));
}

/** It is the caller's, unlike one that is made at the resource (measured). */
function made(cloud: Cloud, session: Session, instance: Instance, name: string, content: Json): Metric {
  if (!mayMeasure(session, CEILOMETER.project)) throw new GnocchiRefusal(403, '');
  const creator = { creatorUser: session.user.id, creatorProject: session.project.id };
  return addMetric(cloud, creator, instance, name, objectOr(content));
}

function writable(cloud: Cloud, metric: Metric): Metric {
  const instance = metric.resource === null ? undefined : findInstance(cloud, metric.resource);
  return (instance === undefined ? undefined : writableMetric(cloud, instance, metric.name ?? '')) ?? metric;
}

function orNull(cloud: Cloud, session: Session, id: string): Metric | null {
  try {
    return metricFor(cloud, session, { id });
  } catch (error) {
    if (error instanceof GnocchiRefusal) return null;
    throw error;
  }
}

function pointsOf(measures: Json): readonly Point[] {
  return Array.isArray(measures) ? measures.map((one) => pointOf(objectOr(one))) : [];
}

function pointOf(measure: JsonObject): Point {
  const { timestamp, value } = measure;
  const at = typeof timestamp === 'number' ? timestamp : isoMoment(String(timestamp));
  if (at === null) throw invalidInput("unexpected timestamp 'Unable to convert timestamps'", []);
  if (typeof value !== 'number') throw invalidInput('unexpected measures value', []);
  return { at, value };
}
