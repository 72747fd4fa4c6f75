// Scripted trouble: which requests are hit, which server builds fail, and the handle to set it.

import type { Cloud } from './cloud.ts';
import type { RequestEffect, RequestFault, ServerFault } from './fault-rules.ts';
import { isObject, type Json, type JsonObject, objectOr } from './json.ts';

/** What to do to requests that match; `path` is a piece of the address, or a regular expression. */
export interface RequestFaultOrder {
  readonly method?: string;
  readonly path?: string | RegExp;
  /** Starts with the nth that matches (1 is the first). */
  readonly nth?: number;
  /** How many are hit; by default one, null for all. */
  readonly times?: number | null;
  readonly effect: RequestEffect;
}

export interface ServerFaultOrder {
  readonly kind: 'spawn-fail' | 'spawn-delay';
  /** A piece of the server's name. */
  readonly name?: string;
  readonly flavor?: string;
  readonly nth?: number;
  /** By default all. */
  readonly times?: number | null;
  readonly seconds?: number;
}

export interface Faults {
  request(order: RequestFaultOrder): void;
  server(order: ServerFaultOrder): void;
  clear(): void;
}

export function faultControl(cloud: Cloud): Faults {
  const { world } = cloud;
  return {
    request: (order) => {
      world.requestFaults = [...world.requestFaults, requestFault(order)];
    },
    server: (order) => {
      world.serverFaults = [...world.serverFaults, serverFault(order)];
    },
    clear: () => {
      world.requestFaults = [];
      world.serverFaults = [];
    },
  };
}

function requestFault(order: RequestFaultOrder): RequestFault {
  const { path } = order;
  return {
    method: order.method ?? null,
    path: path instanceof RegExp ? path.source : (path ?? ''),
    regexp: path instanceof RegExp,
    skip: (order.nth ?? 1) - 1,
    times: order.times === undefined ? 1 : order.times,
    effect: order.effect,
  };
}

function serverFault(order: ServerFaultOrder): ServerFault {
  return {
    kind: order.kind,
    name: order.name ?? null,
    flavor: order.flavor ?? null,
    skip: (order.nth ?? 1) - 1,
    times: order.times === undefined ? null : order.times,
    seconds: order.seconds ?? 0,
  };
}

/** The effect that hits this request, if one does; counts it. */
export function takeFault(cloud: Cloud, method: string, path: string): RequestEffect | undefined {
  for (const fault of cloud.world.requestFaults) {
    if (!concerns(fault, method, path) || fault.times === 0) continue;
    if (fault.skip > 0) {
      fault.skip -= 1;
      continue;
    }
    if (fault.times !== null) fault.times -= 1;
    return fault.effect;
  }
  return undefined;
}

function concerns(fault: RequestFault, method: string, path: string): boolean {
  if (fault.method !== null && fault.method !== method) return false;
  return fault.regexp ? new RegExp(fault.path).test(path) : path.includes(fault.path);
}

/**
 * Orders as they come over HTTP: `{clear: true}`, `{request: {…}}`, `{server: {…}}`, or a server order alone
 * (`{kind: "spawn-fail", …}`); false if it is none.
 */
export function orderFromJson(faults: Faults, body: Json | undefined): boolean {
  if (!isObject(body)) return false;
  if (body['clear'] === true) faults.clear();
  const request = body['request'];
  if (isObject(request)) faults.request(requestOrder(request));
  const server = body['server'];
  if (isObject(server)) faults.server(serverOrder(server));
  const alone = body['kind'] === 'spawn-fail' || body['kind'] === 'spawn-delay';
  if (alone) faults.server(serverOrder(body));
  return alone || body['clear'] === true || isObject(request) || isObject(server);
}

function requestOrder(raw: JsonObject): RequestFaultOrder {
  const path = raw['regexp'] === undefined ? String(raw['path'] ?? '') : new RegExp(String(raw['regexp']));
  return {
    ...counts(raw, 1),
    ...(raw['method'] === undefined ? {} : { method: String(raw['method']) }),
    path,
    effect: effectOf(objectOr(raw['effect'])),
  };
}

function serverOrder(raw: JsonObject): ServerFaultOrder {
  return {
    ...counts(raw, null),
    kind: raw['kind'] === 'spawn-delay' ? 'spawn-delay' : 'spawn-fail',
    ...(raw['name'] === undefined ? {} : { name: String(raw['name']) }),
    ...(raw['flavor'] === undefined ? {} : { flavor: String(raw['flavor']) }),
    seconds: Number(raw['seconds'] ?? 0),
  };
}

function counts(
  raw: JsonObject,
  times: number | null,
): { readonly nth: number; readonly times: number | null } {
  const given = raw['times'];
  return {
    nth: Number(raw['nth'] ?? 1),
    times: given === undefined ? times : given === null ? null : Number(given),
  };
}

function effectOf(raw: JsonObject): RequestEffect {
  switch (raw['kind']) {
    case 'reset-before':
    case 'reset-after':
    case 'junk':
      return { kind: raw['kind'] };
    case 'stall':
      return { kind: 'stall', milliseconds: Number(raw['milliseconds'] ?? 1000) };
    case 'truncate':
      return { kind: 'truncate', bytes: Number(raw['bytes'] ?? 10) };
    case 'html':
      return { kind: 'html', status: Number(raw['status'] ?? 502) };
    default: {
      const headers = Object.entries(objectOr(raw['headers'])).map(([name, value]) => [name, String(value)]);
      return {
        kind: 'answer',
        status: Number(raw['status'] ?? 503),
        headers: Object.fromEntries(headers),
        body: raw['body'] ?? null,
      };
    }
  }
}
