// Hands out addresses: each subnet counts up, so that the same requests get the same ones.

import type { Cloud } from '../cloud.ts';
import { hexDigits } from '../generator.ts';
import type { Address, Subnet } from '../world.ts';

/** One address on the network, if it has a subnet. */
export function nextAddress(cloud: Cloud, network: string): Address[] {
  const subnet = cloud.world.subnets.find((one) => one.network === network);
  if (subnet === undefined) return [];
  return [{ network, address: takeAddress(subnet), mac: newMac(cloud) }];
}

/** Wraps around at the end of the range: addresses of servers long gone are used again. */
export function takeAddress(subnet: Subnet): string {
  const [base = '', bits = '24'] = subnet.cidr.split('/');
  const room = 2 ** (32 - Number(bits)) - 12;
  const offset = 10 + (subnet.next % room);
  subnet.next += 1;
  return fromNumber(toNumber(base) + offset);
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
