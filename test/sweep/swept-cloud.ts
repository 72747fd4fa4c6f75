/** A sandbox as the swept command finds it: begun from a saved state, its clock running fast, every request through the middle. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Sandbox, type SandboxState, startSandbox } from '../../src/sandbox/embedded.ts';
import type { Certificate } from '../certificate.ts';
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

/** `certificate`: the command speaks TLS, and trusts it by the `cacert` of a clouds.yaml. */
export async function openSweptCloud(
  state: SandboxState | null,
  certificate: Certificate | null = null,
): Promise<SweptCloud> {
  const begin = state ?? (await withCanaryPasswords());
  const own = await startSandbox({ speed: SPEED, state: begin });
  const sandbox = { ...own, credentials: { ...own.credentials, password: CANARIES.password } };
  const [begun, real] = [sandbox.now().getTime(), Date.now()];
  const { origin } = new URL(sandbox.authUrl);
  const { now } = sandbox;
  const middle = await openMiddle(certificate === null ? { now } : { now, certificate, upstream: origin });
  const raw = await sandboxUnderTest(sandbox);
  let skipped = 0;
  return {
    sandbox,
    middle,
    raw,
    env:
      certificate === null
        ? { ...environment(sandbox), HTTP_PROXY: middle.url }
        : cloudsFile(sandbox, middle.url, certificate.file),
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

/** Beside the certificate. */
function cloudsFile(
  { authUrl, region, credentials }: Sandbox,
  middle: string,
  cacert: string,
): Readonly<Record<string, string>> {
  const { username, password, projectName, userDomainName, projectDomainName } = credentials;
  const auth = {
    auth_url: authUrl.replace(new URL(authUrl).origin, middle),
    username,
    password,
    project_name: projectName,
    user_domain_name: userDomainName,
    project_domain_name: projectDomainName,
  };
  const file = join(dirname(cacert), `clouds-${new URL(middle).port}.yaml`);
  writeFileSync(file, JSON.stringify({ clouds: { swept: { auth, region_name: region, cacert } } }));
  return { OS_CLIENT_CONFIG_FILE: file, OS_CLOUD: 'swept' };
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
