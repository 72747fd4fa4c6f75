/** Starts a server on loopback, at a port that is free. */
import type { AddressInfo, Server } from 'node:net';

export async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
