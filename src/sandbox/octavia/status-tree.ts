// GET …/loadbalancers/{id}/status: a balancer and all below it, with both statuses of each.

import type { Cloud } from '../cloud.ts';
import type { Json, JsonObject } from '../json.ts';
import { listenersOf, membersOf, monitorOf, poolsOf } from './changes.ts';
import type { AnyPart, LoadBalancer, Pool } from './records.ts';

export function statusTree(cloud: Cloud, balancer: LoadBalancer): JsonObject {
  const listeners = listenersOf(cloud, balancer);
  const pools = poolsOf(cloud, balancer);
  const used = new Set(listeners.map((one) => one.fields['default_pool_id'] ?? null));
  const loose = pools.filter((pool) => !used.has(pool.id));
  return {
    loadbalancer: {
      ...named(balancer),
      operating_status: balancer.operating,
      provisioning_status: balancer.provisioning,
      listeners: listeners.map((listener) => ({
        ...named(listener),
        operating_status: listener.operating,
        provisioning_status: listener.provisioning,
        pools: pools
          .filter((pool) => pool.id === listener.fields['default_pool_id'])
          .map((pool) => poolTree(cloud, pool)),
      })),
      // pools without a listener stand beside them, and only then (octavia/api/v2/types/load_balancer.py)
      ...(loose.length === 0 ? {} : { pools: loose.map((pool) => poolTree(cloud, pool)) }),
    },
  };
}

function poolTree(cloud: Cloud, pool: Pool): JsonObject {
  const monitor = monitorOf(cloud, pool);
  return {
    ...named(pool),
    provisioning_status: pool.provisioning,
    operating_status: pool.operating,
    ...(monitor === undefined
      ? {}
      : {
          health_monitor: {
            ...named(monitor),
            type: monitor.fields['type'] ?? null,
            provisioning_status: monitor.provisioning,
            operating_status: monitor.operating,
          },
        }),
    members: membersOf(cloud, pool).map((member) => ({
      ...named(member),
      operating_status: member.operating,
      provisioning_status: member.provisioning,
      address: member.fields['address'] ?? null,
      protocol_port: member.fields['protocol_port'] ?? null,
    })),
  };
}

function named(part: AnyPart): { readonly id: string; readonly name: Json } {
  return { id: part.id, name: part.fields['name'] ?? '' };
}
