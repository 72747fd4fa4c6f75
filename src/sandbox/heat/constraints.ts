// The checks that look a value up in the cloud: is there such an image, flavor, network, key ...

import type { Cloud } from '../cloud.ts';
import { findByNameOrId } from '../lookup.ts';
import { portOf } from '../neutron/addresses.ts';
import { findKeyPair } from '../nova/key-pairs.ts';
import type { Kind } from '../octavia/records.ts';
import { pythonRepr } from './problem.ts';
import type { CustomCheck } from './template/constraint.ts';
import { findBalancing } from './types/load-balancing.ts';

type Lookup = (cloud: Cloud, value: string) => string | undefined;

const LOOKUPS: Readonly<Record<string, Lookup>> = {
  'glance.image': (cloud, value) =>
    findByNameOrId(cloud.world.images, value)
      ? undefined
      : `No images matching ${pythonRepr({ name: value })}.`,
  'nova.flavor': (cloud, value) =>
    findByNameOrId(cloud.world.flavors, value)
      ? undefined
      : `No Flavor matching ${pythonRepr({ name: value })}. (HTTP 404)`,
  'nova.keypair': (cloud, value) =>
    findKeyPair(cloud, value) ? undefined : `The Key (${value}) could not be found.`,
  'nova.server': (cloud, value) =>
    cloud.world.servers.get(value) ? undefined : `The Server (${value}) could not be found.`,
  'neutron.network': (cloud, value) =>
    findByNameOrId(cloud.world.networks, value)
      ? undefined
      : `Unable to find network with name or id '${value}'`,
  'neutron.subnet': (cloud, value) =>
    findByNameOrId(cloud.world.subnets, value)
      ? undefined
      : `Unable to find subnet with name or id '${value}'`,
  'neutron.security_group': (cloud, value) =>
    findByNameOrId(cloud.world.securityGroups, value)
      ? undefined
      : `Unable to find security_group with name or id '${value}'`,
  'neutron.port': (cloud, value) =>
    findByNameOrId(cloud.world.ports, value) || isServerPort(cloud, value) || isVipPort(cloud, value)
      ? undefined
      : `Unable to find port with name or id '${value}'`,
  'octavia.loadbalancer': balancing('loadbalancer'),
  'octavia.listener': balancing('listener'),
  'octavia.pool': balancing('pool'),
};

function balancing(kind: Kind): Lookup {
  return (cloud, value) => (findBalancing(cloud, kind, value) ? undefined : `${value} not found (HTTP 404)`);
}

/** A port that Nova made for a server. */
/** As a network driver makes it; the test cloud's Octavia has none (network_noop_driver). */
function isVipPort(cloud: Cloud, id: string): boolean {
  return [...cloud.world.balancing.loadbalancer.values()].some(({ vipPort }) => vipPort === id);
}

function isServerPort(cloud: Cloud, id: string): boolean {
  for (const server of cloud.world.servers.values())
    if (server.addresses.some((one) => portOf(server, one) === id)) return true;
  return false;
}

/** Constraints without an entry here accept everything: their services are not modelled. */
export function customCheck(cloud: Cloud): CustomCheck {
  return (constraint, value) => {
    const trouble = LOOKUPS[constraint]?.(cloud, value);
    return trouble === undefined ? undefined : `Error validating value '${value}': ${trouble}`;
  };
}
