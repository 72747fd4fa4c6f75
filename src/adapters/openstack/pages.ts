/** Walks through a paged list to its end. */
import { isJsonObject, type Json } from '../../model/json.ts';
import { CloudError } from '../../ports/errors.ts';
import { listOr, objectOr } from './shape.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** null on the last page. */
  readonly nextMarker: string | null;
}

/** A service that hands out the same marker again would keep us for ever. */
export async function allPages<T>(page: (marker: string | null) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  const seen = new Set<string>();
  for (let marker: string | null = null; ; ) {
    const { items: more, nextMarker } = await page(marker);
    items.push(...more);
    if (nextMarker === null || more.length === 0) return items;
    if (seen.has(nextMarker)) throw circling(nextMarker);
    seen.add(nextMarker);
    marker = nextMarker;
  }
}

/** The last id, where the answer links to a next page: the link is there only when something was left out. */
export function markerIn(body: Json, links: string, last: string | undefined): string | null {
  const found = listOr(objectOr(body)[links]).filter(isJsonObject);
  return found.some((link) => link['rel'] === 'next') ? (last ?? null) : null;
}

function circling(marker: string): CloudError {
  const message = `reading a paged list: the page after "${marker.slice(0, 80)}" ends with it again; the service is not right`;
  return new CloudError({ code: 'unexpected-answer', message });
}
