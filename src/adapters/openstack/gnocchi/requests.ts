/** What Gnocchi is asked, as data (API v1). */
import type { ServiceRequest } from '../service.ts';

/** Rows of one name: enough to meet each archive policy that the name is kept by. */
const SAME_NAME = '20';
/** Rows among which a mistyped name is looked for: one page, however many there are. */
const NEARBY = '500';

function read(doing: string, path: string, query: NonNullable<ServiceRequest['query']> = []): ServiceRequest {
  return { service: 'metric', method: 'GET', path, query, repeat: 'read', doing };
}

export function listArchivePolicies(): ServiceRequest {
  return read('listing archive policies of Gnocchi', '/archive_policy');
}

/** Metrics that Ceilometer made on the project's resources are listed, too (measured). */
export function listMetricsNamed(name: string): ServiceRequest {
  return read(`looking for the metric "${name}"`, '/metric', [
    ['name', name],
    ['limit', SAME_NAME],
  ]);
}

export function listSomeMetrics(): ServiceRequest {
  return read('listing metrics', '/metric', [['limit', NEARBY]]);
}

export function showResourceType(name: string): ServiceRequest {
  return read(`reading the resource type "${name}" of Gnocchi`, `/resource_type/${encodeURIComponent(name)}`);
}
