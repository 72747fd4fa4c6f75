// The ports that Heat itself makes for a server put on a subnet, and the floating addresses it is given.

import { uuid } from '../../generator.ts';
import { isObject, type JsonObject, textOr } from '../../json.ts';
import { findByNameOrId } from '../../lookup.ts';
import { newMac, portOf, removePort, takeAddress } from '../../neutron/addresses.ts';
import type { ServerRequest } from '../../nova/servers.ts';
import type { Server, Subnet } from '../../world.ts';
import type { Site } from '../plug-in.ts';
import { listOf } from './server-request.ts';

/** Where `subnet` is given, Heat makes the port: `{resource}-port-{index}` (server_network_mixin.py _create_internal_port). */
export function withInternalPorts(site: Site, request: ServerRequest): ServerRequest {
  const entries = listOf(site.properties['networks']).map((entry) => (isObject(entry) ? entry : {}));
  const made: string[] = [];
  const plugs = request.plugs.map((plug, index) => {
    const entry = entries[index] ?? {};
    const subnet = findByNameOrId<Subnet>(site.cloud.world.subnets, String(entry['subnet']));
    if (plug.port !== null || subnet === undefined) return plug;
    const port = makePort(site, subnet, entry, index, request.securityGroups);
    made.push(port);
    return { ...plug, port };
  });
  if (made.length > 0) site.row.data['ports'] = made;
  return { ...request, plugs };
}

function makePort(
  site: Site,
  subnet: Subnet,
  entry: JsonObject,
  index: number,
  groups: readonly string[],
): string {
  const { cloud, stack, row } = site;
  const { ports, securityGroups } = cloud.world;
  const id = uuid(cloud.world);
  const names = groups.length > 0 ? groups : ['default'];
  ports.push({
    id,
    name: `${row.name}-port-${index}`,
    project: stack.project,
    network: subnet.network,
    subnet: subnet.id,
    address: textOr(entry['fixed_ip'], null) ?? takeAddress(cloud, subnet),
    mac: newMac(cloud),
    securityGroups: names.map((name) => findByNameOrId(securityGroups, name)?.id ?? name),
    tags: [],
    device: null,
    created: cloud.now,
  });
  return id;
}

export function dropInternalPorts(site: Site): void {
  for (const id of listOf(site.row.data['ports'])) removePort(site.cloud, String(id));
}

export function attachFloating(site: Site, server: Server): void {
  const entries = listOf(site.properties['networks']);
  for (const [index, entry] of entries.entries()) {
    const wanted = isObject(entry) ? entry['floating_ip'] : undefined;
    const address = server.addresses[index];
    const floating = site.cloud.world.floatingIps.find((one) => one.id === wanted || one.address === wanted);
    if (floating === undefined || address === undefined) continue;
    floating.port = portOf(server, address);
    floating.fixedAddress = address.address;
    floating.updated = site.cloud.now;
  }
}
