/** What Neutron answers, in our words. */
import { isJsonObject, type Json, type JsonObject } from '../../../model/json.ts';
import type { NamedThing, Subnet } from '../../../model/observed.ts';
import { markerIn, type Page } from '../pages.ts';
import { listIn, listOr, numberOr, textIn, textOr } from '../shape.ts';

export function networkPage(body: Json): Page<NamedThing> {
  return page(body, 'networks', named);
}

export function subnetPage(body: Json): Page<Subnet> {
  return page(body, 'subnets', (subnet) => ({
    ...named(subnet),
    networkId: textIn(subnet, 'network_id'),
    ipVersion: numberOr(subnet['ip_version'], 4),
    pools: listOr(subnet['allocation_pools'])
      .filter(isJsonObject)
      .map((pool) => ({ start: textIn(pool, 'start'), end: textIn(pool, 'end') })),
  }));
}

/** One entry for each port: the page goes by ports, some of which have no address. */
export function portAddressPage(body: Json): Page<readonly string[]> {
  return page(body, 'ports', (port) =>
    listOr(port['fixed_ips'])
      .filter(isJsonObject)
      .flatMap((address) => textOr(address['ip_address'], [])),
  );
}

export function securityGroupPage(body: Json): Page<NamedThing> {
  return page(body, 'security_groups', named);
}

function page<T>(body: Json, key: string, read: (thing: JsonObject) => T): Page<T> {
  const things = listIn(body, key);
  const last = things.at(-1);
  return { items: things.map(read), nextMarker: markerIn(body, `${key}_links`, last && textIn(last, 'id')) };
}

function named(thing: JsonObject): NamedThing {
  return { id: textIn(thing, 'id'), name: textOr(thing['name'], '') };
}
