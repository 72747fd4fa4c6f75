/** Plans, outcomes and drifts that the report tests share: small, invented, and complete. */
import type { Change } from '../../../src/model/change.ts';
import type { Drift, GroupDrift } from '../../../src/model/drift.ts';
import type { GroupOutcome, Outcome } from '../../../src/model/outcome.ts';
import type {
  Batch,
  Capacity,
  Fate,
  GroupPlan,
  MemberPlan,
  Plan,
  SizePlan,
} from '../../../src/model/plan.ts';
import type { Problem } from '../../../src/model/problem.ts';

const FINGERPRINT = `sha256:${'4f2c9e1081aa07d6'.repeat(4)}`;

export function planOf(groups: readonly GroupPlan[], problems: readonly Problem[] = []): Plan {
  const number = (action: GroupPlan['action']) => groups.filter((group) => group.action === action).length;
  return {
    version: 1,
    summary: {
      create: number('create'),
      update: number('update'),
      replace: number('replace'),
      delete: number('delete'),
      noop: number('no-op'),
    },
    fingerprint: FINGERPRINT,
    groups,
    problems,
    headRoom: null,
  };
}

export function members(fate: Fate, names: readonly string[], how = ''): readonly MemberPlan[] {
  return names.map((name) => ({ member: name.slice(-4), server: { id: `id-${name}`, name }, fate, how }));
}

export function size(min: number, current: number, max: number, after: Partial<SizePlan> = {}): SizePlan {
  return { min, max, current, after: current, before: { min, max }, ...after };
}

export function change(address: string, fields: Change['fields'], more: Partial<Change> = {}): Change {
  return { address, action: 'update', reason: '', confidence: 'certain', fields, ...more };
}

/** Of servers of 2 vCPUs and 4 GiB. */
export function capacity(size: SizePlan): Capacity {
  const of = (servers: number | null) =>
    servers === null ? null : { vcpus: servers * 2, ramMiB: servers * 4096 };
  return {
    now: of(size.current),
    after: of(size.after),
    mostBefore: of(size.before?.max ?? 0),
    most: of(size.max),
  };
}

interface GroupParts extends Partial<Omit<GroupPlan, 'servers'>> {
  readonly name: string;
  readonly members?: readonly MemberPlan[];
  readonly batches?: readonly Batch[];
}

export function groupOf(parts: GroupParts): GroupPlan {
  const { members: all = [], batches = [], ...rest } = parts;
  const number = (fate: Fate) => all.filter((member) => member.fate === fate).length;
  const bounds = parts.size ?? size(2, all.length, 8);
  return {
    stack: { name: parts.name, id: `5c0ffee-${parts.name}` },
    source: { file: `scaling/${parts.name}.yaml`, line: 6, column: 3 },
    action: 'no-op',
    fingerprint: FINGERPRINT,
    byClock: false,
    size: bounds,
    changes: [],
    scalingGroups: [{ address: 'group', size: bounds, members: all, batches }],
    steps: [],
    findings: [],
    triggers: [],
    capacity: null,
    cost: null,
    ...rest,
    servers: {
      keep: number('keep') + number('update'),
      update: number('update'),
      create: number('create'),
      replace: number('replace'),
      delete: number('delete'),
    },
  };
}

const WEB = ['web-a1x9', 'web-b2kd', 'web-c3pp', 'web-d4zz', 'web-e5ty'];
const API = [
  'api-7f3k',
  'api-9x2m',
  'api-b41q',
  'api-c0ze',
  'api-e55t',
  'api-g8aa',
  'api-h2wd',
  'api-k91r',
  'api-p3nn',
];

export const grows = groupOf({
  name: 'web',
  action: 'update',
  members: members('keep', WEB),
  size: size(2, 5, 8, { max: 12 }),
  capacity: capacity(size(2, 5, 8, { max: 12 })),
  changes: [
    change('resources.group', [{ path: 'properties.max_size', before: 8, after: 12 }], {
      reason: 'larger bounds',
    }),
  ],
  steps: [{ kind: 'update', why: 'the group gets its new bounds, its size is left alone', capacities: [] }],
});

