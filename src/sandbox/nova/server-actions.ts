// POST /servers/{id}/action.

import type { Cloud } from '../cloud.ts';
import { type Answer, empty, json } from '../http/answer.ts';
import type { Call } from '../http/call.ts';
import { objectBody } from '../http/call.ts';
import { type JsonObject, objectOr } from '../json.ts';
import { isAdmin, mayWrite, type Session } from '../keystone/tokens.ts';
import type { Server } from '../world.ts';
import { consoleOutput } from './console.ts';
import { notAllowed, novaFailure } from './failure-answer.ts';
import { describeServer } from './server-view.ts';
import {
  confirmResize,
  forceState,
  rebootServer,
  rebuildServer,
  resizeServer,
  startServer,
  stopServer,
} from './servers.ts';

interface ServerAction {
  readonly rule: string;
  /** vm_states it is possible in, and how the message names it. */
  readonly from?: readonly string[];
  readonly word?: string;
  readonly adminOnly?: boolean;
  readonly run: (cloud: Cloud, server: Server, detail: JsonObject, minor: number) => Answer;
}

const ACTIONS: Readonly<Record<string, ServerAction>> = {
  'os-stop': { rule: 'servers:stop', from: ['active', 'error'], word: 'stop', run: after(202, stopServer) },
  'os-start': { rule: 'servers:start', from: ['stopped'], word: 'start', run: after(202, startServer) },
  reboot: {
    rule: 'servers:reboot',
    from: ['active', 'stopped', 'error'],
    word: 'reboot',
    run: after(202, rebootServer),
  },
  resize: { rule: 'servers:resize', from: ['active', 'stopped'], word: 'resize', run: resize },
  confirmResize: {
    rule: 'servers:confirm_resize',
    from: ['resized'],
    word: 'confirmResize',
    run: after(204, confirmResize),
  },
  rebuild: { rule: 'servers:rebuild', from: ['active', 'stopped', 'error'], word: 'rebuild', run: rebuild },
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
  if (action.from !== undefined && !action.from.includes(server.vmState)) {
    const message = `Cannot '${action.word ?? name}' instance ${server.id} while it is in vm_state ${server.vmState}`;
    return novaFailure(409, message);
  }
  if (action.from !== undefined && server.taskState !== null) {
    const message = `Cannot '${action.word ?? name}' instance ${server.id} while it is in task_state ${server.taskState}`;
    return novaFailure(409, message);
  }
  return action.run(cloud, server, objectOr(body[name]), minor);
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
  rebuildServer(cloud, server, id);
  return json(202, { server: describeServer(cloud, server, minor, true) });
}

function resetState(cloud: Cloud, server: Server, detail: JsonObject): Answer {
  forceState(cloud, server, detail['state'] === 'active' ? 'active' : 'error');
  return empty(202);
}
