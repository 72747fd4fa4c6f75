// The command `sandbox`: serves the embedded cloud on loopback until it is told to stop.

import { startSandbox } from './embedded.ts';
import { SEED_APPLICATION_CREDENTIAL } from './seed.ts';
import { readStateFile, writeStateFile } from './state-file.ts';

export interface ServeOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Loaded if it is there, saved when the sandbox stops. */
  readonly stateFile?: string | null;
  /** Virtual seconds per real second; by default 1. */
  readonly speed?: number;
}

/** Ends with an exit code when SIGINT or SIGTERM arrives and the state is saved. */
export async function serveSandbox(options: ServeOptions = {}): Promise<number> {
  const stateFile = options.stateFile ?? null;
  const state = stateFile === null ? null : await readStateFile(stateFile);
  const sandbox = await startSandbox({
    port: options.port ?? 0,
    speed: options.speed ?? 1,
    ...(state === null ? {} : { state }),
  });
  process.stdout.write(`${instructions(sandbox.authUrl, sandbox.region)}\n`);
  await stopSignal();
  if (stateFile !== null) await writeStateFile(stateFile, sandbox.snapshot());
  await sandbox.close();
  return 0;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** What an OpenStack client needs, ready to be pasted. */
function instructions(authUrl: string, region: string): string {
  return [
    'the embedded cloud listens (loopback only); stop it with Ctrl-C',
    '',
    `export OS_AUTH_URL=${authUrl}`,
    'export OS_USERNAME=demo OS_PASSWORD=secret OS_PROJECT_NAME=demo',
    'export OS_USER_DOMAIN_NAME=Default OS_PROJECT_DOMAIN_NAME=Default',
    `export OS_REGION_NAME=${region} OS_IDENTITY_API_VERSION=3`,
    '',
    `application credential (may not create stacks): ${SEED_APPLICATION_CREDENTIAL.id} ${SEED_APPLICATION_CREDENTIAL.secret}`,
    `controls: ${new URL('/sandbox/', authUrl).href}{state,clock,faults,requests,servers/ID}`,
  ].join('\n');
}
