/** How many addresses a group's servers take, network by network. */
import type { AddressDemand } from '../../../model/desired.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { positionOf } from '../../spec/positions.ts';

export function addressDemands(spec: GroupSpec): readonly AddressDemand[] {
  const { size, rollout, server, zones } = spec;
  const groups = Math.max(1, zones.length);
  const at = positionOf(spec, '/spec/size/max');
  const places = server.networks.map(({ network, subnet }) => ({ network, subnet }));
  const key = (place: (typeof places)[number]): string => JSON.stringify(place);
  return places
    .filter((place, index) => places.findIndex((other) => key(other) === key(place)) === index)
    .map((place) => ({
      ...place,
      each: places.filter((other) => key(other) === key(place)).length,
      servers: groups * size.max,
      // each of a batch is there twice: its successor is built first, or Heat adds extra members
      surge: rollsInPlace(spec) ? 0 : groups * Math.min(rollout.maxBatch, size.max),
      at,
    }));
}

function rollsInPlace({ rollout }: GroupSpec): boolean {
  return rollout.imageChange === 'rebuild' && rollout.flavorChange === 'resize';
}
