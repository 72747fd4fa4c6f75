/** What Octavia is asked, as data (Load Balancer API v2). */
import type { ServiceRequest } from '../service.ts';

/** Octavia's own upper bound by default (pagination_max_limit is unlimited): pages keep one answer small. */
const PAGE = '1000';

/** Octavia names a pool's members in the list of pools, and their statuses only pool by pool. */
export function listPoolsWithMembers(projectId: string, marker: string | null): ServiceRequest {
  const { query = [], ...request } = listPools(projectId, marker);
  return { ...request, query: [...query, ['fields', 'members']] };
}

export function listMembers(pool: string, marker: string | null): ServiceRequest {
  return {
    service: 'load-balancer',
    method: 'GET',
    path: `/lbaas/pools/${encodeURIComponent(pool)}/members`,
    query: [
      ['fields', 'id'],
      ['fields', 'operating_status'],
      ['fields', 'provisioning_status'],
      ['limit', PAGE],
      ...(marker === null ? [] : ([['marker', marker]] as const)),
    ],
    repeat: 'read',
    doing: `listing the members of pool "${pool}"`,
  };
}

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

/** Octavia says what is allowed, not what is used. */
export function showQuotas(projectId: string): ServiceRequest {
  return {
    service: 'load-balancer',
    method: 'GET',
    path: `/lbaas/quotas/${encodeURIComponent(projectId)}`,
    repeat: 'read',
    doing: 'reading quotas',
  };
}
