/** Compiles `kind: AutoScalingGroup` to one HOT template with one group in it. */
import type { CatalogueReference, CatalogueType, DesiredStack } from '../../model/desired.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { GroupSpec, ScalingPolicySpec, ServerSpec } from '../../model/spec.ts';
import { describeGroups } from './describe-groups.ts';
import { labelTags } from './tags.ts';

/** The group's resource name in every compiled template: stable, so that a renamed spec key never replaces a group. */
export const GROUP_RESOURCE = 'group';

const EMPTY_ENVIRONMENT = { parameters: {}, parameter_defaults: {}, resource_registry: {} } as const;

export function compileGroup(spec: GroupSpec): DesiredStack {
  const template: JsonObject = {
    heat_template_version: '2018-08-31',
    description: `Scaling group ${spec.name}, compiled by Thermostat`,
    resources: { [GROUP_RESOURCE]: groupResource(spec), ...policyResources(spec.scaling.policies) },
    outputs: {
      size: {
        description: 'Members that are not failed',
        value: { get_attr: [GROUP_RESOURCE, 'current_size'] },
      },
      servers: {
        description: 'Server ids by member name',
        value: { get_attr: [GROUP_RESOURCE, 'refs_map'] },
      },
    },
  };
  const initial =
    spec.size.initial === spec.size.min
      ? [] // Heat itself starts at min_size (autoscaling_group.py child_template)
      : [
          {
            file: null,
            path: ['resources', GROUP_RESOURCE, 'properties'],
            property: 'desired_capacity' as const,
            value: spec.size.initial,
          },
        ];
  return {
    presence: 'present',
    name: spec.name,
    kind: spec.kind,
    source: spec.source,
    template,
    files: {},
    environment: EMPTY_ENVIRONMENT,
    initial,
    groups: describeGroups({ template, files: {}, environment: EMPTY_ENVIRONMENT, initial }),
    tags: labelTags(spec.labels),
    timeoutMinutes: spec.timeoutMinutes,
    protect: spec.protect,
    references: references(spec),
    findings: spec.findings,
  };
}

function groupResource({ size, server, scaling, rollout }: GroupSpec): JsonObject {
  return {
    type: 'OS::Heat::AutoScalingGroup',
    properties: {
      min_size: size.min,
      max_size: size.max,
      cooldown: scaling.cooldownSeconds,
      rolling_updates: {
        max_batch_size: rollout.maxBatch,
        min_in_service: rollout.minInService,
        pause_time: rollout.pauseSeconds,
      },
      resource: {
        type: 'OS::Nova::Server',
        properties: {
          ...serverProperties(server),
          image_update_policy: rollout.imageChange === 'replace' ? 'REPLACE' : 'REBUILD',
          flavor_update_policy: rollout.flavorChange === 'replace' ? 'REPLACE' : 'RESIZE',
        },
      },
    },
  };
}

function serverProperties(server: ServerSpec): JsonObject {
  return {
    image: server.image,
    flavor: server.flavor,
    networks: server.networks.map((network) => ({ network })),
    ...(server.securityGroups.length > 0 ? { security_groups: server.securityGroups } : {}),
    ...(server.keyPair === null ? {} : { key_name: server.keyPair }),
    ...(server.availabilityZone === null ? {} : { availability_zone: server.availabilityZone }),
    // metering.server_group is how Gnocchi finds a group's members (ceilometer gnocchi_resources.yaml server_group)
    metadata: { ...server.metadata, 'metering.server_group': { get_param: 'OS::stack_id' } },
    // the operator's default would wrap the data in multipart (heat default_user_data_format)
    ...(server.userData === null ? {} : { user_data_format: 'RAW', user_data: server.userData }),
  };
}

function policyResources(policies: readonly ScalingPolicySpec[]): JsonObject {
  return Object.fromEntries(policies.map((policy): [string, Json] => [policy.name, policyResource(policy)]));
}

const ADJUSTMENT_TYPES = {
  change: 'change_in_capacity',
  percent: 'percent_change_in_capacity',
  exact: 'exact_capacity',
} as const;

function policyResource(policy: ScalingPolicySpec): JsonObject {
  return {
    type: 'OS::Heat::ScalingPolicy',
    properties: {
      auto_scaling_group_id: { get_resource: GROUP_RESOURCE },
      adjustment_type: ADJUSTMENT_TYPES[policy.adjustment],
      scaling_adjustment: policy.amount,
      ...(policy.minStep === null ? {} : { min_adjustment_step: policy.minStep }),
      ...(policy.cooldownSeconds === null ? {} : { cooldown: policy.cooldownSeconds }),
    },
  };
}

function references(spec: GroupSpec): readonly CatalogueReference[] {
  const { server } = spec;
  const at = (pointer: string) => spec.positions[`/spec/server/${pointer}`] ?? spec.source;
  const list = (type: CatalogueType, key: string, values: readonly string[]): CatalogueReference[] =>
    values.map((value, index) => ({ type, value, at: at(`${key}/${index}`) }));
  return [
    { type: 'image', value: server.image, at: at('image') },
    { type: 'flavor', value: server.flavor, at: at('flavor') },
    ...list('network', 'networks', server.networks),
    ...list('securityGroup', 'securityGroups', server.securityGroups),
    ...(server.keyPair === null
      ? []
      : [{ type: 'keyPair' as const, value: server.keyPair, at: at('keyPair') }]),
  ];
}
