// Changes and removes parts of a balancer, or says why not.

import type { Cloud } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import {
  balancerTrouble,
  beginChange,
  listenersOf,
  listenersOfPool,
  lockTrouble,
  membersOf,
  poolLockTrouble,
  poolsOf,
} from './changes.ts';
import { fieldTrouble } from './fields.ts';
import { parentOf } from './find.ts';
import { addMember, monitorTrouble } from './make.ts';
import type {
  AnyPart,
  HealthMonitor,
  Kind,
  Listener,
  LoadBalancer,
  Member,
  PartOf,
  Pool,
} from './records.ts';
import { invalid, isRefusal, notFound, type Refusal } from './refusal.ts';

/** Where a part stands: its balancer, what waits with it, and what keeps it from being changed now. */
interface Place {
  readonly balancer: LoadBalancer;
  readonly around: readonly AnyPart[];
  readonly trouble: Refusal | undefined;
}

/** Undefined when the change has begun. */
export function changePart<K extends Kind>(
  cloud: Cloud,
  kind: K,
  part: PartOf<K>,
  sent: JsonObject,
): Refusal | undefined {
  const trouble = fieldTrouble(kind, sent, false) ?? typeTrouble(cloud, kind, part, sent);
  if (trouble !== undefined) return trouble;
  const place = placeOf(cloud, kind, part, false);
  if (isRefusal(place)) return place;
  if (place.trouble !== undefined) return place.trouble;
  part.fields = { ...part.fields, ...sent };
  part.updated = cloud.now;
  beginChange(cloud, place.balancer, place.around, [part], 'PENDING_UPDATE');
  return undefined;
}

function typeTrouble<K extends Kind>(
  cloud: Cloud,
  kind: K,
  part: PartOf<K>,
  sent: JsonObject,
): Refusal | undefined {
  if (kind !== 'healthmonitor') return undefined;
  const pool = cloud.world.balancing.pool.get((part as HealthMonitor).pool);
  return pool === undefined ? undefined : monitorTrouble(String(part.fields['type']), sent, pool);
}

/** `cascade` takes everything below a balancer with it. */
export function removePart<K extends Kind>(
  cloud: Cloud,
  kind: K,
  part: PartOf<K>,
  cascade = false,
): Refusal | undefined {
  const place = placeOf(cloud, kind, part, true);
  if (isRefusal(place)) return place;
  if (place.trouble !== undefined) return place.trouble;
  const below = kind === 'loadbalancer' ? everythingBelow(cloud, part as LoadBalancer) : [];
  if (below.length > 0 && !cascade)
    return invalid(`Cannot delete Load Balancer ${part.id} - it has children`);
  beginChange(cloud, place.balancer, place.around, [...below, part], 'PENDING_DELETE');
  part.updated = cloud.now;
  return undefined;
}

function everythingBelow(cloud: Cloud, balancer: LoadBalancer): AnyPart[] {
  const pools = poolsOf(cloud, balancer);
  return [...listenersOf(cloud, balancer), ...pools.flatMap((pool) => membersOf(cloud, pool)), ...pools];
}

function placeOf<K extends Kind>(cloud: Cloud, kind: K, part: PartOf<K>, removing: boolean): Place | Refusal {
  switch (kind) {
    case 'loadbalancer': {
      const balancer = part as LoadBalancer;
      return { balancer, around: [], trouble: balancerTrouble(balancer, removing) };
    }
    case 'listener': {
      const { loadBalancer } = part as Listener;
      const balancer = cloud.world.balancing.loadbalancer.get(loadBalancer);
      return balancer === undefined
        ? notFound('loadbalancer', loadBalancer)
        : { balancer, around: [], trouble: lockTrouble(balancer) };
    }
    case 'pool': {
      const pool = part as Pool;
      const balancer = parentOf(cloud, pool);
      if (isRefusal(balancer)) return balancer;
      return { balancer, around: listenersOfPool(cloud, pool), trouble: lockTrouble(balancer) };
    }
    default:
      return placeInPool(cloud, (part as Member | HealthMonitor).pool);
  }
}

function placeInPool(cloud: Cloud, id: string): Place | Refusal {
  const pool = cloud.world.balancing.pool.get(id);
  if (pool === undefined) return notFound('pool', id);
  const balancer = parentOf(cloud, pool);
  if (isRefusal(balancer)) return balancer;
  const around = [...listenersOfPool(cloud, pool), pool];
  return { balancer, around, trouble: poolLockTrouble(pool, balancer) };
}

/** PUT of a pool's members: by address and port, these and no others (unless only to be added). */
export function replaceMembers(
  cloud: Cloud,
  pool: Pool,
  wanted: readonly JsonObject[],
  additiveOnly: boolean,
): Refusal | undefined {
  const trouble = wanted.map((sent) => fieldTrouble('member', sent, true)).find((one) => one !== undefined);
  if (trouble !== undefined) return trouble;
  const place = placeInPool(cloud, pool.id);
  if (isRefusal(place)) return place;
  if (place.trouble !== undefined) return place.trouble;
  const before = membersOf(cloud, pool);
  const kept = before.filter((member) => wanted.some((sent) => sameTarget(member.fields, sent)));
  const gone = additiveOnly ? [] : before.filter((member) => !kept.includes(member));
  for (const member of kept) {
    const sent = wanted.find((one) => sameTarget(member.fields, one));
    member.fields = { ...member.fields, ...sent };
    member.provisioning = 'PENDING_UPDATE';
  }
  const fresh = wanted.filter((sent) => !before.some((member) => sameTarget(member.fields, sent)));
  for (const sent of fresh) addMember(cloud, pool, sent);
  beginChange(cloud, place.balancer, place.around, gone, 'PENDING_DELETE');
  return undefined;
}

function sameTarget(one: Readonly<Record<string, Json>>, other: Readonly<Record<string, Json>>): boolean {
  return one['address'] === other['address'] && one['protocol_port'] === other['protocol_port'];
}
