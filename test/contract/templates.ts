/** Templates the contract plays with, as data. */
import type { JsonRecord } from './json.ts';

export const HOT = '2021-04-16';

export function template(resources: JsonRecord, more: JsonRecord = {}): JsonRecord {
  return { heat_template_version: HOT, ...more, resources };
}

/** A member without a server: quick, and replaced or updated in place as we like. */
export function stone(properties: JsonRecord = {}): JsonRecord {
  return { type: 'OS::Heat::TestResource', properties: { value: 'a', ...properties } };
}

export function server(properties: JsonRecord = {}): JsonRecord {
  return {
    type: 'OS::Nova::Server',
    properties: {
      image: 'ubuntu-20.04',
      flavor: 'm1.small',
      networks: [{ network: 'private-network' }],
      ...properties,
    },
  };
}

export function group(resource: JsonRecord, properties: JsonRecord = {}): JsonRecord {
  return {
    type: 'OS::Heat::AutoScalingGroup',
    properties: { min_size: 1, max_size: 5, cooldown: 0, ...properties, resource },
  };
}

export function policy(
  adjustmentType: 'change_in_capacity' | 'exact_capacity' | 'percent_change_in_capacity',
  adjustment: number,
  properties: JsonRecord = {},
): JsonRecord {
  return {
    type: 'OS::Heat::ScalingPolicy',
    properties: {
      adjustment_type: adjustmentType,
      auto_scaling_group_id: { get_resource: 'group' },
      scaling_adjustment: adjustment,
      cooldown: 0,
      ...properties,
    },
  };
}

export const up = policy('change_in_capacity', 1);
export const down = policy('change_in_capacity', -1);

/** Server metadata by which Gnocchi, and so an alarm, finds the members of a stack. */
export const METERED: JsonRecord = {
  metadata: { 'metering.server_group': { get_param: 'OS::stack_id' } },
};
