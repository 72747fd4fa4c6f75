// Nova v2.1 over HTTP.

import type { Cloud } from '../cloud.ts';
import { type Answer, empty, json, webobNotFound } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import { type Parameters, routes } from '../http/routes.ts';
import type { JsonObject } from '../json.ts';
import { mayWrite, type Session, sessionOf } from '../keystone/tokens.ts';
import type { Server } from '../world.ts';
import { interfaceViews, volumeViews } from './attachments.ts';
import { recordDeletion, showDeeds } from './deeds.ts';
import { notAllowed, novaFailure, serverNotFound } from './failure-answer.ts';
import {
  attachInterface,
  detachInterface,
  dropMetadata,
  type Edit,
  makeServer,
  mergeMetadata,
  renameServer,
  replaceTags,
} from './hand-edits.ts';
import { createKeyPair, deleteKeyPair, listKeyPairs, showKeyPair } from './key-pair-api.ts';
import { NEWEST, negotiate, versionHeaders } from './microversion.ts';
import { refused } from './possible.ts';
import { serverAction } from './server-actions.ts';
import { listServers } from './server-list.ts';
import { describeFlavor, describeServer, flavorLinks } from './server-view.ts';
import { deleteServer } from './servers.ts';
import { limits, quotaDetail, quotaSet, setQuotas } from './usage.ts';
import { ZONES } from './zones.ts';

type Handler = (cloud: Cloud, call: Call, session: Session, minor: number, parameters: Parameters) => Answer;

const find = routes<Handler>({
  'GET /servers': (cloud, call, session, minor) => listServers(cloud, call, session, minor, false),
  'GET /servers/detail': (cloud, call, session, minor) => listServers(cloud, call, session, minor, true),
  'GET /servers/:id': onServer((cloud, server, _call, _session, minor) =>
    json(200, { server: describeServer(cloud, server, minor, true) }),
  ),
  'POST /servers': (cloud, call, session) => makeServer(cloud, call, session),
  'PUT /servers/:id': edited(renameServer),
  'POST /servers/:id/metadata': edited(mergeMetadata),
  'DELETE /servers/:id/metadata/:key': edited(dropMetadata),
  'PUT /servers/:id/tags': edited(replaceTags),
  'POST /servers/:id/os-interface': edited(attachInterface),
  'DELETE /servers/:id/os-interface/:port': edited(detachInterface),
  'GET /servers/:id/os-instance-actions': (cloud, _call, session, minor, { id = '' }) =>
    showDeeds(cloud, session, minor, id),
  'DELETE /servers/:id': onServer(removeServer),
  'POST /servers/:id/action': onServer((cloud, server, call, session, minor) =>
    serverAction(cloud, call, session, minor, server),
  ),
  'GET /flavors': (cloud, call, _session, minor) => listFlavors(cloud, call, minor, false),
  'GET /flavors/detail': (cloud, call, _session, minor) => listFlavors(cloud, call, minor, true),
  'GET /flavors/:id': showFlavor,
  'GET /os-keypairs': listKeyPairs,
  'POST /os-keypairs': createKeyPair,
  'GET /os-keypairs/:name': showKeyPair,
  'DELETE /os-keypairs/:name': deleteKeyPair,
  'GET /limits': (cloud, _call, session) => limits(cloud, session),
  'GET /os-quota-sets/:project': (cloud, _call, session) => quotaSet(cloud, session),
  'PUT /os-quota-sets/:project': (cloud, call, session) => setQuotas(cloud, call, session),
  'GET /os-quota-sets/:project/detail': (cloud, _call, session) => quotaDetail(cloud, session),
  'GET /servers/:id/os-interface': onServer((cloud, server) =>
    json(200, { interfaceAttachments: interfaceViews(cloud, server) }),
  ),
  'GET /servers/:id/os-volume_attachments': onServer((_cloud, server) =>
    json(200, { volumeAttachments: volumeViews(server) }),
  ),
  'GET /servers/:id/tags': onServer((_cloud, server) => json(200, { tags: server.tags })),
  'GET /os-server-groups': listServerGroups,
  'GET /os-server-groups/:id': showServerGroup,
  'GET /os-availability-zone': () =>
    json(200, {
      availabilityZoneInfo: ZONES.map((zoneName) => ({
        zoneName,
        zoneState: { available: true },
        hosts: null,
      })),
    }),
});

/** `call.path` is below /compute/v2.1. */
export function computeApi(cloud: Cloud, call: Call): Answer {
  const negotiated = negotiate(call);
  if (negotiated.kind === 'refused') return negotiated.answer;
  const { minor } = negotiated;
  const answer = answerFor(cloud, call, minor);
  return { ...answer, headers: { ...versionHeaders(`2.${minor}`), ...answer.headers } };
}

function answerFor(cloud: Cloud, call: Call, minor: number): Answer {
  if (call.path === '' || call.path === '/')
    return json(200, { version: { ...version(cloud), ...versionDetails(cloud) } });
  const session = sessionOf(cloud, call);
  if (session === undefined) return unauthorized(cloud);
  const matched = find(call.method, call.path);
  return matched === undefined
    ? webobNotFound()
    : matched.handler(cloud, call, session, minor, matched.parameters);
}

