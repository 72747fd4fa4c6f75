// Octavia v2 over HTTP.

import type { Cloud } from '../cloud.ts';
import { type Answer, empty, json } from '../http/answer.ts';
import { type Call, objectBody } from '../http/call.ts';
import { type Parameters, routes } from '../http/routes.ts';
import { isObject, type JsonObject } from '../json.ts';
import { isAdmin, mayWrite, type Session, sessionOf } from '../keystone/tokens.ts';
import { unauthorized } from '../nova/api.ts';
import { changePart, removePart, replaceMembers } from './alter.ts';
import { type Asker, findPart } from './find.ts';
import { listPage } from './list.ts';
import { makePart } from './make.ts';
import type { AnyPart, Kind, PartOf, Pool } from './records.ts';
import { forbidden, isRefusal, notFound, type Refusal, refused } from './refusal.ts';
import { statusTree } from './status-tree.ts';
import { partView } from './views.ts';

interface Request {
  readonly cloud: Cloud;
  readonly call: Call;
  readonly session: Session;
  readonly asker: Asker;
  readonly parameters: Parameters;
}
type Handler = (request: Request) => Answer;

const PREFIX = '/load-balancer';
const BELOW_ROOT: readonly (readonly [string, Kind])[] = [
  ['loadbalancers', 'loadbalancer'],
  ['listeners', 'listener'],
  ['pools', 'pool'],
  ['healthmonitors', 'healthmonitor'],
];

const find = routes<Handler>({
  ...Object.fromEntries(BELOW_ROOT.flatMap(([path, kind]) => collectionRoutes(path, kind))),
  'GET /pools/:pool/members': inPool((request, pool) => listed(request, 'member', partsOf(request, pool))),
  'POST /pools/:pool/members': inPool((request, pool) => created(request, 'member', pool)),
  'PUT /pools/:pool/members': inPool(batch),
  'GET /pools/:pool/members/:id': inPool((request) => shown(request, 'member')),
  'PUT /pools/:pool/members/:id': inPool((request) => changed(request, 'member')),
  'DELETE /pools/:pool/members/:id': inPool((request) => removed(request, 'member')),
  'GET /loadbalancers/:id/status': status,
  'GET /loadbalancers/:id/statuses': status,
  'GET /loadbalancers/:id/stats': stats,
  'GET /listeners/:id/stats': stats,
  'GET /quotas/defaults': ({ session }) =>
    isAdmin(session) ? json(200, { quota: UNLIMITED }) : failure(forbidden()),
  'GET /quotas/:project': ({ cloud, session, parameters }) =>
    isAdmin(session) || parameters['project'] === session.project.id
      ? json(200, { quota: quota(cloud) })
      : failure(forbidden()),
  'PUT /quotas/:project': setQuotas,
  'GET /providers': () => json(200, { providers: PROVIDERS }),
  'GET /flavors': () => json(200, { flavors: [], flavors_links: [] }),
  'GET /availabilityzones': () => json(200, { availability_zones: [], availability_zones_links: [] }),
});

const PROVIDERS = [
  { name: 'amphora', description: "'Octavia amphora driver (noop)'" },
  { name: 'octavia', description: "'alias of amphora'" },
  { name: 'noop_driver', description: "'noop'" },
];

/** `call.path` is below /load-balancer. */
export function loadBalancerApi(cloud: Cloud, call: Call): Answer {
  if (call.path === '' || call.path === '/') return versions(cloud);
  const session = sessionOf(cloud, call);
  if (session === undefined) return unauthorized(cloud);
  const below = /^\/v2(?:\.0)?\/lbaas(\/.*)$/.exec(call.path)?.[1];
  const matched = below === undefined ? undefined : find(call.method, below);
  if (matched === undefined) return json(404, { code: 404, title: 'Not Found', description: '' });
  if (call.method !== 'GET' && !mayWrite(session)) return failure(forbidden());
  const asker = { project: session.project.id, isAdmin: isAdmin(session) };
  return matched.handler({ cloud, call, session, asker, parameters: matched.parameters });
}

function collectionRoutes(path: string, kind: Kind): [string, Handler][] {
  return [
    [`GET /${path}`, (request) => listed(request, kind, visible(request, kind))],
    [`POST /${path}`, (request) => created(request, kind)],
    [`GET /${path}/:id`, (request) => shown(request, kind)],
    [`PUT /${path}/:id`, (request) => changed(request, kind)],
    [`DELETE /${path}/:id`, (request) => removed(request, kind)],
  ];
}

function visible<K extends Kind>({ cloud, asker }: Request, kind: K): PartOf<K>[] {
  const all = [...cloud.world.balancing[kind].values()] as PartOf<K>[];
  return asker.isAdmin ? all : all.filter((one) => one.project === asker.project);
}

function partsOf({ cloud }: Request, pool: Pool): AnyPart[] {
  return pool.members.flatMap((id) => cloud.world.balancing.member.get(id) ?? []);
}

function listed(request: Request, kind: Kind, parts: readonly AnyPart[]): Answer {
  const { cloud, call } = request;
  const key = `${kind}s`;
  const views = parts.map((part) => partView(cloud, kind, part));
  const known = Object.keys(views[0] ?? { id: '', name: '', project_id: '', provisioning_status: '' });
  const filters = views.length === 0 ? [...known, ...call.query.keys()] : known;
  const page = listPage(call.query, views, filters, `${cloud.base}${PREFIX}${call.path}`);
  return isRefusal(page) ? failure(page) : json(200, { [key]: page.shown, [`${key}_links`]: page.links });
}

