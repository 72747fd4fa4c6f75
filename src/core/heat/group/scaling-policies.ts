/** The scaling policies of a group as Heat's resources. */
import type { Json, JsonObject } from '../../../model/json.ts';
import type { PlannedPolicy } from './planned-policies.ts';
import type { ZoneNames } from './resource-names.ts';

export function policyResources(policies: readonly PlannedPolicy[], names: ZoneNames): JsonObject {
  return Object.fromEntries(
    policies.map((policy): [string, Json] => [names.policy(policy.name), policyResource(policy, names)]),
  );
}

const ADJUSTMENT_TYPES = {
  change: 'change_in_capacity',
  percent: 'percent_change_in_capacity',
  exact: 'exact_capacity',
} as const;

function policyResource(policy: PlannedPolicy, { group }: ZoneNames): JsonObject {
  return {
    type: 'OS::Heat::ScalingPolicy',
    properties: {
      auto_scaling_group_id: { get_resource: group },
      adjustment_type: ADJUSTMENT_TYPES[policy.adjustment],
      scaling_adjustment: policy.amount,
      ...(policy.minStep === null ? {} : { min_adjustment_step: policy.minStep }),
      ...(policy.cooldownSeconds === null ? {} : { cooldown: policy.cooldownSeconds }),
    },
  };
}
