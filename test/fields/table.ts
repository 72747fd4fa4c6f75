/** Every field of a group in the cloud: one change after the other, what becomes of the servers, what is then to be seen. */

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export interface Row {
  /** Paths below `spec`, joined by `/`; null takes the value away, `$name` stands for what is around. */
  readonly put: Readonly<Record<string, Value>>;
  /** Of the one server that there is; `refused`: the plan does not let it happen, and the spec goes back. */
  readonly fate: 'keep' | 'update' | 'replace' | 'delete' | 'refused';
  /** What resources (without the mark at the end of their names) show afterwards: part of it. */
  readonly sees?: Readonly<Record<string, Value>>;
  /** Names that are there, or are not. */
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
}

export interface Walk {
  readonly title: string;
  readonly word: string;
  readonly start: Readonly<Record<string, Value>>;
  readonly sees: NonNullable<Row['sees']>;
  readonly rows: readonly Row[];
}

const SIZE = { min: 1, max: 3 };
const SERVER = { image: 'ubuntu-20.04', flavor: 'm1.nano', networks: ['private-network'] };

const server: Walk = {
  title: 'the server',
  word: 'server',
  start: { size: SIZE, server: SERVER },
  sees: { group: {} },
  rows: [
    {
      put: { 'server/metadata': { role: 'web' } },
      fate: 'update',
      sees: { server: { metadata: { role: 'web' } } },
    },
    { put: { 'server/tags': ['blue'] }, fate: 'update', sees: { server: { tags: ['blue'] } } },
    { put: { 'server/image': 'ubuntu-22.04' }, fate: 'replace' },
    {
      put: { 'server/flavor': 'm1.tiny' },
      fate: 'replace',
      sees: { server: { flavor: { original_name: 'm1.tiny' } } },
    },
    { put: { 'server/keyPair': '$key' }, fate: 'replace', sees: { server: { key_name: '$key' } } },
    {
      put: { 'server/securityGroups': ['$group_a'] },
      fate: 'replace',
      sees: { server: { security_groups: [{ name: '$group_a_name' }] } },
    },
    { put: { 'server/configDrive': true }, fate: 'replace', sees: { server: { config_drive: 'True' } } },
    { put: { 'server/schedulerHints': { note: 'any' } }, fate: 'replace' },
    { put: { 'server/availabilityZone': 'nova' }, fate: 'replace' },
    { put: { 'server/cloudInit': { inline: '#cloud-config\n{}\n' } }, fate: 'replace' },
    { put: { 'server/cloudInit': { file: 'web.sh' } }, fate: 'replace' },
    {
      put: { 'server/serverGroup': { policy: 'soft-anti-affinity' } },
      fate: 'replace',
      has: ['server_group'],
    },
    {
      put: { 'server/serverGroup': { policy: 'anti-affinity', maxPerHost: 2 } },
      fate: 'replace',
      has: ['server_group'],
    },
    {
      put: { 'server/serverGroup': { existing: '$server_group' } },
      fate: 'replace',
      lacks: ['server_group'],
    },
    {
      put: { 'server/serverGroup': null, 'server/schedulerHints': null, 'server/keyPair': null },
      fate: 'replace',
    },
    { put: { rollout: { imageChange: 'rebuild', flavorChange: 'resize' } }, fate: 'keep' },
    { put: { 'server/image': 'ubuntu-20.04' }, fate: 'update' },
    {
      put: { 'server/flavor': 'm1.nano' },
      fate: 'update',
      sees: { server: { flavor: { original_name: 'm1.nano' } } },
    },
    { put: { rollout: { maxBatch: 2, pause: '1s' } }, fate: 'keep' },
    { put: { 'rollout/minInService': 1 }, fate: 'keep' },
    { put: { size: { min: 1, max: 4 }, timeout: '30m' }, fate: 'keep' },
    {
      put: { scaling: { cooldown: '5s', policies: [{ name: 'out', add: 1, cooldown: '1s' }] } },
      fate: 'keep',
      has: ['out'],
    },
    {
      put: {
        'scaling/policies': [
          { name: 'out', addPercent: 50, minStep: 1 },
          { name: 'in', remove: 1 },
        ],
      },
      fate: 'keep',
      has: ['in'],
    },
    {
      put: {
        'scaling/policies': [
          { name: 'in', removePercent: 50 },
          { name: 'to', setTo: 1 },
        ],
      },
      fate: 'keep',
      lacks: ['out'],
    },
    {
      put: { zones: ['nova'], 'server/availabilityZone': null },
      fate: 'delete',
      has: ['group-nova'],
      lacks: ['group'],
    },
    { put: { zones: null }, fate: 'delete', has: ['group'], lacks: ['group-nova'] },
  ],
};

