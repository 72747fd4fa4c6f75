/** What Nova is asked, as data (Compute API v2.1). */
import type { ServiceRequest } from '../service.ts';

/** Nova's own upper bound by default (osapi_max_limit); a cloud with a lower one sends shorter pages. */
const PAGE = '1000';

function read(doing: string, path: string, query: NonNullable<ServiceRequest['query']> = []): ServiceRequest {
  return { service: 'compute', method: 'GET', path, query, repeat: 'read', doing };
}

function paged(marker: string | null): NonNullable<ServiceRequest['query']> {
  return [['limit', PAGE], ...(marker === null ? [] : ([['marker', marker]] as const))];
}

export function listServers(marker: string | null): ServiceRequest {
  return read('listing servers', '/servers/detail', paged(marker));
}

export function showServer(id: string): ServiceRequest {
  return read(`reading server "${id}"`, `/servers/${encodeURIComponent(id)}`);
}

export function listFlavors(marker: string | null): ServiceRequest {
  return read('listing flavors', '/flavors/detail', paged(marker));
}

/** Paged from microversion 2.35 on; before, the markers are ignored and no further page is offered. */
export function listKeyPairs(marker: string | null): ServiceRequest {
  return read('listing key pairs', '/os-keypairs', paged(marker));
}

/** The quotas of the project that asks, and what it uses of them. */
export function showLimits(): ServiceRequest {
  return read('reading quotas', '/limits');
}

export function listZones(): ServiceRequest {
  return read('listing availability zones', '/os-availability-zone');
}

/** Nova pages this list by offset only; a project has few. */
export function listServerGroups(): ServiceRequest {
  return read('listing server groups', '/os-server-groups', [['limit', PAGE]]);
}

/** An action in name only: it reads. */
export function readConsole(id: string, lines: number): ServiceRequest {
  return {
    service: 'compute',
    method: 'POST',
    path: `/servers/${encodeURIComponent(id)}/action`,
    json: { 'os-getConsoleOutput': { length: lines } },
    repeat: 'read',
    doing: `reading the console log of server "${id}"`,
  };
}
