// What Heat tells templates of a server's addresses: each network under its name and under its id.

import type { Cloud } from '../../cloud.ts';
import type { Json, JsonObject } from '../../json.ts';
import { portOf } from '../../neutron/addresses.ts';
import { networkViews, subnetViews } from '../../neutron/views.ts';
import type { Server } from '../../world.ts';

export function firstAddress(server: Server): string {
  return server.addresses[0]?.address ?? '';
}

export function networksAttribute(cloud: Cloud, server: Server): JsonObject {
  return byNameAndId(cloud, server, ({ address }) => address);
}

export function addressesAttribute(cloud: Cloud, server: Server): JsonObject {
  const networks = networkViews(cloud, server.project);
  const subnets = subnetViews(cloud, server.project);
  return byNameAndId(cloud, server, (one) => ({
    addr: one.address,
    'OS-EXT-IPS-MAC:mac_addr': one.mac,
    'OS-EXT-IPS:type': 'fixed',
    port: portOf(server, one),
    version: [4],
    subnets: subnets.filter((subnet) => subnet['network_id'] === one.network),
    network: networks.find((network) => network['id'] === one.network) ?? null,
  }));
}

function byNameAndId(
  cloud: Cloud,
  server: Server,
  describe: (address: Server['addresses'][number]) => Json,
): JsonObject {
  const found: Record<string, Json[]> = {};
  for (const one of server.addresses) {
    const name = cloud.world.networks.find(({ id }) => id === one.network)?.name ?? one.network;
    const entry = describe(one);
    for (const key of new Set([name, one.network])) found[key] = [...(found[key] ?? []), entry];
  }
  return found;
}
