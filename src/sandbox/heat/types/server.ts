// OS::Nova::Server: built, and on an update resized, rebuilt, re-plugged or replaced as its policies say.

import { isObject, type Json, textOr } from '../../json.ts';
import { plugIn, unplug } from '../../neutron/addresses.ts';
import { describeServer } from '../../nova/server-view.ts';
import {
  confirmResize,
  createServer,
  deleteServer,
  forceState,
  rebuildServer,
  resizeServer,
  type ServerRequest,
  serverStatus,
} from '../../nova/servers.ts';
import type { Server } from '../../world.ts';
import { DONE, type ResourceType, type Site, type Step } from '../plug-in.ts';
import { select } from '../template/functions.ts';
import { addressesAttribute, firstAddress, networksAttribute } from './server-addresses.ts';
import { attachFloating, dropInternalPorts, withInternalPorts } from './server-ports.ts';
import { changeRefused, deletionRefused } from './server-refusals.ts';
import { flavorId, imageId, listOf, plugsOf, serverRequest, textMap } from './server-request.ts';

export const SERVER: Omit<ResourceType, 'schema'> = {
  create,
  update: beginUpdate,
  remove,
  resume,
  check,
  attribute,
  replacedWhenFailed: (site) => ['ERROR', 'DELETED', 'SOFT_DELETED'].includes(statusOf(site) ?? 'DELETED'),
  sameValue,
  beforeReplacement,
  suspend: (site) => setVmState(site, 'suspended'),
  resumeAction: (site) => setVmState(site, 'active'),
};

function create(site: Site): Step {
  const request = serverRequest(site);
  if ('kind' in request) return request;
  return startServerBuild(site, withInternalPorts(site, request));
}

export function startServerBuild(site: Site, request: ServerRequest): Step {
  const server = createServer(site.cloud, request);
  site.row.physicalId = server.id;
  attachFloating(site, server);
  return { kind: 'wait', seconds: site.cloud.world.timings.build, phase: 'building' };
}

/** heat server.py handle_update: the new template's policies decide; what stays runs one thing after the other. */
function beginUpdate(site: Site): Step {
  const { changed, properties } = site;
  if (changed.has('flavor') && properties['flavor_update_policy'] === 'REPLACE') return { kind: 'replace' };
  if (changed.has('image') && properties['image_update_policy'] === 'REPLACE') return { kind: 'replace' };
  if (changed.has('user_data') && properties['user_data_update_policy'] === 'REPLACE')
    return { kind: 'replace' };
  const server = serverOf(site);
  if (server === undefined)
    return failed('EntityNotFound', `The Server (${site.row.physicalId ?? ''}) could not be found.`);
  const refusal = changeRefused(server, changed);
  if (refusal !== null) return refusal;
  if (changed.has('metadata')) server.metadata = textMap(properties['metadata']);
  if (changed.has('tags')) server.tags = listOf(properties['tags']).map(String);
  if (changed.has('name')) server.name = textOr(properties['name'], server.name);
  if (changed.has('user_data') && properties['user_data_update_policy'] === 'REBUILD') {
    return failed('BadRequest', userDataRebuildMessage(properties['user_data']));
  }
  return nextChange(
    site,
    server,
    ['flavor', 'image', 'networks'].filter((name) => changed.has(name)),
  );
}

/**
 * heat server_network_mixin.py prepare_ports_for_replace: the old server is off the network before the new one is
 * asked for, whatever its ports are; one in ERROR keeps them.
 */
function beforeReplacement(site: Site): void {
  const server = serverOf(site);
  if (server === undefined || serverStatus(server) === 'ERROR') return;
  unplug(site.cloud, server, server.addresses);
}

/** The user data lands where the image id belongs (heat server.py _update_user_data_rebuild; measured). */
function userDataRebuildMessage(userData: Json | undefined): string {
  return `Invalid input for field/attribute imageRef. Value: ${String(userData)}. '${String(userData)}' is not a 'uuid' (HTTP 400)`;
}

function nextChange(site: Site, server: Server, rest: readonly string[]): Step {
  const [change, ...later] = rest;
  const { cloud, properties } = site;
  const { timings } = cloud.world;
  if (change === undefined) return DONE;
  if (site.row.work !== null) site.row.work.notes = { later: [...later] };
  switch (change) {
    case 'flavor':
      resizeServer(cloud, server, flavorId(site, properties['flavor']));
      return { kind: 'wait', seconds: timings.resize, phase: 'resizing' };
    case 'image':
      rebuildServer(cloud, server, imageId(site, properties['image']) ?? '');
      return { kind: 'wait', seconds: timings.rebuild, phase: 'rebuilding' };
    default:
      replug(site, server);
      return { kind: 'wait', seconds: timings.action, phase: 'plugging' };
  }
}

