// /sandbox/…: the clock, the faults, the state, and damage behind Heat's back, for users outside the process.

import type { Cloud } from './cloud.ts';
import { ratingRules } from './cloudkitty/api.ts';
import { type Faults, orderFromJson } from './faults.ts';
import { type Answer, empty, json } from './http/answer.ts';
import { type Call, jsonBody, objectBody } from './http/call.ts';
import { LoadProblem, readLoadOrder } from './load/order.ts';
import { clearLoads, describeLoads, setLoad } from './load/polling.ts';
import { forceState, forgetServer } from './nova/servers.ts';
import { forceStatus } from './octavia/force.ts';
import { hostsFrom } from './placement/api.ts';
import type { RequestLog } from './request-log.ts';
import { saveWorld } from './state.ts';

export interface ControlContext {
  readonly cloud: Cloud;
  readonly faults: Faults;
  readonly log: RequestLog;
}

/** `call.path` is below /sandbox. */
export function controlApi(context: ControlContext, call: Call): Answer {
  const [thing, id] = call.path.split('/').filter((part) => part !== '');
  switch (`${call.method} ${thing ?? ''}`) {
    case 'GET state':
      return json(200, saveWorld(context.cloud.world));
    case 'GET clock':
      return json(200, { now: new Date(context.cloud.now).toISOString() });
    case 'POST clock':
      return moveClock(context.cloud, call);
    case 'POST faults':
      return orderFromJson(context.faults, jsonBody(call))
        ? empty(204)
        : refused('want {"clear": true}, {"request": …} or {"server": …}');
    case 'DELETE faults':
      context.faults.clear();
      return empty(204);
    case 'GET requests':
      return json(200, {
        count: context.log.count,
        counts: context.log.counts(),
        requests: context.log.entries(),
      });
    case 'GET load':
      return json(200, { loads: describeLoads(context.cloud) });
    case 'POST load':
      return orderLoad(context.cloud, call);
    case 'DELETE load':
      clearLoads(context.cloud);
      return empty(204);
    case 'POST servers':
      return damage(context.cloud, id ?? '', call);
    case 'POST rating':
      return rate(context.cloud, call);
    case 'POST hosts':
      return setHosts(context.cloud, call);
    case 'POST balancing':
      return disturb(context.cloud, id ?? '', call);
    default:
      return json(404, { error: `no such control: ${call.method} ${call.path}` });
  }
}

function moveClock(cloud: Cloud, call: Call): Answer {
  const seconds = objectBody(call)?.['advance'];
  if (typeof seconds !== 'number' || seconds < 0) return refused('want {"advance": SECONDS}');
  cloud.advance(seconds);
  return json(200, { now: new Date(cloud.now).toISOString() });
}

function orderLoad(cloud: Cloud, call: Call): Answer {
  try {
    setLoad(cloud, readLoadOrder(jsonBody(call)));
    return empty(204);
  } catch (error) {
    if (error instanceof LoadProblem) return refused(error.message);
    throw error;
  }
}

function damage(cloud: Cloud, id: string, call: Call): Answer {
  const server = cloud.world.servers.get(id);
  if (server === undefined) return json(404, { error: `no server "${id}"` });
  const body = objectBody(call);
  if (typeof body?.['console'] === 'string') {
    server.console = body['console'];
    return empty(204);
  }
  switch (body?.['status']) {
    case 'ERROR':
      forceState(cloud, server, 'error');
      return empty(204);
    case 'SHUTOFF':
      forceState(cloud, server, 'stopped');
      return empty(204);
    case 'ACTIVE':
      forceState(cloud, server, 'active');
      return empty(204);
    case 'DELETED':
      forgetServer(cloud, server);
      return empty(204);
    default:
      return refused('want {"status": "ERROR" | "SHUTOFF" | "ACTIVE" | "DELETED"} or {"console": TEXT}');
  }
}

/** An operator installs CloudKitty, or gives other prices. */
function rate(cloud: Cloud, call: Call): Answer {
  const rules = ratingRules(jsonBody(call));
  if (rules === undefined)
    return refused('want {"rules": [{"service": TEXT, "field": TEXT, "value": TEXT, "cost": NUMBER}, …]}');
  cloud.world.rating = rules;
  return empty(204);
}

/** As many servers as ever come all the same: only Placement's answers know of hosts. */
function setHosts(cloud: Cloud, call: Call): Answer {
  const hosts = hostsFrom(objectBody(call));
  if (hosts === undefined) return refused('want {"hosts": [{"vcpus": NUMBER, "ram": MIB, "disk": GIB}, …]}');
  cloud.world.hosts = hosts;
  return empty(204);
}

/** What a provider's driver would report, or what broke in it. */
function disturb(cloud: Cloud, id: string, call: Call): Answer {
  const trouble = forceStatus(cloud, id, objectBody(call) ?? {});
  return trouble === undefined ? empty(204) : refused(trouble);
}

function refused(message: string): Answer {
  return json(400, { error: message });
}
