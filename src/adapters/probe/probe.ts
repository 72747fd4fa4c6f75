/** Asks a server by HTTP or TCP, within its time, and believes nothing but the status line. */
import { request } from 'node:http';
import { connect } from 'node:net';
import type { ProbeAnswer, ProbeQuestion } from '../../model/evidence.ts';

export function probe(question: ProbeQuestion): Promise<ProbeAnswer> {
  return question.kind === 'http' ? askHttp(question) : askTcp(question);
}

type HttpQuestion = Extract<ProbeQuestion, { kind: 'http' }>;

/** The body is thrown away unread; a redirect is an answer like any other. */
function askHttp({ address, port, path, timeoutSeconds }: HttpQuestion): Promise<ProbeAnswer> {
  return new Promise((resolve) => {
    const asked = request({
      host: address,
      port,
      path,
      method: 'GET',
      agent: false,
      headers: { host: hostOf(address, port), 'user-agent': 'thermostat-health', connection: 'close' },
      maxHeaderSize: 16_384,
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    });
    asked.on('response', (answer) => {
      resolve({ kind: 'status', status: answer.statusCode ?? 0 });
      answer.destroy();
    });
    asked.on('error', (error) => resolve(troubleOf(error, timeoutSeconds)));
    asked.end();
  });
}

function askTcp({ address, port, timeoutSeconds }: ProbeQuestion): Promise<ProbeAnswer> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, signal: AbortSignal.timeout(timeoutSeconds * 1000) });
    socket.on('connect', () => {
      resolve({ kind: 'connected' });
      socket.destroy();
    });
    socket.on('error', (error) => resolve(troubleOf(error, timeoutSeconds)));
  });
}

function hostOf(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** What says nothing of the server: this machine has no way to it, or may not go it. */
const UNABLE: readonly string[] = [
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
  'EMFILE',
  'ENFILE',
];

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was reset',
  EHOSTUNREACH: 'the host is not reachable',
  ETIMEDOUT: 'no answer to the connection',
};

function troubleOf(error: Error & { readonly code?: string }, seconds: number): ProbeAnswer {
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return { kind: 'silent', why: `no answer within ${seconds} s` };
  const code = error.code ?? '';
  if (UNABLE.includes(code)) return { kind: 'unable', why: `this machine can't reach it (${code})` };
  return {
    kind: 'silent',
    why: WORDS[code] ?? (code.startsWith('HPE_') ? 'the answer is no HTTP' : code || error.name),
  };
}
