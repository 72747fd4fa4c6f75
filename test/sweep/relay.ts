/** Stands in front of a TLS server and can break one of its sessions, as a balancer does that loses its keys. */
import { connect, createServer, type Socket } from 'node:net';
import { listening } from './listening.ts';

export interface Relay {
  readonly port: number;
  /** The server gets a record that no key made on the connection that it sees from this port, and ends the session with a fatal alert (RFC 8446, 5.2 and 6.2). */
  breakOff(from: number): void;
  close(): void;
}

/** Application data, TLS 1.2 on the wire, 32 bytes. */
const FORGED = Buffer.concat([Buffer.from([0x17, 0x03, 0x03, 0x00, 0x20]), Buffer.alloc(32, 7)]);

/** @param to the server's port on loopback. */
export async function openRelay(to: number): Promise<Relay> {
  const inward = new Map<number, Socket>();
  const all = new Set<Socket>();
  const server = createServer((client) => {
    const inside = connect(to, '127.0.0.1', () => inward.set(inside.localPort ?? 0, inside));
    for (const [one, other] of [
      [client, inside],
      [inside, client],
    ] as const) {
      all.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => all.delete(one));
    }
  });
  return {
    port: await listening(server),
    breakOff: (from) => void inward.get(from)?.write(FORGED),
    close: () => {
      server.close();
      for (const one of all) one.destroy();
    },
  };
}
