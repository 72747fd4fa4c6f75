/** Sends one described request to a service of the cloud, again where that is harmless, and reads its answer. */
import type { Json } from '../../model/json.ts';
import { failureOf, unexpectedAnswer } from './failures.ts';
import type { HttpAnswer, HttpOutcome, HttpRequest, Method } from './http.ts';
import { type Repeat, waitBeforeRetry } from './retry.ts';
import { ShapeError } from './shape.ts';

export type ServiceName =
  | 'identity'
  | 'orchestration'
  | 'compute'
  | 'image'
  | 'network'
  | 'load-balancer'
  | 'block-storage'
  | 'volumev3'
  | 'metric'
  | 'alarming'
  | 'rating'
  | 'placement';

export interface ServiceRequest {
  readonly service: ServiceName;
  readonly method: Method;
  /** Below the service's versioned endpoint, starting with `/`, already percent-encoded. */
  readonly path: string;
  readonly query?: readonly (readonly [string, string])[];
  readonly json?: Json;
  readonly repeat: Repeat;
  /** `reading stack "web"`: the first words of every error. */
  readonly doing: string;
}

/** Parses a body that is JSON (null when it is empty). */
export type Parse<T> = (body: Json) => T;

export interface Service {
  call<T>(request: ServiceRequest, parse: Parse<T>): Promise<T>;
  /** null when the service says 404. */
  find<T>(request: ServiceRequest, parse: Parse<T>): Promise<T | null>;
}

/** Where a request goes, with what token; `renew` gets a new token after a 401, and throws when it can't. */
export interface Target {
  url(request: ServiceRequest): URL;
  headers(request: ServiceRequest): Promise<Readonly<Record<string, string>>>;
  renew(used: Readonly<Record<string, string>>): Promise<void>;
}

export interface Wire {
  send(request: HttpRequest): Promise<HttpOutcome>;
  sleep(milliseconds: number): Promise<void>;
  now(): Date;
  jitter(): number;
  debug(line: string): void;
}

export function createService(wire: Wire, target: Target): Service {
  const readBody = <T>(request: ServiceRequest, outcome: HttpOutcome, parse: Parse<T>): T => {
    const url = target.url(request);
    if (outcome.kind === 'trouble' || outcome.status >= 300) throw failureOf(request, url, outcome);
    return read(request, url, outcome, parse);
  };
  return {
    call: async (request, parse) => readBody(request, await exchange(wire, target, request), parse),
    find: async (request, parse) => {
      const outcome = await exchange(wire, target, request);
      const nothing = outcome.kind === 'answer' && outcome.status === 404;
      return nothing ? null : readBody(request, outcome, parse);
    },
  };
}

/** One renewal of the token for a 401, whatever the request; retries by the table in retry.ts. */
async function exchange(wire: Wire, target: Target, request: ServiceRequest): Promise<HttpOutcome> {
  const headers = await target.headers(request);
  const outcome = await sendPatiently(wire, toHttp(target, request, headers), request);
  if (outcome.kind === 'trouble' || outcome.status !== 401) return outcome;
  await target.renew(headers);
  return sendPatiently(wire, toHttp(target, request, await target.headers(request)), request);
}

export async function sendPatiently(
  wire: Wire,
  http: HttpRequest,
  request: Pick<ServiceRequest, 'service' | 'path' | 'repeat'>,
): Promise<HttpOutcome> {
  for (let number = 1; ; number += 1) {
    const now = wire.now();
    const outcome = await wire.send(http);
    const took = wire.now().getTime() - now.getTime();
    const wait = waitBeforeRetry({ number, repeat: request.repeat, outcome, now, jitter: wire.jitter() });
    const what = outcome.kind === 'answer' ? String(outcome.status) : outcome.code;
    const next = wait === null ? '' : `, again in ${wait} ms`;
    wire.debug(`${http.method} ${request.service} ${request.path}: ${what} in ${took} ms${next}`);
    if (wait === null) return outcome;
    await wire.sleep(wait);
  }
}

function toHttp(
  target: Target,
  request: ServiceRequest,
  headers: Readonly<Record<string, string>>,
): HttpRequest {
  const json = request.json === undefined ? null : JSON.stringify(request.json);
  const content = json === null ? {} : { 'content-type': 'application/json' };
  return {
    method: request.method,
    url: target.url(request),
    headers: { accept: 'application/json', ...content, ...headers },
    body: json,
  };
}

function read<T>(request: ServiceRequest, url: URL, answer: HttpAnswer, parse: Parse<T>): T {
  try {
    return parse(answer.text.trim() === '' ? null : (JSON.parse(answer.text) as Json));
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SyntaxError)
      throw unexpectedAnswer(request, url, answer, error);
    throw error;
  }
}