export const replaces = groupOf({
  name: 'api',
  action: 'replace',
  members: members('replace', API, 'new image'),
  size: size(6, 9, 20),
  capacity: capacity(size(6, 9, 20)),
  batches: [0, 2, 4, 6, 8].map((at) => ({ servers: API.slice(at, at + 2), running: 11, inService: 9 })),
  changes: [
    change(
      'resources.group',
      [
        {
          path: 'properties.resource.properties.image',
          before: 'ubuntu-22.04',
          after: 'ubuntu-24.04',
        },
        {
          path: 'properties.resource.properties.user_data',
          before: '#!/bin/sh\nset -e\napt-get update\nstart api\n',
          after: '#!/bin/sh\nset -eu\napt-get update\nstart api --workers 4\n',
        },
      ],
      { action: 'replace', reason: 'image and user_data replace each server' },
    ),
  ],
  steps: [{ kind: 'update', why: 'members are replaced in 5 batches', capacities: [] }],
  findings: [
    {
      rule: 'surge-exceeds-max',
      severity: 'warn',
      message: '11 servers run during the rollout: quota and addresses must allow it',
      source: { file: 'scaling/api.yaml', line: 21, column: 3 },
    },
  ],
});

export const creates = groupOf({
  name: 'queue',
  action: 'create',
  stack: { name: 'queue', id: null },
  members: [1, 2].map(() => ({ member: null, server: null, fate: 'create', how: '' })),
  size: { min: 1, max: 5, current: 0, after: 2, before: null },
  capacity: capacity({ min: 1, max: 5, current: 0, after: 2, before: null }),
  changes: [
    change(
      'stack',
      [
        {
          path: 'template.resources.my_instance_group.type',
          before: null,
          after: 'OS::Heat::AutoScalingGroup',
        },
        {
          path: 'template.resources.my_instance_group.properties',
          before: null,
          after: { min_size: 1, max_size: 5, cooldown: 60 },
        },
      ],
      { action: 'create', reason: 'no stack of this name' },
    ),
  ],
  steps: [
    { kind: 'create', why: 'starts with 2 servers', capacities: [] },
    { kind: 'release-capacity', why: 'no later update sets the size again', capacities: [] },
  ],
  findings: [
    {
      rule: 'thermostat-key',
      severity: 'info',
      message:
        "my_instance_group: `health_check` is Thermostat's own; it is taken out of what Heat gets, which does not know it",
      source: { file: 'scaling/queue.yaml', line: 19, column: 7 },
    },
  ],
});

/** Its scaling changes: what each alarm will do is said beside the diff. */
export const scales = groupOf({
  name: 'shop',
  action: 'update',
  members: members('keep', ['shop-1aaa', 'shop-2bbb']),
  changes: [
    change(
      'resources.cpu-high-alarm',
      [
        {
          path: 'properties.description',
          before: 'the mean CPU of the group stays above 80 % for 10 min',
          after: 'the mean CPU of the group stays above 85 % for 10 min',
        },
        { path: 'properties.threshold', before: 240_000_000_000, after: 255_000_000_000 },
      ],
      { reason: 'alarm changed in place' },
    ),
  ],
  triggers: [
    {
      policy: 'cpu-high',
      source: { file: 'scaling/shop.yaml', line: 14, column: 9 },
      effect: 'adds 1 server',
      when: 'the mean CPU of the group stays above 85 % for 10 min',
      reaction: { earliestSeconds: 780, latestSeconds: 1140 },
      measuredEverySeconds: 300,
      enabled: true,
    },
    {
      policy: 'queue-long',
      source: { file: 'scaling/shop.yaml', line: 15, column: 9 },
      effect: 'adds 10 % (at least 2 servers)',
      when: 'the PromQL query avg(queue_length) is above 20',
      reaction: null,
      measuredEverySeconds: null,
      enabled: false,
    },
  ],
  steps: [{ kind: 'update', why: '', capacities: [] }],
});

