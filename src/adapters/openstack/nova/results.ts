/** What Nova answers, in our words. */

import type { Flavor } from '../../../model/facts.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import { isJsonObject } from '../../../model/json.ts';
import type { NamedThing, ObservedServer } from '../../../model/observed.ts';
import type { MeteredServer } from '../../../model/things.ts';
import { markerIn, type Page } from '../pages.ts';
import { shortReason } from '../reason.ts';
import {
  listIn,
  listOr,
  numberOr,
  objectIn,
  objectOr,
  textIn,
  textMapOf,
  textOr,
  textsOf,
  timeOr,
} from '../shape.ts';
import { packed, shared, sharedRecord } from '../sharing.ts';

/** A server whose flavor may still be an id (before microversion 2.47): then it has no flavor yet. */
export interface ServerRead {
  readonly server: ObservedServer;
  readonly flavorId: string | null;
}

export function serverPage(body: Json): Page<ServerRead> {
  const items = listIn(body, 'servers').map(serverOf);
  return { items, nextMarker: markerIn(body, 'servers_links', items.at(-1)?.server.id) };
}

/** One entry for each server: the page goes by servers, most of which belong to no group. */
export function meteredServers(body: Json): Page<MeteredServer | null> {
  const items = listIn(body, 'servers').map((server) => {
    const serverGroup = textOr(objectOr(server['metadata'])['metering.server_group'], null);
    if (serverGroup === null) return null;
    return {
      id: textIn(server, 'id'),
      ...whatItIs(server),
      serverGroup: shared(serverGroup),
      createdAt: timeOr(server['created'], null),
    };
  });
  const last = listIn(body, 'servers').at(-1);
  return { items, nextMarker: markerIn(body, 'servers_links', last && textIn(last, 'id')) };
}

export function shownServer(body: Json): ServerRead {
  return serverOf(objectIn(body, 'server'));
}

function serverOf(read: JsonObject): ServerRead {
  const flavor = objectOr(read['flavor']);
  const { name, status, taskState } = whatItIs(read);
  // written out in one go, with lists as short as they can be: there may be a hundred thousand
  const server: ObservedServer = {
    id: textIn(read, 'id'),
    name,
    status,
    taskState,
    flavor: sharedOr(flavor['original_name']),
    imageId: sharedOr(objectOr(read['image'])['id']),
    createdAt: timeOr(read['created'], null),
    launchedAt: timeOr(read['OS-SRV-USG:launched_at'], null),
    addresses: packed(addressesOf(read['addresses'])),
    interfaces: packed(interfacesOf(read['addresses'])),
    metadata: sharedRecord(textMapOf(read['metadata'])),
    keyName: sharedOr(read['key_name']),
    locked: typeof read['locked'] === 'boolean' ? read['locked'] : null,
    tags: Array.isArray(read['tags']) ? packed(textsOf(read['tags'])) : null,
    volumes: packed(volumesOf(read['os-extended-volumes:volumes_attached'])),
    updatedAt: timeOr(read['updated'], null),
    fault: faultOf(read['fault']),
  };
  return { server, flavorId: sharedOr(flavor['id']) };
}

function whatItIs(read: JsonObject): Pick<ObservedServer, 'name' | 'status' | 'taskState'> {
  return {
    name: textOr(read['name'], ''),
    status: shared(textOr(read['status'], 'UNKNOWN')),
    taskState: textOr(read['OS-EXT-STS:task_state'], null),
  };
}

function sharedOr(value: Json | undefined): string | null {
  const text = textOr(value, null);
  return text === null ? null : shared(text);
}

function addressesOf(networks: Json | undefined): readonly string[] {
  const all = Object.values(objectOr(networks)).flatMap((list) => listOr(list));
  return all.filter(isJsonObject).flatMap((address) => textOr(address['addr'], []));
}

function interfacesOf(networks: Json | undefined): ObservedServer['interfaces'] {
  return Object.entries(objectOr(networks)).flatMap(([network, list]) =>
    listOr(list)
      .filter(isJsonObject)
      .filter((address) => address['OS-EXT-IPS:type'] !== 'floating')
      .flatMap((address) => textOr(address['addr'], []))
      .map((address) => ({ network: shared(network), address })),
  );
}

function volumesOf(attached: Json | undefined): readonly string[] {
  return listOr(attached)
    .filter(isJsonObject)
    .flatMap((volume) => textOr(volume['id'], []));
}

function faultOf(fault: Json | undefined): string | null {
  const message = textOr(objectOr(fault)['message'], null);
  return message === null ? null : shortReason(message);
}

/** A server that Heat names and Nova does not know. */
export function missingServer(id: string): ObservedServer {
  return {
    id,
    name: '',
    status: 'MISSING',
    taskState: null,
    flavor: null,
    imageId: null,
    createdAt: null,
    launchedAt: null,
    addresses: [],
    interfaces: [],
    metadata: {},
    keyName: null,
    locked: null,
    tags: null,
    volumes: [],
    updatedAt: null,
    fault: null,
  };
}

export function flavorPage(body: Json): Page<Flavor> {
  const items = listIn(body, 'flavors').map((flavor) => ({
    id: textIn(flavor, 'id'),
    name: textIn(flavor, 'name'),
    vcpus: numberOr(flavor['vcpus'], 0),
    ramMiB: numberOr(flavor['ram'], 0),
    diskGiB: numberOr(flavor['disk'], 0),
  }));
  return { items, nextMarker: markerIn(body, 'flavors_links', items.at(-1)?.id) };
}

/** A key pair's id is its name. */
export function keyPairPage(body: Json): Page<NamedThing> {
  const items = listIn(body, 'keypairs').map((entry) => {
    const name = textIn(objectIn(entry, 'keypair'), 'name');
    return { id: name, name };
  });
  return { items, nextMarker: markerIn(body, 'keypairs_links', items.at(-1)?.id) };
}

export function serverGroupsOf(body: Json): readonly NamedThing[] {
  return listIn(body, 'server_groups').map((group) => ({
    id: textIn(group, 'id'),
    name: textOr(group['name'], ''),
  }));
}

/** Those that take servers; a zone's id is its name. */
export function zonesOf(body: Json): readonly NamedThing[] {
  return listIn(body, 'availabilityZoneInfo')
    .filter((zone) => objectOr(zone['zoneState'])['available'] === true)
    .map((zone) => textIn(zone, 'zoneName'))
    .map((name) => ({ id: name, name }));
}

export function consoleText(body: Json): string {
  return textOr(objectOr(body)['output'], '');
}