export function computeVersions(cloud: Cloud): Answer {
  const old = {
    id: 'v2.0',
    status: 'SUPPORTED',
    version: '',
    min_version: '',
    updated: '2011-01-21T11:33:21Z',
    links: [{ rel: 'self', href: `${cloud.base}/compute/v2/` }],
  };
  return json(200, { versions: [old, version(cloud)] });
}

function version(cloud: Cloud): JsonObject {
  return {
    id: 'v2.1',
    status: 'CURRENT',
    version: `2.${NEWEST}`,
    min_version: '2.1',
    updated: '2013-07-23T11:33:21Z',
    links: [{ rel: 'self', href: `${cloud.base}/compute/v2.1/` }],
  };
}

function versionDetails(cloud: Cloud): JsonObject {
  const base = 'application/json';
  return {
    links: [
      { rel: 'self', href: `${cloud.base}/compute/v2.1/` },
      { rel: 'describedby', type: 'text/html', href: 'http://docs.openstack.org/' },
    ],
    'media-types': [{ base, type: 'application/vnd.openstack.compute+json;version=2.1' }],
  };
}

export function unauthorized(cloud: Cloud): Answer {
  return json(
    401,
    {
      error: {
        code: 401,
        title: 'Unauthorized',
        message: 'The request you have made requires authentication.',
      },
    },
    { 'www-authenticate': `Keystone uri="${cloud.base}/identity/v3"` },
  );
}

type OnServer = (cloud: Cloud, server: Server, call: Call, session: Session, minor: number) => Answer;

function onServer(handler: OnServer): Handler {
  return (cloud, call, session, minor, { id = '' }) => {
    const server = cloud.world.servers.get(id);
    if (server === undefined || server.project !== session.project.id) return serverNotFound(id);
    return handler(cloud, server, call, session, minor);
  };
}

function edited(change: (edit: Edit) => Answer): Handler {
  return (cloud, call, session, minor, parameters) => {
    const server = cloud.world.servers.get(parameters['id'] ?? '');
    if (server === undefined || server.project !== session.project.id)
      return serverNotFound(parameters['id'] ?? '');
    return change({ cloud, server, call, session, minor, parameters });
  };
}

function removeServer(cloud: Cloud, server: Server, _call: Call, session: Session): Answer {
  if (!mayWrite(session)) return notAllowed('servers:delete');
  const refusal = refused(server, 'delete', session);
  if (refusal !== null) return refusal;
  recordDeletion(cloud, server, session);
  deleteServer(cloud, server);
  return empty(204);
}

function listFlavors(cloud: Cloud, call: Call, minor: number, detail: boolean): Answer {
  const all = cloud.world.flavors;
  const marker = call.query.get('marker');
  const start = marker === null ? 0 : all.findIndex((flavor) => flavor.id === marker) + 1;
  if (marker !== null && start === 0) return novaFailure(400, `marker [${marker}] not found`);
  const limit = call.query.has('limit') ? Number(call.query.get('limit')) : undefined;
  const page = all.slice(start, limit === undefined ? undefined : start + limit);
  const flavors = page.map((flavor) =>
    detail
      ? describeFlavor(cloud, flavor, minor)
      : {
          id: flavor.id,
          name: flavor.name,
          links: flavorLinks(cloud, flavor.id),
          ...(minor >= 55 ? { description: null } : {}),
        },
  );
  const last = page.at(-1);
  if (limit === undefined || page.length < limit || last === undefined) return json(200, { flavors });
  const href = `${cloud.base}/compute/v2.1/flavors${detail ? '/detail' : ''}?limit=${limit}&marker=${last.id}`;
  return json(200, { flavors, flavors_links: [{ rel: 'next', href }] });
}

function showFlavor(
  cloud: Cloud,
  _call: Call,
  _session: Session,
  minor: number,
  { id = '' }: Parameters,
): Answer {
  const flavor = cloud.world.flavors.find((one) => one.id === id);
  if (flavor === undefined) return novaFailure(404, `Flavor ${id} could not be found.`);
  return json(200, { flavor: describeFlavor(cloud, flavor, minor) });
}

function listServerGroups(cloud: Cloud, _call: Call, session: Session, minor: number): Answer {
  const own = cloud.world.serverGroups.filter((one) => one.project === session.project.id);
  return json(200, { server_groups: own.map((one) => serverGroupView(cloud, one.id, minor)) });
}

function showServerGroup(
  cloud: Cloud,
  _call: Call,
  _session: Session,
  minor: number,
  { id = '' }: Parameters,
): Answer {
  if (!cloud.world.serverGroups.some((one) => one.id === id)) {
    return novaFailure(404, `Instance group ${id} could not be found.`);
  }
  return json(200, { server_group: serverGroupView(cloud, id, minor) });
}

function serverGroupView(cloud: Cloud, id: string, minor: number): JsonObject {
  const group = cloud.world.serverGroups.find((one) => one.id === id);
  if (group === undefined) return {};
  const members = [...cloud.world.servers.values()]
    .filter((server) => server.serverGroup === id)
    .map((one) => one.id);
  const rule =
    minor >= 64 ? { policy: group.policy, rules: group.rules } : { policies: [group.policy], metadata: {} };
  const owner = minor >= 13 ? { project_id: group.project, user_id: group.user } : {};
  return { id, name: group.name, ...rule, members, ...owner };
}
