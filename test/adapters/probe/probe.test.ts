/** One question to a server: what answers, what is silent, what can't be asked from here. */
import { createServer, type Server } from 'node:http';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { probeOnLoopback } from '../../../src/adapters/probe/loopback.ts';
import { probe } from '../../../src/adapters/probe/probe.ts';

const open: (Server | TcpServer)[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) {
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listening<S extends Server | TcpServer>(server: S): Promise<number> {
  open.push(server);
  server.on('connection', (socket: Socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const http = (port: number, path = '/', timeoutSeconds = 5) =>
  probe({ kind: 'http', address: '127.0.0.1', port, path, timeoutSeconds });

describe('by HTTP', () => {
  test.each([200, 204, 301, 404, 500, 503])('the status counts: %i', async (status) => {
    const port = await listening(
      createServer((_request, answer) => answer.writeHead(status, { location: 'http://127.0.0.1:1/' }).end()),
    );
    expect(await http(port)).toEqual({ kind: 'status', status });
  });

  test('the path and the host are those that were given', async () => {
    let asked = '';
    const port = await listening(
      createServer((request, answer) => {
        asked = `${request.method} ${request.url} ${request.headers.host}`;
        answer.end();
      }),
    );
    await http(port, '/healthz?deep=1');
    expect(asked).toBe(`GET /healthz?deep=1 127.0.0.1:${port}`);
  });

  test('a body without end is not waited for', async () => {
    const port = await listening(createServer((_request, answer) => answer.writeHead(200).write('x')));
    expect(await http(port, '/', 60)).toEqual({ kind: 'status', status: 200 });
  });

  test('a server that accepts and says nothing is silent in the end', async () => {
    const port = await listening(createTcpServer(() => {}));
    expect(await http(port, '/', 1)).toEqual({ kind: 'silent', why: 'no answer within 1 s' });
  });

  test('what is no HTTP is no answer', async () => {
    const port = await listening(createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')));
    expect(await http(port)).toEqual({ kind: 'silent', why: 'the answer is no HTTP' });
  });

  test('headers without end are no answer', async () => {
    const port = await listening(
      createTcpServer((socket) => {
        socket.on('error', () => {});
        socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(40_000)}`);
      }),
    );
    expect(await http(port)).toEqual({ kind: 'silent', why: 'the answer is no HTTP' });
  });

  test('where nothing listens, that is said', async () => {
    const port = await listening(createTcpServer());
    await new Promise((resolve) => open.pop()?.close(resolve));
    expect(await http(port)).toEqual({ kind: 'silent', why: 'nothing listens there' });
  });
});

test('by TCP a connection is enough', async () => {
  const port = await listening(createTcpServer());
  const question = { kind: 'tcp', address: '127.0.0.1', port, timeoutSeconds: 5 } as const;
  expect(await probe(question)).toEqual({ kind: 'connected' });
  expect(await probeOnLoopback(question)).toEqual({ kind: 'connected' });
});

test('with the embedded cloud nobody but this machine is asked', async () => {
  const question = { kind: 'tcp', address: '10.20.0.5', port: 80, timeoutSeconds: 5 } as const;
  expect(await probeOnLoopback(question)).toMatchObject({ kind: 'unable' });
});
