/** What a group's values must fulfil together, beyond what the schema says of each. */
import type { AutoScalingGroup, ScalingPolicy } from '../../generated/spec-types.ts';
import type { Problem } from '../../model/problem.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { balancerComplaints } from './balancer-checks.ts';
import type { Complaint } from './complaint.ts';
import { positionOf } from './positions.ts';
import { list, quote } from './quote.ts';
import { rolloutComplaints } from './rollout-checks.ts';
import { scalingComplaints } from './scaling-checks.ts';
import { scheduleComplaints } from './schedule-checks.ts';
import { securityRuleComplaints } from './security-rule-checks.ts';
import { serverComplaints } from './server-checks.ts';
import type { YamlValue } from './yaml-values.ts';

/** `raw` has passed the schema and `spec` is what it became. */
export function groupProblems(raw: AutoScalingGroup, spec: GroupSpec, yaml: YamlValue): readonly Problem[] {
  const complaints = [
    ...size(spec),
    ...rolloutComplaints(spec),
    ...uniqueNames(raw.spec.scaling?.policies ?? []),
    ...(raw.spec.scaling?.policies ?? []).flatMap((policy, index) => scalingPolicy(policy, index, spec)),
    ...scheduleComplaints(spec),
    ...scalingComplaints(raw.spec.scaling ?? {}, spec),
    ...serverComplaints(raw, spec),
    ...securityRuleComplaints(raw, spec),
    ...balancerComplaints(raw, spec),
  ];
  return complaints.map(({ pointer, message }) => ({ ...positionOf(yaml, pointer), message }));
}

function size({ size: { min, max, initial } }: GroupSpec): readonly Complaint[] {
  if (max < min)
    return [
      {
        pointer: '/spec/size/max',
        message: `size.max is "${max}", below size.min "${min}"; it must be at least ${min}`,
      },
    ];
  if (initial >= min && initial <= max) return [];
  return [
    {
      pointer: '/spec/size/initial',
      message: `size.initial is "${initial}"; it must be from ${min} to ${max}, as size.min and size.max say`,
    },
  ];
}

function uniqueNames(policies: readonly ScalingPolicy[]): readonly Complaint[] {
  const seen = new Set<string>();
  return policies.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      {
        pointer: `/spec/scaling/policies/${index}/name`,
        message: `the scaling policy ${quote(name)} stands here for the second time; give each its own name`,
      },
    ];
  });
}

const ADJUSTMENTS = ['add', 'remove', 'addPercent', 'removePercent', 'setTo'] as const;

function scalingPolicy(
  policy: ScalingPolicy,
  index: number,
  { size, scaling: { schedules } }: GroupSpec,
): readonly Complaint[] {
  const min = Math.min(size.min, ...schedules.map((one) => one.min ?? size.min));
  const max = Math.max(size.max, ...schedules.map((one) => one.max ?? size.max));
  const pointer = `/spec/scaling/policies/${index}`;
  const given = ADJUSTMENTS.filter((key) => policy[key] !== undefined);
  const complaints: Complaint[] = [];
  if (given.length !== 1) {
    const has = given.length === 0 ? 'says nothing of what it does' : `has ${list(given)}`;
    complaints.push({
      pointer: `${pointer}/${given[1] ?? 'name'}`,
      message: `the scaling policy ${quote(policy.name)} ${has}; it needs exactly one of ${list(ADJUSTMENTS)}`,
    });
  }
  const percent = policy.addPercent !== undefined || policy.removePercent !== undefined;
  if (policy.minStep !== undefined && !percent) {
    complaints.push({
      pointer: `${pointer}/minStep`,
      message: `minStep is "${policy.minStep}" without a percentage; it goes with addPercent or removePercent only`,
    });
  }
  if (policy.setTo !== undefined && max >= min && (policy.setTo < min || policy.setTo > max)) {
    complaints.push({
      pointer: `${pointer}/setTo`,
      message: `setTo is "${policy.setTo}"; it must be from ${min} to ${max}, as ${schedules.length > 0 ? 'size and schedules' : 'size.min and size.max'} say`,
    });
  }
  return complaints;
}
