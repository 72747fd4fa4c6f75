// The one HTTP port of the sandbox, on loopback, with its scripted trouble.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestEffect } from '../fault-rules.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';

/** heat.conf max_json_body_size. */
const LARGEST_BODY = 1048576;

export interface PortHandlers {
  /** Before anything else; also when nothing is to be done. */
  fault(method: string, path: string): RequestEffect | undefined;
  answer(call: Call): Answer;
  requestId(): string;
  done(method: string, path: string, status: number): void;
}

export interface Port {
  readonly port: number;
  close(): Promise<void>;
}

export async function openPort(port: number, handlers: PortHandlers): Promise<Port> {
  const server = createServer((request, response) => {
    handle(request, response, handlers).catch((error: unknown) => crash(response, error));
  });
  server.keepAliveTimeout = 0;
  await listen(server, port);
  const address = server.address() as AddressInfo;
  return { port: address.port, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  handlers: PortHandlers,
): Promise<void> {
  const method = request.method ?? 'GET';
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const rawQuery = query.join('?');
  const effect = path.startsWith('/sandbox/') ? undefined : handlers.fault(method, request.url ?? '/');
  if (effect?.kind === 'reset-before') {
    handlers.done(method, path, 0);
    request.socket.destroy();
    return;
  }
  const body = await readBody(request);
  const requestId = handlers.requestId();
  const make = (): Answer => {
    if (body === undefined) return tooLarge();
    return handlers.answer({
      method,
      path,
      rawQuery,
      query: new URLSearchParams(rawQuery),
      headers: request.headers,
      body,
      requestId,
    });
  };
  const answer = await affected(effect, make);
  handlers.done(method, path, answer === undefined ? 0 : answer.status);
  if (answer === undefined) {
    request.socket.destroy();
    return;
  }
  send(response, answer, requestId, effect, method);
}

/** Undefined: the connection is cut. */
async function affected(effect: RequestEffect | undefined, make: () => Answer): Promise<Answer | undefined> {
  switch (effect?.kind) {
    case undefined:
    case 'truncate':
      return make();
    case 'answer':
      return given(effect);
    case 'stall':
      await new Promise((resolve) => setTimeout(resolve, effect.milliseconds));
      return make();
    case 'junk':
      return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"stacks": [{"id": "4f' };
    case 'html':
      return {
        status: effect.status,
        headers: { 'content-type': 'text/html' },
        body: '<html><body><h1>Bad Gateway</h1></body></html>',
      };
    default:
      make();
      return undefined;
  }
}

function given(effect: Extract<RequestEffect, { kind: 'answer' }>): Answer {
  const body = typeof effect.body === 'string' ? effect.body : JSON.stringify(effect.body);
  return { status: effect.status, headers: { 'content-type': 'application/json', ...effect.headers }, body };
}

function send(
  response: ServerResponse,
  answer: Answer,
  requestId: string,
  effect: RequestEffect | undefined,
  method: string,
): void {
  const length = Buffer.byteLength(answer.body);
  const headers = { ...answer.headers, 'content-length': length, 'x-openstack-request-id': requestId };
  response.writeHead(answer.status, headers);
  if (effect?.kind === 'truncate') {
    response.write(answer.body.slice(0, effect.bytes));
    setImmediate(() => response.destroy());
    return;
  }
  response.end(method === 'HEAD' ? undefined : answer.body);
}

/** Undefined if it is larger than a Heat would read. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size <= LARGEST_BODY) chunks.push(bytes);
  }
  return size > LARGEST_BODY ? undefined : Buffer.concat(chunks).toString('utf8');
}

function tooLarge(): Answer {
  const message = `Request limit exceeded: JSON body size exceeds maximum allowed size (${LARGEST_BODY} bytes).`;
  const error = { type: 'RequestLimitExceeded', traceback: null, message };
  const title = 'Bad Request';
  const explanation =
    'The server could not comply with the request since it is either malformed or otherwise incorrect.';
  return {
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 400, title, explanation, error }),
  };
}

/** A mistake of the sandbox itself is told loudly, not hidden in an OpenStack error. */
function crash(response: ServerResponse, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (!response.headersSent)
    response.writeHead(500, { 'content-type': 'text/plain', 'x-sandbox-defect': 'true' });
  response.end(`the sandbox broke: ${text}`);
}
