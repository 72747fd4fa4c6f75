/** A sandbox as the swept command finds it: begun from a saved state, its clock running fast, every request through the middle. */
import { type Sandbox, type SandboxState, startSandbox } from '../../src/sandbox/embedded.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { type Middle, openMiddle } from './middle.ts';
import type { Pace } from './process.ts';
import { CANARIES } from './scene.ts';

/** So that two seconds between two looks are 40 ms. */
export const SPEED = 50;

export interface SweptCloud {
  readonly sandbox: Sandbox;
  readonly middle: Middle;
  readonly raw: CloudUnderTest;
  readonly env: Readonly<Record<string, string>>;
  pace(): Pace;
  elapse(seconds: number): void;
  close(): Promise<void>;
}

export async function openSweptCloud(state: SandboxState | null): Promise<SweptCloud> {
  const begin = state ?? (await withCanaryPasswords());
  const own = await startSandbox({ speed: SPEED, state: begin });
  const sandbox = { ...own, credentials: { ...own.credentials, password: CANARIES.password } };
  const [begun, real] = [sandbox.now().getTime(), Date.now()];
  const middle = await openMiddle({ now: sandbox.now });
  const raw = await sandboxUnderTest(sandbox);
  let skipped = 0;
  return {
    sandbox,
    middle,
    raw,
    env: { ...environment(sandbox), HTTP_PROXY: middle.url },
    pace: () => ({ speed: SPEED, now: begun + skipped * 1000, real }),
    elapse: (seconds) => {
      skipped += seconds;
      sandbox.advance(seconds);
    },
    close: async () => {
      await middle.close();
      await sandbox.close();
    },
  };
}

/** The seeded cloud, everybody's password one that may be seen nowhere. */
async function withCanaryPasswords(): Promise<SandboxState> {
  const seeded = await startSandbox();
  const state = seeded.snapshot();
  await seeded.close();
  const users = state.identity.users.map((user) => ({ ...user, password: CANARIES.password }));
  return { ...state, identity: { ...state.identity, users } };
}

function environment({ authUrl, region, credentials }: Sandbox): Readonly<Record<string, string>> {
  return {
    OS_AUTH_URL: authUrl,
    OS_USERNAME: credentials.username,
    OS_PASSWORD: credentials.password,
    OS_PROJECT_NAME: credentials.projectName,
    OS_USER_DOMAIN_NAME: credentials.userDomainName,
    OS_PROJECT_DOMAIN_NAME: credentials.projectDomainName,
    OS_REGION_NAME: region,
  };
}
