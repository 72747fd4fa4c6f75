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
    query: FIELDS,
    repeat: 'read',
    doing: 'listing subnets',
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
