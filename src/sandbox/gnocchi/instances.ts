// The resources of type instance: every server that was once up, as Ceilometer tells Gnocchi of it.

import type { Cloud } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import { stableId } from '../keystone/services.ts';
import type { Server } from '../world.ts';
import { findPolicy } from './archive-policies.ts';
import type { EndedInstance, Metric } from './records.ts';

/** Who makes resources and metrics from Nova's notifications: Ceilometer, in the project service. */
export const CEILOMETER = {
  user: stableId('user/ceilometer'),
  project: stableId('project/service'),
} as const;

/** Of the deleted ones only so many are kept; Gnocchi keeps them all. */
const ENDED_KEPT = 500;

export type Instance = Omit<EndedInstance, 'ended'> & { readonly ended: number | null };

/** Called when a server begins to go (gnocchi_resources.yaml event_delete: compute.instance.delete.start). */
export function endInstance(cloud: Cloud, server: Server): void {
  const instance = instanceOf(server);
  const { telemetry } = cloud.world;
  if (instance === undefined || telemetry.ended.some((one) => one.id === server.id)) return;
  const kept = [...telemetry.ended, { ...instance, ended: cloud.now }];
  for (const gone of kept.slice(0, -ENDED_KEPT)) delete telemetry.metrics[gone.id];
  telemetry.ended = kept.slice(-ENDED_KEPT);
}

export function* instances(cloud: Cloud): Generator<Instance> {
  for (const server of cloud.world.servers.values()) {
    const found = findInstance(cloud, server.id);
    if (found !== undefined && found.ended === null) yield found;
  }
  yield* cloud.world.telemetry.ended;
}

/** Those that somebody wrote measures for: cheap in a large cloud. */
export function* measuredInstances(cloud: Cloud): Generator<Instance> {
  for (const id of Object.keys(cloud.world.telemetry.metrics)) {
    const found = findInstance(cloud, id);
    if (found !== undefined) yield found;
  }
}

export function findInstance(cloud: Cloud, id: string): Instance | undefined {
  const server = cloud.world.servers.get(id);
  const ended = server === undefined || server.taskState === 'deleting';
  const gone = ended ? cloud.world.telemetry.ended.find((one) => one.id === id) : undefined;
  return gone ?? (server === undefined ? undefined : instanceOf(server));
}

/** Undefined before it was up for the first time. */
function instanceOf(server: Server): Instance | undefined {
  if (server.launched === null) return undefined;
  const { id, project, user, name, flavor, image, metadata, created, launched } = server;
  return { id, project, user, name, flavor, image, metadata, created, launched, ended: null };
}

/** What the notification of a new server measures, once. */
const AT_CREATION: readonly (readonly [
  name: string,
  unit: string,
  value: (instance: Instance, flavor: Flavor) => number,
])[] = [
  ['compute.instance.booting.time', 'sec', (instance) => (instance.launched - instance.created) / 1000],
  ['disk.ephemeral.size', 'GB', () => 0],
  ['disk.root.size', 'GB', (_, flavor) => flavor.disk],
  ['memory', 'MB', (_, flavor) => flavor.ram],
  ['vcpus', 'vcpu', (_, flavor) => flavor.vcpus],
];

type Flavor = Cloud['world']['flavors'][number];
const NO_FLAVOR = { disk: 0, ram: 0, vcpus: 0, id: '', name: '' };

/** The written ones, and those that every server has without being written down. */
export function metricsOf(cloud: Cloud, instance: Instance): Metric[] {
  const flavor = flavorOf(cloud, instance) ?? NO_FLAVOR;
  const written = cloud.world.telemetry.metrics[instance.id] ?? [];
  const given = AT_CREATION.filter(([name]) => !written.some((one) => one.name === name)).map(
    ([name, unit, value]): Metric => ({
      id: dashed(stableId(`metric/${instance.id}/${name}`)),
      name,
      unit,
      resource: instance.id,
      archivePolicy: 'ceilometer-low',
      creatorUser: CEILOMETER.user,
      creatorProject: CEILOMETER.project,
      times: [Math.floor(instance.launched / 1000)],
      values: [value(instance, flavor)],
    }),
  );
  return [...given, ...written].sort((one, other) => ((one.name ?? '') < (other.name ?? '') ? -1 : 1));
}

function flavorOf(cloud: Cloud, instance: Instance): Flavor | undefined {
  return cloud.world.flavors.find((one) => one.id === instance.flavor);
}

function dashed(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What a search may ask for, in the order in which Gnocchi shows it. */
export function instanceAttributes(cloud: Cloud, instance: Instance): JsonObject {
  const group = instance.metadata['metering.server_group'];
  const started = isoMicroseconds(instance.launched);
  return {
    id: instance.id,
    creator: `${CEILOMETER.user}:${CEILOMETER.project}`,
    started_at: started,
    revision_start: started,
    ended_at: isoOrNull(instance.ended),
    user_id: instance.user,
    project_id: instance.project,
    original_resource_id: instance.id,
    type: 'instance',
    flavor_id: instance.flavor,
    image_ref: instance.image,
    host: 'fake-host',
    display_name: instance.name,
    server_group: typeof group === 'string' ? group : null,
    flavor_name: flavorOf(cloud, instance)?.name ?? '',
    launched_at: started,
    created_at: isoSeconds(instance.created),
    deleted_at: isoOrNull(instance.ended),
    availability_zone: null,
    revision_end: null,
  };
}

export function describeInstance(cloud: Cloud, instance: Instance): JsonObject {
  const metrics: Record<string, Json> = {};
  for (const metric of metricsOf(cloud, instance)) metrics[metric.name ?? ''] = metric.id;
  return {
    ...instanceAttributes(cloud, instance),
    metrics,
    ...creatorFields(CEILOMETER.user, CEILOMETER.project),
  };
}

export function creatorFields(user: string, project: string): JsonObject {
  return { created_by_user_id: user, created_by_project_id: project };
}

export function policyOf(cloud: Cloud, metric: Metric) {
  return findPolicy(cloud, metric.archivePolicy);
}

export function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+00:00`;
}

function isoMicroseconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 23)}000+00:00`;
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoMicroseconds(at);
}
