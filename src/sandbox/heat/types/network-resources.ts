// Networks, subnets and server groups: what other resources refer to by id.

import { objectOr, textOr } from '../../json.ts';
import { findByNameOrId } from '../../lookup.ts';
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
      rules: objectOr(properties['rules']),
    });
  },
  removed: (site) => removeFrom(site.cloud.world.serverGroups, idOf(site)),
});

function idOf(site: Site): string {
  return site.row.physicalId ?? '';
}

function removeFrom(things: { readonly id: string }[], id: string): void {
  const index = things.findIndex((one) => one.id === id);
  if (index >= 0) things.splice(index, 1);
}
