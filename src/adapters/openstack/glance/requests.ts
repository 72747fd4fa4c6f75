/** What Glance is asked, as data (Image API v2). */
import type { ServiceRequest } from '../service.ts';

/** Glance's own upper bound by default (api_limit_max). */
export function listImages(marker: string | null): ServiceRequest {
  const from = marker === null ? [] : ([['marker', marker]] as const);
  const query = [['limit', '1000'], ['status', 'active'], ...from] as const;
  return { service: 'image', method: 'GET', path: '/images', query, repeat: 'read', doing: 'listing images' };
}
