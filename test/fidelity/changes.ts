/** What is changed, by the stack that it is changed in; the changes of a chain are made one after another. */
import type { Chain } from './case.ts';

const POLICIES = [
  { name: 'out', add: 1 },
  { name: 'most', add: 2 },
];
const HIGH = { name: 'high', metric: 'cpu', above: '80%', for: '20s', add: 1 };
const LOW = { name: 'low', metric: 'cpu', below: '20%', for: '30s', remove: 1 };
const policies = (...more: readonly Readonly<Record<string, string | number>>[]) => ({
  put: { 'scaling/policies': [...POLICIES, ...more] },
});
const RUSH = { name: 'rush', cron: '$cron_now', for: '2h', size: { min: 3 } };
const LATER = { name: 'rush', cron: '0 3 29 2 *', for: '1h', size: { min: 3 } };

const SIZES: Chain = {
  base: 'group',
  rows: [
    { what: 'cooldown', change: { put: { 'scaling/cooldown': '11m' } }, in: ['at rest', 'in cooldown'] },
    { what: 'max up', change: { put: { 'size/max': 6 } }, in: ['at rest', 'at max'] },
    { what: 'labels', change: { put: { 'metadata/labels': { team: 'shop' } } } },
    { what: 'schedule for later', change: { put: { 'scaling/schedules': [LATER] } } },
    {
      what: 'schedule that raises min now',
      change: { put: { 'scaling/schedules': [RUSH] } },
      in: ['at rest', 'scaled out'],
    },
    {
      what: 'min above the live size',
      change: { put: { 'scaling/schedules': null, 'size/min': 4 } },
      in: [
        'at rest',
        'scaled out',
        'in cooldown',
        'server in ERROR',
        'ERROR found by a check',
        'update failed',
      ],
    },
    { what: 'min down', change: { put: { 'size/min': 1 } }, in: ['at rest', 'scaled out', 'in cooldown'] },
    {
      what: 'max below the live size',
      change: { put: { 'size/min': 1, 'size/max': 2 } },
      in: ['scaled out', 'at max', 'in cooldown', 'server in ERROR', 'update failed'],
    },
  ],
};

const SCALING: Chain = {
  base: 'group',
  rows: [
    {
      what: 'alarm threshold',
      change: policies({ ...HIGH, above: '60%' }),
      in: ['at rest', 'scaled out', 'in cooldown', 'server in ERROR', 'update failed'],
    },
    { what: 'alarm window', change: policies({ ...HIGH, for: '40s' }) },
    { what: 'policy step', change: policies({ ...HIGH, add: 2 }), in: ['at rest', 'at max'] },
    { what: 'policy cooldown', change: policies({ ...HIGH, cooldown: '10s' }) },
    { what: 'alarms paused', change: { put: { 'scaling/paused': true } } },
    { what: 'policy added', change: policies(HIGH, { name: 'in', remove: 1 }) },
    { what: 'policy with an alarm added', change: policies(HIGH, LOW) },
    { what: 'alarm removed, policy kept', change: policies(HIGH, { name: 'low', remove: 1 }) },
    { what: 'policies removed', change: policies() },
  ],
};

const SERVERS: Chain = {
  base: 'group',
  rows: [
    {
      what: 'metadata',
      change: { put: { 'server/metadata': { role: 'api' } } },
      in: [
        'at rest',
        'scaled out',
        'at max',
        'in cooldown',
        'server in ERROR',
        'ERROR found by a check',
        'update failed',
      ],
    },
    { what: 'tags', change: { put: { 'server/tags': ['blue'] } } },
    {
      what: 'one more network',
      change: { put: { 'server/networks': ['private-network', '$network'] } },
    },
    { what: 'another network', change: { put: { 'server/networks': ['$network'] } } },
    {
      what: 'image, replaced',
      change: { put: { 'server/image': 'ubuntu-22.04' } },
      in: ['at rest', 'scaled out', 'server in ERROR', 'ERROR found by a check', 'update failed'],
    },
    {
      what: 'user data',
      change: { put: { 'server/cloudInit': { inline: '#!/bin/sh\ntrue\n' } } },
    },
  ],
};

const REPLACED: Chain = {
  base: 'group',
  rows: [
    { what: 'flavor, replaced', change: { put: { 'server/flavor': 'm1.tiny' } } },
    {
      what: 'security groups',
      change: { put: { 'server/securityGroups': ['$group_b'] } },
    },
  ],
};

const SHRUNK: Chain = {
  base: 'group',
  start: { size: { min: 2, max: 4 } },
  rows: [
    {
      what: 'image and max below the live size',
      change: { put: { 'server/image': 'ubuntu-20.04', 'size/min': 2, 'size/max': 2 } },
      in: ['scaled out'],
    },
  ],
};

const REPLACED_TOO: Chain = {
  base: 'group',
  rows: [
    { what: 'key pair', change: { put: { 'server/keyPair': '$key' } } },
    { what: 'image and min up', change: { put: { 'server/image': 'ubuntu-22.04', 'size/min': 3 } } },
    {
      what: 'load balancer added',
      change: {
        put: {
          'loadBalancer/octavia': { subnet: 'private-subnet', listener: { protocol: 'HTTP', port: 80 } },
          'rollout/drain': '1s',
        },
      },
    },
  ],
};

const IN_PLACE: Chain = {
  base: 'group',
  start: { rollout: { imageChange: 'rebuild', flavorChange: 'resize' } },
  rows: [
    {
      what: 'image, rebuilt',
      change: { put: { 'server/image': 'ubuntu-22.04' } },
      in: ['at rest', 'server in ERROR'],
    },
    {
      what: 'flavor, resized',
      change: { put: { 'server/flavor': 'm1.tiny' } },
      in: ['at rest', 'server in ERROR'],
    },
  ],
};

