// What was done to a server, as `os-instance-actions` tells it: newest first; it outlives the server.

import type { Cloud } from '../cloud.ts';
import { type Answer, json } from '../http/answer.ts';
import type { JsonObject } from '../json.ts';
import { stableId } from '../keystone/services.ts';
import type { Session } from '../keystone/tokens.ts';
import { microseconds } from '../times.ts';
import type { Server } from '../world.ts';
import { serverNotFound } from './failure-answer.ts';

export function recordDeed(cloud: Cloud, server: Server, action: string, session: Session): void {
  server.deeds = [{ action, at: cloud.now, user: session.user.id }, ...(server.deeds ?? [])];
}

/** Servers that are gone are told of since 2.21 (nova/api/openstack/compute/instance_actions.py: read_deleted). */
export function showDeeds(cloud: Cloud, session: Session, minor: number, id: string): Answer {
  const { servers, deletedServers = [] } = cloud.world;
  const gone = minor >= 21 ? deletedServers.find((one) => one.id === id) : undefined;
  const server = servers.get(id) ?? gone;
  if (server === undefined || server.project !== session.project.id) return serverNotFound(id);
  return json(200, { instanceActions: deedViews(server) });
}

/** What Heat deletes is asked about by nobody. */
export function recordDeletion(cloud: Cloud, server: Server, session: Session): void {
  recordDeed(cloud, server, 'delete', session);
  const { id, project, deeds = [] } = server;
  cloud.world.deletedServers = [...(cloud.world.deletedServers ?? []), { id, project, deeds }];
}

function deedViews(server: Pick<Server, 'id' | 'project' | 'deeds'>): readonly JsonObject[] {
  return (server.deeds ?? []).map(({ action, at, user }) => ({
    action,
    instance_uuid: server.id,
    request_id: `req-${stableId(`${server.id}/${action}/${at}`)}`,
    user_id: user,
    project_id: server.project,
    start_time: microseconds(at),
    message: null,
    updated_at: microseconds(at),
  }));
}
