/** Which changes of a load balancer there is a way round for, and which stay refused. */
import { expect, test } from 'vitest';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { live, template } from '../live-stack.ts';

interface Parts {
  readonly listener?: JsonObject;
  readonly pool?: JsonObject;
  readonly monitor?: JsonObject;
  readonly outputs?: JsonObject;
}

function stack({ listener = {}, pool = {}, monitor = {}, outputs = {} }: Parts = {}) {
  const resources = {
    lb: { type: 'OS::Octavia::LoadBalancer', properties: { vip_subnet: 's' } },
    listener: {
      type: 'OS::Octavia::Listener',
      properties: { loadbalancer: { get_resource: 'lb' }, protocol: 'HTTP', protocol_port: 80, ...listener },
    },
    pool: {
      type: 'OS::Octavia::Pool',
      properties: {
        listener: { get_resource: 'listener' },
        protocol: 'HTTP',
        lb_algorithm: 'ROUND_ROBIN',
        ...pool,
      },
    },
    monitor: {
      type: 'OS::Octavia::HealthMonitor',
      properties: {
        pool: { get_resource: 'pool' },
        type: 'HTTP',
        delay: 5,
        timeout: 3,
        max_retries: 3,
        ...monitor,
      },
    },
  };
  return template({ heat_template_version: '2018-08-31', resources, outputs });
}

const planned = (before: Parts, after: Parts) => {
  const plan = planGroup({ desired: stack(after), observed: live(stack(before), []), definitions: {} });
  return {
    steps: plan.steps.map(({ kind, detour }) => [kind, detour]),
    rules: plan.findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('balancer')),
  };
};

test.each<[string, Parts, object]>([
  ['a monitor', { monitor: { type: 'TCP' } }, { ports: {}, without: ['monitor'] }],
  ['a listener', { listener: { protocol: 'TCP' } }, { ports: { listener: 20_091 }, without: [] }],
  ['a pool', { pool: { protocol: 'PROXY' } }, { ports: { listener: 20_091 }, without: [] }],
])('%s of another kind comes in two updates', (_, after, detour) => {
  expect(planned({}, after)).toEqual({
    steps: [
      ['detour', detour],
      ['update', undefined],
    ],
    rules: ['balancer-detour'],
  });
});

test.each<[string, Parts, Parts]>([
  [
    'a monitor that an output names',
    { outputs: { id: { value: { get_resource: 'monitor' } } } },
    { monitor: { type: 'TCP' }, outputs: { id: { value: { get_resource: 'monitor' } } } },
  ],
  [
    'a listener of somebody else’s balancer',
    { listener: { loadbalancer: 'shared' } },
    { listener: { loadbalancer: 'shared', protocol: 'TCP' } },
  ],
])('%s is refused', (_, before, after) => {
  expect(planned(before, after)).toEqual({
    steps: [['update', undefined]],
    rules: ['balancer-takes-no-second'],
  });
});
