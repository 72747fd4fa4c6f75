// What people change of a server beside its actions: name, metadata, tags, interfaces; and servers made without Heat.

import type { Cloud } from '../cloud.ts';
import { type Answer, empty, json } from '../http/answer.ts';
import { type Call, objectBody } from '../http/call.ts';
import type { Parameters } from '../http/routes.ts';
import { isObject, type JsonObject, objectOr, textOr } from '../json.ts';
import { mayWrite, type Session } from '../keystone/tokens.ts';
import { plugIn, portOf, unplug } from '../neutron/addresses.ts';
import type { Server } from '../world.ts';
import { interfaceViews } from './attachments.ts';
import { recordDeed } from './deeds.ts';
import { notAllowed, novaFailure } from './failure-answer.ts';
import { refused } from './possible.ts';
import { describeServer, serverLinks } from './server-view.ts';
import { createServer } from './servers.ts';

export interface Edit {
  readonly cloud: Cloud;
  readonly server: Server;
  readonly call: Call;
  readonly session: Session;
  readonly minor: number;
  readonly parameters: Parameters;
}

/** A change that leaves no instance action behind (nova/compute/api.py update_instance, update_instance_metadata). */
function quiet(rule: string, word: string, change: (edit: Edit) => Answer): (edit: Edit) => Answer {
  return (edit) => {
    if (!mayWrite(edit.session)) return notAllowed(rule);
    const refusal = word === '' ? null : refused(edit.server, word, edit.session);
    if (refusal !== null) return refusal;
    edit.server.updated = edit.cloud.now;
    return change(edit);
  };
}

export const renameServer = quiet('servers:update', '', ({ cloud, server, call, minor }) => {
  server.name = textOr(objectOr(objectBody(call)?.['server'])['name'], server.name);
  return json(200, { server: describeServer(cloud, server, minor, true) });
});

export const mergeMetadata = quiet('server-metadata:create', 'update metadata', ({ server, call }) => {
  server.metadata = { ...server.metadata, ...objectOr(objectBody(call)?.['metadata']) };
  return json(200, { metadata: server.metadata });
});

export const dropMetadata = quiet(
  'server-metadata:delete',
  'delete metadata',
  ({ server, parameters: { key = '' } }) => {
    if (!(key in server.metadata)) return novaFailure(404, 'Metadata item was not found');
    server.metadata = Object.fromEntries(Object.entries(server.metadata).filter(([name]) => name !== key));
    return empty(204);
  },
);

export const replaceTags = quiet('os-server-tags:update_all', 'update tags', ({ server, call }) => {
  const { tags } = objectBody(call) ?? {};
  server.tags = (Array.isArray(tags) ? tags : []).map(String);
  return json(200, { tags: server.tags });
});

export function attachInterface({ cloud, server, call, session }: Edit): Answer {
  if (!mayWrite(session)) return notAllowed('os-attach-interfaces:create');
  const refusal = refused(server, 'attach_interface', session);
  if (refusal !== null) return refusal;
  const asked = objectOr(objectBody(call)?.['interfaceAttachment']);
  const plug = {
    network: textOr(asked['net_id'], ''),
    port: textOr(asked['port_id'], null),
    fixedAddress: null,
  };
  const added = plugIn(cloud, plug, server.id);
  if (added.length === 0) return novaFailure(400, `Network ${plug.network} could not be found.`);
  server.addresses = [...server.addresses, ...added];
  recordDeed(cloud, server, 'attach_interface', session);
  return json(200, { interfaceAttachment: interfaceViews(cloud, server).at(-1) ?? {} });
}

export function detachInterface({ cloud, server, session, parameters: { port = '' } }: Edit): Answer {
  if (!mayWrite(session)) return notAllowed('os-attach-interfaces:delete');
  const refusal = refused(server, 'detach_interface', session);
  if (refusal !== null) return refusal;
  const going = server.addresses.filter((one) => portOf(server, one) === port);
  if (going.length === 0) return novaFailure(404, `Port id ${port} could not be found.`);
  unplug(cloud, server, going);
  recordDeed(cloud, server, 'detach_interface', session);
  return empty(202);
}

/** As much of POST /servers as somebody needs who makes one by hand. */
export function makeServer(cloud: Cloud, call: Call, session: Session): Answer {
  if (!mayWrite(session)) return notAllowed('servers:create');
  const asked = objectOr(objectBody(call)?.['server']);
  const { flavors, images } = cloud.world;
  const flavor = flavors.find(({ id }) => id === asked['flavorRef']);
  const image = images.find(({ id }) => id === asked['imageRef']);
  if (flavor === undefined)
    return novaFailure(400, `Flavor ${String(asked['flavorRef'])} could not be found.`);
  if (image === undefined) return novaFailure(400, 'Can not find requested image');
  const server = createServer(cloud, {
    name: textOr(asked['name'], ''),
    project: session.project.id,
    user: session.user.id,
    flavor: flavor.id,
    image: image.id,
    plugs: listOf(asked['networks']).map((one) => ({
      network: textOr(one['uuid'], ''),
      port: textOr(one['port'], null),
      fixedAddress: null,
    })),
    metadata: objectOr(asked['metadata']),
    tags: [],
    keyName: textOr(asked['key_name'], null),
    availabilityZone: null,
    userData: null,
    securityGroups: [],
    serverGroup: null,
    configDrive: false,
    volumes: [],
  });
  recordDeed(cloud, server, 'create', session);
  return json(202, {
    server: {
      id: server.id,
      links: serverLinks(cloud, server.id),
      'OS-DCF:diskConfig': 'MANUAL',
      security_groups: [{ name: 'default' }],
      adminPass: 'sandboxSecret',
    },
  });
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
