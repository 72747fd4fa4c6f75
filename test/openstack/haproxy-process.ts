/** A HAProxy of its own for a test: the chroot's binary with a configuration, reloaded as systemd would do it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { elapse } from './cloud.ts';

const CHROOT = join(process.env['THERMOSTAT_CLOUD_DIR'] ?? '/srv/openstack', 'chroot');

export interface HAProxyPorts {
  readonly admin: number;
  readonly operator: number;
  readonly web: number;
  readonly slots: number;
}

export interface HAProxyProcess {
  readonly ports: HAProxyPorts;
  readonly api: string;
  readonly operatorApi: string;
  readonly unixApi: string;
  /** Saves the servers' state where the configuration reads it, then reloads: docs/haproxy.md. */
  reload(how?: { readonly save: boolean }): Promise<void>;
  log(): string;
  close(): Promise<void>;
}

/** @param backends the lines after `defaults`; their names may be any */
export async function startHAProxy(backends: (ports: HAProxyPorts) => string): Promise<HAProxyProcess> {
  const folder = mkdtempSync(join(CHROOT, 'tmp/haproxy-'));
  const inside = folder.slice(CHROOT.length);
  const [admin = 0, operator = 0, web = 0, slots = 0] = await freePorts(4);
  const ports = { admin, operator, web, slots };
  writeFileSync(`${folder}/server-state`, '');
  writeFileSync(`${folder}/haproxy.cfg`, configuration(inside, ports, backends(ports)));
  const child = spawn(
    'chroot',
    [CHROOT, '/usr/sbin/haproxy', '-W', '-S', `${inside}/master.sock`, '-f', `${inside}/haproxy.cfg`],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
  }
  // the worker answers a moment before its master does
  for (const where of [admin, `${folder}/master.sock`]) await listening(where, child, () => log);
  return {
    ports,
    api: `tcp://127.0.0.1:${admin}`,
    operatorApi: `tcp://127.0.0.1:${operator}`,
    unixApi: `unix://${folder}/admin.sock`,
    reload: async ({ save } = { save: true }) => {
      writeFileSync(`${folder}/server-state`, save ? await tell(admin, 'show servers state') : '');
      const answer = await tell(`${folder}/master.sock`, 'reload');
      if (!answer.startsWith('Success=1')) throw new Error(`reloading HAProxy: ${answer}`);
    },
    log: () => log,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What docs/haproxy.md recommends for `global` and `defaults`. */
function configuration(folder: string, ports: HAProxyPorts, backends: string): string {
  return `global
    stats socket ipv4@127.0.0.1:${ports.admin} level admin
    stats socket ipv4@127.0.0.1:${ports.operator} level operator
    stats socket ${folder}/admin.sock mode 600 level admin
    server-state-file ${folder}/server-state
    log stdout format raw local0
    hard-stop-after 30s
defaults
    mode http
    log global
    option httplog
    option redispatch 1
    retries 3
    retry-on conn-failure empty-response
    option idle-close-on-response
    timeout connect 2s
    timeout client 60s
    timeout server 60s
    load-server-state-from-file global
${backends}`;
}

async function listening(where: number | string, child: ChildProcess, log: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`HAProxy has ended:\n${log()}`);
    const up = await tell(where, 'help').catch(() => '');
    if (up !== '') return;
    await elapse(0.05);
  }
  throw new Error(`HAProxy does not answer at ${where}:\n${log()}`);
}

/** One raw command. */
export function tell(where: number | string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    // the master answers on until the other side has said its last
    const open = () => void socket.end(`${command}\n`);
    const socket = typeof where === 'string' ? connect(where, open) : connect(where, '127.0.0.1', open);
    socket.setTimeout(15_000, () => socket.destroy(new Error(`no answer to "${command}"`)));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Runs a program and waits for it; throws when it fails. */
export async function run(command: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(command, [...words], { timeout: 120_000 });
  return stdout;
}
