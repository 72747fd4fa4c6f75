// Makes balancers, listeners, pools, members and monitors, or says why not, in the order in which Octavia looks.

import type { Cloud } from '../cloud.ts';
import { uuid } from '../generator.ts';
import { type JsonObject, textOr } from '../json.ts';
import { takeAddress } from '../neutron/addresses.ts';
import {
  beginChange,
  listenersOf,
  listenersOfPool,
  lockTrouble,
  membersOf,
  poolLockTrouble,
} from './changes.ts';
import { fieldTrouble } from './fields.ts';
import { type Asker, findPart, parentOf } from './find.ts';
import type { AnyPart, HealthMonitor, Kind, Listener, LoadBalancer, Member, Pool } from './records.ts';
import { invalid, isRefusal, type Refusal, refused } from './refusal.ts';

/** `pool` is the one in the address of a member's request. */
export function makePart(
  cloud: Cloud,
  asker: Asker,
  kind: Kind,
  sent: JsonObject,
  pool?: Pool,
): AnyPart | Refusal {
  const trouble = fieldTrouble(kind, sent, true);
  if (trouble !== undefined) return trouble;
  switch (kind) {
    case 'loadbalancer':
      return makeBalancer(cloud, asker, sent);
    case 'listener':
      return makeListener(cloud, asker, sent);
    case 'pool':
      return makePool(cloud, asker, sent);
    case 'member':
      return pool === undefined ? invalid('a member needs a pool') : makeMember(cloud, pool, sent);
    case 'healthmonitor':
      return makeMonitor(cloud, asker, sent);
  }
}

/** The noop network driver's answer to a balancer without an address of its own (octavia/network/drivers/noop_driver). */
const NOOP_ADDRESS = '198.51.100.1';

function makeBalancer(cloud: Cloud, asker: Asker, sent: JsonObject): LoadBalancer | Refusal {
  const { world } = cloud;
  const given = ['vip_port_id', 'vip_network_id', 'vip_subnet_id'].some(
    (name) => (sent[name] ?? null) !== null,
  );
  if (!given) return invalid('VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id.');
  const subnet = world.subnets.find((one) => one.id === sent['vip_subnet_id']);
  const { project_id: _project, tenant_id: _tenant, ...rest } = sent;
  const balancer: LoadBalancer = {
    ...newPart(cloud, asker.project, 'OFFLINE', {
      vip_address: subnet === undefined ? NOOP_ADDRESS : undefined,
      vip_subnet_id: null,
      ...rest,
    }),
    vipPort: uuid(world),
    vipNetwork: textOr(sent['vip_network_id'], subnet?.network ?? uuid(world)),
    listeners: [],
    pools: [],
    ticket: null,
  };
  if (subnet !== undefined && (sent['vip_address'] ?? null) === null)
    balancer.fields['vip_address'] = takeAddress(cloud, subnet);
  world.balancing.loadbalancer.add(balancer);
  beginChange(cloud, balancer, [], [balancer], 'PENDING_CREATE');
  return balancer;
}

function makeListener(cloud: Cloud, asker: Asker, sent: JsonObject): Listener | Refusal {
  const balancer = findPart(cloud, asker, 'loadbalancer', String(sent['loadbalancer_id']));
  if (isRefusal(balancer)) return balancer;
  const locked = lockTrouble(balancer);
  if (locked !== undefined) return locked;
  const twin = listenersOf(cloud, balancer).find(
    (one) => one.fields['protocol_port'] === sent['protocol_port'] && clash(one, sent),
  );
  if (twin !== undefined) {
    const { protocol, protocol_port } = twin.fields;
    return refused(
      409,
      `Another Listener on this Load Balancer is already using protocol ${String(protocol)} and protocol_port ${String(protocol_port)}`,
    );
  }
  const { loadbalancer_id: _id, project_id: _project, tenant_id: _tenant, ...fields } = sent;
  const listener: Listener = {
    ...newPart(cloud, asker.project, 'OFFLINE', fields),
    loadBalancer: balancer.id,
  };
  cloud.world.balancing.listener.add(listener);
  balancer.listeners.push(listener.id);
  beginChange(cloud, balancer, [], [listener], 'PENDING_CREATE');
  return listener;
}

/** One port serves one protocol of TCP, and one of UDP or SCTP beside it. */
function clash(listener: Listener, sent: JsonObject): boolean {
  const family = (protocol: unknown) => (protocol === 'UDP' || protocol === 'SCTP' ? protocol : 'TCP');
  return family(listener.fields['protocol']) === family(sent['protocol']);
}

/** octavia/common/constants.py VALID_LISTENER_POOL_PROTOCOL_MAP. */
const POOL_PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  TCP: ['HTTP', 'HTTPS', 'PROXY', 'PROXYV2', 'TCP'],
  HTTP: ['HTTP', 'PROXY', 'PROXYV2'],
  HTTPS: ['HTTPS', 'PROXY', 'PROXYV2', 'TCP'],
  TERMINATED_HTTPS: ['HTTP', 'PROXY', 'PROXYV2'],
  UDP: ['UDP'],
  SCTP: ['SCTP'],
  PROMETHEUS: [],
};

