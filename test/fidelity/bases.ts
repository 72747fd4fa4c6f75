/** The stacks that the cases begin with. */
import { SERVER } from '../fields/row.ts';
import type { Base } from './case.ts';

const POLICIES = [
  { name: 'out', add: 1 },
  { name: 'most', add: 2 },
  { name: 'high', metric: 'cpu', above: '80%', for: '20s', add: 1 },
];

const GROUP = {
  apiVersion: 'thermostat/v1',
  kind: 'AutoScalingGroup',
  spec: {
    size: { min: 2, max: 4 },
    server: { ...SERVER, metadata: { role: 'web' } },
    scaling: { cooldown: '1s', granularity: '10s', policies: POLICIES },
  },
};

const OWN = { files: {}, policies: { one: 'out', most: 'most' } };

/** Servers alone. */
const group: Base = {
  ...OWN,
  document: GROUP,
  breaks: { put: { 'server/securityGroups': ['$group_a'] } },
};

/** Each server with its place in a pool, a nested stack. */
const balanced: Base = {
  ...OWN,
  document: {
    ...GROUP,
    spec: {
      ...GROUP.spec,
      loadBalancer: {
        octavia: {
          subnet: 'private-subnet',
          listener: { protocol: 'HTTP', port: 80 },
          monitor: { type: 'HTTP' },
        },
      },
      rollout: { drain: '1s' },
    },
  },
  breaks: { put: { 'server/securityGroups': ['$group_a'] } },
};

const STACK = {
  apiVersion: 'thermostat/v1',
  kind: 'HeatStack',
  spec: { template: 'template.yaml' },
};

/** HOT whose members are a nested file. */
const hot: Base = {
  document: { ...STACK, spec: { ...STACK.spec, parameters: { flavor: 'm1.nano', threshold: 80 } } },
  files: {
    'template.yaml': `heat_template_version: 2018-08-31
parameters:
  flavor: { type: string }
  threshold: { type: number }
resources:
  group:
    type: OS::Heat::AutoScalingGroup
    properties:
      min_size: 2
      max_size: 4
      cooldown: 1
      rolling_updates: { max_batch_size: 1, min_in_service: 0, pause_time: 0 }
      resource:
        type: member.yaml
        properties: { flavor: { get_param: flavor } }
  out:
    type: OS::Heat::ScalingPolicy
    properties: { adjustment_type: change_in_capacity, auto_scaling_group_id: { get_resource: group }, cooldown: 1, scaling_adjustment: 1 }
  most:
    type: OS::Heat::ScalingPolicy
    properties: { adjustment_type: exact_capacity, auto_scaling_group_id: { get_resource: group }, cooldown: 1, scaling_adjustment: 4 }
  high:
    type: OS::Aodh::GnocchiAggregationByResourcesAlarm
    properties:
      metric: cpu
      aggregation_method: rate:mean
      granularity: 10
      evaluation_periods: 2
      threshold: { get_param: threshold }
      comparison_operator: gt
      resource_type: instance
      query: { list_join: [ '', [ '{"=": {"server_group": "', { get_param: "OS::stack_id" }, '"}}' ] ] }
      alarm_actions: [ { list_join: [ '', [ 'trust+', { get_attr: [ out, signal_url ] } ] ] } ]
`,
    'member.yaml': `heat_template_version: 2018-08-31
parameters:
  flavor: { type: string }
resources:
  server:
    type: OS::Nova::Server
    properties:
      image: ubuntu-20.04
      flavor: { get_param: flavor }
      networks: [ { network: private-network } ]
      metadata: { role: web }
      user_data_format: RAW
      user_data: |
        #!/bin/sh
        echo one
  address:
    type: OS::Heat::Value
    properties: { value: { get_attr: [ server, first_address ] } }
`,
  },
  policies: { one: 'out', most: 'most' },
  breaks: {
    files: { 'member.yaml': [['echo one', 'echo two']] },
    rename: ['member.yaml', 'member-two.yaml'],
  },
};

const CFN = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Launch:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties:
      ImageId: ubuntu-20.04
      InstanceType: m1.nano
  Fleet:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy: { AutoScalingRollingUpdate: { MinInstancesInService: '0', MaxBatchSize: '1', PauseTime: PT0S } }
    Properties:
      AvailabilityZones: { "Fn::GetAZs": '' }
      LaunchConfigurationName: { Ref: Launch }
      MinSize: '2'
      MaxSize: '4'
      VPCZoneIdentifier: [ $private_subnet ]
      Cooldown: '1'
  Out:
    Type: AWS::AutoScaling::ScalingPolicy
    Properties: { AdjustmentType: ChangeInCapacity, AutoScalingGroupName: { Ref: Fleet }, Cooldown: '1', ScalingAdjustment: '1' }
  Most:
    Type: AWS::AutoScaling::ScalingPolicy
    Properties: { AdjustmentType: ExactCapacity, AutoScalingGroupName: { Ref: Fleet }, Cooldown: '1', ScalingAdjustment: '4' }
`;

const NO_ROLLING = /\n {4}UpdatePolicy: .*/;

/** CloudFormation's words, rolled. */
const cfn: Base = {
  document: STACK,
  files: { 'template.yaml': CFN },
  policies: { one: 'Out', most: 'Most' },
  breaks: { files: { 'template.yaml': [['ImageId: ubuntu-20.04', 'ImageId: ubuntu-22.04']] } },
};

/** CloudFormation's words without an update policy. */
const unrolled: Base = { ...cfn, files: { 'template.yaml': CFN.replace(NO_ROLLING, '') } };

/** HOT around a nested file in CloudFormation's words, the group inside. */
const tiers: Base = {
  ...cfn,
  files: {
    'template.yaml': `heat_template_version: 2018-08-31
resources:
  tier:
    type: tier.yaml
`,
    'tier.yaml': CFN,
  },
  breaks: { files: { 'tier.yaml': [['ImageId: ubuntu-20.04', 'ImageId: ubuntu-22.04']] } },
};

export const BASES: Readonly<Record<string, Base>> = { group, balanced, hot, cfn, unrolled, tiers };
