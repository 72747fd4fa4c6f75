// OS::Neutron::Port, FloatingIP and FloatingIPAssociation: addresses that outlive a server.

import { isObject, type Json, type JsonObject, objectOr, textOr } from '../../json.ts';
import { findByNameOrId } from '../../lookup.ts';
import { newMac, portOf, removePort, takeAddress } from '../../neutron/addresses.ts';
import { portView } from '../../neutron/port-views.ts';
import { floatingIpView, networkViews, subnetViews } from '../../neutron/views.ts';
import type { FloatingIp, Port, Subnet } from '../../world.ts';
import { DONE, type ResourceType, type Site } from '../plug-in.ts';
import { physicalName } from '../rows.ts';
import { lightBehaviour } from './light.ts';
import { listOf } from './server-request.ts';

type Behaviour = Omit<ResourceType, 'schema'>;

export const PORT: Behaviour = {
  ...lightBehaviour({
    made: makePort,
    removed: (site) => removePort(site.cloud, idOf(site)),
    attribute: portAttribute,
  }),
  update: updatePort,
};

function makePort(site: Site): void {
  const { world, now } = site.cloud;
  const { properties } = site;
  const given = fixedAddress(properties);
  const subnet =
    findByNameOrId<Subnet>(world.subnets, String(given['subnet'] ?? given['subnet_id'])) ??
    world.subnets.find((one) => one.network === networkId(site));
  world.ports.push({
    id: idOf(site),
    name: textOr(properties['name'], physicalName(site.stack, site.row)),
    project: site.stack.project,
    network: networkId(site),
    subnet: subnet?.id ?? '',
    address:
      textOr(given['ip_address'], null) ?? (subnet === undefined ? '' : takeAddress(site.cloud, subnet)),
    mac: textOr(properties['mac_address'], null) ?? newMac(site.cloud),
    securityGroups: groupIds(site),
    allowedAddresses: allowedAddresses(site),
    portSecurity: portSecurity(site),
    tags: listOf(properties['tags']).map(String),
    device: null,
    created: now,
  });
}

function allowedAddresses({ properties }: Site): readonly string[] {
  return listOf(properties['allowed_address_pairs']).map((pair) => String(objectOr(pair)['ip_address']));
}

function portSecurity({ properties }: Site): boolean {
  return properties['port_security_enabled'] !== false;
}

/** Without security groups a port gets the project's default one. */
function groupIds(site: Site): readonly string[] {
  const { securityGroups } = site.cloud.world;
  if (!portSecurity(site)) return [];
  const names = site.properties['security_groups'];
  return (Array.isArray(names) ? names.map(String) : ['default']).map(
    (name) => findByNameOrId(securityGroups, name)?.id ?? name,
  );
}

function updatePort(site: Site) {
  const port = portRecord(site);
  if (port === undefined) return DONE;
  if (site.changed.has('name')) port.name = textOr(site.properties['name'], port.name);
  if (site.changed.has('security_groups')) port.securityGroups = groupIds(site);
  if (site.changed.has('allowed_address_pairs')) port.allowedAddresses = allowedAddresses(site);
  if (site.changed.has('port_security_enabled')) port.portSecurity = portSecurity(site);
  if (site.changed.has('tags')) port.tags = listOf(site.properties['tags']).map(String);
  return DONE;
}

function portAttribute(site: Site, name: string): Json | undefined {
  const port = portRecord(site);
  if (port === undefined) return null;
  const view = portView(port);
  switch (name) {
    case 'show':
      return view;
    case 'network':
      return networkViews(site.cloud, port.project).find((one) => one['id'] === port.network) ?? null;
    case 'subnets':
      return subnetViews(site.cloud, port.project).filter((one) => one['id'] === port.subnet);
    default:
      return view[name] ?? null;
  }
}

function portRecord(site: Site): Port | undefined {
  return site.cloud.world.ports.find((one) => one.id === site.row.physicalId);
}

function networkId(site: Site): string {
  const { properties } = site;
  const wanted = String(properties['network'] ?? properties['network_id']);
  return findByNameOrId(site.cloud.world.networks, wanted)?.id ?? '';
}

function fixedAddress(properties: JsonObject): JsonObject {
  return objectOr(listOf(properties['fixed_ips']).find(isObject));
}

export const FLOATING_IP: Behaviour = {
  ...lightBehaviour({
    made: makeFloating,
    removed: (site) => {
      const { floatingIps } = site.cloud.world;
      const index = floatingIps.findIndex((one) => one.id === site.row.physicalId);
      if (index >= 0) floatingIps.splice(index, 1);
    },
    attribute: (site, name) => {
      const floating = floatingRecord(site, site.row.physicalId);
      if (floating === undefined) return null;
      const view = floatingIpView(site.cloud, floating);
      return name === 'show' ? view : (view[name] ?? null);
    },
  }),
  update: (site) => {
    const floating = floatingRecord(site, site.row.physicalId);
    if (floating !== undefined) associate(site, floating);
    return DONE;
  },
};

function makeFloating(site: Site): void {
  const { cloud, properties, stack } = site;
  const { networks, subnets, floatingIps } = cloud.world;
  const network = findByNameOrId(networks, String(properties['floating_network']))?.id ?? '';
  const subnet = subnets.find((one) => one.network === network);
  const floating: FloatingIp = {
    id: idOf(site),
    project: stack.project,
    network,
    address:
      textOr(properties['floating_ip_address'], null) ??
      (subnet === undefined ? '' : takeAddress(cloud, subnet)),
    port: null,
    fixedAddress: null,
    created: cloud.now,
    updated: cloud.now,
  };
  floatingIps.push(floating);
  associate(site, floating);
}

function associate(site: Site, floating: FloatingIp): void {
  const port = textOr(site.properties['port_id'], null);
  floating.port = port;
  floating.fixedAddress =
    port === null ? null : (textOr(site.properties['fixed_ip_address'], null) ?? addressOf(site, port));
  floating.updated = site.cloud.now;
}

function addressOf(site: Site, id: string): string | null {
  const { ports, servers } = site.cloud.world;
  const port = ports.find((one) => one.id === id);
  if (port !== undefined) return port.address;
  for (const server of servers.values()) {
    const found = server.addresses.find((one) => portOf(server, one) === id);
    if (found !== undefined) return found.address;
  }
  return null;
}

function floatingRecord(site: Site, id: Json | undefined): FloatingIp | undefined {
  return site.cloud.world.floatingIps.find((one) => one.id === id);
}

/** Its id is a number of Heat's own (measured). */
export const FLOATING_IP_ASSOCIATION: Behaviour = {
  ...lightBehaviour({
    id: (site) => String(site.cloud.count()),
    made: associateGiven,
    removed: (site) => {
      const floating = floatingRecord(site, site.properties['floatingip_id']);
      if (floating === undefined) return;
      floating.port = null;
      floating.fixedAddress = null;
    },
  }),
  update: (site) => {
    associateGiven(site);
    return DONE;
  },
};

function associateGiven(site: Site): void {
  const floating = floatingRecord(site, site.properties['floatingip_id']);
  if (floating !== undefined) associate(site, floating);
}

function idOf(site: Site): string {
  return site.row.physicalId ?? '';
}
