/** What CloudKitty is asked, as data (Rating API v1: version 2 has no quotes). */
import type { JsonObject } from '../../../model/json.ts';
import type { ServiceRequest } from '../service.ts';

/** Anybody may (cloudkitty/common/policies/v1/info.py). */
export function listMetrics(): ServiceRequest {
  return {
    service: 'rating',
    method: 'GET',
    path: '/info/metrics',
    repeat: 'read',
    doing: 'listing what is rated',
  };
}

/**
 * An action in name only: it reads, and anybody may (cloudkitty/common/policies/v1/rating.py). Until 2019 fields were looked for
 * in `desc` itself, since then in its `metadata` (cloudkitty/orchestrator.py quote); each leaves the other alone.
 */
export function quote(metric: string, fields: JsonObject): ServiceRequest {
  const desc = { ...fields, metadata: fields, groupby: {} };
  return {
    service: 'rating',
    method: 'POST',
    path: '/rating/quote',
    json: { resources: [{ service: metric, desc, volume: '1' }] },
    repeat: 'read',
    doing: `asking for the price of one "${metric}"`,
  };
}
