// Measures the servers of a group that has a load, as Ceilometer's polling would.

import type { Cloud } from '../cloud.ts';
import { findPolicy } from '../gnocchi/archive-policies.ts';
import { CEILOMETER, findInstance } from '../gnocchi/instances.ts';
import { createMetric, writableMetric, write } from '../gnocchi/metrics.ts';
import type { Metric } from '../gnocchi/records.ts';
import type { JsonObject } from '../json.ts';
import type { Flavor, Server } from '../world.ts';
import { demandAt } from './curve.ts';
import { type LoadOrder, LoadProblem } from './order.ts';
import type { Curve, Load } from './records.ts';

const NANOSECONDS = 1e9;

/** The last order for a group counts; one without a curve ends it. */
export function setLoad(cloud: Cloud, order: LoadOrder): void {
  const { world } = cloud;
  const serverGroup = order.serverGroup ?? stackId(cloud, order.stack ?? '');
  const cpuPolicy = knownPolicy(cloud, order.archivePolicy ?? 'ceilometer-low-rate');
  const memoryPolicy = knownPolicy(cloud, order.archivePolicy ?? 'ceilometer-low');
  world.loads = world.loads.filter((one) => one.serverGroup !== serverGroup);
  const [cpu, memory] = [order.cpu ?? null, order.memory ?? null];
  if (cpu === null && memory === null) return;
  const interval = order.interval ?? world.timings.polling;
  const load: Load = {
    number: cloud.count(),
    serverGroup,
    from: cloud.now,
    interval,
    cpuPolicy,
    memoryPolicy,
    cpu,
    memory,
  };
  world.loads = [...world.loads, load];
  planPoll(cloud, load);
}

export function clearLoads(cloud: Cloud): void {
  cloud.world.loads = [];
}

export function describeLoads(cloud: Cloud): JsonObject[] {
  return cloud.world.loads.map(({ serverGroup, from, interval, cpu, memory }) => ({
    server_group: serverGroup,
    since: new Date(from).toISOString(),
    interval,
    cpu: cpu === null ? null : { ...(cpu as JsonObject) },
    memory: memory === null ? null : { ...(memory as JsonObject) },
  }));
}

function stackId(cloud: Cloud, nameOrId: string): string {
  for (const stack of cloud.world.stacks.values()) {
    if (stack.deleted === null && (stack.id === nameOrId || stack.name === nameOrId)) return stack.id;
  }
  throw new LoadProblem(`setting a load: there is no stack "${nameOrId}", want one that is there`);
}

function knownPolicy(cloud: Cloud, name: string): string {
  if (findPolicy(cloud, name) !== undefined) return name;
  const names = cloud.world.telemetry.archivePolicies.map((one) => one.name).join(', ');
  throw new LoadProblem(`setting a load: there is no archive policy "${name}", want one of ${names}`);
}

/** In the middle of a bucket, so that none is met twice or missed. */
function planPoll(cloud: Cloud, load: Load): void {
  const step = load.interval * 1000;
  const middle = Math.floor(step / 2);
  const next = (Math.floor((cloud.now - middle) / step) + 1) * step + middle;
  cloud.after((next - cloud.now) / 1000, { kind: 'poll', load: load.number });
}

export function pollLoad(cloud: Cloud, number: number): void {
  const load = cloud.world.loads.find((one) => one.number === number);
  if (load === undefined) return;
  const members = [...cloud.world.servers.values()].flatMap((server) => inService(cloud, load, server));
  const seconds = (cloud.now - load.from) / 1000;
  if (load.cpu !== null) measureCpu(cloud, load, members, shareOf(load.cpu, seconds, members, vcpus));
  if (load.memory !== null) measureMemory(cloud, load, members, shareOf(load.memory, seconds, members, ram));
  planPoll(cloud, load);
}

interface Member {
  readonly server: Server;
  readonly flavor: Flavor;
}

/** What is switched off is not measured. */
function inService(cloud: Cloud, load: Load, server: Server): readonly Member[] {
  if (server.metadata['metering.server_group'] !== load.serverGroup || server.vmState !== 'active') return [];
  const flavor = cloud.world.flavors.find((one) => one.id === server.flavor);
  return flavor === undefined || server.launched === null ? [] : [{ server, flavor }];
}

function vcpus({ flavor }: Member): number {
  return flavor.vcpus;
}

function ram({ flavor }: Member): number {
  return flavor.ram;
}

/** Shared by size; nobody does more than all it has. */
function shareOf(
  curve: Curve,
  seconds: number,
  members: readonly Member[],
  size: (member: Member) => number,
): number {
  const whole = members.reduce((sum, member) => sum + size(member), 0);
  return whole === 0 ? 0 : Math.min(1, demandAt(curve, seconds) / whole);
}

/** The counter goes on from the last measure; from nothing after a start (a rebuild begins anew). */
function measureCpu(cloud: Cloud, load: Load, members: readonly Member[], share: number): void {
  const now = cloud.now / 1000;
  for (const member of members) {
    const metric = metricOf(cloud, member.server, 'cpu', 'ns', load.cpuPolicy);
    const launched = (member.server.launched ?? 0) / 1000;
    const last = metric.times.at(-1);
    const goesOn = last !== undefined && last >= launched;
    const elapsed = now - (goesOn ? last : Math.max(launched, load.from / 1000 - load.interval));
    const before = goesOn ? (metric.values.at(-1) ?? 0) : 0;
    const value = Math.round(before + share * vcpus(member) * elapsed * NANOSECONDS);
    write(cloud, metric, [{ at: now, value }]);
  }
}

function measureMemory(cloud: Cloud, load: Load, members: readonly Member[], share: number): void {
  for (const member of members) {
    const metric = metricOf(cloud, member.server, 'memory.usage', 'MB', load.memoryPolicy);
    write(cloud, metric, [{ at: cloud.now / 1000, value: Math.round(share * ram(member)) }]);
  }
}

function metricOf(cloud: Cloud, server: Server, name: string, unit: string, archivePolicy: string): Metric {
  const instance = findInstance(cloud, server.id);
  const found = instance === undefined ? undefined : writableMetric(cloud, instance, name);
  if (found !== undefined) return found;
  const creator = { creatorUser: CEILOMETER.user, creatorProject: CEILOMETER.project };
  return createMetric(cloud, { name, unit, resource: server.id, archivePolicy, ...creator });
}
