/** What Placement is asked, as data. By default only an administrator may (placement/policies/allocation_candidate.py). */
import type { HostQuestion } from '../../../model/host-room.ts';
import type { ServiceRequest } from '../service.ts';

/** `limit` came with 1.16 (Queens); from 1.29 on hosts come apart in pieces. */
export const MICROVERSION = '1.16';

/** Placement answers no more hosts, each with what it has and what is used of it. */
export const MOST_HOSTS = 1000;

export function listCandidates({ flavor, vcpus, ramMiB, diskGiB }: HostQuestion): ServiceRequest {
  const amounts = { VCPU: vcpus, MEMORY_MB: ramMiB, DISK_GB: diskGiB };
  const resources = Object.entries(amounts)
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => `${name}:${amount}`)
    .join(',');
  return {
    service: 'placement',
    method: 'GET',
    path: '/allocation_candidates',
    query: [
      ['resources', resources],
      ['limit', String(MOST_HOSTS)],
    ],
    repeat: 'read',
    doing: `asking for hosts with room for "${flavor}"`,
  };
}
