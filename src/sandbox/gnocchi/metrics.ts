// Makes metrics, finds them, and says how Gnocchi shows one.

import type { Cloud } from '../cloud.ts';
import { uuid } from '../generator.ts';
import type { JsonObject } from '../json.ts';
import { isAdmin, type Session } from '../keystone/tokens.ts';
import { describePolicy } from './archive-policies.ts';
import {
  CEILOMETER,
  creatorFields,
  findInstance,
  type Instance,
  instanceAttributes,
  instances,
  metricsOf,
  policyOf,
} from './instances.ts';
import type { Metric } from './records.ts';
import { addPoints, type Point } from './series.ts';

export interface MetricRequest {
  readonly name: string | null;
  readonly unit: string | null;
  readonly resource: string | null;
  readonly archivePolicy: string;
  readonly creatorUser: string;
  readonly creatorProject: string;
}

export function createMetric(cloud: Cloud, request: MetricRequest): Metric {
  const { telemetry } = cloud.world;
  const key = request.resource ?? '';
  const metric: Metric = { id: uuid(telemetry), ...request, times: [], values: [] };
  telemetry.metrics[key] = [...(telemetry.metrics[key] ?? []), metric];
  return metric;
}

/** The metric of this name that measures may be written to; a given one becomes a written one. */
export function writableMetric(cloud: Cloud, instance: Instance, name: string): Metric | undefined {
  const found = metricsOf(cloud, instance).find((one) => one.name === name);
  if (found === undefined) return undefined;
  const written = cloud.world.telemetry.metrics[instance.id] ?? [];
  if (!written.includes(found)) cloud.world.telemetry.metrics[instance.id] = [...written, found];
  return found;
}

export function write(cloud: Cloud, metric: Metric, points: readonly Point[]): void {
  const policy = policyOf(cloud, metric);
  if (policy !== undefined) addPoints(metric, policy, points);
}

export function deleteMetric(cloud: Cloud, metric: Metric): void {
  const key = metric.resource ?? '';
  const { metrics } = cloud.world.telemetry;
  const left = (metrics[key] ?? []).filter((one) => one !== metric);
  if (left.length === 0) delete metrics[key];
  else metrics[key] = left;
}

/** By id, if this user may see it. */
export function findMetric(cloud: Cloud, session: Session, id: string): Metric | undefined {
  return visibleMetrics(cloud, session).find((one) => one.id === id);
}

/** What the project made, and what anybody measured of the project's servers (measured). */
export function visibleMetrics(cloud: Cloud, session: Session): readonly Metric[] {
  const own = (cloud.world.telemetry.metrics[''] ?? []).filter(
    (one) => isAdmin(session) || one.creatorProject === session.project.id,
  );
  const ofInstances = [...instances(cloud)]
    .filter((one) => maySee(session, one))
    .flatMap((one) => metricsOf(cloud, one));
  return [...own, ...ofInstances];
}

export function maySee(session: Session, instance: Instance): boolean {
  return isAdmin(session) || instance.project === session.project.id;
}

export function describeMetric(cloud: Cloud, metric: Metric): JsonObject {
  const instance = metric.resource === null ? undefined : findInstance(cloud, metric.resource);
  return { ...head(metric), resource: briefResource(cloud, instance), ...tail(cloud, metric) };
}

export function listedMetric(cloud: Cloud, metric: Metric): JsonObject {
  return { ...head(metric), resource_id: metric.resource, ...tail(cloud, metric) };
}

export function createdMetric(metric: Metric): JsonObject {
  return {
    ...head(metric),
    resource_id: metric.resource,
    archive_policy_name: metric.archivePolicy,
    ...creatorFields(metric.creatorUser, metric.creatorProject),
  };
}

function head({ id, creatorUser, creatorProject, name, unit }: Metric): JsonObject {
  return { id, creator: `${creatorUser}:${creatorProject}`, name, unit };
}

function tail(cloud: Cloud, metric: Metric): JsonObject {
  const policy = policyOf(cloud, metric);
  return {
    archive_policy: policy === undefined ? null : describePolicy(policy),
    ...creatorFields(metric.creatorUser, metric.creatorProject),
  };
}

const BRIEF = [
  'id',
  'creator',
  'started_at',
  'revision_start',
  'ended_at',
  'user_id',
  'project_id',
  'original_resource_id',
  'type',
  'revision_end',
];

function briefResource(cloud: Cloud, instance: Instance | undefined): JsonObject | null {
  if (instance === undefined) return null;
  const all = instanceAttributes(cloud, instance);
  const brief = Object.fromEntries(BRIEF.map((key) => [key, all[key] ?? null]));
  return { ...brief, ...creatorFields(CEILOMETER.user, CEILOMETER.project) };
}
