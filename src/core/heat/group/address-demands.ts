/** How many addresses a group's servers take, network by network. */
import type { AddressDemand } from '../../../model/desired.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { mostAtOnce } from '../../health/budget.ts';
import { widestBounds } from '../../schedule/widest-bounds.ts';
import { positionOf } from '../../spec/positions.ts';

export function addressDemands(spec: GroupSpec): readonly AddressDemand[] {
  const { health, rollout, server, zones } = spec;
  const { max } = widestBounds(spec);
  const groups = Math.max(1, zones.length);
  const at = positionOf(spec, placeOf(max, spec));
  const places = server.networks.map(({ network, subnet }) => ({ network, subnet }));
  const key = (place: (typeof places)[number]): string => JSON.stringify(place);
  return places
    .filter((place, index) => places.findIndex((other) => key(other) === key(place)) === index)
    .map((place) => ({
      network: place.network,
      subnet: place.subnet,
      each: places.filter((other) => key(other) === key(place)).length,
      servers: groups * max,
      // each of a batch is there twice: its successor is built first, or Heat adds extra members; so is whoever is healed
      surge: groups * Math.min(max, Math.max(rollsInPlace(spec) ? 0 : rollout.maxBatch, mostAtOnce(health))),
      at,
    }));
}

/** The size or the schedule that asks for so many. */
function placeOf(most: number, { size, scaling: { schedules } }: GroupSpec): string {
  const index = schedules.findIndex(({ max }) => max === most);
  return size.max === most ? '/spec/size/max' : `/spec/scaling/schedules/${index}/size/max`;
}

function rollsInPlace({ rollout }: GroupSpec): boolean {
  return rollout.imageChange === 'rebuild' && rollout.flavorChange === 'resize';
}
