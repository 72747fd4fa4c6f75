/** What Neutron answers, in our words. */
import { isJsonObject, type Json } from '../../../model/json.ts';
import type { NamedThing, Subnet } from '../../../model/observed.ts';
import { listIn, listOr, numberOr, textIn, textOr } from '../shape.ts';

export function networksOf(body: Json): readonly NamedThing[] {
  return listIn(body, 'networks').map(named);
}

export function subnetsOf(body: Json): readonly Subnet[] {
  return listIn(body, 'subnets').map((subnet) => ({
    ...named(subnet),
    networkId: textIn(subnet, 'network_id'),
    ipVersion: numberOr(subnet['ip_version'], 4),
    pools: listOr(subnet['allocation_pools'])
      .filter(isJsonObject)
      .map((pool) => ({ start: textIn(pool, 'start'), end: textIn(pool, 'end') })),
  }));
}

export function portAddressesOf(body: Json): readonly string[] {
  return listIn(body, 'ports')
    .flatMap((port) => listOr(port['fixed_ips']))
    .filter(isJsonObject)
    .flatMap((address) => textOr(address['ip_address'], []));
}

export function securityGroupsOf(body: Json): readonly NamedThing[] {
  return listIn(body, 'security_groups').map(named);
}

function named(thing: Readonly<Record<string, Json>>): NamedThing {
  return { id: textIn(thing, 'id'), name: textOr(thing['name'], '') };
}
