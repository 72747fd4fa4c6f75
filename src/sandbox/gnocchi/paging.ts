// One page of a list, with the header that leads to the next one.

import type { Cloud } from '../cloud.ts';
import type { Call } from '../http/call.ts';

/** gnocchi.conf max_limit. */
const LARGEST = 1000;

export interface Page<T> {
  readonly shown: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

/** `sort` is written into the link as Gnocchi does; a full page has a next one. */
export function page<T extends { readonly id: string }>(
  cloud: Cloud,
  call: Call,
  all: readonly T[],
  sort: string,
): Page<T> {
  const marker = call.query.get('marker');
  const start = marker === null ? 0 : all.findIndex((one) => one.id === marker) + 1;
  const limit = Math.min(Number(call.query.get('limit') ?? LARGEST) || LARGEST, LARGEST);
  const shown = all.slice(start, start + limit);
  const last = shown.at(-1);
  if (last === undefined || shown.length < limit) return { shown, headers: {} };
  const kept = [...call.query].filter(([key]) => !['limit', 'marker', 'sort'].includes(key));
  const more = kept.map(([key, value]) => `${key}=${encodeURIComponent(value)}&`).join('');
  const next = `${cloud.base}/metric${call.path}?limit=${limit}&marker=${last.id}&${more}${sort}`;
  return { shown, headers: { link: `<${next}>; rel="next"` } };
}
