// The cloud that a sandbox starts with: the same names as the test cloud's.

import { CreationOrder } from './creation-order.ts';
import { uuid } from './generator.ts';
import { seedTelemetry } from './gnocchi/archive-policies.ts';
import type { JsonObject } from './json.ts';
import { stableId } from './keystone/services.ts';
import { restoreBalancing } from './octavia/records.ts';
import type { Flavor, Timings, User, World } from './world.ts';

export const SEED_CREDENTIALS = {
  username: 'demo',
  password: 'secret',
  projectName: 'demo',
  userDomainName: 'Default',
  projectDomainName: 'Default',
} as const;

/** Demo's unrestricted application credential. */
export const SEED_APPLICATION_CREDENTIAL = {
  id: stableId('application-credential/bot'),
  secret: 'bot-secret',
} as const;

const REGION = 'RegionOne';
const DEMO = stableId('project/demo');
const ADMIN = stableId('project/admin');
const DEMO_ROLES = ['heat_stack_owner', 'reader', 'load-balancer_member', 'member'];

export const TIMINGS: Timings = {
  tokenLife: 86_400,
  engine: 1,
  build: 10,
  rebuild: 8,
  resize: 12,
  remove: 2,
  action: 2,
  light: 1,
  balancerBuild: 5,
  balancerChange: 1,
  retry: 2,
  evaluation: 60,
  polling: 300,
};

const FLAVORS: readonly Flavor[] = [
  { id: '1', name: 'm1.tiny', vcpus: 1, ram: 512, disk: 1 },
  { id: '2', name: 'm1.small', vcpus: 1, ram: 2048, disk: 20 },
  { id: '3', name: 'm1.medium', vcpus: 2, ram: 4096, disk: 40 },
  { id: '4', name: 'm1.large', vcpus: 4, ram: 8192, disk: 80 },
  { id: '5', name: 'm1.xlarge', vcpus: 8, ram: 16384, disk: 160 },
  { id: '6', name: 'm1.nano', vcpus: 1, ram: 64, disk: 1 },
];

/** A fresh world, at the given virtual time in milliseconds. */
export function seedWorld(now: number): World {
  const random = { random: 0x5eed };
  const [privateNet, publicNet] = [uuid(random), uuid(random)];
  return {
    now,
    counter: 0,
    timings: TIMINGS,
    quotas: {
      instances: 500_000,
      cores: 2_000_000,
      ram: 4_000_000_000,
      keyPairs: 100,
      serverGroups: 10_000,
      serverGroupMembers: 1000,
    },
    identity: {
      region: REGION,
      roles: Object.fromEntries(
        ['admin', 'manager', ...DEMO_ROLES].map((name) => [name, stableId(`role/${name}`)]),
      ),
      projects: [
        { id: DEMO, name: 'demo' },
        { id: ADMIN, name: 'admin' },
      ],
      users: [
        user('demo', DEMO, { [DEMO]: DEMO_ROLES }),
        user('demo-reader', DEMO, { [DEMO]: ['reader'] }),
        user('admin', ADMIN, {
          [ADMIN]: ['admin', 'member', 'reader'],
          [DEMO]: ['admin', 'member', 'reader'],
        }),
      ],
      applicationCredentials: [
        credential('bot', SEED_APPLICATION_CREDENTIAL.secret, true, DEMO_ROLES),
        credential('bot-restricted', 'bot-restricted-secret', false, DEMO_ROLES),
        credential('bot-reader', 'bot-reader-secret', false, ['reader']),
      ],
      tokens: [],
      random: 0x1d,
    },
    flavors: [...FLAVORS],
    images: ['ubuntu-20.04', 'ubuntu-22.04'].map((name) => ({
      id: uuid(random),
      name,
      created: now,
      owner: ADMIN,
    })),
    networks: [
      { id: publicNet, name: 'public', project: ADMIN, external: true, mtu: 1500, created: now },
      { id: privateNet, name: 'private-network', project: DEMO, external: false, mtu: 1450, created: now },
    ],
    subnets: [
      subnet(uuid(random), 'private-subnet', DEMO, privateNet, '10.20.0.0/16', '10.20.0.1', true, now),
      subnet(uuid(random), 'public-subnet', ADMIN, publicNet, '172.24.4.0/24', '172.24.4.1', false, now),
    ],
    securityGroups: [
      defaultGroup(uuid(random), now),
      securityGroup(uuid(random), 'web', 'HTTP and HTTPS', [webRule(80), webRule(443)], now),
    ],
    ports: [],
    floatingIps: [],
    balancing: restoreBalancing({}),
    keyPairs: [
      {
        name: 'ops',
        user: stableId('user/demo'),
        publicKey: `ssh-ed25519 ${stableId('key/ops')} ops@example.org`,
        fingerprint: (stableId('fingerprint/ops').match(/../g) ?? []).join(':'),
        created: now,
      },
    ],
    serverGroups: [],
    servers: new CreationOrder(),
    stacks: new CreationOrder(),
    ...seedMeasuring(),
    queue: [],
    requestFaults: [],
    serverFaults: [],
    random: random.random,
  };
}

/** Also what a state lacks that was saved before there were measures and alarms. */
export function seedMeasuring(): Pick<World, 'telemetry' | 'alarming' | 'loads'> {
  return {
    telemetry: seedTelemetry(),
    alarming: { alarms: {}, quotas: [], planned: false, random: 0xa0d4 },
    loads: [],
  };
}

function user(name: string, project: string, roles: User['roles']): User {
  return { id: stableId(`user/${name}`), name, password: 'secret', defaultProject: project, roles };
}

function credential(name: string, secret: string, unrestricted: boolean, roles: readonly string[]) {
  const id = stableId(`application-credential/${name}`);
  return { id, name, secret, user: stableId('user/demo'), project: DEMO, roles, unrestricted };
}

function subnet(
  id: string,
  name: string,
  project: string,
  network: string,
  cidr: string,
  gateway: string,
  dhcp: boolean,
  created: number,
) {
  return { id, name, project, network, cidr, gateway, dhcp, created, next: 0 };
}

function securityGroup(id: string, name: string, description: string, rules: JsonObject[], created: number) {
  return { id, name, project: DEMO, description, rules, created };
}

/** All may go out; in comes what belongs to the group itself. */
function defaultGroup(id: string, created: number) {
  const rules = ['egress', 'ingress'].flatMap((direction) =>
    ['IPv4', 'IPv6'].map((ethertype) => ({
      id: stableId(`rule/default/${direction}/${ethertype}`),
      ethertype,
      direction,
      remote_group_id: direction === 'ingress' ? id : null,
    })),
  );
  return securityGroup(id, 'default', 'Default security group', rules, created);
}

function webRule(port: number): JsonObject {
  return {
    id: stableId(`rule/${port}`),
    ethertype: 'IPv4',
    direction: 'ingress',
    protocol: 'tcp',
    port_range_min: port,
    port_range_max: port,
    remote_ip_prefix: '0.0.0.0/0',
  };
}
