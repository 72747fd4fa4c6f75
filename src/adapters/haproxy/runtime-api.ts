/** Speaks HAProxy's Runtime API: one command, one connection, one answer, all bounded. */
import { connect, type Socket } from 'node:net';
import { BalancerError } from '../../ports/errors.ts';
import { socketAddress } from './socket-address.ts';

export interface RuntimeLimits {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** A backend with ten thousand servers answers 4 MB to `show stat`. */
export const LIMITS: RuntimeLimits = { milliseconds: 10_000, bytes: 16 * 1024 * 1024 };

/** The words go out as one line; whoever calls has made sure that there is none of `;`, line break or blank in a name. */
export function ask(api: string, words: readonly string[], limits: RuntimeLimits = LIMITS): Promise<string> {
  const command = words.join(' ');
  if (/[^\x20-\x7e]|[;\\<]/.test(command)) {
    return Promise.reject(new BalancerError('invalid', `${JSON.stringify(command)} is no single command`));
  }
  const socket = open(api);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (error: BalancerError | null) => {
      clearTimeout(timer);
      socket.destroy();
      if (error) reject(error);
      else resolve(Buffer.concat(chunks).toString('latin1'));
    };
    const fail = (code: BalancerError['code'], what: string, cause?: unknown) =>
      end(
        new BalancerError(code, `asking HAProxy at ${api} to ${JSON.stringify(command)}: ${what}`, { cause }),
      );
    const timer = setTimeout(
      () => fail('timeout', `no whole answer within ${limits.milliseconds / 1000} s`),
      limits.milliseconds,
    );
    socket.on('connect', () => socket.write(`${command}\n`));
    socket.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > limits.bytes)
        fail('unexpected-answer', `the answer does not end after ${limits.bytes} bytes`);
    });
    socket.on('error', (cause: NodeJS.ErrnoException) => fail('unreachable', whyNot(cause), cause));
    socket.on('end', () => end(null));
  });
}

function open(api: string): Socket {
  const address = socketAddress(api);
  return address.kind === 'unix' ? connect(address.path) : connect(address.port, address.host);
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'there is no such socket',
  EACCES: 'this user may not open the socket',
  ENOTFOUND: 'the name is not known',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'there is no way to this host',
  ENETUNREACH: 'there is no way to this network',
};

function whyNot({ code = '' }: NodeJS.ErrnoException): string {
  return REASONS[code] ?? `the connection broke (${code})`;
}
