/** Real requests through a balancer, without pause, of three kinds; every one that fails is kept. */
import { Agent, createServer, get, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { elapse } from './cloud.ts';

export interface Traffic {
  /** Ends when each member named has answered since the call. */
  untilServedBy(...addresses: readonly string[]): Promise<void>;
  /** Ends the traffic. */
  stop(): Promise<{ readonly requests: number; readonly failures: readonly string[] }>;
}

const KINDS = [
  { kind: 'fresh connection', path: '/', keepAlive: false, lanes: 4 },
  { kind: 'keep-alive', path: '/', keepAlive: true, lanes: 4 },
  { kind: 'slow response', path: '/slow', keepAlive: true, lanes: 6 },
] as const;

export function startTraffic(port: number): Traffic {
  const failures: string[] = [];
  const served = new Map<string, number>();
  let requests = 0;
  let going = true;
  const lane = async ({ kind, path, keepAlive }: (typeof KINDS)[number]) => {
    const agent = new Agent({ keepAlive, maxSockets: 1 });
    while (going) {
      requests += 1;
      const answer = await ask(port, path, agent);
      if (answer.status === 200) served.set(answer.text, (served.get(answer.text) ?? 0) + 1);
      else failures.push(`${new Date().toISOString()} ${kind}: ${answer.status} ${answer.text}`);
      await elapse(0.005);
    }
    agent.destroy();
  };
  const lanes = KINDS.flatMap((kind) => Array.from({ length: kind.lanes }, () => lane(kind)));
  return {
    untilServedBy: async (...addresses) => {
      served.clear();
      for (let tries = 0; addresses.some((address) => !served.has(address)); tries += 1) {
        if (tries > 600) throw new Error(`of ${addresses} only ${[...served.keys()]} have answered in 30 s`);
        await elapse(0.05);
      }
    },
    stop: async () => {
      going = false;
      await Promise.all(lanes);
      return { requests, failures };
    },
  };
}

function ask(
  port: number,
  path: string,
  agent: Agent,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, agent, timeout: 30_000 }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', (error) => resolve({ status: -1, text: String(error) }));
    });
    request.on('timeout', () => request.destroy(new Error('no answer in 30 s')));
    request.on('error', (error) => resolve({ status: -1, text: String(error) }));
  });
}

export interface Member {
  readonly address: string;
  readonly open: () => number;
  /** As when its server is deleted: nothing listens any more, what is open is cut. */
  kill(): Promise<void>;
}

/** A web server on a loopback address that tells who it is; `/slow` takes its time. */
export async function startMember(address: string, port: number): Promise<Member> {
  const sockets = new Set<Socket>();
  let open = 0;
  const server: Server = createServer((request, response) => {
    open += 1;
    response.on('close', () => {
      open -= 1;
    });
    const wait = request.url === '/slow' ? 700 : 0;
    setTimeout(() => response.end(address), wait);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  return {
    address,
    open: () => open,
    kill: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
