// What was done to a server, as `os-instance-actions` tells it: newest first, and gone with the server.

import type { Cloud } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import { stableId } from '../keystone/services.ts';
import type { Session } from '../keystone/tokens.ts';
import { microseconds } from '../times.ts';
import type { Server } from '../world.ts';

export function recordDeed(cloud: Cloud, server: Server, action: string, session: Session): void {
  server.deeds = [{ action, at: cloud.now, user: session.user.id }, ...(server.deeds ?? [])];
}

export function deedViews(server: Server): readonly JsonObject[] {
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
