// Neutron's lists: filtered, sorted by id, cut into pages.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import { isObject, type JsonObject } from '../json.ts';

/** What a list is made of; the fields are put together only for what is looked at. */
export interface Row {
  readonly id: string;
  readonly project: string;
  view(): JsonObject;
}

const PAGING = ['limit', 'marker', 'page_reverse', 'fields', 'sort_key', 'sort_dir'];
const PROJECT_KEYS = ['project_id', 'tenant_id'];

/** Any field is a filter; `fields` chooses what is shown. */
export function listed(cloud: Cloud, call: Call, name: string, rows: Iterable<Row>): Answer {
  const { query } = call;
  const passed = passing(query, rows);
  const fields = query.getAll('fields');
  const show = (row: Row) => shownFields(row.view(), fields);
  const key = name.replaceAll('-', '_');
  const limit = Number(query.get('limit') ?? 0);
  if (!(limit > 0)) return json(200, { [key]: passed.sort(byId).map(show) });
  const page = pageOf(passed, query.get('marker'), limit);
  return json(200, { [key]: page.map(show), [`${key}_links`]: pageLinks(cloud, call, name, page, limit) });
}

export function rowOf(view: JsonObject): Row {
  return { id: String(view['id']), project: String(view['project_id']), view: () => view };
}

function passing(query: URLSearchParams, rows: Iterable<Row>): Row[] {
  const keys = [...new Set(query.keys())].filter((key) => !PAGING.includes(key));
  const tests = keys.map((key) => testOf(key, query.getAll(key)));
  const passed: Row[] = [];
  for (const row of rows) if (tests.every((test) => test(row))) passed.push(row);
  return passed;
}

function testOf(key: string, values: readonly string[]): (row: Row) => boolean {
  if (PROJECT_KEYS.includes(key)) return ({ project }) => values.includes(project);
  const test = key === 'fixed_ips' ? matchesEntry : matches;
  return (row) => {
    const field = row.view()[key];
    return values.some((value) => test(field, value));
  };
}

function matches(field: unknown, value: string): boolean {
  if (typeof field === 'boolean') return String(field) === value.toLowerCase();
  return Array.isArray(field) ? field.includes(value) : String(field) === value;
}

/** `fixed_ips=ip_address=10.0.0.5`, or `subnet_id=…`. */
function matchesEntry(field: unknown, value: string): boolean {
  const [key = '', wanted] = value.split('=');
  const entries = Array.isArray(field) ? field.filter(isObject) : [];
  return entries.some((entry) => entry[key] === wanted);
}

function shownFields(thing: JsonObject, fields: readonly string[]): JsonObject {
  if (fields.length === 0) return thing;
  return Object.fromEntries(Object.entries(thing).filter(([key]) => fields.includes(key)));
}

/** The first so many behind the marker, without sorting all the rest for it; a marker that is none is passed over. */
function pageOf(rows: readonly Row[], marker: string | null, limit: number): Row[] {
  const known = marker !== null && rows.some(({ id }) => id === marker);
  let page: Row[] = [];
  let last = '';
  for (const row of rows) {
    if (known && row.id <= marker) continue;
    if (page.length >= limit && last !== '' && row.id > last) continue;
    page.push(row);
    if (page.length < 2 * limit) continue;
    page = page.sort(byId).slice(0, limit);
    last = page.at(-1)?.id ?? '';
  }
  return page.sort(byId).slice(0, limit);
}

function byId(one: Row, other: Row): number {
  return one.id < other.id ? -1 : 1;
}

function pageLinks(
  cloud: Cloud,
  call: Call,
  name: string,
  page: readonly Row[],
  limit: number,
): JsonObject[] {
  const url = `${cloud.base}/networking/v2.0/${name}`;
  const link = (marker: string, more: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams(call.query);
    query.delete('marker');
    query.set('marker', marker);
    for (const [key, value] of Object.entries(more)) query.set(key, value);
    return `${url}?${query}`;
  };
  const [first] = page;
  const last = page.at(-1);
  const next = last !== undefined && page.length === limit ? [{ rel: 'next', href: link(last.id, {}) }] : [];
  const previous =
    first === undefined ? [] : [{ rel: 'previous', href: link(first.id, { page_reverse: 'True' }) }];
  return [...next, ...previous];
}
