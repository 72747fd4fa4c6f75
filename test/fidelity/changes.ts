/** What is changed, by the stack that it is changed in. */
import type { Case, State } from './case.ts';

interface Row extends Pick<Case, 'what' | 'start' | 'change'> {
  /** Left out: a fresh stack. */
  readonly in?: readonly State[] | 'all';
}

const THREE = { size: { min: 3, max: 4 } };
const IN_PLACE = { rollout: { imageChange: 'rebuild', flavorChange: 'resize' } };
const POLICIES = [
  { name: 'out', add: 1 },
  { name: 'most', setTo: 4 },
];
const HIGH = { name: 'high', metric: 'cpu', above: '80%', for: '20s', add: 1 };
const policies = (...more: readonly Readonly<Record<string, string | number>>[]) => ({
  put: { 'scaling/policies': [...POLICIES, ...more] },
});
const RUSH = { name: 'rush', cron: '$cron_now', for: '2h', size: { min: 3 } };
const LATER = { name: 'rush', cron: '0 3 29 2 *', for: '1h', size: { min: 3 } };

const GROUP: readonly Row[] = [
  { what: 'min up', change: { put: { 'size/min': 3 } }, in: 'all' },
  { what: 'min down', change: { put: { 'size/min': 1 } }, in: ['fresh', 'scaled out'] },
  { what: 'max up', change: { put: { 'size/max': 6 } }, in: ['fresh', 'at max'] },
  {
    what: 'max below the live size',
    change: { put: { 'size/max': 2 } },
    in: ['scaled out', 'at max', 'in cooldown', 'server in ERROR'],
  },
  { what: 'cooldown', change: { put: { 'scaling/cooldown': '30s' } }, in: ['fresh', 'in cooldown'] },
  { what: 'image, replaced', change: { put: { 'server/image': 'ubuntu-22.04' } }, in: 'all' },
  {
    what: 'image, rebuilt',
    start: IN_PLACE,
    change: { put: { 'server/image': 'ubuntu-22.04' } },
    in: ['fresh', 'scaled out', 'server in ERROR', 'update failed'],
  },
  { what: 'flavor, replaced', change: { put: { 'server/flavor': 'm1.tiny' } } },
  {
    what: 'flavor, resized',
    start: IN_PLACE,
    change: { put: { 'server/flavor': 'm1.tiny' } },
    in: ['fresh', 'at max', 'server in ERROR', 'ERROR found by a check'],
  },
  {
    what: 'another network',
    change: { put: { 'server/networks': ['$network'] } },
    in: ['fresh', 'scaled out'],
  },
  { what: 'one more network', change: { put: { 'server/networks': ['private-network', '$network'] } } },
  {
    what: 'security groups',
    change: { put: { 'server/securityGroups': ['$group_b'] } },
    in: ['fresh', 'update failed'],
  },
  { what: 'key pair', change: { put: { 'server/keyPair': '$key' } } },
  { what: 'metadata', change: { put: { 'server/metadata': { role: 'api' } } }, in: 'all' },
  { what: 'tags', change: { put: { 'server/tags': ['blue'] } } },
  {
    what: 'user data',
    change: { put: { 'server/cloudInit': { inline: '#!/bin/sh\ntrue\n' } } },
    in: ['fresh', 'at max', 'in cooldown'],
  },
  { what: 'config drive', change: { put: { 'server/configDrive': true } } },
  { what: 'availability zone', change: { put: { 'server/availabilityZone': 'nova' } } },
  { what: 'server group', change: { put: { 'server/serverGroup': { policy: 'soft-anti-affinity' } } } },
  { what: 'batch size alone', change: { put: { 'rollout/maxBatch': 2 } } },
  {
    what: 'image in batches of two',
    start: THREE,
    change: { put: { 'rollout/maxBatch': 2, 'server/image': 'ubuntu-22.04' } },
  },
  {
    what: 'security groups with a surge',
    start: THREE,
    change: { put: { rollout: { maxBatch: 1, minInService: 2 }, 'server/securityGroups': ['$group_a'] } },
  },
  { what: 'image and min up', change: { put: { 'server/image': 'ubuntu-22.04', 'size/min': 3 } } },
  {
    what: 'image and max below the live size',
    change: { put: { 'server/image': 'ubuntu-22.04', 'size/max': 2 } },
    in: ['scaled out'],
  },
  {
    what: 'alarm threshold',
    change: policies({ ...HIGH, above: '60%' }),
    in: ['fresh', 'scaled out', 'in cooldown', 'update failed'],
  },
  { what: 'alarm window', change: policies({ ...HIGH, for: '40s' }) },
  { what: 'policy step', change: policies({ ...HIGH, add: 2 }), in: ['fresh', 'at max'] },
  { what: 'policy cooldown', change: policies({ ...HIGH, cooldown: '10s' }) },
  { what: 'policy added', change: policies(HIGH, { name: 'in', remove: 1 }) },
  {
    what: 'alarm added',
    change: policies(HIGH, { name: 'low', metric: 'cpu', below: '20%', for: '30s', remove: 1 }),
  },
  { what: 'alarm removed, policy kept', change: policies({ name: 'high', add: 1 }) },
  { what: 'policy removed', change: policies() },
  { what: 'alarms paused', change: { put: { 'scaling/paused': true } } },
  {
    what: 'schedule that raises min now',
    change: { put: { 'scaling/schedules': [RUSH] } },
    in: ['fresh', 'in cooldown'],
  },
  { what: 'schedule for later', change: { put: { 'scaling/schedules': [LATER] } } },
  { what: 'labels', change: { put: { 'metadata/labels': { team: 'shop' } } } },
  {
    what: 'load balancer added',
    change: {
      put: {
        'loadBalancer/octavia': { subnet: 'private-subnet', listener: { protocol: 'HTTP', port: 80 } },
        'rollout/drain': '1s',
      },
    },
  },
  { what: 'into zones', change: { put: { zones: ['nova'] } } },
  { what: 'the same again', change: {}, in: ['update failed', 'ERROR found by a check'] },
  { what: 'back to what it was', change: { put: { 'server/securityGroups': null } }, in: ['update failed'] },
];

