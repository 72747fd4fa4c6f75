/** The embedded sandbox in the shape that the contract asks for: its time moves only while somebody waits. */
import type { Sandbox } from '../../src/sandbox/embedded.ts';
import { SEED_APPLICATION_CREDENTIAL } from '../../src/sandbox/seed.ts';
import type { CloudUnderTest, User } from './cloud-under-test.ts';
import { httpCall, openSession } from './session.ts';

const STATUS = { stop: 'SHUTOFF', error: 'ERROR', delete: 'DELETED' } as const;
const STEP_SECONDS = 1;
const PATIENCE_SECONDS = 7200;

export async function sandboxUnderTest(sandbox: Sandbox): Promise<CloudUnderTest> {
  const base = new URL('/', sandbox.authUrl).href.replace(/\/$/, '');
  const password = sandbox.credentials;
  const domain = { name: password.userDomainName };
  const scope = { project: { name: password.projectName, domain: { name: password.projectDomainName } } };
  const passwordAuth = (name: string, project = scope.project.name) => ({
    identity: { methods: ['password'], password: { user: { name, domain, password: password.password } } },
    scope: { project: { ...scope.project, name: project } },
  });
  const demo = await openSession(sandbox.authUrl, passwordAuth(password.username));
  const applicationCredential = SEED_APPLICATION_CREDENTIAL;
  const logins: Readonly<Record<User, unknown>> = {
    demo: passwordAuth('demo'),
    'demo-reader': passwordAuth('demo-reader'),
    'admin-demo': passwordAuth('admin'),
    admin: passwordAuth('admin', 'admin'),
    bot: {
      identity: { methods: ['application_credential'], application_credential: applicationCredential },
    },
  };
  return {
    authUrl: sandbox.authUrl,
    password,
    applicationCredential,
    prefix: 'ctr-5a4db0-',
    call: demo.call,
    as: (user) => openSession(sandbox.authUrl, logins[user]),
    wait: async (look, label) => {
      for (let waited = 0; waited <= PATIENCE_SECONDS; waited += STEP_SECONDS) {
        const found = await look();
        if (found !== null) return found;
        sandbox.advance(STEP_SECONDS);
      }
      throw new Error(`waited ${PATIENCE_SECONDS} s of the sandbox's time for ${label}`);
    },
    now: () => sandbox.now(),
    elapse: async (seconds) => {
      sandbox.advance(seconds);
    },
    damage: async (kind, serverId) => {
      const body = { status: STATUS[kind] };
      const answer = await httpCall('POST', `${base}/sandbox/servers/${serverId}`, body, {});
      if (answer.status !== 204) throw new Error(`damage: ${JSON.stringify(answer)}`);
    },
    report: async (_part, id, operatingStatus) => {
      const body = { operating_status: operatingStatus };
      const answer = await httpCall('POST', `${base}/sandbox/balancing/${id}`, body, {});
      if (answer.status !== 204) throw new Error(`report: ${JSON.stringify(answer)}`);
    },
    failBuilds: async (namePart) => {
      if (namePart === null) sandbox.faults.clear();
      else sandbox.faults.server({ kind: 'spawn-fail', name: namePart });
    },
    close: () => sandbox.close(),
  };
}