function shown(request: Request, kind: Kind): Answer {
  const part = partOf(request, kind);
  if (isRefusal(part)) return failure(part);
  const view = partView(request.cloud, kind, part);
  const fields = request.call.query.getAll('fields');
  const chosen = Object.entries(view).filter(([key]) => fields.length === 0 || fields.includes(key));
  return json(200, { [kind]: Object.fromEntries(chosen) });
}

function created(request: Request, kind: Kind, pool?: Pool): Answer {
  const sent = sentPart(request, kind);
  if (isRefusal(sent)) return failure(sent);
  const made = makePart(request.cloud, request.asker, kind, sent, pool);
  return isRefusal(made) ? failure(made) : json(201, { [kind]: partView(request.cloud, kind, made) });
}

function changed(request: Request, kind: Kind): Answer {
  const part = partOf(request, kind);
  if (isRefusal(part)) return failure(part);
  const sent = sentPart(request, kind);
  if (isRefusal(sent)) return failure(sent);
  const trouble = changePart(request.cloud, kind, part, sent);
  return trouble === undefined
    ? json(200, { [kind]: partView(request.cloud, kind, part) })
    : failure(trouble);
}

function removed(request: Request, kind: Kind): Answer {
  const part = partOf(request, kind);
  if (isRefusal(part)) return failure(part);
  const cascade = request.call.query.get('cascade')?.toLowerCase() === 'true';
  const trouble = removePart(request.cloud, kind, part, cascade);
  return trouble === undefined ? empty(204) : failure(trouble);
}

function batch(request: Request, pool: Pool): Answer {
  const wanted = objectBody(request.call)?.['members'];
  if (!Array.isArray(wanted)) return failure(refused(400, 'Request is not in valid JSON format'));
  const additiveOnly = request.call.query.get('additive_only')?.toLowerCase() === 'true';
  const trouble = replaceMembers(request.cloud, pool, wanted.filter(isObject), additiveOnly);
  return trouble === undefined ? empty(202) : failure(trouble);
}

function partOf<K extends Kind>({ cloud, asker, parameters }: Request, kind: K): PartOf<K> | Refusal {
  const { id = '', pool } = parameters;
  const part = findPart(cloud, asker, kind, id);
  if (isRefusal(part)) return part;
  const stray = kind === 'member' && 'pool' in part && part.pool !== pool;
  return stray ? notFound(kind, id) : part;
}

function sentPart({ call }: Request, kind: Kind): JsonObject | Refusal {
  const sent = objectBody(call)?.[kind];
  return isObject(sent) ? sent : refused(400, 'Request is not in valid JSON format');
}

/** Below a pool that is not there the body has another shape (measured). */
function inPool(handler: (request: Request, pool: Pool) => Answer): Handler {
  return (request) => {
    const id = request.parameters['pool'] ?? '';
    const pool = findPart(request.cloud, request.asker, 'pool', id);
    if (!isRefusal(pool)) return handler(request, pool);
    if (pool.status !== 404) return failure(pool);
    return json(404, { code: 404, title: 'Bad Request', description: pool.message });
  };
}

function status(request: Request): Answer {
  const balancer = partOf(request, 'loadbalancer');
  return isRefusal(balancer)
    ? failure(balancer)
    : json(200, { statuses: statusTree(request.cloud, balancer) });
}

/** Nothing ever flows through a balancer here. */
function stats(request: Request): Answer {
  const kind = request.call.path.includes('/listeners/') ? 'listener' : 'loadbalancer';
  const part = partOf(request, kind);
  if (isRefusal(part)) return failure(part);
  const counts = {
    bytes_in: 0,
    bytes_out: 0,
    active_connections: 0,
    total_connections: 0,
    request_errors: 0,
  };
  return json(200, { stats: counts });
}

const UNLIMITED: Readonly<Record<string, number>> = Object.fromEntries(
  ['load_balancer', 'listener', 'member', 'pool', 'health_monitor', 'l7policy', 'l7rule'].map((name) => [
    name,
    -1,
  ]),
);

function quota({ world }: Cloud): Readonly<Record<string, number>> {
  const { others = {} } = world.quotas;
  return Object.fromEntries(Object.entries(UNLIMITED).map(([name, limit]) => [name, others[name] ?? limit]));
}

/** An operator's deed, answered with 202 (measured). */
function setQuotas({ cloud, call, session }: Request): Answer {
  if (!isAdmin(session)) return failure(forbidden());
  const wanted = objectBody(call)?.['quota'];
  cloud.world.quotas.others ??= {};
  for (const name of Object.keys(UNLIMITED)) {
    const limit = isObject(wanted) ? wanted[name] : undefined;
    if (typeof limit === 'number') cloud.world.quotas.others[name] = limit;
  }
  return json(202, { quota: quota(cloud) });
}

function failure(refusal: Refusal): Answer {
  return json(refusal.status, { faultcode: 'Client', faultstring: refusal.message, debuginfo: null });
}

function versions(cloud: Cloud): Answer {
  const links = [{ href: `${cloud.base}${PREFIX}/v2`, rel: 'self' }];
  const version = (id: string, state: string) => ({
    id,
    status: state,
    updated: '2023-06-09T00:00:00Z',
    links,
  });
  return json(200, { versions: [version('v2.0', 'SUPPORTED'), version('v2.27', 'CURRENT')] });
}
