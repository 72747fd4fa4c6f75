// Which behaviour each built-in type has; a type without an entry is a light resource.

import type { ResourceType } from '../plug-in.ts';
import { alarmBehaviour } from './alarm.ts';
import { groupBehaviour } from './group.ts';
import { AWS_GROUP, HEAT_GROUP } from './group-kinds.ts';
import { configText, DELAY, NONE, RANDOM_STRING, TEST_RESOURCE, VALUE } from './heat-resources.ts';
import { INSTANCE } from './instance.ts';
import { KEY_PAIR } from './key-pair.ts';
import { lightBehaviour, nameId } from './light.ts';
import { balancingBehaviour } from './load-balancing.ts';
import { NET, SERVER_GROUP, SUBNET } from './network-resources.ts';
import { FLOATING_IP, FLOATING_IP_ASSOCIATION, PORT } from './ports.ts';
import { RESOURCE_GROUP } from './resource-group.ts';
import { AWS_POLICY, HEAT_POLICY, policyBehaviour } from './scaling-policy.ts';
import { SECURITY_GROUP, SECURITY_GROUP_RULE } from './security-groups.ts';
import { SERVER } from './server.ts';
import { WAIT_CONDITION, WAIT_HANDLE } from './wait-condition.ts';

type Behaviour = Omit<ResourceType, 'schema'>;

const config = (): Behaviour => lightBehaviour({ attribute: configText });

const TABLE: Readonly<Record<string, () => Behaviour>> = {
  'OS::Heat::AutoScalingGroup': () => groupBehaviour(HEAT_GROUP),
  'AWS::AutoScaling::AutoScalingGroup': () => groupBehaviour(AWS_GROUP),
  'OS::Heat::ScalingPolicy': () => policyBehaviour(HEAT_POLICY),
  'AWS::AutoScaling::ScalingPolicy': () => policyBehaviour(AWS_POLICY),
  'AWS::AutoScaling::LaunchConfiguration': () => lightBehaviour({ id: nameId, seconds: () => 0 }),
  'AWS::EC2::Instance': () => INSTANCE,
  'OS::Nova::Server': () => SERVER,
  'OS::Nova::KeyPair': () => KEY_PAIR,
  'OS::Nova::ServerGroup': () => SERVER_GROUP,
  'OS::Heat::ResourceGroup': () => RESOURCE_GROUP,
  'OS::Heat::TestResource': () => TEST_RESOURCE,
  'OS::Heat::Value': () => VALUE,
  'OS::Heat::RandomString': () => RANDOM_STRING,
  'OS::Heat::Delay': () => DELAY,
  'OS::Heat::None': () => NONE,
  'OS::Heat::WaitConditionHandle': () => WAIT_HANDLE,
  'OS::Heat::UpdateWaitConditionHandle': () => WAIT_HANDLE,
  'OS::Heat::WaitCondition': () => WAIT_CONDITION,
  'AWS::CloudFormation::WaitConditionHandle': () => WAIT_HANDLE,
  'AWS::CloudFormation::WaitCondition': () => WAIT_CONDITION,
  'OS::Heat::SoftwareConfig': config,
  'OS::Heat::StructuredConfig': config,
  'OS::Heat::CloudConfig': config,
  'OS::Heat::MultipartMime': config,
  'OS::Neutron::Net': () => NET,
  'OS::Neutron::Subnet': () => SUBNET,
  'OS::Neutron::Port': () => PORT,
  'OS::Neutron::SecurityGroup': () => SECURITY_GROUP,
  'OS::Aodh::GnocchiAggregationByResourcesAlarm': () =>
    alarmBehaviour('gnocchi_aggregation_by_resources_threshold'),
  'OS::Aodh::GnocchiAggregationByMetricsAlarm': () =>
    alarmBehaviour('gnocchi_aggregation_by_metrics_threshold'),
  'OS::Aodh::GnocchiResourcesAlarm': () => alarmBehaviour('gnocchi_resources_threshold'),
  'OS::Aodh::CompositeAlarm': () => alarmBehaviour('composite'),
  'OS::Aodh::EventAlarm': () => alarmBehaviour('event'),
  'OS::Aodh::PrometheusAlarm': () => alarmBehaviour('prometheus'),
  'OS::Aodh::LBMemberHealthAlarm': () => alarmBehaviour('loadbalancer_member_health'),
  'OS::Neutron::SecurityGroupRule': () => SECURITY_GROUP_RULE,
  'OS::Neutron::FloatingIP': () => FLOATING_IP,
  'OS::Neutron::FloatingIPAssociation': () => FLOATING_IP_ASSOCIATION,
  'OS::Octavia::LoadBalancer': () => balancingBehaviour('LoadBalancer'),
  'OS::Octavia::Listener': () => balancingBehaviour('Listener'),
  'OS::Octavia::Pool': () => balancingBehaviour('Pool'),
  'OS::Octavia::HealthMonitor': () => balancingBehaviour('HealthMonitor'),
  'OS::Octavia::PoolMember': () => balancingBehaviour('PoolMember'),
};

export function behaviours(type: string): Behaviour {
  return TABLE[type]?.() ?? lightBehaviour();
}
