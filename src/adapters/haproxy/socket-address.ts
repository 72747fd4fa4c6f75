/** Reads where a Runtime API listens: `tcp://HOST:PORT` or `unix:///PATH`. */
import { isIP } from 'node:net';
import { BalancerError } from '../../ports/errors.ts';

export type SocketAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string };

export function socketAddress(api: string): SocketAddress {
  const unix = /^unix:\/\/(\/[^\0\r\n]{1,100})$/.exec(api);
  if (unix?.[1] !== undefined) return { kind: 'unix', path: unix[1] };
  const tcp = /^tcp:\/\/(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9._-]{1,253})):(\d{1,5})$/.exec(api);
  const host = tcp?.[1] ?? tcp?.[2];
  const port = Number(tcp?.[3]);
  const bracketed = tcp?.[1] !== undefined;
  if (host === undefined || port < 1 || port > 65535 || (bracketed && isIP(host) !== 6)) {
    throw new BalancerError(
      'invalid',
      `${JSON.stringify(api)} is no address of a Runtime API; it must be tcp://HOST:PORT or unix:///PATH`,
    );
  }
  return { kind: 'tcp', host, port };
}

/** 127.0.0.0/8, ::1, localhost, a socket file: what a cloud that is only embedded may reach. */
export function isLoopback(api: string): boolean {
  const address = socketAddress(api);
  if (address.kind === 'unix') return true;
  return /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|localhost)$/.test(address.host);
}
