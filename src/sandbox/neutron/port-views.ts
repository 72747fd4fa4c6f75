// Ports as Neutron shows them: those made as such, and those that Nova made for servers.

import type { Cloud } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import type { Address, Port, Server } from '../world.ts';
import { portOf } from './addresses.ts';
import type { Row } from './listing.ts';
import { stamps } from './stamps.ts';

/** Of a project; there may be a hundred thousand, of which a page shows few. */
export function portRows(cloud: Cloud, project: string): Iterable<Row> {
  return { [Symbol.iterator]: () => walkPorts(cloud, project) };
}

function* walkPorts(cloud: Cloud, project: string): Iterator<Row> {
  for (const port of cloud.world.ports)
    if (port.project === project) yield { id: port.id, project, view: () => portView(port) };
  for (const server of cloud.world.servers.values()) {
    if (server.project !== project) continue;
    for (const address of server.addresses)
      if (address.port === undefined)
        yield {
          id: portOf(server, address),
          project,
          view: () => portView(portMade(cloud, server, address)),
        };
  }
}

export function findPort(cloud: Cloud, project: string, id: string): JsonObject | undefined {
  for (const row of portRows(cloud, project)) if (row.id === id) return row.view();
  return undefined;
}

/** The one that Nova made. */
function portMade(cloud: Cloud, server: Server, made: Address): Port {
  const { network, address, mac, disabled, allowed } = made;
  const { project, created } = server;
  const groups = cloud.world.securityGroups.filter((one) => server.securityGroups.includes(one.name));
  return {
    id: portOf(server, made),
    name: '',
    project,
    network,
    subnet: cloud.world.subnets.find((candidate) => candidate.network === network)?.id ?? '',
    address,
    mac,
    created,
    securityGroups: groups.map((group) => group.id),
    tags: [],
    device: server.id,
    ...(disabled === undefined ? {} : { disabled }),
    ...(allowed === undefined ? {} : { allowedAddresses: allowed }),
  };
}

export function portView(port: Port): JsonObject {
  return {
    id: port.id,
    name: port.name,
    network_id: port.network,
    tenant_id: port.project,
    mac_address: port.mac,
    admin_state_up: port.disabled !== true,
    status: port.device === null ? 'DOWN' : 'ACTIVE',
    device_id: port.device ?? '',
    device_owner: port.device === null ? '' : 'compute:nova',
    fixed_ips: [{ subnet_id: port.subnet, ip_address: port.address }],
    allowed_address_pairs: (port.allowedAddresses ?? []).map((one) => ({
      mac_address: port.mac,
      ip_address: one,
    })),
    extra_dhcp_opts: [],
    security_groups: [...port.securityGroups],
    description: '',
    'binding:vnic_type': 'normal',
    port_security_enabled: port.portSecurity ?? true,
    tags: [...port.tags],
    ...stamps(port.created, 1),
    project_id: port.project,
  };
}
