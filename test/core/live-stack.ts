/** Builds what a cloud would show of a desired stack, and specs to start from. */

import { surroundingsOf } from '../../src/core/drift/view.ts';
import { compileTemplate } from '../../src/core/heat/compile-template.ts';
import { compileGroup } from '../../src/core/heat/group/compile-group.ts';
import { NO_FACTS } from '../../src/core/heat/group/facts-needed.ts';
import type { Circumstances } from '../../src/model/compiled.ts';
import type { DesiredStack } from '../../src/model/desired.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { HeatState, ObservedGroup, ObservedMember, PresentStack } from '../../src/model/observed.ts';
import type { InterfaceSpec } from '../../src/model/server-spec.ts';
import type { GroupSpec, TemplateSpec } from '../../src/model/spec.ts';

export const COMPLETE: HeatState = { action: 'CREATE', status: 'COMPLETE', reason: '' };
const SOURCE = { file: 'scaling/web.yaml', line: 1, column: 1 };

export const CIRCUMSTANCES: Circumstances = { now: '2026-01-05T12:00:00.000Z', facts: NO_FACTS };

export const onNetwork = (network: string): InterfaceSpec => ({
  network,
  subnet: null,
  securityGroups: null,
  portSecurity: true,
  allowedAddresses: [],
});

export const WEB: GroupSpec = {
  kind: 'AutoScalingGroup',
  name: 'web',
  source: SOURCE,
  labels: { team: 'shop' },
  protect: false,
  timeoutMinutes: null,
  positions: { '/spec/server/image': { file: 'scaling/web.yaml', line: 9, column: 12 } },
  size: { min: 2, max: 8, initial: 3 },
  server: {
    image: 'ubuntu-20.04',
    flavor: 'm1.small',
    networks: [onNetwork('private-network')],
    securityGroups: [],
    keyPair: null,
    availabilityZone: null,
    serverGroup: null,
    schedulerHints: {},
    bootVolume: null,
    floatingIpNetwork: null,
    configDrive: null,
    tags: [],
    metadata: { role: 'web' },
    userData: null,
  },
  zones: [],
  securityRules: null,
  loadBalancer: null,
  health: null,
  scaling: {
    cooldownSeconds: 60,
    granularitySeconds: null,
    policies: [
      {
        name: 'out',
        adjustment: 'change',
        amount: 1,
        minStep: null,
        cooldownSeconds: null,
        alarm: null,
        steps: [],
      },
    ],
    target: null,
    schedules: [],
    paused: false,
  },
  rollout: {
    maxBatch: 1,
    minInService: 0,
    pauseSeconds: 0,
    imageChange: 'replace',
    flavorChange: 'replace',
    ready: null,
    drainSeconds: 0,
  },
  budget: null,
  findings: [],
};

export function group(
  change: Partial<GroupSpec> = {},
  server: Partial<GroupSpec['server']> = {},
  now = CIRCUMSTANCES.now,
): DesiredStack {
  const spec = { ...WEB, ...change, server: { ...WEB.server, ...server } };
  const { desired } = compileGroup(spec, { ...CIRCUMSTANCES, now });
  if (desired.presence !== 'present') throw new Error('a group compiles to a stack');
  return desired;
}

export function template(body: JsonObject, rest: Partial<TemplateSpec> = {}): DesiredStack {
  return compileTemplate({
    kind: 'HOT',
    name: 'web',
    source: SOURCE,
    labels: {},
    protect: false,
    timeoutMinutes: null,
    positions: {},
    template: body,
    templatePositions: {},
    files: {},
    environment: { parameters: {}, parameter_defaults: {}, resource_registry: {} },
    ...rest,
  });
}

/** As Heat would show the stack right after it was applied, with so many members. */
export function live(desired: DesiredStack, sizes: readonly number[] = [3]): PresentStack {
  return {
    presence: 'present',
    name: desired.name,
    id: 'stack-id',
    state: COMPLETE,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: null,
    owner: 'demo',
    tags: [...desired.tags, 'thermostat', 'thermostat:file=scaling/web.yaml', 'thermostat:commit=0123'],
    template: desired.template,
    files: desired.files,
    environment: desired.environment,
    parameters: {
      'OS::stack_id': 'stack-id',
      'OS::stack_name': desired.name,
      'OS::project_id': 'project-id',
    },
    timeoutMinutes: null,
    resources: [],
    groups: desired.groups.map(
      (one, index): ObservedGroup => ({
        address: one.address,
        type: one.type,
        state: COMPLETE,
        holder: { name: desired.name, id: 'stack-id' },
        nested: { name: `${desired.name}-${one.address}-abc`, id: `nested-${one.address}` },
        checked: false,
        members: Array.from({ length: sizes[index] ?? 0 }, (_, number) => member(number)),
      }),
    ),
  };
}

export function member(number: number, state: HeatState = COMPLETE, status = 'ACTIVE'): ObservedMember {
  return {
    name: `m${number}`,
    physicalId: `server-${number}`,
    state,
    createdAt: `2026-01-01T00:0${number}:00Z`,
    draining: false,
    servers: [
      {
        id: `server-${number}`,
        name: `web-${number}`,
        status,
        taskState: null,
        flavor: 'm1.small',
        imageId: 'image-20',
        createdAt: `2026-01-01T00:0${number}:00Z`,
        launchedAt: `2026-01-01T00:0${number}:00Z`,
        addresses: [`10.0.0.${number}`],
        interfaces: [{ network: 'private-network', address: `10.0.0.${number}` }],
        metadata: {},
        keyName: null,
        locked: false,
        tags: [],
        volumes: [],
        updatedAt: `2026-01-01T00:0${number}:00Z`,
        fault: null,
      },
    ],
  };
}

/** The group with other members. */
export function withMembers(stack: PresentStack, members: readonly ObservedMember[]): PresentStack {
  return { ...stack, groups: stack.groups.map((one) => ({ ...one, members })) };
}

/** A project of which no service tells anything. */
export const NOTHING_AROUND = surroundingsOf({
  of: {
    alarm: null,
    floatingIp: null,
    healthMonitor: null,
    listener: null,
    loadBalancer: null,
    pool: null,
    port: null,
    securityGroup: null,
  },
  poolMembers: new Map(),
  metered: [],
  userId: 'demo',
});
