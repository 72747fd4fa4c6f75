// A server as Nova's API shows it for the microversion that was asked for.

import type { Cloud } from '../cloud.ts';
import { type JsonObject, textOr } from '../json.ts';
import { stableId } from '../keystone/services.ts';
import { portOf } from '../neutron/addresses.ts';
import { microseconds, seconds } from '../times.ts';
import type { Flavor, Server } from '../world.ts';
import { serverStatus } from './servers.ts';

/** Statuses that carry a `progress` (nova/api/openstack/compute/views/servers.py). */
const PROGRESSING = ['ACTIVE', 'BUILD', 'REBUILD', 'RESIZE', 'VERIFY_RESIZE', 'MIGRATING'];

/** `minor` is that of the microversion 2.minor; `withGroups` is GET of one server, where 2.71 added server_groups. */
export function describeServer(cloud: Cloud, server: Server, minor: number, withGroups: boolean): JsonObject {
  const built = server.vmState !== 'building';
  return {
    id: server.id,
    name: server.name,
    status: serverStatus(server),
    tenant_id: server.project,
    user_id: server.user,
    metadata: server.metadata,
    hostId:
      built || server.launched !== null
        ? stableId(`host/${server.project}`) + stableId('host').slice(0, 24)
        : '',
    image: imageView(cloud, server.image),
    flavor: flavorView(cloud, server.flavor, minor),
    created: seconds(server.created),
    updated: seconds(server.updated),
    addresses: addressesView(cloud, server, built),
    accessIPv4: '',
    accessIPv6: '',
    links: serverLinks(cloud, server.id),
    'OS-DCF:diskConfig': 'MANUAL',
    ...(PROGRESSING.includes(serverStatus(server)) ? { progress: 0 } : {}),
    'OS-EXT-AZ:availability_zone': built ? server.availabilityZone : '',
    ...(minor >= 96 ? { pinned_availability_zone: server.pinnedZone } : {}),
    config_drive: server.configDrive,
    key_name: server.keyName,
    'OS-SRV-USG:launched_at': server.launched === null ? null : microseconds(server.launched),
    'OS-SRV-USG:terminated_at': null,
    ...(built ? securityGroupsView(cloud, server) : {}),
    'OS-EXT-STS:task_state': server.taskState,
    'OS-EXT-STS:vm_state': server.vmState,
    'OS-EXT-STS:power_state': powerState(server),
    'os-extended-volumes:volumes_attached': server.volumes.map(({ id, deleteOnTermination }) =>
      minor >= 3 ? { id, delete_on_termination: deleteOnTermination } : { id },
    ),
    ...faultView(server),
    ...(minor >= 9 ? { locked: server.locked ?? false } : {}),
    ...(minor >= 73 ? { locked_reason: null } : {}),
    ...(minor >= 19 ? { description: null } : {}),
    ...(minor >= 26 ? { tags: server.tags } : {}),
    ...(minor >= 63 ? { trusted_image_certificates: null } : {}),
    ...(minor >= 90 ? { 'OS-EXT-SRV-ATTR:hostname': server.name.replaceAll('_', '-').toLowerCase() } : {}),
    ...(withGroups && minor >= 71
      ? { server_groups: server.serverGroup === null ? [] : [server.serverGroup] }
      : {}),
  };
}

export function serverLinks(cloud: Cloud, id: string): JsonObject[] {
  return [
    { rel: 'self', href: `${cloud.base}/compute/v2.1/servers/${id}` },
    { rel: 'bookmark', href: `${cloud.base}/compute/servers/${id}` },
  ];
}

export function describeFlavor(cloud: Cloud, flavor: Flavor, minor: number): JsonObject {
  return {
    id: flavor.id,
    name: flavor.name,
    ram: flavor.ram,
    disk: flavor.disk,
    swap: minor >= 75 ? 0 : '',
    'OS-FLV-EXT-DATA:ephemeral': 0,
    'OS-FLV-DISABLED:disabled': false,
    vcpus: flavor.vcpus,
    'os-flavor-access:is_public': true,
    rxtx_factor: 1,
    links: flavorLinks(cloud, flavor.id),
    ...(minor >= 55 ? { description: null } : {}),
    ...(minor >= 61 ? { extra_specs: {} } : {}),
  };
}

export function flavorLinks(cloud: Cloud, id: string): JsonObject[] {
  return [
    { rel: 'self', href: `${cloud.base}/compute/v2.1/flavors/${id}` },
    { rel: 'bookmark', href: `${cloud.base}/compute/flavors/${id}` },
  ];
}

function imageView(cloud: Cloud, image: string | null): JsonObject | string {
  if (image === null) return '';
  return { id: image, links: [{ rel: 'bookmark', href: `${cloud.base}/compute/images/${image}` }] };
}

function flavorView(cloud: Cloud, id: string, minor: number): JsonObject {
  const flavor = cloud.world.flavors.find((one) => one.id === id);
  if (minor < 47 || flavor === undefined) {
    return { id, links: [{ rel: 'bookmark', href: `${cloud.base}/compute/flavors/${id}` }] };
  }
  const { vcpus, ram, disk, name } = flavor;
  return { vcpus, ram, disk, ephemeral: 0, swap: 0, original_name: name, extra_specs: {} };
}

function addressesView(cloud: Cloud, server: Server, built: boolean): JsonObject {
  const byName: Record<string, JsonObject[]> = {};
  if (!built) return byName;
  for (const one of server.addresses) {
    const { network, address, mac } = one;
    const name = cloud.world.networks.find(({ id }) => id === network)?.name ?? network;
    const entry = (addr: string, type: string) => ({
      version: 4,
      addr,
      'OS-EXT-IPS:type': type,
      'OS-EXT-IPS-MAC:mac_addr': mac,
    });
    const floating = cloud.world.floatingIps.filter(({ port }) => port === portOf(server, one));
    byName[name] = [
      ...(byName[name] ?? []),
      entry(address, 'fixed'),
      ...floating.map((ip) => entry(ip.address, 'floating')),
    ];
  }
  return byName;
}

/** Port by port, doubles included; none without a port (measured). */
function securityGroupsView(cloud: Cloud, server: Server): JsonObject {
  const { ports, securityGroups } = cloud.world;
  const names = server.addresses.flatMap(({ port: id }) => {
    const port = id === undefined ? undefined : ports.find((one) => one.id === id);
    if (port === undefined) return server.securityGroups;
    return port.securityGroups.map((group) => securityGroups.find((one) => one.id === group)?.name ?? group);
  });
  return names.length === 0 ? {} : { security_groups: names.map((name) => ({ name })) };
}

function powerState(server: Server): number {
  if (server.vmState === 'stopped') return 4;
  if (server.vmState === 'paused') return 3;
  return server.vmState === 'building' || server.launched === null ? 0 : 1;
}

function faultView(server: Server): JsonObject {
  if (server.fault === null || server.vmState !== 'error') return {};
  const { code = 500, message, at } = server.fault;
  return { fault: { code, created: seconds(Number(at)), message: textOr(message, 'Unknown') } };
}
