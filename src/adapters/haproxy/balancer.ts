/** A backend of HAProxy, read and changed through its Runtime API. */
import { isIP } from 'node:net';
import type { BackendServer, Endpoint } from '../../model/balancer.ts';
import type { Balancer } from '../../ports/balancer.ts';
import { BalancerError } from '../../ports/errors.ts';
import { expectDone, expectTable, printable } from './refusals.ts';
import { ask, LIMITS, type RuntimeLimits } from './runtime-api.ts';
import { socketAddress } from './socket-address.ts';
import { isServerName, sessionTable, stateTable } from './tables.ts';

const UNUSED: Endpoint = { address: '0.0.0.0', port: 0 };

export function openHAProxy(api: string, limits: RuntimeLimits = LIMITS): Balancer {
  socketAddress(api);
  const tell = async (what: string, ...words: readonly string[]) =>
    expectDone(await ask(api, words, limits), `${what} at ${api}`);
  return {
    servers: async (backend) => readServers(api, named(backend), limits),
    add: async (backend, server, endpoint) => {
      const target = line(backend, server);
      const { address, port } = literal(endpoint);
      const shown = isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
      await tell(`adding the server "${target}"`, 'add', 'server', target, shown, 'check');
      await tell(`switching on the checks of "${target}"`, 'enable', 'health', target);
    },
    point: async (backend, server, endpoint) => {
      const target = line(backend, server);
      const { address, port } = literal(endpoint ?? UNUSED);
      const words = ['set', 'server', target, 'addr', address, ...(port === 0 ? [] : ['port', String(port)])];
      await tell(`pointing the server "${target}" to ${address}`, ...words);
    },
    setState: async (backend, server, state) => {
      const target = line(backend, server);
      await tell(`setting "${target}" to ${state}`, 'set', 'server', target, 'state', state);
    },
    holdBack: async (backend, server) => {
      const target = line(backend, server);
      await tell(`holding "${target}" back until it is checked`, 'set', 'server', target, 'health', 'down');
    },
    endSessions: async (backend, server) => {
      const target = line(backend, server);
      await tell(`ending the sessions of "${target}"`, 'shutdown', 'sessions', 'server', target);
    },
    remove: async (backend, server) => {
      const target = line(backend, server);
      await tell(`removing the server "${target}"`, 'del', 'server', target);
    },
  };
}

async function readServers(
  api: string,
  backend: string,
  limits: RuntimeLimits,
): Promise<readonly BackendServer[]> {
  const what = `reading the backend "${backend}" at ${api}`;
  const stateAnswer = await ask(api, ['show', 'servers', 'state', backend], limits);
  expectTable(stateAnswer, what);
  const state = stateTable(stateAnswer, backend);
  if (state === null) throw strange(what, stateAnswer);
  if (state.proxy === null) return [];
  // 4: servers only; -1: all of them
  const statAnswer = await ask(api, ['show', 'stat', state.proxy, '4', '-1'], limits);
  expectTable(statAnswer, what);
  const sessions = sessionTable(statAnswer, backend);
  if (sessions === null) throw strange(what, statAnswer);
  return state.servers.map((server) => ({ ...server, sessions: sessions.get(server.name) ?? 0 }));
}

function strange(what: string, answer: string): BalancerError {
  return new BalancerError('unexpected-answer', `${what}: the answer begins "${printable(answer)}"`);
}

function line(backend: string, server: string): string {
  return `${named(backend)}/${named(server)}`;
}

/** HAProxy's own alphabet for names (src/tools.c invalid_char): nothing in it can end a word or a command. */
function named(name: string): string {
  if (isServerName(name)) return name;
  throw new BalancerError(
    'invalid',
    `"${printable(name)}" is no name that HAProxy takes: letters, digits, _ . : and -`,
  );
}

function literal(endpoint: Endpoint): Endpoint {
  const { address, port } = endpoint;
  if (isIP(address) !== 0 && !address.includes('%') && Number.isInteger(port) && port >= 0 && port <= 65535)
    return endpoint;
  throw new BalancerError(
    'invalid',
    `"${printable(`${address}:${port}`)}" is no literal address with a port`,
  );
}
