/** Stands between a command and its servers: counts every request, and decides what becomes of each. */
import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { Certificate } from '../certificate.ts';
import { type FaultKind, faultAnswer, isAfter } from './fault-kinds.ts';
import { listening } from './listening.ts';
import { openRelay } from './relay.ts';

export interface Passage {
  /** 1 for the first of the run. */
  readonly number: number;
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

export function isWrite({ method, url }: Passage): boolean {
  return method !== 'GET' && !url.endsWith('/auth/tokens');
}

/** What a request asks for, whichever number it has: several groups are at work at the same time, in no certain order. */
export function kindOf({ method, url, body }: Passage): string {
  const path = new URL(url).pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}/g, '{id}')
    .replace(/-[a-z2-7]{12}(?=\/|$)/g, '-*');
  const name = method === 'POST' ? (/"stack_name":"([^"]+)"/.exec(body)?.[1] ?? '') : '';
  return `${method} ${path}${name === '' ? '' : ` ${name}`}${body.includes('desired_capacity') ? ' with a size' : ''}`;
}

/** Tells of each request of a run whether it is the one that had this number in another run. */
export function sameAs(passages: readonly Passage[], number: number): (passage: Passage) => boolean {
  const kinds = passages.slice(0, number).map(kindOf);
  const wanted = kinds.at(-1);
  let left = kinds.filter((kind) => kind === wanted).length;
  return (passage) => {
    if (kindOf(passage) !== wanted) return false;
    left -= 1;
    return left === 0;
  };
}

export type Fate =
  | { readonly kind: 'pass' }
  /** The command is killed once the server has acted, or without it. */
  | { readonly kind: 'kill'; readonly arrives: boolean }
  | { readonly kind: 'fault'; readonly fault: FaultKind }
  /** The server's own answer, as something else. */
  | { readonly kind: 'change'; readonly change: (body: string) => string };

export interface Middle {
  /** For HTTP_PROXY, or in the place of the server's own address. */
  readonly url: string;
  /** Of the current run, in the order of their arrival. */
  readonly passages: readonly Passage[];
  /** Tokens that Keystone gave, of all runs. */
  readonly tokens: readonly string[];
  /** Begins a run. */
  begin(fate: (passage: Passage) => Fate, kill: () => void): void;
  close(): Promise<void>;
}

export interface MiddleOptions {
  /** The origin that gets what names no host of its own. */
  readonly upstream?: string;
  /** It speaks TLS with this, as if it were the upstream: every address of that in an answer is its own instead. */
  readonly certificate?: Certificate;
  /** Of the servers behind, whose answers bear its date; the real one if left out. */
  readonly now?: () => Date;
}

export async function openMiddle(options: MiddleOptions = {}): Promise<Middle> {
  const { upstream, certificate, now } = options;
  const state = {
    passages: [] as Passage[],
    tokens: [] as string[],
    fate: (_: Passage): Fate => ({ kind: 'pass' }),
    kill: () => {},
  };
  const take = (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response).catch(() => response.destroy());
  };
  const server = certificate === undefined ? createServer(take) : createTlsServer(certificate, take);
  const port = await listening(server);
  const relay = certificate === undefined ? null : await openRelay(port);
  const own = relay === null ? `http://127.0.0.1:${port}` : `https://127.0.0.1:${relay.port}`;
  return {
    url: own,
    get passages() {
      return state.passages;
    },
    get tokens() {
      return state.tokens;
    },
    begin: (fate, kill) => Object.assign(state, { passages: [], fate, kill }),
    close: () => {
      relay?.close();
      return stop(server);
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bytesOf(request);
    if (now !== undefined) response.setHeader('date', now().toUTCString());
    const url = new URL(request.url ?? '/', upstream);
    const { method = 'GET' } = request;
    const keep = (answer: Forwarded): Forwarded => {
      const token = answer.headers['x-subject-token'];
      if (typeof token === 'string') state.tokens.push(token);
      return answer;
    };
    const passage = { number: state.passages.length + 1, method, url: url.href, body: body.toString() };
    state.passages.push(passage);
    const fate = state.fate(passage);
    if (fate.kind === 'kill') {
      if (fate.arrives) keep(await forward(url, request, body));
      state.kill();
      response.destroy();
      return;
    }
    if (fate.kind === 'fault') {
      const answer = isAfter(fate.fault) ? keep(await forward(url, request, body)) : null;
      const alert = () => relay?.breakOff(request.socket.remotePort ?? 0);
      faultAnswer(fate.fault, answer === null ? null : asOwn(answer), { response, alert });
      return;
    }
    const answer = asOwn(keep(await forward(url, request, body)));
    response.writeHead(answer.status, answer.headers);
    response.end(fate.kind === 'change' ? fate.change(answer.body.toString()) : answer.body);
  }

  function asOwn(answer: Forwarded): Forwarded {
    if (relay === null || upstream === undefined) return answer;
    const renamed = (text: string) => text.replaceAll(upstream, own);
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [
        name,
        typeof value === 'string' ? renamed(value) : value,
      ]),
    );
    return { ...answer, headers, body: Buffer.from(renamed(answer.body.toString())) };
  }
}

export interface Forwarded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

const HOP_BY_HOP = [
  'connection',
  'proxy-connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
];

function forward(url: URL, from: IncomingMessage, body: Buffer): Promise<Forwarded> {
  const headers = {
    ...withoutHops(from.headers),
    host: url.host,
    ...(body.length > 0 || from.method !== 'GET' ? { 'content-length': String(body.length) } : {}),
  };
  return new Promise((resolve, reject) => {
    const outgoing = ask(url, { method: from.method ?? 'GET', headers, agent: false }, (answer) => {
      bytesOf(answer).then(
        (bytes) =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: withoutHops(answer.headers),
            body: bytes,
          }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function withoutHops(headers: IncomingMessage['headers']): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || HOP_BY_HOP.includes(name) ? [] : [[name, value]],
    ),
  );
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function stop(server: Server | TlsServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
