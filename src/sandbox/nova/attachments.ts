// What is attached to a server, as Nova lists it: interfaces and volumes.

import type { Cloud } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import { portOf } from '../neutron/addresses.ts';
import type { Server } from '../world.ts';

export function interfaceViews(cloud: Cloud, server: Server): JsonObject[] {
  const { ports, subnets } = cloud.world;
  return server.addresses.map((one) => {
    const subnet = ports.find(({ id }) => id === one.port)?.subnet;
    return {
      net_id: one.network,
      port_id: portOf(server, one),
      mac_addr: one.mac,
      port_state: 'ACTIVE',
      fixed_ips: [
        {
          subnet_id: subnet ?? subnets.find(({ network }) => network === one.network)?.id ?? '',
          ip_address: one.address,
        },
      ],
    };
  });
}

export function volumeViews(server: Server): JsonObject[] {
  return server.volumes.map(({ id, deleteOnTermination }, index) => ({
    id,
    volumeId: id,
    serverId: server.id,
    device: `/dev/vd${String.fromCharCode(97 + index)}`,
    delete_on_termination: deleteOnTermination,
  }));
}