const ROLLING: Chain = {
  base: 'group',
  start: { size: { min: 3, max: 4 } },
  rows: [
    { what: 'batch size alone', change: { put: { 'rollout/maxBatch': 2 } } },
    { what: 'image in batches of two', change: { put: { 'server/image': 'ubuntu-22.04' } } },
    {
      what: 'security groups with a surge',
      change: { put: { rollout: { maxBatch: 1, minInService: 2 }, 'server/securityGroups': ['$group_a'] } },
    },
    { what: 'into zones', change: { put: { zones: ['nova'] } } },
  ],
};

const AGAIN: Chain = {
  base: 'group',
  rows: [
    { what: 'the same again', change: {}, in: ['update failed'] },
    {
      what: 'back to what it was',
      change: { put: { 'server/securityGroups': null } },
      in: ['update failed'],
    },
  ],
};

const BACK: Chain = {
  base: 'group',
  start: { size: { min: 3, max: 4 } },
  rows: [
    {
      what: 'back to what it was, a server of before being there',
      change: { put: { 'server/securityGroups': null } },
      in: ['update failed'],
    },
    {
      what: 'another change that replaces',
      change: { put: { 'server/securityGroups': null, 'server/keyPair': '$key' } },
      in: ['update failed'],
    },
  ],
};

const BALANCED: Chain = {
  base: 'balanced',
  rows: [
    {
      what: 'member port',
      change: { put: { 'loadBalancer/octavia/member/port': 8080 } },
      in: ['at rest', 'scaled out'],
    },
    { what: 'member weight', change: { put: { 'loadBalancer/octavia/member/weight': 5 } } },
    { what: 'monitor path', change: { put: { 'loadBalancer/octavia/monitor/path': '/healthz' } } },
    { what: 'monitor removed', change: { put: { 'loadBalancer/octavia/monitor': null } } },
    {
      what: 'pool algorithm',
      change: { put: { 'loadBalancer/octavia/pool/algorithm': 'LEAST_CONNECTIONS' } },
    },
    { what: 'metadata', change: { put: { 'server/metadata': { role: 'api' } } } },
    { what: 'image', change: { put: { 'server/image': 'ubuntu-22.04' } } },
    {
      what: 'max below the live size',
      change: { put: { 'size/min': 1, 'size/max': 2 } },
      in: ['scaled out'],
    },
    { what: 'listener port', change: { put: { 'loadBalancer/octavia/listener/port': 81 } } },
    { what: 'load balancer removed', change: { put: { loadBalancer: null } } },
  ],
};

const member = (...replacements: readonly (readonly [string, string])[]) => ({
  files: { 'member.yaml': replacements },
});
const inFile = (file: string, from: string, to: string) => ({ files: { [file]: [[from, to] as const] } });

const HOT: Chain = {
  base: 'hot',
  rows: [
    { what: 'alarm threshold by a parameter', change: { put: { 'parameters/threshold': 60 } } },
    { what: 'metadata in the nested file', change: member(['role: web', 'role: api']) },
    {
      what: 'image in the nested file, rebuilt',
      change: member(['ubuntu-20.04', 'ubuntu-22.04']),
      in: ['at rest', 'scaled out'],
    },
    {
      what: 'flavor by a parameter, resized',
      change: { put: { 'parameters/flavor': 'm1.tiny' } },
      in: ['at rest', 'scaled out'],
    },
    { what: 'min up', change: inFile('template.yaml', 'min_size: 2', 'min_size: 3') },
    {
      what: 'user data in the nested file under another name',
      change: { ...member(['echo one', 'echo two']), rename: ['member.yaml', 'member-two.yaml'] },
      in: ['at rest', 'scaled out'],
    },
  ],
};

const cfn = (from: string, to: string) => inFile('template.yaml', from, to);

const CFN: Chain = {
  base: 'cfn',
  rows: [
    { what: 'policy step', change: cfn("ScalingAdjustment: '1'", "ScalingAdjustment: '2'") },
    { what: 'min up', change: cfn("MinSize: '2'", "MinSize: '3'") },
    { what: 'image, replaced', change: cfn('ubuntu-20.04', 'ubuntu-22.04'), in: ['at rest', 'scaled out'] },
    { what: 'instance type, resized', change: cfn('m1.nano', 'm1.tiny'), in: ['at rest', 'scaled out'] },
    { what: 'max below the live size', change: cfn("MaxSize: '4'", "MaxSize: '2'"), in: ['scaled out'] },
  ],
};

const CFN_AGAIN: Chain = {
  base: 'cfn',
  rows: [{ what: 'the same again', change: {}, in: ['update failed'] }],
};

const UNROLLED: Chain = {
  base: 'unrolled',
  rows: [
    {
      what: 'image, for servers to come',
      change: cfn('ubuntu-20.04', 'ubuntu-22.04'),
      in: ['scaled out'],
    },
  ],
};

const TIERS: Chain = {
  base: 'tiers',
  rows: [
    { what: 'min up in the nested file', change: inFile('tier.yaml', "MinSize: '2'", "MinSize: '3'") },
    {
      what: 'image in the nested file, replaced',
      change: inFile('tier.yaml', 'ubuntu-20.04', 'ubuntu-22.04'),
    },
  ],
};

export const CHAINS: readonly Chain[] = [
  SERVERS,
  SCALING,
  SIZES,
  IN_PLACE,
  ROLLING,
  BALANCED,
  HOT,
  CFN,
  REPLACED,
  REPLACED_TOO,
  SHRUNK,
  AGAIN,
  BACK,
  CFN_AGAIN,
  UNROLLED,
  TIERS,
];
