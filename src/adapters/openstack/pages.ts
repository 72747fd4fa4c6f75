/** Walks through a paged list to its end. */
import { CloudError } from '../../ports/errors.ts';

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

function circling(marker: string): CloudError {
  const message = `reading a paged list: the page after "${marker.slice(0, 80)}" ends with it again; the service is not right`;
  return new CloudError({ code: 'unexpected-answer', message });
}
