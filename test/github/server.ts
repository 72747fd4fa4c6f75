/** Serves the stand-in on loopback: takes requests, checks them, plays the faults, checks the answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { findOperation } from './contract/contract.ts';
import { type Fault, Script } from './faults.ts';
import { type Reply, replyTo } from './reply.ts';
import { basicError } from './routes/call.ts';
import type { Store } from './state/store.ts';
import type { Violation } from './violations.ts';

/** A request as it came, with what it was answered. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** As GitHub's description names it, `issues/create`; null = none. */
  readonly operation: string | null;
  /** 0 = no answer. */
  readonly status: number;
}

export interface GitHubServer {
  readonly url: string;
  readonly script: Script;
  readonly seen: Seen[];
  readonly violations: Violation[];
  stop(): Promise<void>;
}

export async function serveGitHub(store: Store): Promise<GitHubServer> {
  const [script, seen, violations]: [Script, Seen[], Violation[]] = [new Script(), [], []];
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      violations.push({
        kind: 'stand-in',
        request: `${request.method} ${request.url}`,
        message: String(error),
      });
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  store.api = addressOf(server);
  return { url: store.api, script, seen, violations, stop: () => stop(server) };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const address = new URL(request.url ?? '/', store.api);
    const method = request.method ?? 'GET';
    await script.reach(method, address.pathname);
    const fault = script.take(method, address.pathname);
    const acts =
      fault === null || fault.kind === 'lost-answer' || (fault.kind === 'answer' && fault.done === true);
    const reply = acts ? replyTo(store, { method, address, headers: request.headers, text }) : null;
    violations.push(...(reply?.violations ?? []));
    const status = fault === null ? (reply?.status ?? 0) : fault.kind === 'answer' ? fault.status : 0;
    const { pathname: path, search: query } = address;
    const operation = findOperation(method, path)?.operation.id ?? null;
    seen.push({ method, path, query, body: parsed(text), operation, status });
    if (fault === null && reply !== null) send(response, reply);
    else if (fault !== null) misbehave(response, fault);
  }
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers);
  response.end(body);
}

function misbehave(response: ServerResponse, fault: Fault): void {
  if (fault.kind === 'stall') return;
  if (fault.kind !== 'answer') {
    response.destroy();
    return;
  }
  response.writeHead(fault.status, fault.headers);
  response.end(fault.body);
}

function addressOf(server: Server): string {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return basicError(400, text);
  }
}
