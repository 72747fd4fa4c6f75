// GET /servers and /servers/detail: filters and pages, newest first.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import type { JsonObject } from '../json.ts';
import { isAdmin, type Session } from '../keystone/tokens.ts';
import type { Server } from '../world.ts';
import { notAllowed, novaFailure } from './failure-answer.ts';
import { describeServer, serverLinks } from './server-view.ts';
import { serverStatus } from './servers.ts';

/** nova.conf api.max_limit. */
const MOST = 1000;
const STATUSES = [
  'ACTIVE',
  'BUILD',
  'DELETED',
  'ERROR',
  'HARD_REBOOT',
  'MIGRATING',
  'PASSWORD',
  'PAUSED',
  'REBOOT',
  'REBUILD',
  'RESCUE',
  'RESIZE',
  'REVERT_RESIZE',
  'SHELVED',
  'SHELVED_OFFLOADED',
  'SHUTOFF',
  'SOFT_DELETED',
  'SUSPENDED',
  'UNKNOWN',
  'VERIFY_RESIZE',
];

type Test = (server: Server) => boolean;

export function listServers(
  cloud: Cloud,
  call: Call,
  session: Session,
  minor: number,
  detail: boolean,
): Answer {
  const { query } = call;
  const trouble = queryTrouble(cloud, query, session, detail);
  if (trouble !== undefined) return trouble;
  const limit = Math.min(Number(query.get('limit') ?? MOST), MOST);
  const tests = filters(query, session);
  const found: Server[] = [];
  let more = false;
  for (const server of cloud.world.servers.newestFirst(cloud.world.servers.get(query.get('marker') ?? ''))) {
    if (!tests.every((test) => test(server))) continue;
    more = found.length >= limit;
    if (more) break;
    found.push(server);
  }
  const servers = found.map((server) =>
    detail ? describeServer(cloud, server, minor, false) : brief(cloud, server),
  );
  const full = more || (query.has('limit') && found.length > 0 && found.length === limit);
  return json(200, { servers, ...(full ? { servers_links: nextLink(cloud, call, found, detail) } : {}) });
}

function brief(cloud: Cloud, server: Server): JsonObject {
  return { id: server.id, name: server.name, links: serverLinks(cloud, server.id) };
}

function queryTrouble(
  cloud: Cloud,
  query: URLSearchParams,
  session: Session,
  detail: boolean,
): Answer | undefined {
  const limit = query.get('limit');
  if (limit !== null && !/^\d*$/.test(limit)) {
    return novaFailure(
      400,
      `Invalid input for query parameters limit. Value: ${limit}. '${limit}' does not match '^[0-9]*$'`,
    );
  }
  const marker = query.get('marker');
  if (marker !== null && cloud.world.servers.get(marker) === undefined)
    return novaFailure(400, `marker [${marker}] not found`);
  if (query.getAll('status').some((status) => !STATUSES.includes(status.toUpperCase()))) {
    return novaFailure(400, 'Invalid status value');
  }
  if (!isAdmin(session) && /^(?:1|true|t|yes|on|y)$/i.test(query.get('all_tenants') ?? '')) {
    return notAllowed(`servers:${detail ? 'detail' : 'index'}:get_all_tenants`);
  }
  return undefined;
}

function filters(query: URLSearchParams, session: Session): readonly Test[] {
  const everywhere = isAdmin(session) && query.has('all_tenants');
  const tests: Test[] = everywhere ? [] : [(server) => server.project === session.project.id];
  const add = (key: string, test: (server: Server, value: string) => boolean) => {
    const value = query.get(key);
    if (value !== null) tests.push((server) => test(server, value));
  };
  const statuses = query.getAll('status').map((status) => status.toUpperCase());
  if (statuses.length > 0) tests.push((server) => statuses.includes(serverStatus(server)));
  const name = namePattern(query.get('name'));
  if (name !== undefined) tests.push((server) => name.test(server.name));
  add('changes-since', (server, value) => server.updated >= Date.parse(value));
  add('changes-before', (server, value) => server.updated <= Date.parse(value));
  add('tags', (server, value) => value.split(',').every((tag) => server.tags.includes(tag)));
  add('tags-any', (server, value) => value.split(',').some((tag) => server.tags.includes(tag)));
  add('not-tags', (server, value) => !value.split(',').every((tag) => server.tags.includes(tag)));
  add('flavor', (server, value) => server.flavor === value);
  add('image', (server, value) => server.image === value);
  add('uuid', (server, value) => server.id === value);
  return tests;
}

/** The name is a regular expression; what is none is looked for as it stands. */
function namePattern(name: string | null): RegExp | undefined {
  if (name === null) return undefined;
  try {
    return new RegExp(name);
  } catch {
    return new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  }
}

function nextLink(cloud: Cloud, call: Call, found: readonly Server[], detail: boolean): JsonObject[] {
  const query = new URLSearchParams(call.query);
  query.delete('marker');
  query.set('marker', found.at(-1)?.id ?? '');
  return [{ rel: 'next', href: `${cloud.base}/compute/v2.1/servers${detail ? '/detail' : ''}?${query}` }];
}
