/** Groups whose scaling is under test: written as users write it, compiled with facts of a cloud. */
import { compileGroup } from '../../../src/core/heat/group/compile-group.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import type { ArchivePolicy, CloudFacts, Telemetry } from '../../../src/model/facts.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import type { Problem } from '../../../src/model/problem.ts';
import type { GroupSpec } from '../../../src/model/spec.ts';
import { group, parse } from '../spec/spec-files.ts';

export const LOW_RATE: ArchivePolicy = {
  name: 'ceilometer-low-rate',
  granularities: [300],
  aggregations: ['mean', 'rate:mean'],
};
export const LOW: ArchivePolicy = { name: 'ceilometer-low', granularities: [300], aggregations: ['mean'] };

export const TELEMETRY: Telemetry = {
  services: { gnocchi: true, aodh: true },
  archivePolicies: [LOW, LOW_RATE],
  metrics: [
    { name: 'cpu', archivePolicies: [LOW_RATE] },
    { name: 'memory.usage', archivePolicies: [LOW] },
    { name: 'queue.depth', archivePolicies: [LOW] },
  ],
  resourceTypes: [
    { name: 'instance', attributes: ['display_name', 'server_group'] },
    { name: 'instance_disk', attributes: ['instance_id', 'name'] },
    { name: 'instance_network_interface', attributes: ['instance_id', 'name'] },
  ],
  otherMetrics: ['cpu', 'queue.depth'],
};

export const FACTS: CloudFacts = {
  flavors: [
    { id: '1', name: 'm1.small', vcpus: 1, ramMiB: 2048, diskGiB: 20 },
    { id: '2', name: 'm1.large', vcpus: 4, ramMiB: 8192, diskGiB: 80 },
  ],
  telemetry: TELEMETRY,
};

/** The spec as its file says it: `scaling` and whatever else the document is to have below `spec`. */
export function specOf(scaling: JsonObject, more: JsonObject = {}): GroupSpec {
  const { specs, problems } = parse({ 'a.yaml': group({ scaling, ...more }) });
  const [spec] = specs;
  if (spec?.kind !== 'AutoScalingGroup') throw new Error(JSON.stringify(problems));
  return spec;
}

export interface Made {
  readonly desired: DesiredStack;
  readonly resources: Readonly<Record<string, { readonly type: string; readonly properties: JsonObject }>>;
  readonly problems: readonly Problem[];
  readonly unmet: readonly Problem[];
}

export function made(scaling: JsonObject, more: JsonObject = {}, facts: CloudFacts = FACTS): Made {
  const { desired, problems, unmet } = compileGroup(specOf(scaling, more), {
    now: '2026-01-05T12:00:00.000Z',
    facts,
  });
  if (desired.presence !== 'present') throw new Error('a group compiles to a stack');
  return {
    desired,
    resources: desired.template['resources'] as Made['resources'],
    problems,
    unmet,
  };
}

export function messages(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ message }) => message);
}

/** `rule: message`. */
export function advice({ desired }: Made): readonly string[] {
  return desired.advice.map(({ rule, message }) => `${rule}: ${message}`);
}
