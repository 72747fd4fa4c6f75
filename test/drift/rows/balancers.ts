/** What is done to load balancers by hand. */
import { text } from '../../contract/json.ts';
import type { Row } from '../row.ts';
import { idOf, octavia, remake, replaceMemberOf } from '../scene.ts';

const POOL = 'OS::Octavia::Pool';
const POOL_MEMBER = 'OS::Octavia::PoolMember';

/** A setting of a part of the balancer, and back. */
function balancer(
  deed: string,
  kinds: readonly string[],
  type: string,
  part: { readonly collection: string; readonly key: string },
  [there, back]: readonly [object, object],
): Row {
  return {
    deed,
    on: 'web',
    kinds,
    change: async (scene) => {
      const path = `/${part.collection}/${await idOf(scene, scene.web, type)}`;
      await octavia(scene, 'PUT', path, { [part.key]: there });
      return () => octavia(scene, 'PUT', path, { [part.key]: back });
    },
  };
}

const LISTENER = { collection: 'listeners', key: 'listener' } as const;
const POOLS = { collection: 'pools', key: 'pool' } as const;
const MONITOR = { collection: 'healthmonitors', key: 'healthmonitor' } as const;
const DOWN = [{ admin_state_up: false }, { admin_state_up: true }] as const;

function member(deed: string, kinds: readonly string[], [there, back]: readonly [object, object]): Row {
  return {
    deed,
    on: 'web',
    kinds,
    change: async (scene) => {
      const pool = await idOf(scene, scene.web, POOL);
      const path = `/pools/${pool}/members/${await idOf(scene, scene.web, POOL_MEMBER)}`;
      await octavia(scene, 'PUT', path, { member: there });
      return () => octavia(scene, 'PUT', path, { member: back });
    },
  };
}

export const BALANCERS: readonly Row[] = [
  {
    deed: '`openstack loadbalancer member delete`',
    on: 'web',
    kinds: ['pool-member-missing'],
    change: async (scene) => {
      const pool = await idOf(scene, scene.web, POOL);
      const id = await idOf(scene, scene.web, POOL_MEMBER);
      await octavia(scene, 'DELETE', `/pools/${pool}/members/${id}`);
      return () => replaceMemberOf(scene, scene.web, id);
    },
  },
  {
    deed: '`openstack loadbalancer member create`',
    on: 'web',
    kinds: ['pool-member-added'],
    change: async (scene) => {
      const pool = await idOf(scene, scene.web, POOL);
      const made = await octavia(scene, 'POST', `/pools/${pool}/members`, {
        member: { address: '10.20.77.7', protocol_port: 80 },
      });
      const id = text(made, 'member', 'id');
      return () => octavia(scene, 'DELETE', `/pools/${pool}/members/${id}`);
    },
  },
  member(
    '`openstack loadbalancer member set --weight`',
    ['pool-member-edited'],
    [{ weight: 5 }, { weight: 1 }],
  ),
  member(
    '`openstack loadbalancer member set --backup`',
    ['pool-member-edited'],
    [{ backup: true }, { backup: false }],
  ),
  member('`openstack loadbalancer member set --disable`', ['pool-member-disabled'], DOWN),
  balancer(
    '`openstack loadbalancer healthmonitor set --delay`',
    ['monitor-edited'],
    'OS::Octavia::HealthMonitor',
    MONITOR,
    [{ delay: 30 }, { delay: 5 }],
  ),
  balancer(
    '`openstack loadbalancer healthmonitor set --url-path`',
    ['monitor-edited'],
    'OS::Octavia::HealthMonitor',
    MONITOR,
    [{ url_path: '/up' }, { url_path: '/healthz' }],
  ),
  balancer(
    '`openstack loadbalancer healthmonitor set --disable`',
    ['monitor-disabled'],
    'OS::Octavia::HealthMonitor',
    MONITOR,
    DOWN,
  ),
  {
    deed: '`openstack loadbalancer healthmonitor delete`',
    on: 'web',
    kinds: ['monitor-missing'],
    change: async (scene) => {
      const id = await idOf(scene, scene.web, 'OS::Octavia::HealthMonitor');
      await octavia(scene, 'DELETE', `/healthmonitors/${id}`);
      return () => remake(scene, scene.web, 'OS::Octavia::HealthMonitor');
    },
  },
  balancer('`openstack loadbalancer pool set --lb-algorithm`', ['pool-edited'], POOL, POOLS, [
    { lb_algorithm: 'LEAST_CONNECTIONS' },
    { lb_algorithm: 'ROUND_ROBIN' },
  ]),
  balancer('`openstack loadbalancer pool set --disable`', ['pool-disabled'], POOL, POOLS, DOWN),
  balancer(
    '`openstack loadbalancer listener set --connection-limit`',
    ['listener-edited'],
    'OS::Octavia::Listener',
    LISTENER,
    [{ connection_limit: 10 }, { connection_limit: -1 }],
  ),
  balancer(
    '`openstack loadbalancer listener set --disable`',
    ['listener-disabled'],
    'OS::Octavia::Listener',
    LISTENER,
    DOWN,
  ),
  {
    deed: '`openstack loadbalancer listener create`',
    on: 'web',
    kinds: ['listener-added'],
    change: async (scene) => {
      const loadbalancer_id = await idOf(scene, scene.web, 'OS::Octavia::LoadBalancer');
      const made = await octavia(scene, 'POST', '/listeners', {
        listener: { loadbalancer_id, protocol: 'TCP', protocol_port: 2222, name: 'back-door' },
      });
      const id = text(made, 'listener', 'id');
      return () => octavia(scene, 'DELETE', `/listeners/${id}`);
    },
  },
  {
    deed: '`openstack loadbalancer pool create`',
    on: 'web',
    kinds: ['pool-added'],
    change: async (scene) => {
      const loadbalancer_id = await idOf(scene, scene.web, 'OS::Octavia::LoadBalancer');
      const made = await octavia(scene, 'POST', '/pools', {
        pool: { loadbalancer_id, protocol: 'TCP', lb_algorithm: 'ROUND_ROBIN', name: 'side' },
      });
      const id = text(made, 'pool', 'id');
      return () => octavia(scene, 'DELETE', `/pools/${id}`);
    },
  },
  balancer(
    '`openstack loadbalancer set --disable`',
    ['balancer-disabled'],
    'OS::Octavia::LoadBalancer',
    { collection: 'loadbalancers', key: 'loadbalancer' },
    DOWN,
  ),
];
