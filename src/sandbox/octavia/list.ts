// Octavia's listings: filters, fields, order and pages.

import type { Json, JsonObject } from '../json.ts';
import { type Refusal, refused } from './refusal.ts';

interface Page {
  readonly shown: readonly JsonObject[];
  readonly links: readonly JsonObject[];
}

const ABOUT_LIST = ['limit', 'marker', 'page_reverse', 'fields', 'sort', 'sort_key', 'sort_dir'];
const ABOUT_TAGS = ['tags', 'tags-any', 'not-tags', 'not-tags-any'];
/** Filters that are no field of their own: what a part hangs on. */
const PARENTS: Readonly<Record<string, string>> = {
  loadbalancer_id: 'loadbalancers',
  listener_id: 'listeners',
  pool_id: 'pools',
  default_pool_id: 'default_pool_id',
  member_id: 'members',
};

/** `url` is the collection's, for links; `known` the keys that a part of this kind has. */
export function listPage(
  query: URLSearchParams,
  views: readonly JsonObject[],
  known: readonly string[],
  url: string,
): Page | Refusal {
  const filters = [...new Set(query.keys())].filter((key) => !ABOUT_LIST.includes(key));
  const strange = filters.find(
    (key) => !known.includes(key) && !ABOUT_TAGS.includes(key) && !(key in PARENTS),
  );
  if (strange !== undefined) return refused(400, 'One or more arguments are either duplicate or invalid');
  const passed = views.filter((view) => filters.every((key) => passes(view, key, query.getAll(key))));
  const ordered = inOrder(passed, query);
  const cut = page(ordered, query);
  if ('kind' in cut) return cut;
  const fields = query.getAll('fields');
  const shown = cut.entries.map((view) => (fields.length === 0 ? view : only(view, fields)));
  return { shown, links: pageLinks(cut, query, url) };
}

function passes(view: JsonObject, key: string, values: readonly string[]): boolean {
  const tags = Array.isArray(view['tags']) ? view['tags'].map(String) : [];
  const wanted = values.flatMap((value) => value.split(','));
  switch (key) {
    case 'tags':
      return wanted.every((tag) => tags.includes(tag));
    case 'tags-any':
      return wanted.some((tag) => tags.includes(tag));
    case 'not-tags':
      return !wanted.every((tag) => tags.includes(tag));
    case 'not-tags-any':
      return !wanted.some((tag) => tags.includes(tag));
    default:
      return values.some((value) => matches(view[key] ?? view[PARENTS[key] ?? key], value));
  }
}

function matches(field: Json | undefined, value: string): boolean {
  if (Array.isArray(field))
    return field.some((one) => typeof one === 'object' && one !== null && 'id' in one && one['id'] === value);
  if (typeof field === 'boolean') return String(field) === value.toLowerCase();
  return field !== undefined && field !== null && String(field) === value;
}

/** `sort=name:desc,id`, or the older pair of keys; without them the order of creation. */
function inOrder(views: readonly JsonObject[], query: URLSearchParams): readonly JsonObject[] {
  const asked =
    query.get('sort') ??
    (query.has('sort_key') ? `${query.get('sort_key')}:${query.get('sort_dir') ?? 'asc'}` : '');
  const keys = asked.split(',').filter((one) => one !== '');
  return [...views].sort((one, other) => {
    for (const key of keys) {
      const [name = '', direction] = key.split(':');
      const order = compare(one[name], other[name]);
      if (order !== 0) return direction === 'desc' ? -order : order;
    }
    return 0;
  });
}

function compare(one: Json | undefined, other: Json | undefined): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [left, right] = [String(one), String(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

interface Cut {
  readonly entries: readonly JsonObject[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

function page(views: readonly JsonObject[], query: URLSearchParams): Cut | Refusal {
  const marker = query.get('marker');
  const at = marker === null ? -1 : views.findIndex((view) => view['id'] === marker);
  if (marker !== null && at < 0) return refused(400, `Supplied pagination marker '${marker}' is not valid.`);
  const limit = Number(query.get('limit') ?? 0);
  const backwards = query.get('page_reverse')?.toLowerCase() === 'true';
  const rest = backwards ? views.slice(0, at < 0 ? views.length : at) : views.slice(at + 1);
  if (!(limit > 0)) return { entries: rest, hasNext: false, hasPrevious: false };
  const entries = backwards ? rest.slice(-limit) : rest.slice(0, limit);
  return { entries, hasNext: entries.length === limit, hasPrevious: marker !== null && entries.length > 0 };
}

/** Only what is about the page is repeated in a link (measured). */
function pageLinks(
  { entries, hasNext, hasPrevious }: Cut,
  query: URLSearchParams,
  url: string,
): JsonObject[] {
  const limit = query.get('limit');
  const link = (id: Json | undefined, more: string) => `${url}?limit=${limit}&marker=${String(id)}${more}`;
  return [
    ...(hasPrevious ? [{ href: link(entries[0]?.['id'], '&page_reverse=True'), rel: 'previous' }] : []),
    ...(hasNext ? [{ href: link(entries.at(-1)?.['id'], ''), rel: 'next' }] : []),
  ];
}

function only(view: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(view).filter(([key]) => fields.includes(key)));
}