const BALANCED: readonly Row[] = [
  {
    what: 'member port',
    change: { put: { 'loadBalancer/octavia/member/port': 8080 } },
    in: ['fresh', 'scaled out'],
  },
  { what: 'member weight', change: { put: { 'loadBalancer/octavia/member/weight': 5 } } },
  { what: 'monitor path', change: { put: { 'loadBalancer/octavia/monitor/path': '/healthz' } } },
  { what: 'monitor removed', change: { put: { 'loadBalancer/octavia/monitor': null } } },
  { what: 'pool algorithm', change: { put: { 'loadBalancer/octavia/pool/algorithm': 'LEAST_CONNECTIONS' } } },
  { what: 'listener port', change: { put: { 'loadBalancer/octavia/listener/port': 81 } } },
  {
    what: 'image',
    change: { put: { 'server/image': 'ubuntu-22.04' } },
    in: ['fresh', 'scaled out', 'update failed'],
  },
  { what: 'metadata', change: { put: { 'server/metadata': { role: 'api' } } } },
  { what: 'max below the live size', change: { put: { 'size/max': 2 } }, in: ['at max'] },
  { what: 'load balancer removed', change: { put: { loadBalancer: null } } },
];

const member = (...replacements: readonly (readonly [string, string])[]) => ({
  files: { 'member.yaml': replacements },
});

const HOT: readonly Row[] = [
  {
    what: 'flavor by a parameter, resized',
    change: { put: { 'parameters/flavor': 'm1.tiny' } },
    in: ['fresh', 'scaled out'],
  },
  { what: 'alarm threshold by a parameter', change: { put: { 'parameters/threshold': 60 } } },
  { what: 'metadata in the nested file', change: member(['role: web', 'role: api']) },
  {
    what: 'image in the nested file, rebuilt',
    change: member(['ubuntu-20.04', 'ubuntu-22.04']),
    in: ['fresh', 'at max'],
  },
  {
    what: 'user data in the nested file under another name',
    change: { ...member(['echo one', 'echo two']), rename: ['member.yaml', 'member-two.yaml'] },
    in: ['fresh', 'scaled out'],
  },
  { what: 'the same again', change: {}, in: ['update failed'] },
  {
    what: 'min up',
    change: { files: { 'template.yaml': [['min_size: 2', 'min_size: 3']] } },
  },
  {
    what: 'an output',
    change: {
      files: {
        'template.yaml': [
          [
            'parameters:\n',
            'outputs: { size: { value: { get_attr: [ group, current_size ] } } }\nparameters:\n',
          ],
        ],
      },
    },
  },
];

const inFile = (file: string, from: string, to: string) => ({ files: { [file]: [[from, to] as const] } });
const cfn = (from: string, to: string) => inFile('template.yaml', from, to);

const CFN: readonly Row[] = [
  { what: 'image, replaced', change: cfn('ubuntu-20.04', 'ubuntu-22.04'), in: ['fresh', 'scaled out'] },
  { what: 'instance type, resized', change: cfn('m1.nano', 'm1.tiny'), in: ['fresh', 'at max'] },
  { what: 'min up', change: cfn("MinSize: '2'", "MinSize: '3'") },
  { what: 'max below the live size', change: cfn("MaxSize: '4'", "MaxSize: '2'"), in: ['at max'] },
  { what: 'policy step', change: cfn("ScalingAdjustment: '1'", "ScalingAdjustment: '2'") },
  { what: 'the same again', change: {}, in: ['update failed'] },
];

const UNROLLED: readonly Row[] = [
  {
    what: 'image, for servers to come',
    change: cfn('ubuntu-20.04', 'ubuntu-22.04'),
    in: ['fresh', 'scaled out'],
  },
];

const TIERS: readonly Row[] = [
  {
    what: 'image in the nested file, replaced',
    change: inFile('tier.yaml', 'ubuntu-20.04', 'ubuntu-22.04'),
    in: ['fresh', 'scaled out'],
  },
  { what: 'min up in the nested file', change: inFile('tier.yaml', "MinSize: '2'", "MinSize: '3'") },
];

export const CHANGES: Readonly<Record<string, readonly Row[]>> = {
  group: GROUP,
  balanced: BALANCED,
  hot: HOT,
  cfn: CFN,
  unrolled: UNROLLED,
  tiers: TIERS,
};
