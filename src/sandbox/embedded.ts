// Starts the embedded cloud and hands over its controls.

import { Cloud } from './cloud.ts';
import { controlApi } from './control-api.ts';
import { type Faults, faultControl, takeFault } from './faults.ts';
import { uuid } from './generator.ts';
import { adoptResources } from './heat/adopt.ts';
import { openPort } from './http/server.ts';
import { type LoadOrder, readLoadOrder } from './load/order.ts';
import { setLoad } from './load/polling.ts';
import { type LoggedRequest, RequestLog } from './request-log.ts';
import { runTask } from './run-task.ts';
import { SEED_CREDENTIALS, seedWorld } from './seed.ts';
import { serve } from './services.ts';
import { restoreWorld, type SandboxState, saveWorld } from './state.ts';

export type { Faults, RequestFaultOrder, ServerFaultOrder } from './faults.ts';
export type { LoadOrder } from './load/order.ts';
export type { Curve } from './load/records.ts';
export type { SandboxState } from './state.ts';

export interface SandboxOptions {
  /** A saved state; without it the seeded cloud. */
  readonly state?: SandboxState;
  readonly port?: number;
  /** Virtual seconds per real second; 0 (the default) moves only by advance(). */
  readonly speed?: number;
  /** ISO virtual start time; by default 2026-01-01T00:00:00Z. */
  readonly start?: string;
}

export interface SandboxCredentials {
  readonly username: string;
  readonly password: string;
  readonly projectName: string;
  readonly userDomainName: string;
  readonly projectDomainName: string;
}

export interface Sandbox {
  readonly authUrl: string;
  readonly region: string;
  readonly credentials: SandboxCredentials;
  now(): Date;
  /** Moves the virtual clock, and does all that becomes due. */
  advance(seconds: number): void;
  /** The newest some thousand; status 0 is a connection that was cut. */
  requests(): readonly LoggedRequest[];
  requestCount(): number;
  /** Requests by method and service: `GET orchestration`. */
  requestCounts(): Readonly<Record<string, number>>;
  /** Plain JSON, also in the middle of an update. */
  snapshot(): SandboxState;
  readonly faults: Faults;
  /** Sets what a group's servers have to do from now on; the last order for a group counts. */
  load(order: LoadOrder): void;
  close(): Promise<void>;
}

const START = '2026-01-01T00:00:00Z';

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const world =
    options.state === undefined ? seedWorld(startTime(options.start)) : restoreWorld(options.state);
  const cloud = new Cloud(world, options.speed ?? 0, runTask);
  if (options.state !== undefined && !('alarming' in options.state)) adoptResources(cloud);
  const faults = faultControl(cloud);
  const log = new RequestLog();
  const requestIds = { random: 0x0a5c };
  const port = await openPort(options.port ?? 0, {
    fault: (method, path) => takeFault(cloud, method, path),
    answer: (call) => {
      cloud.catchUp();
      const isControl = call.path.startsWith('/sandbox/');
      return isControl
        ? controlApi({ cloud, faults, log }, { ...call, path: call.path.slice(8) })
        : serve(cloud, call);
    },
    requestId: () => `req-${uuid(requestIds)}`,
    done: (method, path, status) => {
      if (!path.startsWith('/sandbox/')) log.add({ method, path, status });
    },
  });
  cloud.base = `http://127.0.0.1:${port.port}`;
  return {
    authUrl: `${cloud.base}/identity/v3`,
    region: world.identity.region,
    credentials: SEED_CREDENTIALS,
    now: () => new Date(cloud.now),
    advance: (seconds) => cloud.advance(seconds),
    requests: () => log.entries(),
    requestCount: () => log.count,
    requestCounts: () => log.counts(),
    snapshot: () => saveWorld(world),
    faults,
    load: (order) => setLoad(cloud, readLoadOrder(order)),
    close: () => port.close(),
  };
}

function startTime(start: string | undefined): number {
  const at = Date.parse(start ?? START);
  if (Number.isNaN(at))
    throw new Error(`starting the sandbox: "${start}" is no ISO time, want for instance "${START}"`);
  return at;
}
