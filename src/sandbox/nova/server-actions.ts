// POST /servers/{id}/action.

import type { Cloud } from '../cloud.ts';
import { type Answer, empty, json } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import { objectBody } from '../http/call.ts';
import { type JsonObject, objectOr } from '../json.ts';
import { isAdmin, mayWrite, type Session } from '../keystone/tokens.ts';
import type { Server } from '../world.ts';
import { consoleOutput } from './console.ts';
import { recordDeed } from './deeds.ts';
import { notAllowed, novaFailure } from './failure-answer.ts';
import { refused } from './possible.ts';
import { describeServer } from './server-view.ts';
import {
  confirmResize,
  forceState,
  pauseServer,
  rebootServer,
  rebuildServer,
  resizeServer,
  startServer,
  stopServer,
  unpauseServer,
} from './servers.ts';

interface ServerAction {
  readonly rule: string;
  /** Under which possible.ts knows it; the action's own name where that is the same. */
  readonly word?: string;
  readonly adminOnly?: boolean;
  readonly run: (cloud: Cloud, server: Server, detail: JsonObject, minor: number) => Answer;
}

const ACTIONS: Readonly<Record<string, ServerAction>> = {
  'os-stop': { rule: 'servers:stop', word: 'stop', run: after(202, stopServer) },
  'os-start': { rule: 'servers:start', word: 'start', run: after(202, startServer) },
  reboot: {
    rule: 'servers:reboot',
    run: after(202, rebootServer),
  },
  resize: { rule: 'servers:resize', run: resize },
  confirmResize: {
    rule: 'servers:confirm_resize',
    run: after(204, confirmResize),
  },
  rebuild: { rule: 'servers:rebuild', run: rebuild },
  pause: { rule: 'os-pause-server:pause', run: after(202, pauseServer) },
  unpause: {
    rule: 'os-pause-server:unpause',
    run: after(202, unpauseServer),
  },
  lock: { rule: 'os-lock-server:lock', run: after(202, (_cloud, server) => lockServer(server, true)) },
  unlock: { rule: 'os-lock-server:unlock', run: after(202, (_cloud, server) => lockServer(server, false)) },
  addSecurityGroup: { rule: 'os-security-groups:add', run: withGroup(true) },
  removeSecurityGroup: {
    rule: 'os-security-groups:remove',
    run: withGroup(false),
  },
  'os-getConsoleOutput': {
    rule: 'os-console-output',
    run: (_cloud, server, detail) => consoleOutput(server, detail),
  },
  'os-resetState': { rule: 'os-admin-actions:reset_state', adminOnly: true, run: resetState },
};

export function serverAction(
  cloud: Cloud,
  call: Call,
  session: Session,
  minor: number,
  server: Server,
): Answer {
  const body = objectBody(call) ?? {};
  const [name = ''] = Object.keys(body);
  const action = ACTIONS[name];
  if (action === undefined) return novaFailure(400, `There is no such action: ${name}`);
  if (!mayWrite(session) || (action.adminOnly === true && !isAdmin(session))) return notAllowed(action.rule);
  const refusal = action.adminOnly === true ? null : refused(server, action.word ?? name, session);
  if (refusal !== null) return refusal;
  const answer = action.run(cloud, server, objectOr(body[name]), minor);
  const deed = DEEDS[name];
  if (answer.status < 300 && deed !== undefined) recordDeed(cloud, server, deed, session);
  return answer;
}

/** The words of nova/compute/instance_actions.py; what is not here leaves none. */
const DEEDS: Readonly<Record<string, string>> = {
  'os-stop': 'stop',
  'os-start': 'start',
  reboot: 'reboot',
  resize: 'resize',
  confirmResize: 'confirmResize',
  rebuild: 'rebuild',
  pause: 'pause',
  unpause: 'unpause',
  lock: 'lock',
  unlock: 'unlock',
};

function lockServer(server: Server, locked: boolean): void {
  server.locked = locked;
}

function withGroup(added: boolean): ServerAction['run'] {
  return (cloud, server, detail) => {
    const name = String(detail['name']);
    const group = cloud.world.securityGroups.find((one) => one.name === name || one.id === name);
    if (group === undefined) return novaFailure(404, `Security group ${name} not found.`);
    const others = server.securityGroups.filter((one) => one !== group.name);
    server.securityGroups = added ? [...others, group.name] : others;
    return empty(202);
  };
}

function after(status: number, deed: (cloud: Cloud, server: Server) => void): ServerAction['run'] {
  return (cloud, server) => {
    deed(cloud, server);
    return empty(status);
  };
}

function resize(cloud: Cloud, server: Server, detail: JsonObject): Answer {
  const id = String(detail['flavorRef']);
  if (!cloud.world.flavors.some((flavor) => flavor.id === id))
    return novaFailure(400, `Flavor ${id} could not be found.`);
  resizeServer(cloud, server, id);
  return empty(202);
}

function rebuild(cloud: Cloud, server: Server, detail: JsonObject, minor: number): Answer {
  const id = String(detail['imageRef']);
  if (!cloud.world.images.some((image) => image.id === id))
    return novaFailure(400, `Cannot find image for rebuild: Image ${id} could not be found.`);
  const key = detail['key_name'];
  if (key !== undefined) server.keyName = typeof key === 'string' ? key : null;
  rebuildServer(cloud, server, id);
  return json(202, { server: describeServer(cloud, server, minor, true) });
}

function resetState(cloud: Cloud, server: Server, detail: JsonObject): Answer {
  forceState(cloud, server, detail['state'] === 'active' ? 'active' : 'error');
  return empty(202);
}
