/** One HTTP request, one outcome: an answer, or the trouble that came instead of it. */
import { type Dispatcher, request } from 'undici';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export type HttpOutcome = HttpAnswer | HttpTrouble;

export interface HttpAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** Lower-case names; of repeated ones the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export type TroubleCause =
  | 'dns'
  | 'dns-busy'
  | 'refused'
  | 'connect-timeout'
  | 'tls'
  | 'proxy'
  | 'reset'
  | 'timeout'
  | 'too-large'
  | 'not-http';

export interface HttpTrouble {
  readonly kind: 'trouble';
  readonly cause: TroubleCause;
  /** Node's or the TLS library's own code, such as ECONNREFUSED. */
  readonly code: string;
  /** The proxy's host and port, when there is one. */
  readonly via: string | null;
}

/** The connections to use, and the proxy's host and port when they lead through one. */
export interface Way {
  readonly dispatcher: Dispatcher;
  readonly via: string | null;
}

export interface Timeouts {
  readonly connectMs: number;
  /** Heat validates a template before it answers, up to its rpc_response_timeout (60 s). */
  readonly headersMs: number;
  readonly bodyMs: number;
}

export const TIMEOUTS: Timeouts = { connectMs: 15_000, headersMs: 90_000, bodyMs: 90_000 };

const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Never throws; redirects are answers. */
export async function send(
  { dispatcher, via }: Way,
  timeouts: Timeouts,
  { method, url, headers, body }: HttpRequest,
): Promise<HttpOutcome> {
  try {
    const answer = await request(url, {
      dispatcher,
      method,
      headers: { ...headers },
      body,
      headersTimeout: timeouts.headersMs,
      bodyTimeout: timeouts.bodyMs,
    });
    const text = await readUpTo(answer.body, MAX_BODY_BYTES);
    if (text === null) return { kind: 'trouble', cause: 'too-large', code: 'BODY_TOO_LARGE', via };
    return { kind: 'answer', status: answer.statusCode, headers: single(answer.headers), text };
  } catch (error) {
    return troubleOf(error, via);
  }
}

async function readUpTo(body: AsyncIterable<Uint8Array>, most: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function single(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const CAUSES: Readonly<Record<string, TroubleCause>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns-busy',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_PRX_TLS: 'tls',
  EPROTO: 'tls',
  CERT_HAS_EXPIRED: 'tls',
  CERT_NOT_YET_VALID: 'tls',
  CERT_UNTRUSTED: 'tls',
  CERT_REJECTED: 'tls',
  CERT_SIGNATURE_FAILURE: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  HOSTNAME_MISMATCH: 'tls',
  INVALID_CA: 'tls',
};

function troubleOf(error: unknown, via: string | null): HttpTrouble {
  const code = codeOf(error);
  return { kind: 'trouble', cause: CAUSES[code] ?? causeByFamily(code, error), code, via };
}

/** A host with several addresses fails with one error per address (AggregateError). */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error.cause === undefined ? error.name : codeOf(error.cause);
}

/** A record that can't be read, on either side (OpenSSL's reasons, `sslerr.h`): the session broke, which says nothing of certificates. */
const BROKEN_SESSION = /BAD_RECORD|DECRYPT|CIPHER_OPERATION_FAILED|INVALID_AAD/;

function causeByFamily(code: string, error: unknown): TroubleCause {
  if (code.startsWith('ERR_SSL') && BROKEN_SESSION.test(code)) return 'reset';
  if (/^(ERR_TLS|ERR_SSL|UNABLE_TO_|ERR_OSSL)/.test(code)) return 'tls';
  if (code.startsWith('HPE_') || code === 'HTTPParserError') return 'not-http';
  if (error instanceof Error && /proxy/i.test(error.message)) return 'proxy';
  return 'reset';
}
