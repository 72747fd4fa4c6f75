/** What Heat does with a running resource when one of its properties changes: a table, measured or read in Heat's source. */
import type { Confidence } from '../../model/change.ts';
import { type Json, type JsonObject, own } from '../../model/json.ts';

/** What Heat asks of Nova when it changes a server in place. */
export type ServerDeed = 'metadata' | 'tags' | 'resize' | 'rebuild' | 'interfaces' | 'password' | 'rename';

export interface Effect {
  /**
   * What becomes of the server: `none`: Heat stores the new value; `beside`: something beside the server changes;
   * `update`: the server is changed in place; `replace`: another server takes its place.
   */
  readonly kind: 'none' | 'beside' | 'update' | 'replace';
  /** `resized in place`, `new image`; shown to people. */
  readonly how: string;
  readonly confidence: Confidence;
  /** The server is out of service for a while. */
  readonly interrupts: boolean;
  /** It happens inside the member's nested stack: the member itself stays, as old as it is. */
  readonly inside: boolean;
  /** What Nova is asked for to change a running server. */
  readonly deeds: readonly ServerDeed[];
}

type Rule = Effect | ((properties: JsonObject) => Effect);

function certain(
  kind: Effect['kind'],
  how: string,
  interrupts: boolean,
  deeds: readonly ServerDeed[] = [],
): Effect {
  return { kind, how, confidence: 'certain', interrupts, inside: false, deeds };
}

export const update = (how: string, ...deeds: readonly ServerDeed[]): Effect =>
  certain('update', how, true, deeds);
/** A call to the service's API, which what runs does not notice. */
const setting = (how: string, ...deeds: readonly ServerDeed[]): Effect =>
  certain('update', how, false, deeds);
/** Under the same name: Heat takes a server off its networks before the new one is asked for (measured). */
export const replace = (how: string): Effect => certain('replace', how, true);
export const beside = (how: string): Effect => certain('beside', how, false);
export const none = (how: string): Effect => certain('none', how, false);
/** Under another name: to Heat a new resource, and one that goes. */
export const handOver = (how: string): Effect => certain('replace', how, false);
const guess = (how: string): Effect => ({ ...update(how), confidence: 'predicted' });

/** The effect of one changed property; `after` are the properties that the new template gives. */
export function effectOf(type: string, property: string, after: JsonObject): Effect {
  const rules = own(RULES, type);
  const rule = rules && (own(rules, property) ?? rules['*']);
  if (rule === undefined) return guess(`${property} changes, as Heat decides`);
  return typeof rule === 'function' ? rule(after) : rule;
}

/** The strongest of several effects; reasons of that strength are joined. */
export function strongest(effects: readonly Effect[]): Effect {
  const order = ['replace', 'update', 'beside', 'none'] as const;
  const kind = order.find((one) => effects.some((effect) => effect.kind === one)) ?? 'none';
  const chosen = effects.filter((effect) => effect.kind === kind);
  return {
    kind,
    how: [...new Set(chosen.map(({ how }) => how))].join(', '),
    confidence: chosen.some(({ confidence }) => confidence === 'predicted') ? 'predicted' : 'certain',
    interrupts: effects.some(({ interrupts }) => interrupts),
    inside: effects.length > 0 && effects.every(({ inside }) => inside),
    deeds: [...new Set(chosen.flatMap(({ deeds }) => deeds))],
  };
}

/** A property governed by another: `image_update_policy` and its like. */
function governedBy(policy: string, fallback: string, effects: Readonly<Record<string, Effect>>): Rule {
  return (properties) => {
    const value: Json = properties[policy] ?? fallback;
    return own(effects, String(value)) ?? guess(`${policy} is ${JSON.stringify(value)}`);
  };
}

