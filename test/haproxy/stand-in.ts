/** A stand-in of HAProxy's Runtime API: the commands that Thermostat uses, answered in the words of HAProxy 3.0. */
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface StandInServer {
  name: string;
  address: string;
  port: number;
  /** Bits of srv_admin_state. */
  admin: number;
  /** What checks say; a server that is held back is down until `pass`. */
  down: boolean;
  checked: boolean;
  sessions: number;
}

export interface StandInBackend {
  readonly name: string;
  /** `static-rr` takes no servers at run time. */
  readonly balance: 'roundrobin' | 'static-rr';
  readonly servers: StandInServer[];
}

export interface StandIn {
  readonly api: string;
  /** The same backends behind a socket of level operator. */
  readonly operatorApi: string;
  readonly unixApi: string;
  readonly backends: ReadonlyMap<string, StandInBackend>;
  /** Every command that was carried out, in order, without those that only read. */
  readonly told: string[];
  /** Health checks pass everywhere. */
  pass(): void;
  close(): Promise<void>;
}

const MAINT = 0x01;
const CONFIGURED_OFF = 0x04;
const DRAIN = 0x08;

export function slot(name: string): StandInServer {
  const admin = MAINT | CONFIGURED_OFF;
  return { name, address: '0.0.0.0', port: 8080, admin, down: true, checked: true, sessions: 0 };
}

