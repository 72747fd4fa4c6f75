/** A loopback HTTP server that plays an OpenStack by a script, with every request it saw. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type CloudOptions, type OpenCloud, openCloud } from '../../../src/adapters/openstack/cloud.ts';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly json: unknown;
  /** Of the client's end. */
  readonly port: number;
}

export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly json?: unknown;
      readonly text?: string;
      readonly afterMs?: number;
    }
  /** Never answers, or breaks the connection off. */
  | 'hang'
  | 'cut';

/** Later rules come first; a rule that gives null leaves it to the others. */
export type Rule = (request: Seen) => Reply | null;

export interface ScriptedCloud {
  readonly url: string;
  readonly seen: readonly Seen[];
  /** `GET /heat/stacks`, in the order they came, logins left out. */
  requests(): readonly string[];
  on(method: string, path: string | RegExp, reply: Reply | Rule | readonly (Reply | Rule)[]): void;
  open(options?: Partial<CloudOptions>): Promise<OpenCloud>;
  close(): Promise<void>;
}

export const PROJECT = 'p1';

export async function startScriptedCloud(tls?: ServerOptions): Promise<ScriptedCloud> {
  const seen: Seen[] = [];
  const rules: Rule[] = [];
  const listener: RequestListener = (request, response) => {
    void readRequest(request).then((one) => {
      seen.push(one);
      const reply = rules
        .toReversed()
        .map((rule) => rule(one))
        .find((given) => given !== null);
      return write(response, reply ?? { status: 404, json: { error: { message: 'nothing scripted' } } });
    });
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  const opened: OpenCloud[] = [];

  const cloud: ScriptedCloud = {
    url,
    seen,
    requests: () =>
      seen.filter(({ path }) => !path.startsWith('/v3')).map(({ method, path }) => `${method} ${path}`),
    on(method, path, reply) {
      const queue = Array.isArray(reply) ? [...reply] : [reply as Reply | Rule];
      rules.push((one) => {
        if (one.method !== method || !matches(one.path, path)) return null;
        const next = queue.length > 1 ? queue.shift() : queue[0];
        return typeof next === 'function' ? next(one) : (next ?? null);
      });
    },
    async open(options = {}) {
      const { env, ...rest } = options;
      const merged = { ...credentials(url), ...env };
      const base = { cloud: null, cwd: '/nowhere', home: '/nowhere', sleep: async () => {} };
      const one = await openCloud({ ...base, ...rest, env: merged });
      opened.push(one);
      return one;
    },
    async close() {
      await Promise.all(opened.map((one) => one.close()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  cloud.on('POST', '/v3/auth/tokens', () => login(url, `token-${seen.filter(isLogin).length}`));
  cloud.on('GET', '/nova/v2.1/', { json: { version: { version: '2.100', min_version: '2.1' } } });
  return cloud;
}

export function isLogin({ path }: Seen): boolean {
  return path === '/v3/auth/tokens';
}

export function credentials(url: string): Readonly<Record<string, string>> {
  return { OS_AUTH_URL: `${url}/v3`, OS_USERNAME: 'demo', OS_PASSWORD: 'pass-word', OS_PROJECT_NAME: 'demo' };
}

/** The cloud's clock is years behind this machine's: only how long a token lives counts. */
const BEHIND = Date.parse('2020-01-01T00:00:00Z');

export function login(url: string, token: string, lives = 3_600_000): Reply {
  const endpoint = (type: string, path: string) => ({
    type,
    endpoints: [{ interface: 'public', region_id: 'RegionOne', url: url + path }],
  });
  const catalog = [
    endpoint('orchestration', `/heat/v1/${PROJECT}`),
    endpoint('compute', '/nova/v2.1'),
    endpoint('image', '/glance'),
    endpoint('network', '/neutron'),
  ];
  const body = {
    token: {
      issued_at: new Date(BEHIND).toISOString(),
      expires_at: new Date(BEHIND + lives).toISOString(),
      project: { id: PROJECT, name: 'demo' },
      user: { name: 'demo' },
      catalog,
    },
  };
  return { status: 201, headers: { 'x-subject-token': token }, json: body };
}

function matches(path: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? path === wanted : wanted.test(path);
}

async function readRequest(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const url = new URL(request.url ?? '/', 'http://here');
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    json: text === '' ? null : JSON.parse(text),
    port: request.socket.remotePort ?? 0,
  };
}

async function write(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply === 'hang') return;
  if (reply === 'cut') {
    response.destroy();
    return;
  }
  if (reply.afterMs) await new Promise((resolve) => setTimeout(resolve, reply.afterMs));
  const type = reply.text === undefined ? 'application/json' : 'text/html';
  response.writeHead(reply.status ?? 200, { 'content-type': type, ...reply.headers });
  response.end(reply.text ?? (reply.json === undefined ? '' : JSON.stringify(reply.json)));
}