function makePool(cloud: Cloud, asker: Asker, sent: JsonObject): Pool | Refusal {
  const given = sent['listener_id'] ?? null;
  const found = given === null ? null : findPart(cloud, asker, 'listener', String(given));
  if (found !== null && isRefusal(found)) return found;
  const listener = found ?? undefined;
  const balancerId = sent['loadbalancer_id'] ?? listener?.loadBalancer ?? null;
  if (balancerId === null) return invalid('Must provide at least one of: loadbalancer_id, listener_id');
  const balancer = findPart(cloud, asker, 'loadbalancer', String(balancerId));
  if (isRefusal(balancer)) return balancer;
  const trouble = listener === undefined ? undefined : joinTrouble(listener, sent);
  if (trouble !== undefined) return trouble;
  const locked = lockTrouble(balancer);
  if (locked !== undefined) return locked;
  const {
    loadbalancer_id: _balancer,
    listener_id: _listener,
    project_id: _project,
    tenant_id: _tenant,
    ...fields
  } = sent;
  const pool: Pool = {
    ...newPart(cloud, asker.project, 'OFFLINE', fields),
    loadBalancer: balancer.id,
    healthMonitor: null,
    members: [],
  };
  cloud.world.balancing.pool.add(pool);
  balancer.pools.push(pool.id);
  if (listener !== undefined) listener.fields['default_pool_id'] = pool.id;
  beginChange(cloud, balancer, listener === undefined ? [] : [listener], [pool], 'PENDING_CREATE');
  return pool;
}

function joinTrouble(listener: Listener, sent: JsonObject): Refusal | undefined {
  const [mine, its] = [String(sent['protocol']), String(listener.fields['protocol'])];
  if (!(POOL_PROTOCOLS[its] ?? []).includes(mine))
    return invalid(`The pool protocol '${mine}' is invalid while the listener protocol is '${its}'.`);
  return (listener.fields['default_pool_id'] ?? null) === null
    ? undefined
    : refused(409, 'This listener already has a default pool');
}

function makeMember(cloud: Cloud, pool: Pool, sent: JsonObject): Member | Refusal {
  const balancer = parentOf(cloud, pool);
  if (isRefusal(balancer)) return balancer;
  const locked = poolLockTrouble(pool, balancer);
  if (locked !== undefined) return locked;
  const { address, protocol_port } = sent;
  const twin = membersOf(cloud, pool).some(
    ({ fields }) => fields['address'] === address && fields['protocol_port'] === protocol_port,
  );
  if (twin)
    return refused(
      409,
      `Another member on this pool is already using ip ${String(address)} on protocol_port ${String(protocol_port)}`,
    );
  const member = addMember(cloud, pool, sent);
  beginChange(cloud, balancer, [...listenersOfPool(cloud, pool), pool], [member], 'PENDING_CREATE');
  return member;
}

export function addMember(cloud: Cloud, pool: Pool, sent: JsonObject): Member {
  const { project_id: _project, tenant_id: _tenant, ...fields } = sent;
  const operating = pool.healthMonitor === null ? 'NO_MONITOR' : 'OFFLINE';
  const member: Member = { ...newPart(cloud, pool.project, operating, fields), pool: pool.id };
  cloud.world.balancing.member.add(member);
  pool.members.push(member.id);
  return member;
}

function makeMonitor(cloud: Cloud, asker: Asker, sent: JsonObject): HealthMonitor | Refusal {
  const pool = findPart(cloud, asker, 'pool', String(sent['pool_id']));
  if (isRefusal(pool)) return pool;
  const trouble = monitorTrouble(String(sent['type']), sent, pool);
  if (trouble !== undefined) return trouble;
  const balancer = parentOf(cloud, pool);
  if (isRefusal(balancer)) return balancer;
  const locked = poolLockTrouble(pool, balancer);
  if (locked !== undefined) return locked;
  if (pool.healthMonitor !== null) return refused(409, 'This pool already has a health monitor');
  const { pool_id: _pool, project_id: _project, tenant_id: _tenant, ...fields } = sent;
  const monitor: HealthMonitor = { ...newPart(cloud, pool.project, 'OFFLINE', fields), pool: pool.id };
  cloud.world.balancing.healthmonitor.add(monitor);
  pool.healthMonitor = monitor.id;
  beginChange(cloud, balancer, [...listenersOfPool(cloud, pool), pool], [monitor], 'PENDING_CREATE');
  return monitor;
}

/** What goes with which type of monitor, and which type with which pool. */
export function monitorTrouble(type: string, sent: JsonObject, pool: Pool): Refusal | undefined {
  const speaksHttp = type === 'HTTP' || type === 'HTTPS';
  const stray = ['http_method', 'url_path', 'expected_codes'].find((name) => (sent[name] ?? null) !== null);
  if (!speaksHttp && stray !== undefined)
    return refused(400, `${stray} is not a valid option for health monitors of type ${type}`);
  const protocol = String(pool.fields['protocol']);
  if (type === 'UDP-CONNECT' && protocol !== 'UDP' && protocol !== 'SCTP')
    return invalid('The UDP-CONNECT type is only supported for pools of type UDP/SCTP.');
  return undefined;
}

function newPart(
  cloud: Cloud,
  project: string,
  operating: string,
  fields: Readonly<Record<string, JsonObject[string] | undefined>>,
) {
  const given = Object.entries(fields).filter(
    (entry): entry is [string, JsonObject[string]] => entry[1] !== undefined,
  );
  return {
    id: uuid(cloud.world),
    serial: cloud.count(),
    project,
    provisioning: 'PENDING_CREATE',
    operating,
    created: cloud.now,
    updated: null,
    fields: Object.fromEntries(given),
  };
}
