/** Reads what Octavia reports of single members: one list of pools, then one list for each pool in question. */
import type { PoolMember } from '../../../model/evidence.ts';
import { allPages } from '../pages.ts';
import type { Service } from '../service.ts';
import { listMembers, listPoolsWithMembers } from './requests.ts';
import { memberPage, poolsWithMembers } from './results.ts';

export async function readPoolMembers(
  service: Service,
  projectId: string,
  ids: readonly string[],
): Promise<readonly PoolMember[]> {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  const pools = await allPages((marker) =>
    service.call(listPoolsWithMembers(projectId, marker), poolsWithMembers),
  );
  const asked = pools.filter(({ members }) => members.some((id) => wanted.has(id)));
  const read = await Promise.all(asked.map(({ id }) => membersOf(service, id)));
  return read.flat().filter(({ id }) => wanted.has(id));
}

/** A pool that is gone by now has none. */
function membersOf(service: Service, pool: string): Promise<readonly PoolMember[]> {
  return allPages(async (marker) => {
    const page = await service.find(listMembers(pool, marker), memberPage);
    return page ?? { items: [], nextMarker: null };
  });
}
