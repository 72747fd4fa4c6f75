/** Keeps the connections to the cloud's hosts, straight or through a proxy. */
import { rootCertificates } from 'node:tls';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import { CloudError } from '../../ports/errors.ts';
import type { Method, Timeouts, Way } from './http.ts';
import { proxyFor } from './proxy.ts';

export interface Tls {
  /** PEM texts; null = the usual authorities. */
  readonly ca: string | null;
  readonly verify: boolean;
  readonly cert: string | null;
  readonly key: string | null;
}

export interface Connections {
  for(url: URL, method: Method): Way;
  close(): Promise<void>;
}

export function openConnections(
  tls: Tls,
  timeouts: Timeouts,
  env: Readonly<Record<string, string | undefined>>,
): Connections {
  const dispatchers = new Map<string, Dispatcher>();
  return {
    for(url, method) {
      const proxy = proxyUrl(url, env);
      // A kept connection may be closed by the server just as we write to it, and then nobody knows
      // whether a POST arrived; writes therefore open their own (pipelining 0 = no keep-alive).
      const pipelining = method === 'GET' || method === 'HEAD' ? 1 : 0;
      const key = `${proxy?.href ?? 'direct'} ${pipelining}`;
      const dispatcher = dispatchers.get(key) ?? createDispatcher(proxy, tls, timeouts, pipelining);
      dispatchers.set(key, dispatcher);
      return { dispatcher, via: proxy === null ? null : proxy.host };
    },
    async close() {
      const open = [...dispatchers.values()];
      dispatchers.clear();
      // Not close(): that would wait for answers nobody wants any more.
      await Promise.all(open.map((dispatcher) => dispatcher.destroy()));
    },
  };
}

function proxyUrl(url: URL, env: Readonly<Record<string, string | undefined>>): URL | null {
  const proxy = proxyFor(url, env);
  if (proxy === null) return null;
  if (URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)) return new URL(proxy);
  throw new CloudError({
    code: 'credentials-invalid',
    message: `going to "${url.host}": HTTPS_PROXY or HTTP_PROXY is not an http(s) address; it should look like http://proxy.example:3128`,
  });
}

function createDispatcher(proxy: URL | null, tls: Tls, timeouts: Timeouts, pipelining: number): Dispatcher {
  const connect = connectOptions(tls, timeouts);
  if (proxy === null) return new Agent({ connect, pipelining });
  // Without a tunnel for plain http, as curl does it: many proxies allow CONNECT to port 443 only.
  return new ProxyAgent({
    uri: proxy.href,
    proxyTunnel: false,
    requestTls: connect,
    proxyTls: connect,
    connect,
    pipelining,
  });
}

/** `ca` replaces Node's own list, so ours goes beside it. */
function connectOptions({ ca, verify, cert, key }: Tls, { connectMs }: Timeouts) {
  return {
    timeout: connectMs,
    rejectUnauthorized: verify,
    ...(ca === null ? {} : { ca: [...rootCertificates, ca] }),
    ...(cert === null ? {} : { cert, key: key ?? cert }),
  };
}
