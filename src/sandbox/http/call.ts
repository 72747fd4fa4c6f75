// A request as the services see it.

import { isObject, type Json, type JsonObject } from '../json.ts';

export interface Call {
  readonly method: string;
  /** Below the service's prefix, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly rawQuery: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly requestId: string;
}

export function header(call: Call, name: string): string | undefined {
  const value = call.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The body as JSON; undefined if it is not JSON. */
export function jsonBody(call: Call): Json | undefined {
  try {
    return JSON.parse(call.body) as Json;
  } catch {
    return undefined;
  }
}

export function objectBody(call: Call): JsonObject | undefined {
  const body = jsonBody(call);
  return isObject(body) ? body : undefined;
}
