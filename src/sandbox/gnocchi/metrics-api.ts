// Metrics over HTTP: list, show, make, remove.

import type { Cloud } from '../cloud.ts';
import { type Answer, empty, json } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import type { Parameters } from '../http/routes.ts';
import { type JsonObject, objectOr, textOr } from '../json.ts';
import { isAdmin, type Session } from '../keystone/tokens.ts';
import { findPolicy } from './archive-policies.ts';
import { CEILOMETER, type Instance, metricsOf } from './instances.ts';
import {
  createdMetric,
  createMetric,
  deleteMetric,
  describeMetric,
  findMetric,
  listedMetric,
  visibleMetrics,
} from './metrics.ts';
import { page } from './paging.ts';
import type { Metric } from './records.ts';
import { GnocchiRefusal, invalidInput, notThere } from './refusals.ts';
import { bodyOf, mayMeasure } from './request.ts';
import { instanceFor } from './resources.ts';

/** `project_id` means who made it, `resource_id` is passed over (measured). */
const FILTERS: Readonly<Record<string, (metric: Metric) => string | null>> = {
  id: (metric) => metric.id,
  name: (metric) => metric.name,
  unit: (metric) => metric.unit,
  archive_policy_name: (metric) => metric.archivePolicy,
  project_id: (metric) => metric.creatorProject,
  user_id: (metric) => metric.creatorUser,
  creator: (metric) => `${metric.creatorUser}:${metric.creatorProject}`,
};

export function metricList(cloud: Cloud, call: Call, session: Session): Answer {
  const filters = Object.entries(FILTERS).filter(([key]) => call.query.has(key));
  const all = visibleMetrics(cloud, session)
    // one of no resource is shown to its project by its id, and in no list (measured)
    .filter((metric) => metric.resource !== null || isAdmin(session))
    .filter((metric) => filters.every(([key, value]) => call.query.getAll(key).includes(value(metric) ?? '')))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const { shown, headers } = page(cloud, call, all, 'sort=id%3Aasc');
  return json(
    200,
    shown.map((one) => listedMetric(cloud, one)),
    headers,
  );
}

export function metricFor(cloud: Cloud, session: Session, { id = '' }: Parameters): Metric {
  const metric = findMetric(cloud, session, id);
  if (metric === undefined) throw notThere(`Metric ${id}`);
  return metric;
}

export function metricOfResource(cloud: Cloud, instance: Instance, name: string): Metric {
  const metric = metricsOf(cloud, instance).find((one) => one.name === name);
  if (metric === undefined) throw notThere(`Metric ${name}`);
  return metric;
}

export function showMetric(cloud: Cloud, _call: Call, session: Session, parameters: Parameters): Answer {
  return json(200, describeMetric(cloud, metricFor(cloud, session, parameters)));
}

/** Anybody may, a reader too (measured). */
export function makeMetric(cloud: Cloud, call: Call, session: Session): Answer {
  const body = objectOr(bodyOf(call));
  const metric = createMetric(cloud, {
    ...wanted(cloud, body),
    name: textOr(body['name'], null),
    resource: null,
    creatorUser: session.user.id,
    creatorProject: session.project.id,
  });
  return json(201, createdMetric(metric), { location: `${cloud.base}/metric/v1/metric/${metric.id}` });
}

export function removeMetric(cloud: Cloud, _call: Call, session: Session, parameters: Parameters): Answer {
  const metric = metricFor(cloud, session, parameters);
  if (!mayMeasure(session, metric.creatorProject)) throw new GnocchiRefusal(403, '');
  deleteMetric(cloud, metric);
  return empty(204);
}

export function resourceMetrics(cloud: Cloud, _call: Call, session: Session, parameters: Parameters): Answer {
  const instance = instanceFor(cloud, session, parameters);
  return json(
    200,
    metricsOf(cloud, instance).map((one) => listedMetric(cloud, one)),
  );
}

export function resourceMetric(cloud: Cloud, _call: Call, session: Session, parameters: Parameters): Answer {
  const instance = instanceFor(cloud, session, parameters);
  return json(200, describeMetric(cloud, metricOfResource(cloud, instance, parameters['metric'] ?? '')));
}

/** `{name: {archive_policy_name, unit}}`; answered with all metrics of the resource. */
export function addResourceMetrics(
  cloud: Cloud,
  call: Call,
  session: Session,
  parameters: Parameters,
): Answer {
  const instance = instanceFor(cloud, session, parameters);
  if (!mayMeasure(session, CEILOMETER.project)) throw new GnocchiRefusal(403, '');
  const asked = Object.entries(objectOr(bodyOf(call)));
  const taken = asked.find(([name]) => metricsOf(cloud, instance).some((one) => one.name === name));
  if (taken !== undefined) throw new GnocchiRefusal(409, `Named metric ${taken[0]} already exists`);
  // they are the resource's creator's, whoever asks (measured)
  const creator = { creatorUser: CEILOMETER.user, creatorProject: CEILOMETER.project };
  for (const [name, options] of asked) addMetric(cloud, creator, instance, name, objectOr(options));
  return resourceMetrics(cloud, call, session, parameters);
}

interface Creator {
  readonly creatorUser: string;
  readonly creatorProject: string;
}

export function addMetric(
  cloud: Cloud,
  creator: Creator,
  instance: Instance,
  name: string,
  options: JsonObject,
): Metric {
  return createMetric(cloud, { ...wanted(cloud, options), ...creator, name, resource: instance.id });
}

function wanted(cloud: Cloud, options: JsonObject) {
  const archivePolicy = textOr(options['archive_policy_name'], 'low');
  if (findPolicy(cloud, archivePolicy) === undefined)
    throw new GnocchiRefusal(400, `Archive policy ${archivePolicy} does not exist`);
  const unit = options['unit'];
  if (unit !== undefined && typeof unit !== 'string')
    throw invalidInput("expected str for dictionary value @ data['unit']", ['unit']);
  return { archivePolicy, unit: unit ?? null };
}
