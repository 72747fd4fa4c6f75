// Hands out addresses, plugs servers in and unplugs them; each subnet counts up, so that the same requests get the same ones.

import type { Cloud } from '../cloud.ts';
import { hexDigits } from '../generator.ts';
import type { Address, Server, Subnet } from '../world.ts';

/** Where a server is to be plugged in: into a port that is there, or into a network. */
export interface Plug {
  readonly network: string;
  readonly port: string | null;
  readonly fixedAddress: string | null;
}

/** One address on the network, if it has a subnet. */
export function plugIn(cloud: Cloud, plug: Plug, server: string): Address[] {
  const { network } = plug;
  const port = cloud.world.ports.find((one) => one.id === plug.port);
  if (port !== undefined) {
    port.device = server;
    return [{ network: port.network, address: port.address, mac: port.mac, port: port.id }];
  }
  const subnet = cloud.world.subnets.find((one) => one.network === network);
  if (subnet === undefined) return [];
  return [{ network, address: plug.fixedAddress ?? takeAddress(cloud, subnet), mac: newMac(cloud) }];
}

/** The id of the port behind an address: Neutron's own, or the one that Nova made. */
export function portOf(server: Server, address: Address): string {
  if (address.port !== undefined) return address.port;
  const known = MADE.get(address) ?? `${server.id.slice(0, 24)}${address.mac.replaceAll(':', '')}`;
  MADE.set(address, known);
  return known;
}

/** Of a hundred thousand servers each page of ports asks for all of them. */
const MADE = new WeakMap<Address, string>();

/** Ports that Nova made go with it; those it was given stay. */
export function unplug(cloud: Cloud, server: Server, addresses: readonly Address[]): void {
  const { floatingIps, ports } = cloud.world;
  for (const one of addresses) {
    const port = ports.find(({ id }) => id === one.port);
    if (port !== undefined) port.device = null;
    else
      detachFloating(
        cloud,
        floatingIps.filter(({ port: id }) => id === portOf(server, one)),
      );
  }
  server.addresses = server.addresses.filter((one) => !addresses.includes(one));
}

function detachFloating(cloud: Cloud, floating: Cloud['world']['floatingIps']): void {
  for (const one of floating) {
    one.port = null;
    one.fixedAddress = null;
    one.updated = cloud.now;
  }
}

export function removePort(cloud: Cloud, id: string): void {
  const { ports, floatingIps } = cloud.world;
  const index = ports.findIndex((one) => one.id === id);
  if (index < 0) return;
  ports.splice(index, 1);
  detachFloating(
    cloud,
    floatingIps.filter((one) => one.port === id),
  );
}

/** Wraps around at the end of the range: addresses of servers long gone are used again. */
export function takeAddress(cloud: Cloud, subnet: Subnet): string {
  const [base = '', bits = '24'] = subnet.cidr.split('/');
  const room = 2 ** (32 - Number(bits)) - 12;
  for (;;) {
    const address = fromNumber(toNumber(base) + 10 + (subnet.next % room));
    subnet.next += 1;
    const given = cloud.world.ports.some((port) => port.subnet === subnet.id && port.address === address);
    if (!given || subnet.next > 2 * room) return address;
  }
}

export function newMac(cloud: Cloud): string {
  const digits = hexDigits(cloud.world, 8);
  return `fa:16:3e:${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6)}`;
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function fromNumber(value: number): string {
  return [value / 16777216, value / 65536, value / 256, value]
    .map((part) => Math.floor(part) % 256)
    .join('.');
}