function replug(site: Site, server: Server): void {
  const wanted = plugsOf(site, site.properties['networks']);
  const gone = server.addresses.filter(
    (one) =>
      !wanted.some(({ network, port }) => network === one.network && (port === null || port === one.port)),
  );
  unplug(site.cloud, server, gone);
  const kept = server.addresses;
  const added = wanted.filter(
    ({ network, port }) =>
      !kept.some((one) => one.network === network && (port === null || port === one.port)),
  );
  server.addresses = [...kept, ...added.flatMap((plug) => plugIn(site.cloud, plug, server.id))];
}

function resume(site: Site, phase: string): Step {
  if (phase === 'removing') {
    if (serverOf(site) !== undefined) return waitFor(site, phase);
    dropInternalPorts(site);
    return DONE;
  }
  const server = serverOf(site);
  if (server === undefined) return failed('NotFound', goneMessage(site));
  const status = serverStatus(server);
  if (status === 'ERROR') return failed('ResourceInError', inErrorMessage(server));
  switch (phase) {
    case 'building':
      return status === 'ACTIVE' ? DONE : waitFor(site, phase);
    case 'resizing':
      if (status !== 'VERIFY_RESIZE') return waitFor(site, phase);
      confirmResize(site.cloud, server);
      return nextChange(site, server, laterChanges(site));
    case 'rebuilding':
      return status === 'ACTIVE' ? nextChange(site, server, laterChanges(site)) : waitFor(site, phase);
    default:
      return nextChange(site, server, laterChanges(site));
  }
}

function laterChanges(site: Site): readonly string[] {
  return listOf(site.row.work?.notes['later']).map(String);
}

function waitFor(_site: Site, phase: string): Step {
  return { kind: 'wait', seconds: 1, phase };
}

function inErrorMessage(server: Server): string {
  const message = textOr(server.fault?.['message'], 'Unknown');
  const code = String(server.fault?.['code'] ?? 'Unknown');
  return `Went to status ERROR due to "Message: ${message}, Code: ${code}"`;
}

function remove(site: Site): Step {
  const server = serverOf(site);
  if (server === undefined) {
    dropInternalPorts(site);
    return DONE;
  }
  const refusal = deletionRefused(server);
  if (refusal !== null) return refusal;
  deleteServer(site.cloud, server);
  return { kind: 'wait', seconds: site.cloud.world.timings.remove, phase: 'removing' };
}

function check(site: Site): { readonly error: string; readonly message: string } | null {
  const status = statusOf(site);
  if (status === undefined)
    return { error: 'NotFound', message: `${goneMessage(site)} (HTTP 404) (Request-ID: req-0)` };
  return status === 'ACTIVE'
    ? null
    : { error: 'Error', message: `'status': expected 'ACTIVE', got '${status}'` };
}

function goneMessage(site: Site): string {
  return `Instance ${site.row.physicalId ?? ''} could not be found.`;
}

function attribute(site: Site, name: string, path: readonly string[]): Json | undefined {
  const server = serverOf(site);
  if (server === undefined) return null;
  const built = server.vmState !== 'building';
  switch (name) {
    case 'first_address':
      return built ? firstAddress(server) : '';
    case 'networks':
      return select(networksAttribute(site.cloud, server), [...path]);
    case 'addresses':
      return select(addressesAttribute(site.cloud, server), [...path]);
    case 'name':
    case 'instance_name':
      return server.name;
    case 'tags':
      return server.tags;
    case 'os_collect_config':
      return {};
    default: {
      const shown = describeServer(site.cloud, server, 96, true);
      return name === 'show' ? select(shown, [...path]) : select(shown[name] ?? null, [...path]);
    }
  }
}

/** Two names of the same image or flavor are no change (heat server.py translation_rules). */
function sameValue(site: Site, name: string, before: Json | undefined, after: Json | undefined): boolean {
  if (name === 'image') return imageId(site, before) === imageId(site, after);
  if (name === 'flavor') return flavorId(site, before) === flavorId(site, after);
  if (name === 'networks') return samePlugs(site, before, after);
  return false;
}

/** A network by its name or by its id is the same network (measured). */
function samePlugs(site: Site, before: Json | undefined, after: Json | undefined): boolean {
  const asText = (value: Json | undefined) =>
    JSON.stringify([
      plugsOf(site, value),
      listOf(value).map((entry) => (isObject(entry) ? (entry['subnet'] ?? null) : null)),
    ]);
  return asText(before) === asText(after);
}

function setVmState(site: Site, vmState: 'active' | 'suspended'): void {
  const server = serverOf(site);
  if (server === undefined) return;
  forceState(site.cloud, server, 'active');
  server.vmState = vmState;
}

export function serverOf(site: Site): Server | undefined {
  const id = site.row.physicalId;
  return id === null ? undefined : site.cloud.world.servers.get(id);
}

function statusOf(site: Site): string | undefined {
  const server = serverOf(site);
  return server === undefined ? undefined : serverStatus(server);
}

function failed(error: string, message: string): Step {
  return { kind: 'failed', error, message };
}
