// Gnocchi v1 over HTTP: archive policies, resource types, instances, metrics, measures, aggregates.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import { type Parameters, routes } from '../http/routes.ts';
import { objectOr } from '../json.ts';
import { type Session, sessionOf } from '../keystone/tokens.ts';
import { describeOutcome, workOut } from './aggregates.ts';
import { describePolicy, findPolicy } from './archive-policies.ts';
import { readAsked } from './arguments.ts';
import { capabilities } from './capabilities.ts';
import { describeInstance, isoSeconds } from './instances.ts';
import {
  batchMetricMeasures,
  batchResourceMeasures,
  metricMeasures,
  postMeasures,
  postResourceMeasures,
  resourceMeasures,
} from './measures-api.ts';
import { findMetric, maySee } from './metrics.ts';
import {
  addResourceMetrics,
  makeMetric,
  metricList,
  removeMetric,
  resourceMetric,
  resourceMetrics,
  showMetric,
} from './metrics-api.ts';
import { readOperations, referencesOf } from './operations.ts';
import { findInstances, named, namedMetrics, type ResourceQuery } from './query.ts';
import { GnocchiRefusal, notThere, refusalAnswer } from './refusals.ts';
import { bodyOf } from './request.ts';
import { attributeNames, resourceTypes } from './resource-types.ts';
import { instanceFor, listed } from './resources.ts';

export type Handler = (cloud: Cloud, call: Call, session: Session, parameters: Parameters) => Answer;

const find = routes<Handler>({
  'GET /archive_policy': (cloud) => json(200, cloud.world.telemetry.archivePolicies.map(describePolicy)),
  'GET /archive_policy/:name': showPolicy,
  'GET /archive_policy_rule': () =>
    json(200, [{ name: 'default', archive_policy_name: 'low', metric_pattern: '*' }]),
  'GET /capabilities': () => json(200, capabilities()),
  'GET /resource_type': () => json(200, resourceTypes()),
  'GET /resource_type/:name': (_cloud, _call, _session, { name = '' }) => showType(name),
  'GET /resource/:type': (cloud, call, session, { type = '' }) => listed(cloud, call, session, type),
  'GET /resource/:type/:id': (cloud, _call, session, parameters) =>
    json(200, describeInstance(cloud, instanceFor(cloud, session, parameters))),
  'GET /resource/:type/:id/metric': resourceMetrics,
  'POST /resource/:type/:id/metric': addResourceMetrics,
  'GET /resource/:type/:id/metric/:metric': resourceMetric,
  'GET /resource/:type/:id/metric/:metric/measures': resourceMeasures,
  'POST /resource/:type/:id/metric/:metric/measures': postResourceMeasures,
  'POST /search/resource/:type': searchResources,
  'GET /metric': metricList,
  'POST /metric': makeMetric,
  'GET /metric/:id': showMetric,
  'DELETE /metric/:id': removeMetric,
  'GET /metric/:id/measures': metricMeasures,
  'POST /metric/:id/measures': postMeasures,
  'POST /batch/metrics/measures': batchMetricMeasures,
  'POST /batch/resources/metrics/measures': batchResourceMeasures,
  'POST /aggregates': postAggregates,
});

/** `call.path` is below /metric. */
export function metricApi(cloud: Cloud, call: Call): Answer {
  const session = sessionOf(cloud, call);
  if (session === undefined) return unauthorized();
  try {
    if (!call.path.startsWith('/v1')) throw new GnocchiRefusal(404, null);
    const matched = find(call.method, call.path.slice(3));
    if (matched === undefined) throw new GnocchiRefusal(404, null);
    return matched.handler(cloud, call, session, matched.parameters);
  } catch (error) {
    if (error instanceof GnocchiRefusal) return refusalAnswer(error);
    throw error;
  }
}

export function unauthorized(): Answer {
  const message = 'The request you have made requires authentication.';
  return json(401, { error: { code: 401, title: 'Unauthorized', message } });
}

function showPolicy(cloud: Cloud, _call: Call, _session: Session, { name = '' }: Parameters): Answer {
  const policy = findPolicy(cloud, name);
  if (policy === undefined) throw notThere(`Archive policy ${name}`);
  return json(200, describePolicy(policy));
}

function showType(name: string): Answer {
  const found = resourceTypes().find((one) => one['name'] === name);
  if (found === undefined) throw notThere(`Resource type ${name}`);
  return json(200, found);
}

function searchResources(cloud: Cloud, call: Call, session: Session, { type = '' }: Parameters): Answer {
  if (attributeNames(type) === undefined) throw notThere(`Resource type ${type}`);
  return listed(cloud, call, session, type, bodyOf(call));
}

/** gnocchi/rest/aggregates/api.py: over the metrics of what a search finds, or over metrics by id. */
function postAggregates(cloud: Cloud, call: Call, session: Session): Answer {
  const asked = readAsked(call, cloud.now);
  const body = objectOr(bodyOf(call));
  const expression = readOperations(body['operations']);
  const references = referencesOf(expression);
  const type = body['resource_type'];
  if (typeof type === 'string' && attributeNames(type) === undefined)
    throw new GnocchiRefusal(400, { cause: 'Resource type does not exist', detail: type });
  const query: ResourceQuery = {
    type: typeof type === 'string' ? type : '',
    search: body['search'],
    visible: (instance) => maySee(session, instance),
  };
  const metrics =
    typeof type === 'string'
      ? namedMetrics(cloud, query, references)
      : references.flatMap((reference) => {
          const metric = findMetric(cloud, session, reference.metric);
          if (metric === undefined) throw unknownMetrics(reference.metric);
          return named(cloud, metric, reference);
        });
  const outcomes = workOut(metrics, expression, asked);
  const measures = describeOutcome(outcomes, metrics, asked.fill, (at) => isoSeconds(at * 1000));
  if (call.query.get('details') !== 'true' || typeof type !== 'string') return json(200, { measures });
  const owners = new Set(metrics.map(({ metric }) => metric.resource));
  const found = findInstances(cloud, query).filter((one) => owners.has(one.id));
  return json(200, { measures, references: found.map((one) => describeInstance(cloud, one)) });
}

function unknownMetrics(id: string): GnocchiRefusal {
  const reason = "Provided metrics don't exists";
  return new GnocchiRefusal(404, { cause: 'Unknown metrics', reason, detail: [id] });
}
