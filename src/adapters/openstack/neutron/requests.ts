/** What Neutron is asked, as data (Networking API v2.0). */
import type { ServiceRequest } from '../service.ts';

const FIELDS = [
  ['fields', 'id'],
  ['fields', 'name'],
] as const;

/** All that the project may see, shared and external ones too. */
export function listNetworks(): ServiceRequest {
  return {
    service: 'network',
    method: 'GET',
    path: '/networks',
    query: FIELDS,
    repeat: 'read',
    doing: 'listing networks',
  };
}

/** Those that floating IPs come from. */
export function listExternalNetworks(): ServiceRequest {
  return {
    service: 'network',
    method: 'GET',
    path: '/networks',
    query: [...FIELDS, ['router:external', 'true']],
    repeat: 'read',
    doing: 'listing external networks',
  };
}

/** All that the project may see, shared ones too. */
export function listSubnets(): ServiceRequest {
  return {
    service: 'network',
    method: 'GET',
    path: '/subnets',
    query: [...FIELDS, ['fields', 'network_id'], ['fields', 'ip_version'], ['fields', 'allocation_pools']],
    repeat: 'read',
    doing: 'listing subnets',
  };
}

/** Those of other projects on a shared network are not shown. */
export function listPorts(networkId: string): ServiceRequest {
  return {
    service: 'network',
    method: 'GET',
    path: '/ports',
    query: [
      ['network_id', networkId],
      ['fields', 'fixed_ips'],
    ],
    repeat: 'read',
    doing: 'listing ports',
  };
}

/** Of the project alone: an administrator would see everybody's. */
export function listSecurityGroups(projectId: string): ServiceRequest {
  return {
    service: 'network',
    method: 'GET',
    path: '/security-groups',
    query: [...FIELDS, ['project_id', projectId]],
    repeat: 'read',
    doing: 'listing security groups',
  };
}
