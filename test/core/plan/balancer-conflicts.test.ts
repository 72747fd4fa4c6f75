/** A change of a load balancer that Heat would never finish is refused, with what to do instead. */
import { describe, expect, it } from 'vitest';
import { balancerConflicts } from '../../../src/core/plan/balancer-conflicts.ts';
import type { Json, JsonObject } from '../../../src/model/json.ts';

type Parts = Readonly<Record<'balancer' | 'listener' | 'pool' | 'monitor', JsonObject>>;

const PARTS: Parts = {
  balancer: { vip_subnet: 'a' },
  listener: { protocol: 'HTTP', protocol_port: 80 },
  pool: { protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' },
  monitor: { type: 'HTTP', delay: 5 },
};

function side(changes: Partial<Parts>): Parameters<typeof balancerConflicts>[0] {
  const part = (name: keyof Parts, type: string, above: Record<string, Json> = {}): [string, JsonObject] => [
    name,
    { type: `OS::Octavia::${type}`, properties: { ...PARTS[name], ...above, ...changes[name] } },
  ];
  const resources = Object.fromEntries([
    part('balancer', 'LoadBalancer'),
    part('listener', 'Listener', { loadbalancer: { get_resource: 'balancer' } }),
    part('pool', 'Pool', { listener: { get_resource: 'listener' } }),
    part('monitor', 'HealthMonitor', { pool: { get_resource: 'pool' } }),
  ]);
  return { resources, files: {} };
}

const conflicts = (changes: Partial<Parts>) =>
  balancerConflicts(side({}), side(changes)).map(({ message }) => message.slice(0, message.indexOf(':')));

it.each([
  ['a monitor of another type', { monitor: { type: 'TCP' } }, ['monitor']],
  ['a pool of another protocol', { pool: { protocol: 'PROXY' } }, ['pool']],
  ['a listener of another protocol', { listener: { protocol: 'TCP' } }, ['listener']],
  [
    'a listener of another protocol with its pool',
    { listener: { protocol: 'TCP' }, pool: { protocol: 'TCP' } },
    ['listener'],
  ],
])('%s', (_, changes, expected) => expect(conflicts(changes)).toEqual(expected));

it.each([
  ['nothing', {}],
  [
    'what changes in place',
    { monitor: { delay: 9 }, pool: { lb_algorithm: 'SOURCE_IP' }, listener: { connection_limit: 1 } },
  ],
  [
    'another port, whatever hangs on it',
    { listener: { protocol: 'TCP', protocol_port: 81 }, pool: { protocol: 'TCP' }, monitor: { type: 'TCP' } },
  ],
  ['from TCP to UDP', { listener: { protocol: 'UDP' } }],
  [
    'another balancer',
    { balancer: { vip_subnet: 'b' }, listener: { protocol: 'TCP' }, monitor: { type: 'TCP' } },
  ],
])('not for %s', (_, changes) => expect(conflicts(changes)).toEqual([]));

describe('inside a group', () => {
  const member = (properties: JsonObject): Parameters<typeof balancerConflicts>[0] => {
    const template = {
      heat_template_version: '2018-08-31',
      parameters: { pool: { type: 'string' } },
      resources: {
        pool_member: {
          type: 'OS::Octavia::PoolMember',
          properties: {
            pool: { get_param: 'pool' },
            address: { get_attr: ['server', 'first_address'] },
            ...properties,
          },
        },
      },
    };
    const resource = { type: 'm.yaml', properties: { pool: 'p' } };
    const group = { type: 'OS::Heat::AutoScalingGroup', properties: { resource } };
    return { resources: { group }, files: { 'm.yaml': JSON.stringify(template) } };
  };

  it('a member of another subnet', () => {
    const found = balancerConflicts(
      member({ protocol_port: 80, subnet: 'a' }),
      member({ protocol_port: 80, subnet: 'b' }),
    );
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('group: pool_member: a pool has each address and port but once'),
    ]);
  });

  it('not for another port or weight', () => {
    const before = member({ protocol_port: 80, subnet: 'a', weight: 1 });
    expect(balancerConflicts(before, member({ protocol_port: 81, subnet: 'b', weight: 1 }))).toEqual([]);
    expect(balancerConflicts(before, member({ protocol_port: 80, subnet: 'a', weight: 2 }))).toEqual([]);
  });
});
