// Neutron v2.0 over HTTP; of writing only what people change by hand.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import { isObject, type JsonObject } from '../json.ts';
import { isAdmin, mayWrite, type Session, sessionOf } from '../keystone/tokens.ts';
import { unauthorized } from '../nova/api.ts';
import { availabilityViews } from './availability.ts';
import { HAND_EDITS } from './hand-edits.ts';
import { quotaAnswer, setQuotas } from './quotas.ts';
import {
  floatingIpViews,
  networkViews,
  portViews,
  securityGroupRuleViews,
  securityGroupViews,
  subnetViews,
} from './views.ts';

interface Collection {
  readonly singular: string;
  /** What a missing one is called. */
  readonly missing: (id: string) => readonly [type: string, message: string];
  /** What the project may see. */
  readonly list: (cloud: Cloud, project: string) => readonly JsonObject[];
}

const COLLECTIONS: Readonly<Record<string, Collection>> = {
  networks: { singular: 'network', missing: missing('Network'), list: networkViews },
  subnets: { singular: 'subnet', missing: missing('Subnet'), list: subnetViews },
  ports: { singular: 'port', missing: missing('Port'), list: portViews },
  floatingips: {
    singular: 'floatingip',
    missing: (id) => ['FloatingIPNotFound', `Floating IP ${id} could not be found`],
    list: floatingIpViews,
  },
  'security-groups': {
    singular: 'security_group',
    missing: (id) => ['SecurityGroupNotFound', `Security group ${id} does not exist`],
    list: securityGroupViews,
  },
  'security-group-rules': {
    singular: 'security_group_rule',
    missing: (id) => ['SecurityGroupRuleNotFound', `Security group rule ${id} does not exist`],
    list: securityGroupRuleViews,
  },
};
const PAGING = ['limit', 'marker', 'page_reverse', 'fields', 'sort_key', 'sort_dir'];

/** `call.path` is below /networking. */
export function networkApi(cloud: Cloud, call: Call): Answer {
  if (call.path === '' || call.path === '/') return versions(cloud);
  const session = sessionOf(cloud, call);
  if (session === undefined) return unauthorized(cloud);
  const [version, name = '', id, ...rest] = call.path.split('/').filter((part) => part !== '');
  if (version === 'v2.0' && name === 'extensions' && call.method === 'GET')
    return json(200, { extensions: [] });
  if (version === 'v2.0' && name === 'quotas' && call.method === 'GET')
    return quotaAnswer(cloud, session, [id ?? '', ...rest]);
  if (version === 'v2.0' && name === 'quotas' && call.method === 'PUT' && rest.length === 0)
    return setQuotas(cloud, session, call);
  if (version === 'v2.0' && name === 'network-ip-availabilities' && call.method === 'GET')
    return availability(cloud, call, isAdmin(session), id);
  const collection = COLLECTIONS[name];
  if (version !== 'v2.0' || collection === undefined || rest.length > 0) return notFound();
  if (call.method !== 'GET') return changed(cloud, call, session, name, id);
  const things = collection.list(cloud, session.project.id);
  return id === undefined ? listed(cloud, call, name, things) : shown(collection, things, id);
}

function changed(cloud: Cloud, call: Call, session: Session, name: string, id: string | undefined): Answer {
  const edit = HAND_EDITS[`${call.method} ${name}`];
  if (edit === undefined || (id === undefined) !== (call.method === 'POST')) return notFound();
  if (!mayWrite(session)) return failure(403, 'PolicyNotAuthorized', `rule:${name} is disallowed by policy`);
  const answer = edit({ cloud, project: session.project.id, call, id: id ?? '' });
  return answer ?? failure(404, ...(COLLECTIONS[name]?.missing(id ?? '') ?? ['HTTPNotFound', '']));
}

function shown(collection: Collection, things: readonly JsonObject[], id: string): Answer {
  const thing = things.find((one) => one['id'] === id);
  if (thing !== undefined) return json(200, { [collection.singular]: thing });
  return failure(404, ...collection.missing(id));
}

function missing(kind: string): Collection['missing'] {
  return (id) => [`${kind}NotFound`, `${kind} ${id} could not be found.`];
}

/** To all but admins there is nothing in the list, and no such thing (measured). */
function availability(cloud: Cloud, call: Call, admin: boolean, id: string | undefined): Answer {
  const all = admin ? availabilityViews(cloud) : [];
  if (id === undefined) return listed(cloud, call, 'network-ip-availabilities', all);
  const found = all.find((one) => one['network_id'] === id);
  if (found !== undefined) return json(200, { network_ip_availability: found });
  return admin ? failure(404, ...missing('Network')(id)) : notFound();
}

/** Any field is a filter; `fields` chooses what is shown. */
function listed(cloud: Cloud, call: Call, name: string, things: readonly JsonObject[]): Answer {
  const { query } = call;
  const keys = [...new Set(query.keys())].filter((key) => !PAGING.includes(key));
  const passed = things.filter((thing) =>
    keys.every((key) => {
      const test = key === 'fixed_ips' ? matchesEntry : matches;
      return query.getAll(key).some((value) => test(thing[key], value));
    }),
  );
  const fields = query.getAll('fields');
  const show = (thing: JsonObject) =>
    fields.length === 0
      ? thing
      : Object.fromEntries(Object.entries(thing).filter(([key]) => fields.includes(key)));
  const key = name.replaceAll('-', '_');
  const limit = Number(query.get('limit') ?? 0);
  const sorted = [...passed].sort((one, other) => (String(one['id']) < String(other['id']) ? -1 : 1));
  if (!(limit > 0)) return json(200, { [key]: sorted.map(show) });
  const marker = query.get('marker');
  const start = marker === null ? 0 : sorted.findIndex((thing) => thing['id'] === marker) + 1;
  const page = sorted.slice(start, start + limit);
  return json(200, { [key]: page.map(show), [`${key}_links`]: pageLinks(cloud, call, name, page, limit) });
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

function pageLinks(
  cloud: Cloud,
  call: Call,
  name: string,
  page: readonly JsonObject[],
  limit: number,
): JsonObject[] {
  const url = `${cloud.base}/networking/v2.0/${name}`;
  const link = (marker: unknown, more: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams(call.query);
    query.delete('marker');
    query.set('marker', String(marker));
    for (const [key, value] of Object.entries(more)) query.set(key, value);
    return `${url}?${query}`;
  };
  const [first] = page;
  const last = page.at(-1);
  const next =
    last !== undefined && page.length === limit ? [{ rel: 'next', href: link(last['id'], {}) }] : [];
  const previous =
    first === undefined ? [] : [{ rel: 'previous', href: link(first['id'], { page_reverse: 'True' }) }];
  return [...next, ...previous];
}

function versions(cloud: Cloud): Answer {
  const links = [{ rel: 'self', href: `${cloud.base}/networking/v2.0/` }];
  return json(200, { versions: [{ id: 'v2.0', status: 'CURRENT', links }] });
}

function notFound(): Answer {
  return failure(404, 'HTTPNotFound', 'The resource could not be found.');
}

function failure(status: number, type: string, message: string): Answer {
  return json(status, { NeutronError: { type, message, detail: '' } });
}
