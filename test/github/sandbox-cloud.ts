/** A sandbox cloud that jobs reach as they would reach any: by a clouds.yaml from a secret. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { type Sandbox, startSandbox } from '../../src/sandbox/embedded.ts';
import { cloudsYaml } from './clouds-yaml.ts';

export interface SandboxCloud {
  readonly sandbox: Sandbox;
  /** With one cloud, `prod`. */
  readonly cloudsYaml: string;
  readonly password: string;
  /** Does something when the nth such request arrives, before the cloud looks at it. */
  when(method: string, path: RegExp, nth: number, act: () => void): void;
  close(): Promise<void>;
}

/** Virtual seconds for each real one: stacks are made while an action waits. */
const SPEED = 120;

/** Node tells it of every request to a server of this process. */
const ARRIVED = 'http.server.request.start';

export async function sandboxCloud(): Promise<SandboxCloud> {
  const sandbox = await startSandbox({ speed: SPEED });
  const hooks: { readonly isMeant: (request: string) => boolean; left: number; readonly act: () => void }[] =
    [];
  const arrived = (message: unknown): void => {
    const request = requestOf(message, Number(new URL(sandbox.authUrl).port));
    if (request === null) return;
    for (const hook of hooks.filter(({ isMeant }) => isMeant(request))) {
      hook.left -= 1;
      if (hook.left === 0) hook.act();
    }
  };
  subscribe(ARRIVED, arrived);
  return {
    sandbox,
    cloudsYaml: cloudsYaml(sandbox),
    password: sandbox.credentials.password,
    when: (method, path, nth, act) => {
      const isMeant = (request: string) => request.startsWith(`${method} `) && path.test(request);
      hooks.push({ isMeant, left: nth, act });
    },
    close: () => {
      unsubscribe(ARRIVED, arrived);
      return sandbox.close();
    },
  };
}

/** `POST /orchestration/…`; null when it goes to another server. */
function requestOf(message: unknown, port: number): string | null {
  const { request } = message as { readonly request: IncomingMessage };
  return request.socket.localPort === port ? `${request.method} ${request.url}` : null;
}