const network: Walk = {
  title: 'networks and rules',
  word: 'network',
  start: { size: SIZE, server: SERVER },
  sees: { group: {} },
  rows: [
    { put: { 'server/networks': ['private-network', '$network'] }, fate: 'update' },
    { put: { 'server/networks': [{ network: '$network', subnet: '$subnet' }] }, fate: 'update' },
    {
      put: { securityGroup: { rules: [{ protocol: 'tcp', port: 8080, from: '10.0.0.0/8' }] } },
      fate: 'replace',
      sees: { security_group: {} },
    },
    {
      put: {
        'securityGroup/rules': [
          { protocol: 'tcp', port: '8000-8100', from: 'self' },
          { protocol: 'udp', from: '$group_b' },
          { protocol: 'icmp' },
          { protocol: 'icmpv6', from: '::/0' },
          { protocol: 'sctp', port: 99, ipVersion: 6 },
          { protocol: 'any', direction: 'out', to: '0.0.0.0/0' },
        ],
      },
      fate: 'keep',
    },
    {
      put: { 'server/networks': [{ network: '$network', subnet: '$subnet', securityGroups: ['$group_a'] }] },
      fate: 'replace',
      has: ['port0'],
    },
    {
      put: { 'server/networks': [{ network: '$network', subnet: '$subnet', securityGroups: ['$group_b'] }] },
      fate: 'keep',
    },
    {
      put: {
        'server/networks': [
          { network: '$network', subnet: '$subnet', allowedAddresses: ['10.60.0.200', '10.62.0.0/24'] },
        ],
      },
      fate: 'keep',
      sees: {
        port0: { allowed_address_pairs: [{ ip_address: '10.60.0.200' }, { ip_address: '10.62.0.0/24' }] },
      },
    },
    {
      put: {
        'server/networks': [{ network: '$network', subnet: '$subnet_b', allowedAddresses: ['10.60.0.200'] }],
      },
      fate: 'keep',
    },
    {
      put: { 'server/networks': ['private-network', { network: '$network', portSecurity: false }] },
      fate: 'update',
      sees: { port1: { port_security_enabled: false } },
    },
    { put: { 'server/floatingIp': { network: 'public' } }, fate: 'keep', has: ['floating_ip'] },
    { put: { 'server/floatingIp': null }, fate: 'keep', lacks: ['floating_ip'] },
    { put: { securityGroup: null }, fate: 'keep', lacks: ['security_group'] },
  ],
};

