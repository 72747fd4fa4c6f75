// How many addresses of each network are taken, as admins may ask.

import type { Cloud } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import type { Subnet } from '../world.ts';

export function availabilityViews(cloud: Cloud): readonly JsonObject[] {
  const used = usedBySubnet(cloud);
  return cloud.world.networks.map((network) => {
    const subnets = cloud.world.subnets
      .filter((one) => one.network === network.id)
      .map((subnet) => ({
        subnet_id: subnet.id,
        ip_version: 4,
        cidr: subnet.cidr,
        subnet_name: subnet.name,
        used_ips: used.get(subnet.id) ?? 0,
        total_ips: addressesIn(subnet),
      }));
    return {
      network_id: network.id,
      network_name: network.name,
      tenant_id: network.project,
      project_id: network.project,
      subnet_ip_availability: subnets,
      used_ips: subnets.reduce((sum, one) => sum + one.used_ips, 0),
      total_ips: subnets.reduce((sum, one) => sum + one.total_ips, 0),
    };
  });
}

/** The allocation pool: all but network, gateway and broadcast. */
function addressesIn(subnet: Subnet): number {
  return 2 ** (32 - Number(subnet.cidr.split('/')[1] ?? 24)) - 3;
}

function usedBySubnet(cloud: Cloud): ReadonlyMap<string, number> {
  const { ports, servers, floatingIps, subnets } = cloud.world;
  const used = new Map<string, number>();
  const count = (subnet: string) => used.set(subnet, (used.get(subnet) ?? 0) + 1);
  const first = new Map<string, string>();
  for (const { id, network } of subnets) if (!first.has(network)) first.set(network, id);
  for (const port of ports) count(port.subnet);
  for (const { network } of floatingIps) count(first.get(network) ?? '');
  for (const server of servers.values()) {
    for (const { network, port } of server.addresses) if (port === undefined) count(first.get(network) ?? '');
  }
  return used;
}
