/** What a resource of a template brings into being that is counted by quotas or paid for, nested files looked into. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { StackEnvironment } from '../../model/spec.ts';
import { wholeNumber } from '../heat/describe-groups.ts';
import { groupType } from '../heat/group-types.ts';
import { nestedResources } from '../heat/member-servers.ts';
import { nestedFile } from '../heat/nested-file.ts';
import { object } from '../heat/template.ts';

export type Part =
  /** `flavor` null = only Heat can tell. */
  | {
      readonly kind: 'server';
      readonly flavor: string | null;
      readonly inServerGroup: boolean;
      /** Its disk is a volume, not the host's. */
      readonly onVolume: boolean;
    }
  | { readonly kind: 'volume'; readonly sizeGiB: number | null }
  | { readonly kind: 'port' | 'floatingIp' | 'poolMember' | 'loadBalancer' }
  /** It may hold anything. */
  | { readonly kind: 'opaque'; readonly type: string };

export interface PartsSource {
  readonly files: Readonly<Record<string, string>>;
  readonly environment: Pick<StackEnvironment, 'resource_registry'>;
}

/** Heat's own limit of nesting (heat.conf max_nested_stack_depth). */
const MAX_DEPTH = 5;

/** `definition`: type and properties, functions resolved where they can be; scaling groups inside are left out. */
export function partsOf(definition: JsonObject, source: PartsSource, depth = 0): readonly Part[] {
  const type = typeof definition['type'] === 'string' ? definition['type'] : '';
  const properties = object(definition['properties']);
  if (groupType(type)) return [];
  if (type === 'OS::Heat::ResourceGroup') return repeated(properties, source, depth);
  const file = nestedFile(type, source.files, source.environment);
  const nested = file === null ? null : nestedResources(file, properties, source.files);
  if (nested && depth < MAX_DEPTH)
    return Object.values(nested).flatMap((resource) => partsOf(resource, source, depth + 1));
  const read = READERS[type];
  if (read) return read(properties);
  return mayHoldMore(type) ? [{ kind: 'opaque', type }] : [];
}

/** heat/engine/resources/openstack/heat/resource_group.py: `count` is 1 where it is left out. */
function repeated(properties: JsonObject, source: PartsSource, depth: number): readonly Part[] {
  const times = properties['count'] === undefined ? 1 : wholeNumber(properties['count']);
  if (times === null || times > MOST_REPEATED || depth >= MAX_DEPTH)
    return [{ kind: 'opaque', type: 'OS::Heat::ResourceGroup' }];
  const one = partsOf(object(properties['resource_def']), source, depth + 1);
  return Array.from({ length: times }, () => one).flat();
}

/** A hostile template may ask for any number. */
const MOST_REPEATED = 1000;

const READERS: Readonly<Record<string, (properties: JsonObject) => readonly Part[]>> = {
  'OS::Nova::Server': server,
  'OS::Heat::ScaledResource': server,
  'AWS::EC2::Instance': server,
  'OS::Neutron::Port': () => [{ kind: 'port' }],
  'AWS::EC2::NetworkInterface': () => [{ kind: 'port' }],
  'OS::Neutron::FloatingIP': () => [{ kind: 'floatingIp' }],
  'AWS::EC2::EIP': () => [{ kind: 'floatingIp' }],
  'OS::Octavia::PoolMember': () => [{ kind: 'poolMember' }],
  // its address is a port of the project
  'OS::Octavia::LoadBalancer': () => [{ kind: 'loadBalancer' }, { kind: 'port' }],
  'OS::Cinder::Volume': ({ size }) => [{ kind: 'volume', sizeGiB: wholeNumber(size) }],
  'AWS::EC2::Volume': ({ Size }) => [{ kind: 'volume', sizeGiB: wholeNumber(Size) }],
};

function server(properties: JsonObject): readonly Part[] {
  const flavor = properties['flavor'] ?? properties['InstanceType'];
  // it boots from what it has an image of, else from a volume
  const onVolume = (properties['image'] ?? properties['ImageId']) === undefined;
  const inServerGroup = object(properties['scheduler_hints'])['group'] !== undefined;
  return [
    { kind: 'server', flavor: typeof flavor === 'string' ? flavor : null, inServerGroup, onVolume },
    ...Array.from({ length: portsOf(properties['networks']) }, (): Part => ({ kind: 'port' })),
    ...volumesOf(properties['block_device_mapping_v2']),
  ];
}

/** Nova makes one on each network that is not given as a port; where none is named, on the project's only one. */
function portsOf(networks: Json | undefined): number {
  if (!Array.isArray(networks)) return 1;
  return networks.filter((one) => {
    const { port, allocate_network: allocate } = object(one);
    return port === undefined && allocate !== 'none';
  }).length;
}

/** Those that Nova makes of an image, a snapshot or nothing; a volume that is named is there already. */
function volumesOf(devices: Json | undefined): readonly Part[] {
  if (!Array.isArray(devices)) return [];
  return devices.filter(isJsonObject).flatMap((device): readonly Part[] => {
    if ('volume_id' in device || 'ephemeral_size' in device || 'swap_size' in device) return [];
    const made = MADE_OF.some((key) => key in device);
    return made ? [{ kind: 'volume', sizeGiB: wholeNumber(device['volume_size']) }] : [];
  });
}

const MADE_OF = ['image', 'image_id', 'snapshot_id', 'volume_size'];

/** A type of the cloud's own, or one that stands for a whole stack. */
function mayHoldMore(type: string): boolean {
  return HOLDERS.has(type) || !/^(?:OS|AWS|Heat)::/.test(type);
}

const HOLDERS: ReadonlySet<string> = new Set([
  'OS::Heat::Stack',
  'OS::Heat::ResourceChain',
  'OS::Heat::InstanceGroup',
  'AWS::CloudFormation::Stack',
]);