/** Measured on 2025.1 with real servers, except where a source is named. */
const RULES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  'OS::Nova::Server': {
    image: governedBy('image_update_policy', 'REBUILD', {
      REBUILD: update('rebuilt in place from the new image', 'rebuild'),
      REBUILD_PRESERVE_EPHEMERAL: update('rebuilt in place from the new image', 'rebuild'),
      REPLACE: replace('new image'),
    }),
    flavor: governedBy('flavor_update_policy', 'RESIZE', {
      RESIZE: update('resized in place', 'resize'),
      REPLACE: replace('new flavor'),
    }),
    user_data: governedBy('user_data_update_policy', 'REPLACE', {
      REPLACE: replace('new user data'),
      IGNORE: none('running servers keep their user data'),
    }),
    networks: update('interfaces detached and attached, addresses change', 'interfaces'),
    metadata: setting('metadata set', 'metadata'),
    tags: setting('tags set', 'tags'),
    name: setting('renamed', 'rename'),
    admin_pass: setting('password set', 'password'),
    image_update_policy: none('counts from the next change on'),
    flavor_update_policy: none('counts from the next change on'),
    user_data_update_policy: none('counts from the next change on'),
    software_config_transport: setting('software config transport changed'),
    security_groups: replace('new security groups'),
    key_name: replace('new key pair'),
    availability_zone: replace('new availability zone'),
    scheduler_hints: replace('new scheduler hints'),
    config_drive: replace('config drive changed'),
    user_data_format: replace('new user data format'),
    block_device_mapping: replace('new block devices'),
    block_device_mapping_v2: replace('new block devices'),
    diskConfig: replace('new disk configuration'),
    reservation_id: replace('new reservation'),
    personality: replace('new personality files'),
  },
  // heat/engine/resources/aws/ec2/instance.py properties_schema update_allowed; ImageId and InstanceType measured
  'AWS::EC2::Instance': {
    ImageId: replace('new image'),
    InstanceType: update('resized in place', 'resize'),
    NetworkInterfaces: update('interfaces detached and attached', 'interfaces'),
    SubnetId: update('interface moved to another subnet', 'interfaces'),
    Volumes: update('volumes changed'),
    Tags: setting('tags set', 'metadata'),
    '*': replace('launch settings changed'),
  },
  // heat/engine/resources/aws/autoscaling/launch_config.py: nothing in it may be updated
  'AWS::AutoScaling::LaunchConfiguration': {
    '*': replace('launch configurations never change, a new one is made'),
  },
  // heat/engine/resources/openstack/heat/autoscaling_group.py: every property is updated in place
  'OS::Heat::AutoScalingGroup': { '*': update('group settings changed') },
  'AWS::AutoScaling::AutoScalingGroup': {
    AvailabilityZones: replace('new availability zones'),
    '*': update('group settings changed'),
  },
  'OS::Heat::ScalingPolicy': {
    auto_scaling_group_id: replace('belongs to another group'),
    '*': update('changed in place, same signal URL'),
  },
  'AWS::AutoScaling::ScalingPolicy': {
    AutoScalingGroupName: replace('belongs to another group'),
    '*': update('changed in place, same signal URL'),
  },
  ...Object.fromEntries(
    [
      'OS::Aodh::GnocchiAggregationByResourcesAlarm',
      'OS::Aodh::GnocchiAggregationByMetricsAlarm',
      'OS::Aodh::GnocchiResourcesAlarm',
      'OS::Aodh::PrometheusAlarm',
      'OS::Aodh::CompositeAlarm',
      'OS::Aodh::EventAlarm',
    ].map((type) => [
      type,
      {
        time_constraints: replace('new time constraints, a new alarm is made'),
        '*': update('alarm changed in place'),
      },
    ]),
  ),
  'OS::Octavia::PoolMember': {
    weight: update('weight set'),
    admin_state_up: update('admin state set'),
    tags: update('tags set'),
    '*': replace('a new pool member is made'),
  },
  'OS::Octavia::Pool': {
    protocol: replace('new protocol'),
    listener: replace('belongs to another listener'),
    loadbalancer: replace('belongs to another load balancer'),
    '*': update('pool changed in place'),
  },
  'OS::Octavia::Listener': {
    protocol: replace('new protocol'),
    protocol_port: replace('new port'),
    loadbalancer: replace('belongs to another load balancer'),
    '*': update('listener changed in place'),
  },
  'OS::Octavia::HealthMonitor': {
    pool: replace('belongs to another pool'),
    type: replace('new type'),
    '*': update('monitor changed in place'),
  },
  'OS::Octavia::LoadBalancer': {
    vip_subnet: replace('new VIP subnet'),
    vip_address: replace('new VIP address'),
    provider: replace('new provider'),
    flavor: replace('new flavor'),
    availability_zone: replace('new availability zone'),
    tenant_id: replace('new project'),
    '*': update('load balancer changed in place'),
  },
  'OS::Neutron::SecurityGroup': { '*': update('rules changed in place') },
  'OS::Neutron::SecurityGroupRule': { '*': replace('rules never change, a new one is made') },
  'OS::Neutron::FloatingIP': {
    floating_network: replace('another network'),
    floating_subnet: replace('another subnet'),
    floating_ip_address: replace('another address'),
    '*': update('floating IP changed in place'),
  },
  'OS::Neutron::Port': {
    network: replace('another network'),
    mac_address: replace('new MAC address'),
    '*': update('port changed in place'),
  },
  'OS::Nova::ServerGroup': { '*': replace('server groups never change, a new one is made') },
  'OS::Nova::KeyPair': { '*': replace('key pairs never change, a new one is made') },
  'OS::Heat::SoftwareConfig': { '*': replace('configs never change, a new one is made') },
  'OS::Heat::StructuredConfig': { '*': replace('configs never change, a new one is made') },
  'OS::Heat::CloudConfig': { '*': replace('configs never change, a new one is made') },
  'OS::Heat::MultipartMime': { '*': replace('configs never change, a new one is made') },
  'OS::Heat::Value': { '*': update('value changed') },
  // measured: changing only min_wait replaces the delay
  'OS::Heat::Delay': { '*': replace('a new delay is made') },
};
