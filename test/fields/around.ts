/** What the walked specs refer to: networks, groups, keys and a pool of somebody else, as one stack. */
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { pushMeasures } from '../contract/measuring.ts';
import { startStandIn } from '../haproxy/stand-in.ts';
import type { Value } from './row.ts';

/** By the names that the table writes with a `$` before them. */
export type Around = Readonly<Record<string, string>>;

const resources = (prefix: string, type: string, properties: object, more: object = {}): object => ({
  type,
  properties: { name: prefix, ...properties },
  ...more,
});

function template(prefix: string): object {
  const own = (word: string, type: string, properties: object = {}, more: object = {}): [string, object] => [
    word,
    resources(`${prefix}${word}`, type, properties, more),
  ];
  const value = (word: string): [string, object] => [word, { value: { get_resource: word } }];
  const lent = [
    'network',
    'subnet',
    'subnet_b',
    'group_a',
    'group_b',
    'server',
    'server_group',
    'key',
    'pool_a',
    'pool_b',
  ];
  return {
    heat_template_version: '2018-08-31',
    resources: Object.fromEntries([
      own('network', 'OS::Neutron::Net'),
      own('subnet', 'OS::Neutron::Subnet', { network: { get_resource: 'network' }, cidr: '10.60.0.0/24' }),
      own('subnet_b', 'OS::Neutron::Subnet', { network: { get_resource: 'network' }, cidr: '10.61.0.0/24' }),
      own('group_a', 'OS::Neutron::SecurityGroup'),
      own('group_b', 'OS::Neutron::SecurityGroup'),
      own('server', 'OS::Nova::Server', {
        image: 'ubuntu-20.04',
        flavor: 'm1.nano',
        networks: [{ network: 'private-network' }],
      }),
      own('server_group', 'OS::Nova::ServerGroup', { policies: ['soft-affinity'] }),
      own('key', 'OS::Nova::KeyPair', { public_key: PUBLIC_KEY }),
      own('balancer', 'OS::Octavia::LoadBalancer', { vip_subnet: 'private-subnet' }),
      ...['pool_a', 'pool_b'].map((word) =>
        own(
          word,
          'OS::Octavia::Pool',
          { loadbalancer: { get_resource: 'balancer' }, protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' },
          word === 'pool_b' ? { depends_on: 'pool_a' } : {},
        ),
      ),
    ]),
    outputs: Object.fromEntries([
      ...lent.map(value),
      ['network_name', { value: { get_attr: ['network', 'name'] } }],
      ['group_a_name', { value: { get_attr: ['group_a', 'show', 'name'] } }],
    ]),
  };
}

const PUBLIC_KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl fields@example.org';

export interface Surroundings {
  readonly around: Around;
  /** Ends what is no part of a stack. */
  close(): Promise<void>;
}

/** Makes it and waits for it. */
export async function makeAround(cloud: CloudUnderTest, name: string): Promise<Surroundings> {
  const [outputs, haproxy] = await Promise.all([makeStack(cloud, name), startHAProxies()]);
  await measure(cloud, outputs['server'] ?? '', `${name}-metric`);
  return {
    // the hour that began last
    around: {
      ...outputs,
      ...haproxy.around,
      metric: `${name}-metric`,
      cron_now: `0 ${cloud.now().getUTCHours()} * * *`,
    },
    close: haproxy.close,
  };
}

async function makeStack(cloud: CloudUnderTest, name: string): Promise<Around> {
  const made = await cloud.call('orchestration', 'POST', '/stacks', {
    stack_name: name,
    template: template(`${name}-`),
  });
  const path = `/stacks/${name}/${text(made.json, 'stack', 'id')}`;
  return cloud.wait(async () => {
    const { json } = await cloud.call('orchestration', 'GET', path);
    const status = text(json, 'stack', 'stack_status');
    if (status === 'CREATE_FAILED') throw new Error(text(json, 'stack', 'stack_status_reason'));
    if (status !== 'CREATE_COMPLETE') return null;
    return Object.fromEntries(
      list(json, 'stack', 'outputs').map((one) => [text(one, 'output_key'), text(one, 'output_value')]),
    );
  }, `the stack ${name}`);
}

/** A metric of one's own, which a server of the project has. */
async function measure(cloud: CloudUnderTest, server: string, metric: string): Promise<void> {
  await cloud.wait(async () => {
    const { status } = await cloud.call('metric', 'GET', `/resource/instance/${server}`);
    return status === 200 ? true : null;
  }, 'Gnocchi to know the server');
  await pushMeasures(cloud, metric, { [server]: [[cloud.now().getTime() / 1000, 1]] });
  await cloud.wait(async () => {
    const { json } = await cloud.call('metric', 'GET', `/metric?name=${metric}`);
    return list(json).length > 0 ? true : null;
  }, 'Gnocchi to list the metric');
}

/**
 * Two of the stand-in that is held to the same contract as the real HAProxy: a real one's health checks would leave this
 * machine for addresses that only a fake hypervisor's servers have.
 */
async function startHAProxies(): Promise<Surroundings> {
  const backends = () =>
    ['web', 'other'].map((name) => ({ name, balance: 'roundrobin' as const, servers: [] }));
  const [a, b] = await Promise.all([startStandIn(backends()), startStandIn(backends())]);
  const passing = setInterval(() => {
    a.pass();
    b.pass();
  }, 100);
  return {
    around: { haproxy_a: a.api, haproxy_b: b.api },
    close: async () => {
      clearInterval(passing);
      await Promise.all([a.close(), b.close()]);
    },
  };
}

/** `$name` is what stands around under it. */
export function named(value: Value, around: Around): Value {
  if (typeof value === 'string' && value.startsWith('$')) {
    return around[value.slice(1)] ?? value;
  }
  if (Array.isArray(value)) return value.map((one: Value) => named(one, around));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one, around)]));
}
