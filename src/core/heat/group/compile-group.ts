/** Compiles `kind: AutoScalingGroup` to one HOT template with one group in it, or one a zone. */
import type { Circumstances, Compiled } from '../../../model/compiled.ts';
import type { DesiredStack, InitialCapacity } from '../../../model/desired.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { mostAtOnce } from '../../health/budget.ts';
import { alarmTimings } from '../../lint/alarm-timings.ts';
import { scalingAdvice } from '../../lint/scaling-advice.ts';
import { describeGroups } from '../describe-groups.ts';
import { ruleOutput } from '../rule-output.ts';
import { labelTags } from '../tags.ts';
import { addressDemands } from './address-demands.ts';
import { balancerOutputs, balancerResources } from './balancer.ts';
import { groupReferences } from './group-references.ts';
import { compileMember, type Member, needsNestedStack } from './member.ts';
import { type ZoneNames, zoneNames } from './resource-names.ts';
import { rolloutFindings } from './rollout-findings.ts';
import { compileScaling } from './scaling.ts';
import { securityGroupResources } from './security-group.ts';
import { serverGroupResources } from './server-group.ts';
import { sizeNow } from './size-now.ts';

const EMPTY_ENVIRONMENT = { parameters: {}, parameter_defaults: {}, resource_registry: {} } as const;

export function compileGroup(spec: GroupSpec, { now, facts }: Circumstances): Compiled {
  const { size, scheduled } = sizeNow(spec, now);
  const scaling = compileScaling(spec, facts);
  const zones = (spec.zones.length > 0 ? spec.zones : [null]).map((zone) => ({
    zone,
    names: zoneNames(zone),
    member: compileMember(spec, zone),
  }));
  const template: JsonObject = {
    heat_template_version: '2018-08-31',
    description: `Scaling group ${spec.name}, compiled by Thermostat`,
    resources: Object.assign(
      {},
      ...zones.map(({ zone, names, member }) => ({
        [names.group]: groupResource({ ...spec, size }, member),
        ...scaling.resources(zone, names),
      })),
      securityGroupResources(spec),
      serverGroupResources(spec),
      balancerResources(spec.loadBalancer),
    ),
    outputs: {
      ...Object.assign({}, ...zones.map(({ zone, names }) => sizeOutputs(zone, names))),
      ...balancerOutputs(spec.loadBalancer),
      ...ruleOutput(scheduled?.rule ?? null),
    },
  };
  const files = Object.assign({}, ...zones.map(({ member }) => member.files));
  const initial = zones.flatMap(({ names }) => initialCapacity({ ...spec, size }, names));
  const desired: DesiredStack = {
    presence: 'present',
    name: spec.name,
    kind: spec.kind,
    source: spec.source,
    template,
    files,
    environment: EMPTY_ENVIRONMENT,
    initial,
    groups: describeGroups({ template, files, environment: EMPTY_ENVIRONMENT, initial }).map((group) => ({
      ...group,
      keepInService: spec.rollout.minInService,
      healing: mostAtOnce(spec.health),
    })),
    tags: labelTags(spec.labels),
    timeoutMinutes: spec.timeoutMinutes,
    protect: spec.protect,
    scheduled,
    paused: spec.scaling.paused,
    references: groupReferences(spec),
    addresses: addressDemands(spec),
    findings: [...spec.findings, ...rolloutFindings(spec)],
    advice: scalingAdvice(spec, scaling.policies, facts),
    triggers: scaling.triggers,
    alarms: alarmTimings(spec, scaling.policies, facts),
  };
  return { desired, problems: scaling.problems, unmet: scaling.unmet };
}

function groupResource(spec: GroupSpec, member: Member): JsonObject {
  const { size, scaling, rollout } = spec;
  return {
    type: 'OS::Heat::AutoScalingGroup',
    properties: {
      min_size: size.min,
      max_size: size.max,
      cooldown: scaling.cooldownSeconds,
      rolling_updates: {
        max_batch_size: rollout.maxBatch,
        min_in_service: handsOver(spec) ? 0 : rollout.minInService,
        pause_time: rollout.pauseSeconds,
      },
      resource: member.definition,
    },
  };
}

/**
 * The old server serves until the new one does: nobody is missing, whatever the batch. Extra members would do harm:
 * Heat takes the member it has just changed for the oldest and leaves another one old (measured on 2025.1).
 */
function handsOver(spec: GroupSpec): boolean {
  const { imageChange, flavorChange } = spec.rollout;
  return needsNestedStack(spec) && imageChange === 'replace' && flavorChange === 'replace';
}

function sizeOutputs(zone: string | null, { group }: ZoneNames): JsonObject {
  const suffix = zone === null ? '' : `-${zone}`;
  return {
    [`size${suffix}`]: {
      description: 'Members that are not failed',
      value: { get_attr: [group, 'current_size'] },
    },
    [`servers${suffix}`]: {
      description: 'Server ids by member name',
      value: { get_attr: [group, 'refs_map'] },
    },
  };
}

/** Heat itself starts at min_size (autoscaling_group.py child_template). */
function initialCapacity({ size }: GroupSpec, { group }: ZoneNames): readonly InitialCapacity[] {
  if (size.initial === size.min) return [];
  const path = ['resources', group, 'properties'];
  return [{ file: null, path, property: 'desired_capacity', value: size.initial }];
}
