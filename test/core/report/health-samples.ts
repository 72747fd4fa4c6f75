/** Health checks that the golden files show. */
import type { BackendServer } from '../../../src/model/balancer.ts';
import type {
  BalancerHealth,
  BalancerStep,
  GroupHealth,
  Health,
  HealthFinding,
  MemberHealth,
  ScalingGroupHealth,
} from '../../../src/model/health.ts';

export function healthOf(groups: readonly GroupHealth[]): Health {
  return { version: 1, groups, problems: [] };
}

export function healthOfGroup(name: string, parts: Partial<GroupHealth> = {}): GroupHealth {
  return {
    name,
    stackId: `5c0ffee-${name}`,
    presence: 'present',
    source: { file: `scaling/${name}.yaml`, line: 6, column: 3 },
    status: 'healthy',
    message: '',
    scalingGroups: [],
    balancers: [balancer({ steps: [kept(15), kept(16)] })],
    ...parts,
  };
}

export function balancer(parts: Partial<BalancerHealth> = {}): BalancerHealth {
  return {
    api: 'tcp://10.0.0.5:9999',
    backend: 'web',
    status: 'healthy',
    message: '',
    steps: [],
    foreign: [],
    notes: [],
    ...parts,
  };
}

export function step(last: number, parts: Partial<BalancerStep> = {}): BalancerStep {
  return {
    kind: 'register',
    server: `asg-web-10.20.0.${last}`,
    endpoint: { address: `10.20.0.${last}`, port: 8080 },
    through: 'new',
    gated: true,
    why: `web-x${last} runs, and is not in the backend`,
    outcome: 'planned',
    message: '',
    ...parts,
  };
}

export function kept(last: number): BalancerStep {
  return step(last, { kind: 'keep', outcome: 'kept', why: `web-x${last} runs` });
}

export const BY_HAND: BackendServer = {
  name: 'legacy-1',
  endpoint: { address: 'fd00::7', port: 80 },
  state: 'ready',
  up: true,
  checked: true,
  sessions: 4,
};

export function scalingGroup(parts: Partial<ScalingGroupHealth> = {}): ScalingGroupHealth {
  return {
    address: 'group',
    status: 'unhealthy',
    size: { before: 5, after: 5 },
    held: null,
    members: [],
    findings: [],
    ...parts,
  };
}

export function member(number: number, parts: Partial<MemberHealth> = {}): MemberHealth {
  return {
    name: `m${number}`,
    physicalId: `id-${number}`,
    server: `web-x${number}`,
    status: 'current',
    why: '',
    action: 'none',
    outcome: 'none',
    message: '',
    ...parts,
  };
}

export const BOOT_LOOP: HealthFinding = {
  kind: 'boot-loop',
  severity: 'error',
  subject: 'member m3',
  message: 'web-x3 is ERROR in Nova; was replaced 3 times',
  remedy: 'look at its console log',
  consoleLog: ['[    0.1] </details> @all', 'kernel panic | `not syncing`'],
};