const balancer: Walk = {
  title: 'the load balancer',
  word: 'balancer',
  start: {
    size: SIZE,
    server: SERVER,
    loadBalancer: {
      octavia: {
        subnet: 'private-subnet',
        listener: { protocol: 'HTTP', port: 80 },
        monitor: { type: 'HTTP' },
      },
    },
    rollout: { drain: '0s' },
  },
  sees: {
    listener: { protocol: 'HTTP', protocol_port: 80 },
    pool: { protocol: 'HTTP', lb_algorithm: 'ROUND_ROBIN' },
    monitor: { type: 'HTTP', delay: 5, timeout: 3, max_retries: 3, url_path: '/', expected_codes: '200' },
    pool_member: { protocol_port: 80, weight: 1 },
  },
  rows: [
    {
      put: {
        'loadBalancer/octavia/listener': {
          protocol: 'HTTP',
          port: 80,
          connectionLimit: 100,
          allowedCidrs: ['10.0.0.0/8'],
        },
      },
      fate: 'keep',
      sees: { listener: { connection_limit: 100, allowed_cidrs: ['10.0.0.0/8'] } },
    },
    {
      put: {
        'loadBalancer/octavia/monitor': {
          type: 'HTTP',
          path: '/healthz',
          method: 'HEAD',
          codes: '200-204',
          delay: '10s',
          timeout: '4s',
          retries: 2,
        },
      },
      fate: 'keep',
      sees: {
        monitor: {
          url_path: '/healthz',
          http_method: 'HEAD',
          expected_codes: '200-204',
          delay: 10,
          timeout: 4,
          max_retries: 2,
        },
      },
    },
    { put: { 'loadBalancer/octavia/monitor': { type: 'TCP' } }, fate: 'refused' },
    { put: { 'loadBalancer/octavia/monitor': null }, fate: 'keep', lacks: ['monitor'] },
    {
      put: { 'loadBalancer/octavia/monitor': { type: 'TCP' } },
      fate: 'keep',
      sees: { monitor: { type: 'TCP' } },
    },
    {
      put: {
        'loadBalancer/octavia/listener': { protocol: 'TCP', port: 80 },
        'loadBalancer/octavia/pool': { protocol: 'TCP' },
      },
      fate: 'refused',
    },
    { put: { 'loadBalancer/octavia/pool': { protocol: 'PROXY' } }, fate: 'refused' },
    {
      put: {
        'loadBalancer/octavia/pool': {
          algorithm: 'LEAST_CONNECTIONS',
          sessionPersistence: { type: 'APP_COOKIE', cookie: 'sid' },
        },
      },
      fate: 'keep',
      sees: {
        pool: {
          lb_algorithm: 'LEAST_CONNECTIONS',
          session_persistence: { type: 'APP_COOKIE', cookie_name: 'sid' },
        },
      },
    },
    {
      put: { 'loadBalancer/octavia/pool': { sessionPersistence: { type: 'SOURCE_IP' } } },
      fate: 'keep',
      sees: { pool: { lb_algorithm: 'ROUND_ROBIN', session_persistence: { type: 'SOURCE_IP' } } },
    },
    {
      put: { 'loadBalancer/octavia/member': { port: 8080, weight: 5 } },
      fate: 'keep',
      sees: { pool_member: { protocol_port: 8080, weight: 5 } },
    },
    {
      put: { 'loadBalancer/octavia/member/weight': 7 },
      fate: 'keep',
      sees: { pool_member: { protocol_port: 8080, weight: 7 } },
    },
    {
      put: {
        'server/networks': ['private-network', '$network'],
        'loadBalancer/octavia/member': { port: 8080, weight: 7, network: '$network', subnet: '$subnet' },
      },
      fate: 'update',
    },
    { put: { 'loadBalancer/octavia/member/subnet': 'private-subnet' }, fate: 'refused' },
    { put: { 'loadBalancer/octavia/member': { port: 8080 } }, fate: 'keep' },
    {
      put: {
        'loadBalancer/octavia/listener': { protocol: 'TCP', port: 81 },
        'loadBalancer/octavia/pool': { protocol: 'PROXY' },
      },
      fate: 'keep',
      sees: { listener: { protocol: 'TCP', protocol_port: 81 }, pool: { protocol: 'PROXY' } },
    },
    { put: { 'rollout/drain': '2s' }, fate: 'keep', has: ['drain'] },
    {
      put: { 'loadBalancer/octavia/subnet': '$subnet', 'loadBalancer/octavia/provider': 'octavia' },
      fate: 'keep',
      sees: { load_balancer: { provider: 'octavia' } },
    },
    {
      put: { 'loadBalancer/octavia': { existingPool: '$pool_a', member: { port: 90 } } },
      fate: 'keep',
      sees: { pool_member: { protocol_port: 90 } },
      lacks: ['load_balancer', 'listener', 'pool'],
    },
    { put: { 'loadBalancer/octavia/existingPool': '$pool_b' }, fate: 'keep' },
    { put: { loadBalancer: null }, fate: 'keep', lacks: ['pool_member'] },
  ],
};

export const WALKS: readonly Walk[] = [server, network, balancer];
