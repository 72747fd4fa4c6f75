/** What Octavia is asked, as data (Load Balancer API v2). */
import type { ServiceRequest } from '../service.ts';

/** Octavia's own upper bound by default (pagination_max_limit is unlimited): pages keep one answer small. */
const PAGE = '1000';

/** Of the project alone: an administrator would see everybody's. */
export function listPools(projectId: string, marker: string | null): ServiceRequest {
  return {
    service: 'load-balancer',
    method: 'GET',
    path: '/lbaas/pools',
    query: [
      ['project_id', projectId],
      ['fields', 'id'],
      ['fields', 'name'],
      ['limit', PAGE],
      ...(marker === null ? [] : ([['marker', marker]] as const)),
    ],
    repeat: 'read',
    doing: 'listing pools',
  };
}
