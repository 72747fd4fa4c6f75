// The network's and Nova's side resources that other resources refer to by id.

import { isObject, type Json, type JsonObject, objectOr, textOr } from '../../json.ts';
import { findByNameOrId } from '../../lookup.ts';
import { newMac, takeAddress } from '../../neutron/addresses.ts';
import type { Subnet } from '../../world.ts';
import type { Site } from '../plug-in.ts';
import { lightBehaviour, nameId } from './light.ts';

export const NET = lightBehaviour({
  made: (site) => {
    const { world, now } = site.cloud;
    const name = textOr(site.properties['name'], nameId(site));
    world.networks.push({
      id: idOf(site),
      name,
      project: site.stack.project,
      external: false,
      mtu: 1450,
      created: now,
    });
  },
  removed: (site) => removeFrom(site.cloud.world.networks, idOf(site)),
});

export const SUBNET = lightBehaviour({
  made: (site) => {
    const { world, now } = site.cloud;
    const { properties } = site;
    const network =
      findByNameOrId(world.networks, String(properties['network'] ?? properties['network_id']))?.id ?? '';
    const cidr = textOr(properties['cidr'], '10.0.0.0/24');
    const gateway = textOr(properties['gateway_ip'], cidr.replace(/\d+\/\d+$/, '1'));
    const name = textOr(properties['name'], nameId(site));
    const dhcp = properties['enable_dhcp'] !== false;
    world.subnets.push({
      id: idOf(site),
      name,
      project: site.stack.project,
      network,
      cidr,
      gateway,
      dhcp,
      created: now,
      next: 0,
    });
  },
  removed: (site) => removeFrom(site.cloud.world.subnets, idOf(site)),
});

export const PORT = lightBehaviour({
  made: (site) => {
    const { world, now } = site.cloud;
    const { properties } = site;
    const network =
      findByNameOrId(world.networks, String(properties['network'] ?? properties['network_id']))?.id ?? '';
    const subnet = world.subnets.find((one) => one.network === network);
    const groups = Array.isArray(properties['security_groups'])
      ? properties['security_groups'].map(String)
      : [];
    world.ports.push({
      id: idOf(site),
      name: textOr(properties['name'], nameId(site)),
      project: site.stack.project,
      network,
      subnet: subnet?.id ?? '',
      address: givenAddress(properties) ?? (subnet === undefined ? '' : takeAddress(subnet)),
      mac: newMac(site.cloud),
      securityGroups: groups.map((name) => findByNameOrId(world.securityGroups, name)?.id ?? name),
      created: now,
    });
  },
  removed: (site) => removeFrom(site.cloud.world.ports, idOf(site)),
  attribute: (site, name) => {
    const port = site.cloud.world.ports.find((one) => one.id === site.row.physicalId);
    if (name === 'fixed_ips') return [{ subnet_id: port?.subnet ?? '', ip_address: port?.address ?? '' }];
    if (name === 'mac_address') return port?.mac ?? null;
    return name === 'network_id' ? (port?.network ?? null) : undefined;
  },
});

export const SECURITY_GROUP = lightBehaviour({
  made: (site) => {
    const { world, now } = site.cloud;
    const { properties, stack } = site;
    const rules = Array.isArray(properties['rules']) ? properties['rules'].filter(isObject) : [];
    const name = textOr(properties['name'], nameId(site));
    const description = textOr(properties['description'], '');
    world.securityGroups.push({
      id: idOf(site),
      name,
      project: stack.project,
      description,
      rules,
      created: now,
    });
  },
  removed: (site) => removeFrom(site.cloud.world.securityGroups, idOf(site)),
});

export const SERVER_GROUP = lightBehaviour({
  made: (site) => {
    const { properties, stack } = site;
    const policies = Array.isArray(properties['policies']) ? properties['policies'] : ['anti-affinity'];
    const name = textOr(properties['name'], nameId(site));
    const policy = String(policies[0] ?? 'anti-affinity');
    site.cloud.world.serverGroups.push({
      id: idOf(site),
      name,
      project: stack.project,
      user: stack.user,
      policy,
    });
  },
  removed: (site) => removeFrom(site.cloud.world.serverGroups, idOf(site)),
});

export const LOAD_BALANCER = lightBehaviour({
  made: (site) => {
    const subnet = findByNameOrId<Subnet>(site.cloud.world.subnets, String(site.properties['vip_subnet']));
    const given = site.properties['vip_address'];
    site.row.data['vip'] =
      typeof given === 'string' ? given : subnet === undefined ? '198.51.100.1' : takeAddress(subnet);
  },
  attribute: (site, name): Json | undefined => {
    if (name === 'vip_address') return site.row.data['vip'];
    return name === 'pools' ? [] : undefined;
  },
});

function idOf(site: Site): string {
  return site.row.physicalId ?? '';
}

function givenAddress(properties: JsonObject): string | undefined {
  const [first] = Array.isArray(properties['fixed_ips']) ? properties['fixed_ips'] : [];
  const address = objectOr(first)['ip_address'];
  return typeof address === 'string' ? address : undefined;
}

function removeFrom(things: { readonly id: string }[], id: string): void {
  const index = things.findIndex((one) => one.id === id);
  if (index >= 0) things.splice(index, 1);
}
