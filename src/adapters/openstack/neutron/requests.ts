/** What Neutron is asked, as data (Networking API v2.0). */
import type { ServiceRequest } from '../service.ts';

type Query = NonNullable<ServiceRequest['query']>;

/** Neutron has no upper bound by default; a cloud with a pagination_max_limit sends shorter pages. */
const PAGE = '1000';

/** The id is the marker of the next page. */
const FIELDS: Query = [
  ['fields', 'id'],
  ['fields', 'name'],
];

function list(doing: string, path: string, query: Query, marker: string | null): ServiceRequest {
  const page: Query = [['limit', PAGE], ...(marker === null ? [] : ([['marker', marker]] as const))];
  return {
    service: 'network',
    method: 'GET',
    path,
    query: [...query, ...page],
    repeat: 'read',
    doing: `listing ${doing}`,
  };
}

/** All that the project may see, shared and external ones too. */
export function listNetworks(marker: string | null): ServiceRequest {
  return list('networks', '/networks', FIELDS, marker);
}

/** Those that floating IPs come from. */
export function listExternalNetworks(marker: string | null): ServiceRequest {
  return list('external networks', '/networks', [...FIELDS, ['router:external', 'true']], marker);
}

/** All that the project may see, shared ones too. */
export function listSubnets(marker: string | null): ServiceRequest {
  const further = ['network_id', 'ip_version', 'allocation_pools'].map((field) => ['fields', field] as const);
  return list('subnets', '/subnets', [...FIELDS, ...further], marker);
}

/** Those of other projects on a shared network are not shown. */
export function listPorts(networkId: string, marker: string | null): ServiceRequest {
  const query: Query = [
    ['network_id', networkId],
    ['fields', 'id'],
    ['fields', 'fixed_ips'],
  ];
  return list('ports', '/ports', query, marker);
}

/** With what is used (neutron extension quota_details). */
export function showQuotas(projectId: string): ServiceRequest {
  return {
    service: 'network',
    method: 'GET',
    path: `/quotas/${encodeURIComponent(projectId)}/details`,
    repeat: 'read',
    doing: 'reading quotas',
  };
}

/** Of the project alone: an administrator would see everybody's. */
export function listSecurityGroups(projectId: string, marker: string | null): ServiceRequest {
  return list('security groups', '/security-groups', [...FIELDS, ['project_id', projectId]], marker);
}
