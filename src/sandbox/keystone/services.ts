// The services of the cloud and where each one lives below the single port.

import type { Cloud } from '../cloud.ts';
import { hexDigits } from '../generator.ts';
import type { JsonObject } from '../json.ts';

/** Path prefixes. */
const SERVICES = [
  { type: 'compute', name: 'nova', path: () => '/compute/v2.1' },
  { type: 'image', name: 'glance', path: () => '/image' },
  { type: 'network', name: 'neutron', path: () => '/networking' },
  { type: 'orchestration', name: 'heat', path: (project: string) => `/orchestration/v1/${project}` },
  { type: 'metric', name: 'gnocchi', path: () => '/metric' },
  { type: 'alarming', name: 'aodh', path: () => '/alarming' },
  { type: 'load-balancer', name: 'octavia', path: () => '/load-balancer' },
  { type: 'placement', name: 'placement', path: () => '/placement' },
  { type: 'identity', name: 'keystone', path: () => '/identity/v3/' },
] as const;

/** Not every cloud has it. */
const RATING = { type: 'rating', name: 'cloudkitty', path: () => '/rating' } as const;

/** The catalogue of a token scoped to `project`. */
export function catalogue(cloud: Cloud, project: string): JsonObject[] {
  const region = cloud.world.identity.region;
  const { rating } = cloud.world;
  return [...SERVICES, ...(rating === undefined ? [] : [RATING])].map((service) => ({
    endpoints: (['internal', 'public', 'admin'] as const).map((side) => ({
      id: stableId(`${service.type}/${side}`),
      interface: side,
      region_id: region,
      url: cloud.base + service.path(project),
      region,
    })),
    id: stableId(service.type),
    type: service.type,
    name: service.name,
  }));
}

/** An id that depends on the name alone, for things that are the same in every cloud. */
export function stableId(name: string): string {
  let random = 0x811c9dc5;
  for (const character of name) random = Math.imul(random ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hexDigits({ random }, 32);
}
