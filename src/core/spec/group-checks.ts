/** What a group's values must fulfil together, beyond what the schema says of each. */
import type { AutoScalingGroup } from '../../generated/spec-types.ts';
import type { Problem } from '../../model/problem.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { balancerComplaints } from './balancer-checks.ts';
import type { Complaint } from './complaint.ts';
import { healthComplaints } from './health-checks.ts';
import { positionOf } from './positions.ts';
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
    ...scheduleComplaints(spec),
    ...scalingComplaints(raw.spec.scaling ?? {}, spec),
    ...serverComplaints(raw, spec),
    ...securityRuleComplaints(raw, spec),
    ...balancerComplaints(raw, spec),
    ...healthComplaints(raw, spec),
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
