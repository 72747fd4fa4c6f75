/** The kinds of trouble that a request can meet, as a client sees them. */
import type { ServerResponse } from 'node:http';
import type { Forwarded } from './middle.ts';

/** In the order of the table; `after`: the server acted, and the client does not learn it. */
const KINDS = {
  'error 500': { after: false, status: 500 },
  'error 500, acted': { after: true, status: 500 },
  'error 503, Retry-After': { after: false, status: 503, headers: { 'retry-after': '2' } },
  'error 429': { after: false, status: 429, headers: { 'retry-after': '1' } },
  'error 409': { after: false, status: 409 },
  'error 401': { after: false, status: 401 },
  'reset before': { after: false },
  'reset after': { after: true },
  stall: { after: true },
  'body cut': { after: true },
  'junk JSON': { after: true },
  'HTML page': { after: false, status: 502 },
  'not HTTP': { after: false },
} as const satisfies Readonly<Record<string, Shape>>;

interface Shape {
  readonly after: boolean;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Only where the client speaks TLS: a fatal alert in the middle of the session. */
const TLS_KINDS = {
  'TLS alert': { after: false },
  'TLS alert, acted': { after: true },
  'TLS alert in the answer': { after: true },
} as const satisfies Readonly<Record<string, Shape>>;

export type TlsFault = keyof typeof TLS_KINDS;
export type FaultKind = keyof typeof KINDS | TlsFault;

const ALL: Readonly<Record<FaultKind, Shape>> = { ...KINDS, ...TLS_KINDS };

export const FAULT_KINDS = Object.keys(KINDS) as readonly (keyof typeof KINDS)[];
export const TLS_FAULTS = Object.keys(TLS_KINDS) as readonly TlsFault[];

export function isAfter(fault: FaultKind): boolean {
  return ALL[fault].after;
}

/** Instead of the server's `answer`; null = it was not asked. `alert` ends the TLS session, where there is one. */
export function faultAnswer(
  fault: FaultKind,
  answer: Forwarded | null,
  { response, alert }: { readonly response: ServerResponse; readonly alert: () => void },
): void {
  const shape = ALL[fault];
  if (fault === 'stall') return;
  if (fault === 'TLS alert' || fault === 'TLS alert, acted') {
    alert();
  } else if (fault === 'reset before' || fault === 'reset after') {
    response.destroy();
  } else if (fault === 'not HTTP') {
    // a fatal TLS alert, handshake_failure: what a TLS port says to plain HTTP, and to a client it does not like
    response.socket?.end(Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]));
  } else if ((fault === 'body cut' || fault === 'TLS alert in the answer') && answer !== null) {
    response.writeHead(answer.status, {
      ...answer.headers,
      'content-length': String(answer.body.length + 9),
    });
    response.write(answer.body.subarray(0, Math.ceil(answer.body.length / 2)));
    setTimeout(() => (fault === 'body cut' ? response.destroy() : alert()), 5);
  } else if (fault === 'junk JSON' && answer !== null) {
    response.writeHead(answer.status, { ...answer.headers, 'content-type': 'application/json' });
    response.end('{"stacks": [{"id": "4f');
  } else if (fault === 'HTML page') {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end('<!DOCTYPE html><html><body><h1>Bad Gateway</h1></body></html>');
  } else {
    response.writeHead(shape.status ?? 500, { 'content-type': 'application/json', ...shape.headers });
    response.end(JSON.stringify({ error: { code: shape.status, message: 'by the sweep', title: 'Error' } }));
  }
}