export async function startStandIn(made: readonly StandInBackend[]): Promise<StandIn> {
  const backends = new Map(made.map((backend) => [backend.name, backend]));
  const told: string[] = [];
  const sockets = new Set<Socket>();
  const listen = (level: 'admin' | 'operator') =>
    createServer((socket) => {
      sockets.add(socket);
      let line = '';
      socket.on('data', (chunk) => {
        line += chunk.toString();
        if (!line.includes('\n')) return;
        const answers = line
          .split('\n')[0]
          ?.split(';')
          .map((command) => answer(backends, command.trim(), level, told));
        socket.end(`${answers?.join('\n')}\n`);
      });
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    });
  const folder = mkdtempSync(join(tmpdir(), 'haproxy-'));
  const servers = [listen('admin'), listen('operator'), listen('admin')] as const;
  await opened(servers[0], { port: 0, host: '127.0.0.1' });
  await opened(servers[1], { port: 0, host: '127.0.0.1' });
  await opened(servers[2], { path: join(folder, 'admin.sock') });
  return {
    api: tcp(servers[0]),
    operatorApi: tcp(servers[1]),
    unixApi: `unix://${folder}/admin.sock`,
    backends,
    told,
    pass: () => {
      for (const { servers: lines } of made) for (const line of lines) line.down = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function tcp(server: Server): string {
  return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function opened(server: Server, where: { port: number; host: string } | { path: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => resolve());
  });
}

type Backends = ReadonlyMap<string, StandInBackend>;

function answer(backends: Backends, command: string, level: 'admin' | 'operator', told: string[]): string {
  const words = command.split(/\s+/);
  const [verb, noun, target = ''] = words;
  if (verb === 'show' && noun === 'servers' && target === 'state') return showState(backends, words[3] ?? '');
  if (verb === 'show' && noun === 'stat') return showStat(backends, target);
  if (!KNOWN.has(`${verb} ${noun}`)) return `Unknown command: '${command}'\n`;
  if (level !== 'admin') return 'Permission denied\n';
  const [backendName = '', name = ''] = (words[2] === 'server' ? (words[3] ?? '') : target).split('/');
  const backend = backends.get(backendName);
  if (!backend) return 'No such backend.\n';
  const said = change(backend, name, words);
  if (said.done) told.push(command);
  return said.text;
}

const KNOWN = new Set(['add server', 'del server', 'set server', 'enable health', 'shutdown sessions']);

interface Said {
  readonly done: boolean;
  readonly text: string;
}

const done = (text = ''): Said => ({ done: true, text: `${text}\n` });
const refused = (text: string): Said => ({ done: false, text: `${text}\n` });

function change(backend: StandInBackend, name: string, words: readonly string[]): Said {
  const server = backend.servers.find((one) => one.name === name);
  if (words[0] === 'add') return add(backend, name, words);
  if (!server) return refused('No such server.');
  switch (`${words[0]} ${words[1]}`) {
    case 'del server':
      return remove(backend, server);
    case 'shutdown sessions':
      server.sessions = 0;
      return done();
    case 'enable health':
      return server.checked
        ? done()
        : refused('Health check was not configured on this server, cannot enable.');
    default:
      return set(server, words.slice(3));
  }
}

function add(backend: StandInBackend, name: string, words: readonly string[]): Said {
  if (backend.balance !== 'roundrobin') {
    return refused('Backend must use a dynamic load balancing to support dynamic servers.');
  }
  if (backend.servers.some((one) => one.name === name)) {
    return refused('Already exists a server with the same name in backend.');
  }
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(words[3] ?? '') ?? [];
  const address = bracketed ?? plain;
  if (!address) return refused("'server' expects <name> and <addr>[:<port>] as arguments.");
  const checked = words.includes('check');
  backend.servers.push({
    name,
    address,
    port: Number(port),
    admin: MAINT,
    down: false,
    checked,
    sessions: 0,
  });
  return done('New server registered.');
}

function remove(backend: StandInBackend, server: StandInServer): Said {
  if ((server.admin & MAINT) === 0) return refused('Only servers in maintenance mode can be deleted.');
  if (server.sessions > 0) return refused('Server still has connections attached to it, cannot remove it.');
  backend.servers.splice(backend.servers.indexOf(server), 1);
  return done('Server deleted.');
}

function set(server: StandInServer, [what, value = '', , port]: readonly string[]): Said {
  if (what === 'health') {
    server.down = value === 'down';
    return done();
  }
  if (what === 'state') {
    server.admin &= ~(MAINT | DRAIN);
    if (value === 'maint') server.admin |= MAINT;
    if (value === 'drain') server.admin |= DRAIN;
    return done();
  }
  const before = server.address;
  server.address = value;
  if (port !== undefined) server.port = Number(port);
  return done(
    before === value
      ? 'nothing changed'
      : `IP changed from '${before}' to '${value}' by 'stats socket command'`,
  );
}

const STATE_HEAD =
  '# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight srv_iweight srv_time_since_last_change srv_check_status srv_check_result srv_check_health srv_check_state srv_agent_state bk_f_forced_id srv_f_forced_id srv_fqdn srv_port srvrecord srv_use_ssl srv_check_port srv_check_addr srv_agent_addr srv_agent_port';

function showState(backends: Backends, name: string): string {
  const backend = backends.get(name);
  if (!backend) return "Can't find backend.\n";
  const number = numberOf(backends, name);
  const rows = backend.servers.map((one, index) => {
    const up = (one.admin & MAINT) === 0 && !one.down ? 2 : 0;
    const check = one.checked ? 14 : 8;
    return `${number} ${name} ${index + 1} ${one.name} ${one.address} ${up} ${one.admin} 1 1 3 1 0 0 ${check} 0 0 0 - ${one.port} - 0 0 - - 0\n`;
  });
  return `1\n${STATE_HEAD}\n${rows.join('')}`;
}

/** Odd numbers are frontends, as when each backend has one before it. */
function numberOf(backends: Backends, name: string): number {
  return [...backends.keys()].indexOf(name) * 2 + 3;
}

function showStat(backends: Backends, number: string): string {
  const backend = [...backends.values()].find(({ name }) => String(numberOf(backends, name)) === number);
  if (!backend) return 'No such proxy.\n';
  const rows = backend.servers.map(
    ({ name, sessions }) => `${backend.name},${name},0,0,${sessions},9,,"a, b",\n`,
  );
  return `# pxname,svname,qcur,qmax,scur,smax,slim,last_chk,\n${rows.join('')}`;
}