export const resizes = groupOf({
  name: 'batch',
  action: 'update',
  members: [
    ...members('update', ['batch-1aaa', 'batch-2bbb'], 'resized in place'),
    ...members('keep', ['batch-3ccc']),
  ],
  size: size(1, 3, 4),
  changes: [
    change(
      'resources.group',
      [{ path: 'properties.resource.properties.flavor', before: 'm1.small', after: 'm1.medium' }],
      { confidence: 'predicted' },
    ),
  ],
  steps: [{ kind: 'update', why: '', capacities: [] }],
});

export const shrinks = groupOf({
  name: 'cache',
  action: 'update',
  members: [
    ...members('delete', ['cache-old1', 'cache-old2'], 'oldest of the group'),
    ...members('keep', ['cache-new3', 'cache-new4']),
  ],
  size: size(2, 4, 6, { max: 2, after: 2 }),
  capacity: capacity(size(2, 4, 6, { max: 2, after: 2 })),
  changes: [change('resources.group', [{ path: 'properties.max_size', before: 6, after: 2 }])],
  steps: [
    { kind: 'shrink', why: 'the bounds come first', capacities: [] },
    { kind: 'update', why: '', capacities: [] },
  ],
});

export const deletes = groupOf({
  name: 'legacy',
  action: 'delete',
  members: members('delete', ['legacy-1', 'legacy-2', 'legacy-3']),
  size: size(1, 3, 3, { after: 0 }),
  steps: [{ kind: 'delete', why: 'kind: Deleted', capacities: [] }],
});

export const resumes = groupOf({
  name: 'mail',
  action: 'replace',
  members: [
    ...members('replace', ['mail-dead'], 'failed while it was built'),
    ...members('keep', ['mail-ok11', 'mail-ok22']),
  ],
  size: size(1, 3, 5),
  batches: [{ servers: ['mail-dead'], running: 3, inService: 2 }],
  steps: [{ kind: 'update', why: 'the same template again finishes the job', capacities: [] }],
  changes: [change('stack', [], { reason: 'finishes what stopped: the stack is UPDATE_FAILED' })],
});

export const refused: GroupPlan = {
  ...deletes,
  findings: [
    {
      rule: 'protected',
      severity: 'error',
      message: 'legacy is protected: set metadata.protect to false first, in a change of its own',
    },
  ],
};

export const quiet = ['auth', 'blog', 'docs'].map((name) =>
  groupOf({ name, members: members('keep', [`${name}-1`, `${name}-2`]) }),
);

export const problems: readonly Problem[] = [
  {
    file: 'scaling/web.yaml',
    line: 12,
    column: 10,
    message: 'spec.size.max is "twelve", which is text: give a whole number',
  },
  {
    file: 'scaling/web.yaml',
    line: 100,
    column: 7,
    message: 'image "ubuntu" is not in the cloud: did you mean "ubuntu-24.04"?',
  },
  {
    file: 'scaling/api.yaml',
    line: 3,
    column: 1,
    message: 'two specs are named "api": scaling/api.yaml:3 and scaling/old/api.yaml:3',
  },
];

export function outcomeOf(groups: readonly GroupOutcome[]): Outcome {
  return { version: 1, fingerprint: FINGERPRINT, groups, problems: [] };
}

export function outcome(plan: GroupPlan, parts: Partial<GroupOutcome> = {}): GroupOutcome {
  return {
    name: plan.name,
    stackId: plan.stack.id,
    status: plan.action === 'no-op' ? 'nothing-to-do' : 'done',
    plan,
    steps: plan.steps.map(({ kind }) => ({ kind, status: 'done', message: '' })),
    message: '',
    findings: [],
    ...parts,
  };
}

export function driftOf(groups: readonly GroupDrift[]): Drift {
  return { version: 1, groups, strays: [], problems: [] };
}

export function drifted(name: string, parts: Partial<GroupDrift> = {}): GroupDrift {
  return {
    name,
    stackId: `5c0ffee-${name}`,
    source: { file: `scaling/${name}.yaml`, line: 6, column: 3 },
    status: 'clean',
    items: [],
    fixed: [],
    ignored: [],
    notDrift: [],
    message: '',
    ...parts,
  };
}
