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

/** Any field is a filter; `fields` chooses what is shown. `rows` can be walked again and again. */
export function listed(cloud: Cloud, call: Call, name: string, rows: Iterable<Row>): Answer {
  const { query } = call;
  const passes = testsOf(query);
  const fields = query.getAll('fields');
  const show = (row: Row) => shownFields(row.view(), fields);
  const key = name.replaceAll('-', '_');
  const limit = Number(query.get('limit') ?? 0);
  if (!(limit > 0)) return json(200, { [key]: [...rows].filter(passes).sort(byId).map(show) });
  const page = pageOf(rows, passes, query.get('marker'), limit);
  return json(200, { [key]: page.map(show), [`${key}_links`]: pageLinks(cloud, call, name, page, limit) });
}

export function rowOf(view: JsonObject): Row {
  return { id: String(view['id']), project: String(view['project_id']), view: () => view };
}

type Test = (row: Row) => boolean;

function testsOf(query: URLSearchParams): Test {
  const keys = [...new Set(query.keys())].filter((key) => !PAGING.includes(key));
  const tests = keys.map((key) => testOf(key, query.getAll(key)));
  return (row) => tests.every((test) => test(row));
}

function testOf(key: string, values: readonly string[]): Test {
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

/** The first so many behind the marker, none of the others kept; a marker that is none is passed over. */
function pageOf(rows: Iterable<Row>, passes: Test, marker: string | null, limit: number): Row[] {
  let page: Row[] = [];
  let last: string | null = null;
  let known = marker === null;
  for (const row of rows) {
    if (row.id === marker) known ||= passes(row);
    if ((marker !== null && row.id <= marker) || (last !== null && row.id > last) || !passes(row)) continue;
    page.push(row);
    if (page.length < 2 * limit) continue;
    page = page.sort(byId).slice(0, limit);
    last = page.at(-1)?.id ?? null;
  }
  return known ? page.sort(byId).slice(0, limit) : pageOf(rows, passes, null, limit);
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
