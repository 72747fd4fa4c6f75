// Finds a part for somebody, who may see it or not.

import type { Cloud } from '../cloud.ts';
import type { Kind, LoadBalancer, PartOf, Pool } from './records.ts';
import { forbidden, notFound, type Refusal } from './refusal.ts';

/** Who asks: an admin reaches into every project. */
export interface Asker {
  readonly project: string;
  readonly isAdmin: boolean;
}

/** What is missing is 404 to everybody, what is another project's 403 (measured). */
export function findPart<K extends Kind>(
  cloud: Cloud,
  asker: Asker,
  kind: K,
  id: string,
): PartOf<K> | Refusal {
  const part = cloud.world.balancing[kind].get(id);
  if (part === undefined) return notFound(kind, id);
  return asker.isAdmin || part.project === asker.project ? (part as PartOf<K>) : forbidden();
}

export function parentOf(cloud: Cloud, pool: Pool): LoadBalancer | Refusal {
  return (
    cloud.world.balancing.loadbalancer.get(pool.loadBalancer) ?? notFound('loadbalancer', pool.loadBalancer)
  );
}
