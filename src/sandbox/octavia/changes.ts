// Who may change a balancer when: one change at a time, each after its own time.

import type { Cloud } from '../cloud.ts';
import type { AnyPart, HealthMonitor, Listener, LoadBalancer, Pool } from './records.ts';
import { immutable, type Refusal, refused } from './refusal.ts';

type Pending = 'PENDING_CREATE' | 'PENDING_UPDATE' | 'PENDING_DELETE';

/** octavia/common/constants.py MUTABLE_STATUSES and DELETABLE_STATUSES. */
export function lockTrouble(balancer: LoadBalancer): Refusal | undefined {
  return balancer.provisioning === 'ACTIVE' ? undefined : immutable('loadbalancer', balancer.id);
}

/** The pool itself is looked at first (octavia/api/v2/controllers/member.py, health_monitor.py). */
export function poolLockTrouble(pool: Pool, balancer: LoadBalancer): Refusal | undefined {
  return pool.provisioning === 'ACTIVE' ? lockTrouble(balancer) : immutable('pool', pool.id);
}

/** For a change or the removal of the balancer itself; one in ERROR may still be removed. */
export function balancerTrouble(balancer: LoadBalancer, removing: boolean): Refusal | undefined {
  const { provisioning, id } = balancer;
  if (provisioning === 'ACTIVE' || (removing && provisioning === 'ERROR')) return undefined;
  return refused(409, `Invalid state ${provisioning} of loadbalancer resource ${id}`);
}

/** The balancer and everything around the part waits for the change to end. */
export function beginChange(
  cloud: Cloud,
  balancer: LoadBalancer,
  around: readonly AnyPart[],
  parts: readonly AnyPart[],
  pending: Pending,
): void {
  for (const one of [balancer, ...around]) one.provisioning = 'PENDING_UPDATE';
  for (const one of parts) one.provisioning = pending;
  const { timings } = cloud.world;
  const isBuild = parts.includes(balancer) && pending === 'PENDING_CREATE';
  const seconds = isBuild ? timings.balancerBuild : timings.balancerChange;
  balancer.ticket = cloud.after(seconds, { kind: 'balancer', balancer: balancer.id });
}

/** The time of a balancer's change has come. */
export function endChange(cloud: Cloud, id: string, order: number): void {
  const { balancing } = cloud.world;
  const balancer = balancing.loadbalancer.get(id);
  if (balancer === undefined || balancer.ticket !== order) return;
  balancer.ticket = null;
  const pools = poolsOf(cloud, balancer);
  for (const pool of pools) {
    endMonitor(cloud, pool);
    endMembers(cloud, pool);
  }
  for (const pool of pools) if (settle(cloud, pool)) removePool(cloud, balancer, pool);
  for (const listener of listenersOf(cloud, balancer)) {
    if (!settle(cloud, listener)) continue;
    balancing.listener.remove(listener.id);
    drop(balancer.listeners, listener.id);
  }
  if (settle(cloud, balancer)) balancing.loadbalancer.remove(balancer.id);
}

/** True if the part is gone. */
function settle(cloud: Cloud, part: AnyPart): boolean {
  if (part.provisioning === 'PENDING_DELETE') return true;
  if (!part.provisioning.startsWith('PENDING_')) return false;
  part.provisioning = 'ACTIVE';
  part.updated = cloud.now;
  return false;
}

/** A new monitor is ONLINE at once; without one members are told NO_MONITOR (measured on the noop driver). */
function endMonitor(cloud: Cloud, pool: Pool): void {
  const monitor = monitorOf(cloud, pool);
  if (monitor === undefined) return;
  const isNew = monitor.provisioning === 'PENDING_CREATE';
  if (settle(cloud, monitor)) {
    cloud.world.balancing.healthmonitor.remove(monitor.id);
    pool.healthMonitor = null;
    for (const member of membersOf(cloud, pool)) member.operating = 'NO_MONITOR';
  } else if (isNew) monitor.operating = 'ONLINE';
}

function endMembers(cloud: Cloud, pool: Pool): void {
  for (const member of membersOf(cloud, pool)) {
    if (!settle(cloud, member)) continue;
    cloud.world.balancing.member.remove(member.id);
    drop(pool.members, member.id);
  }
}

function removePool(cloud: Cloud, balancer: LoadBalancer, pool: Pool): void {
  const { balancing } = cloud.world;
  for (const id of pool.members) balancing.member.remove(id);
  if (pool.healthMonitor !== null) balancing.healthmonitor.remove(pool.healthMonitor);
  for (const listener of listenersOfPool(cloud, pool)) listener.fields['default_pool_id'] = null;
  balancing.pool.remove(pool.id);
  drop(balancer.pools, pool.id);
}

export function poolsOf(cloud: Cloud, balancer: LoadBalancer): Pool[] {
  return balancer.pools.flatMap((id) => cloud.world.balancing.pool.get(id) ?? []);
}

export function listenersOf(cloud: Cloud, balancer: LoadBalancer): Listener[] {
  return balancer.listeners.flatMap((id) => cloud.world.balancing.listener.get(id) ?? []);
}

export function listenersOfPool(cloud: Cloud, pool: Pool): Listener[] {
  const balancer = cloud.world.balancing.loadbalancer.get(pool.loadBalancer);
  const all = balancer === undefined ? [] : listenersOf(cloud, balancer);
  return all.filter((listener) => listener.fields['default_pool_id'] === pool.id);
}

export function membersOf(cloud: Cloud, pool: Pool) {
  return pool.members.flatMap((id) => cloud.world.balancing.member.get(id) ?? []);
}

export function monitorOf(cloud: Cloud, pool: Pool): HealthMonitor | undefined {
  return pool.healthMonitor === null
    ? undefined
    : cloud.world.balancing.healthmonitor.get(pool.healthMonitor);
}

function drop(ids: string[], id: string): void {
  const index = ids.indexOf(id);
  if (index >= 0) ids.splice(index, 1);
}
