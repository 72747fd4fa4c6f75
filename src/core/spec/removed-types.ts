/** Resource types that OpenStack no longer has behind them: since when, what Heat does with them, what to write instead. */

export interface RemovedType {
  /** What is so, as a sentence's middle: `is …`, `left …`. */
  readonly why: string;
  readonly instead: string;
}

export function removedType(type: string): RemovedType | null {
  return Object.hasOwn(TYPES, type) ? (TYPES[type] ?? null) : null;
}

/**
 * heat/engine/resources/openstack/heat/none_resource.py: Heat keeps these names for old stacks; a stack with one goes
 * CREATE_COMPLETE and nothing is there (measured on 2025.1 for every family named here).
 */
function placeholder(since: string, instead: string): RemovedType {
  return { why: `is gone since ${since}: Heat takes it, says it is complete, and makes nothing`, instead };
}

/** Measured on 2025.1: Aodh answers `400 Unknown attribute for argument data: threshold_rule` when all else is built. */
function thresholdAlarm(since: string): RemovedType {
  return {
    why: `watches Ceilometer's own meters, which are gone since ${since}: Aodh refuses it when the rest of the stack is built`,
    instead: 'OS::Aodh::GnocchiAggregationByResourcesAlarm',
  };
}

/** Measured on 2025.1: `The Resource Type (…) could not be found.` */
function neverThere(instead: string): RemovedType {
  return { why: 'is a type that Heat does not have', instead };
}

const LBAAS_V2 = 'OpenStack 2023.2 (LBaaS v2)';
const LBAAS_V1 = 'OpenStack Pike (LBaaS v1)';
const SENLIN = 'OpenStack 2024.2 (Senlin)';
const LOAD_BALANCER = 'OS::Octavia::LoadBalancer with a Listener, a Pool and a HealthMonitor';

// releases: the classes' support_status in heat/engine/resources (9.0 Pike, 10.0 Queens, 11.0 Rocky, 21.0 2023.2, 23.0 2024.2)
const TYPES: Readonly<Record<string, RemovedType>> = {
  // heat/environment.d/default.yaml maps the first two to OS::Aodh::Alarm; aodh without ceilometer-api: Queens
  'OS::Ceilometer::Alarm': thresholdAlarm('OpenStack Queens'),
  'OS::Metering::Alarm': thresholdAlarm('OpenStack Queens'),
  'OS::Aodh::Alarm': thresholdAlarm('OpenStack Queens'),
  'AWS::CloudWatch::Alarm': thresholdAlarm('OpenStack Queens'),
  'OS::Heat::CWLiteAlarm': neverThere('OS::Aodh::GnocchiAggregationByResourcesAlarm'),
  'OS::Aodh::CombinationAlarm': placeholder('OpenStack Pike', 'OS::Aodh::CompositeAlarm'),
  'OS::Ceilometer::CombinationAlarm': placeholder('OpenStack Pike', 'OS::Aodh::CompositeAlarm'),

  'OS::Neutron::LoadBalancer': placeholder(LBAAS_V1, LOAD_BALANCER),
  'OS::Neutron::Pool': placeholder(LBAAS_V1, 'OS::Octavia::Pool'),
  'OS::Neutron::PoolMember': placeholder(LBAAS_V1, 'OS::Octavia::PoolMember'),
  'OS::Neutron::HealthMonitor': placeholder(LBAAS_V1, 'OS::Octavia::HealthMonitor'),
  'OS::Neutron::LBaaS::LoadBalancer': placeholder(LBAAS_V2, 'OS::Octavia::LoadBalancer'),
  'OS::Neutron::LBaaS::Listener': placeholder(LBAAS_V2, 'OS::Octavia::Listener'),
  'OS::Neutron::LBaaS::Pool': placeholder(LBAAS_V2, 'OS::Octavia::Pool'),
  'OS::Neutron::LBaaS::PoolMember': placeholder(LBAAS_V2, 'OS::Octavia::PoolMember'),
  'OS::Neutron::LBaaS::HealthMonitor': placeholder(LBAAS_V2, 'OS::Octavia::HealthMonitor'),
  'OS::Neutron::LBaaS::L7Policy': placeholder(LBAAS_V2, 'OS::Octavia::L7Policy'),
  'OS::Neutron::LBaaS::L7Rule': placeholder(LBAAS_V2, 'OS::Octavia::L7Rule'),
  // heat/engine/resources/aws/lb/loadbalancer.py: a server of the image Fedora-Cloud-Base-20141203-21.x86_64 (measured)
  'AWS::ElasticLoadBalancing::LoadBalancer': {
    why: 'is a server that Heat builds from a Fedora image of 2014: no cloud has it, so the creation fails',
    instead: LOAD_BALANCER,
  },

  'OS::Senlin::Cluster': placeholder(SENLIN, 'OS::Heat::AutoScalingGroup'),
  'OS::Senlin::Node': placeholder(SENLIN, 'OS::Nova::Server'),
  'OS::Senlin::Profile': placeholder(SENLIN, 'the property `resource` of OS::Heat::AutoScalingGroup'),
  'OS::Senlin::Policy': placeholder(SENLIN, 'OS::Heat::ScalingPolicy'),
  'OS::Senlin::Receiver': placeholder(SENLIN, 'OS::Heat::ScalingPolicy and its alarm_url'),

  'OS::Nova::FloatingIP': placeholder('OpenStack Rocky (nova-network)', 'OS::Neutron::FloatingIP'),
  'OS::Nova::FloatingIPAssociation': placeholder(
    'OpenStack Rocky (nova-network)',
    'OS::Neutron::FloatingIPAssociation',
  ),
  'OS::Heat::HARestarter': placeholder('OpenStack Queens', 'the health checks of a Thermostat spec'),

  'AWS::EC2::LaunchTemplate': neverThere('AWS::AutoScaling::LaunchConfiguration'),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': neverThere(LOAD_BALANCER),
  'AWS::ElasticLoadBalancingV2::TargetGroup': neverThere('OS::Octavia::Pool'),
  'AWS::ElasticLoadBalancingV2::Listener': neverThere('OS::Octavia::Listener'),
  'AWS::AutoScaling::ScheduledAction': neverThere('`scaling.schedules` of a Thermostat spec'),
};
