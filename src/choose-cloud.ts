/** Opens the cloud that was asked for: a real OpenStack, or the embedded sandbox with its own clock. */
import { homedir } from 'node:os';
import { openHAProxy } from './adapters/haproxy/balancer.ts';
import { isLoopback } from './adapters/haproxy/socket-address.ts';
import type { OpenBalancer } from './ports/balancer.ts';
import type { Clock } from './ports/clock.ts';
import type { CloudReader, CloudWriter } from './ports/cloud.ts';
import { BalancerError } from './ports/errors.ts';
import type { Log } from './ports/log.ts';
import type { Probe } from './ports/probe.ts';

export interface ChosenCloud {
  readonly reader: () => Promise<CloudReader>;
  readonly writer: () => Promise<CloudWriter>;
  readonly clock: Clock;
  readonly balancers: { readonly open: OpenBalancer; readonly clock: Clock };
  readonly probes: { readonly ask: Probe; readonly clock: Clock };
  /** Logs out, saves the sandbox's state. */
  close(): Promise<void>;
}

export interface CloudChoice {
  /** A name in clouds.yaml, `sandbox`, `sandbox:STATE.json`; null = the environment's. */
  readonly cloud: string | null;
  /** The text of a clouds.yaml that is in no file. */
  readonly cloudsText?: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly log: Log;
  readonly onSecret?: (value: string) => void;
}

/** Nothing is contacted before the first reader or writer is asked for. */
export async function chooseCloud(choice: CloudChoice): Promise<ChosenCloud> {
  const sandbox = /^sandbox(?::(.+))?$/.exec(choice.cloud ?? '');
  return sandbox ? embedded(choice, sandbox[1] ?? null) : real(choice);
}

export const REAL_CLOCK: Clock = {
  now: () => new Date(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

function real(choice: CloudChoice): ChosenCloud {
  const cloud = once(async () => (await openStack()).openCloud({ ...choice, home: homedir() }));
  return {
    reader: async () => (await cloud.get()).reader,
    writer: async () => (await cloud.get()).writer,
    clock: REAL_CLOCK,
    balancers: { open: (api) => openHAProxy(api), clock: REAL_CLOCK },
    probes: {
      ask: async (question) => (await import('./adapters/probe/probe.ts')).probe(question),
      clock: REAL_CLOCK,
    },
    close: async () => {
      await (await cloud.got())?.close();
    },
  };
}

async function embedded(choice: CloudChoice, stateFile: string | null): Promise<ChosenCloud> {
  const [{ readStateFile, writeStateFile }, { startSandbox }, { sandboxEnvironment }, { sandboxTime }] =
    await Promise.all([
      import('./sandbox/state-file.ts'),
      import('./sandbox/embedded.ts'),
      import('./sandbox-environment.ts'),
      import('./sandbox-time.ts'),
    ]);
  const state = stateFile === null ? null : await readStateFile(stateFile);
  const sandbox = await startSandbox(state === null ? {} : { state });
  const env = sandboxEnvironment(sandbox);
  const time = sandboxTime(sandbox);
  const cloud = once(async () =>
    (await openStack()).openCloud({ cloud: null, env, cwd: choice.cwd, home: choice.cwd, log: choice.log }),
  );
  return {
    reader: async () => ({ ...(await cloud.get()).reader, label: 'the embedded sandbox cloud' }),
    writer: async () => time.holding((await cloud.get()).writer),
    balancers: LOOPBACK_BALANCERS,
    probes: LOOPBACK_PROBES,
    clock: time.clock,
    close: async () => {
      await (await cloud.got())?.close();
      try {
        if (stateFile !== null) await writeStateFile(stateFile, sandbox.snapshot());
      } finally {
        await sandbox.close();
      }
    },
  };
}

/** For the embedded cloud, whose addresses are made up: a real balancer elsewhere must not get them. */
export const LOOPBACK_BALANCERS = { open: openOnLoopback, clock: REAL_CLOCK };

/** The same for servers. */
export const LOOPBACK_PROBES: ChosenCloud['probes'] = {
  ask: async (question) => (await import('./adapters/probe/loopback.ts')).probeOnLoopback(question),
  clock: REAL_CLOCK,
};

function openOnLoopback(api: string): ReturnType<OpenBalancer> {
  if (isLoopback(api)) return openHAProxy(api);
  throw new BalancerError(
    'invalid',
    `"${api}" is not on this machine: with the embedded sandbox cloud only a balancer on loopback is contacted`,
  );
}

/** Loaded when somebody asks for a cloud: its HTTP client is the largest part there is. */
function openStack(): Promise<typeof import('./adapters/openstack/cloud.ts')> {
  return import('./adapters/openstack/cloud.ts');
}

/** Opens at the first call, and keeps what it opened. */
function once<Value>(open: () => Promise<Value>): { get(): Promise<Value>; got(): Promise<Value | null> } {
  let opened: Promise<Value> | null = null;
  return {
    get: () => {
      opened ??= open();
      return opened;
    },
    got: async () => (opened ? opened.catch(() => null) : null),
  };
}
