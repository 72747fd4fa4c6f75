// The life of a server: made, built, stopped, resized, rebuilt, removed, each after its own time.

import type { Cloud } from '../cloud.ts';
import { uuid } from '../generator.ts';
import { endInstance } from '../gnocchi/instances.ts';
import type { Json, JsonObject } from '../json.ts';
import { type Plug, plugIn, unplug } from '../neutron/addresses.ts';
import { spawnFault } from '../server-faults.ts';
import type { Server, Volume } from '../world.ts';

export interface ServerRequest {
  readonly name: string;
  readonly project: string;
  readonly user: string;
  readonly flavor: string;
  readonly image: string | null;
  readonly plugs: readonly Plug[];
  readonly metadata: JsonObject;
  readonly tags: readonly string[];
  readonly keyName: string | null;
  readonly availabilityZone: string | null;
  readonly userData: string | null;
  readonly securityGroups: readonly string[];
  readonly serverGroup: string | null;
  readonly configDrive: boolean;
  readonly volumes: readonly Volume[];
}

export function createServer(cloud: Cloud, request: ServerRequest): Server {
  const { world } = cloud;
  const id = uuid(world);
  const server: Server = {
    id,
    serial: cloud.count(),
    project: request.project,
    user: request.user,
    name: request.name,
    vmState: 'building',
    taskState: 'scheduling',
    flavor: request.flavor,
    image: request.image,
    metadata: request.metadata,
    tags: [...request.tags],
    keyName: request.keyName,
    availabilityZone: request.availabilityZone ?? 'nova',
    pinnedZone: request.availabilityZone,
    userData: request.userData,
    securityGroups: request.securityGroups.length > 0 ? [...request.securityGroups] : ['default'],
    serverGroup: request.serverGroup,
    configDrive: request.configDrive ? 'True' : '',
    addresses: request.plugs.flatMap((plug) => plugIn(cloud, plug, id)),
    volumes: request.volumes,
    created: cloud.now,
    updated: cloud.now,
    launched: null,
    fault: null,
    transition: null,
  };
  world.servers.add(server);
  const fault = spawnFault(cloud, server);
  begin(cloud, server, 'build', world.timings.build + fault.delay, fault.fail);
  return server;
}

/** The task of a server's transition came due. */
export function endTransition(cloud: Cloud, id: string, order: number): void {
  const server = cloud.world.servers.get(id);
  const transition = server?.transition;
  if (server === undefined || transition === null || transition === undefined || transition.ticket !== order)
    return;
  server.transition = null;
  server.updated = cloud.now;
  ENDINGS[transition.kind]?.(cloud, server, transition.detail);
}

type Ending = (cloud: Cloud, server: Server, detail: Json) => void;

const ENDINGS: Readonly<Record<string, Ending>> = {
  build: (cloud, server, failed) =>
    failed === true ? spawnFailed(cloud, server) : becomeActive(cloud, server),
  rebuild: (cloud, server, image) => {
    server.image = typeof image === 'string' ? image : server.image;
    becomeActive(cloud, server);
  },
  resize: (_cloud, server, flavor) => {
    server.flavor = String(flavor);
    settle(server, 'resized');
  },
  stop: (_cloud, server) => settle(server, 'stopped'),
  start: (_cloud, server) => settle(server, 'active'),
  reboot: (_cloud, server) => settle(server, 'active'),
  pause: (_cloud, server) => settle(server, 'paused'),
  remove: forgetServer,
};

export function stopServer(cloud: Cloud, server: Server): void {
  server.taskState = 'powering-off';
  begin(cloud, server, 'stop', cloud.world.timings.action, null);
}

export function startServer(cloud: Cloud, server: Server): void {
  server.taskState = 'powering-on';
  begin(cloud, server, 'start', cloud.world.timings.action, null);
}

export function rebootServer(cloud: Cloud, server: Server): void {
  server.taskState = 'rebooting';
  begin(cloud, server, 'reboot', cloud.world.timings.action, null);
}

export function resizeServer(cloud: Cloud, server: Server, flavor: string): void {
  server.taskState = 'resize_prep';
  begin(cloud, server, 'resize', cloud.world.timings.resize, flavor);
}

export function pauseServer(cloud: Cloud, server: Server): void {
  server.taskState = 'pausing';
  begin(cloud, server, 'pause', cloud.world.timings.action, null);
}

export function unpauseServer(cloud: Cloud, server: Server): void {
  server.taskState = 'unpausing';
  begin(cloud, server, 'start', cloud.world.timings.action, null);
}

export function confirmResize(cloud: Cloud, server: Server): void {
  settle(server, 'active');
  server.updated = cloud.now;
}

export function rebuildServer(cloud: Cloud, server: Server, image: string): void {
  server.taskState = 'rebuilding';
  begin(cloud, server, 'rebuild', cloud.world.timings.rebuild, image);
}

export function deleteServer(cloud: Cloud, server: Server): void {
  endInstance(cloud, server);
  server.taskState = 'deleting';
  begin(cloud, server, 'remove', cloud.world.timings.remove, null);
}

/** The server is no more; the ports it was given are free again. */
export function forgetServer(cloud: Cloud, server: Server): void {
  endInstance(cloud, server);
  unplug(cloud, server, server.addresses);
  cloud.world.servers.remove(server.id);
}

/** What an admin, or somebody at the hypervisor, does to a server at once. */
export function forceState(cloud: Cloud, server: Server, vmState: 'active' | 'error' | 'stopped'): void {
  server.transition = null;
  server.updated = cloud.now;
  settle(server, vmState);
  if (vmState === 'active') server.fault = null;
}

/** Nova's public status of the two inner states (nova/api/openstack/common.py status_from_state). */
export function serverStatus(server: Server): string {
  switch (server.vmState) {
    case 'active':
      if (server.taskState === 'rebuilding') return 'REBUILD';
      if (server.taskState === 'resize_prep') return 'RESIZE';
      return server.taskState === 'rebooting' ? 'REBOOT' : 'ACTIVE';
    case 'building':
      return 'BUILD';
    case 'stopped':
      if (server.taskState === 'rebuilding') return 'REBUILD';
      return server.taskState === 'resize_prep' ? 'RESIZE' : 'SHUTOFF';
    case 'resized':
      return 'VERIFY_RESIZE';
    case 'paused':
      return 'PAUSED';
    case 'suspended':
      return 'SUSPENDED';
    case 'error':
      return server.taskState === 'rebuilding' ? 'REBUILD' : 'ERROR';
    default:
      return 'UNKNOWN';
  }
}

function begin(cloud: Cloud, server: Server, kind: string, seconds: number, detail: Json): void {
  const ticket = cloud.after(seconds, { kind: 'server', server: server.id });
  server.transition = { kind, ticket, detail };
  server.updated = cloud.now;
}

function settle(server: Server, vmState: string): void {
  server.vmState = vmState;
  server.taskState = null;
}

function becomeActive(cloud: Cloud, server: Server): void {
  settle(server, 'active');
  server.launched = cloud.now;
  server.fault = null;
}

function spawnFailed(cloud: Cloud, server: Server): void {
  settle(server, 'error');
  server.fault = {
    code: 500,
    message: `Exceeded maximum number of retries. Exhausted all hosts available for retrying build failures for instance ${server.id}.`,
    at: cloud.now,
  };
}
