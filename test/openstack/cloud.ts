/** The real cloud as tests meet it: who may log in, how to hurt it, how to leave it clean. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type {
  ApplicationCredential,
  Caller,
  CloudUnderTest,
  PasswordCredentials,
  User,
} from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { openSession } from '../contract/session.ts';

const DEFAULT_DIR = '/srv/openstack';
const POLL_MS = 500;
const PATIENCE_MS = 480_000;

/** What `npm run cloud:up` wrote down. */
export interface CloudAccess {
  readonly dir: string;
  /** For OS_CLIENT_CONFIG_FILE: clouds demo, admin, admin-demo, demo-reader, bot, bot-restricted, bot-reader. */
  readonly cloudsYaml: string;
  readonly authUrl: string;
  /** Horizon's address, without a slash at its end. */
  readonly horizon: string;
  readonly password: PasswordCredentials;
  readonly applicationCredential: ApplicationCredential;
  readonly networks: Readonly<Record<string, string>>;
}

/** Reads the access to the running cloud; throws one line that says what to do when there is none. */
export async function openCloud(): Promise<CloudAccess> {
  const dir = process.env['THERMOSTAT_CLOUD_DIR'] ?? DEFAULT_DIR;
  const ids = readIds(dir);
  const access: CloudAccess = {
    dir,
    cloudsYaml: `${dir}/out/clouds.yaml`,
    authUrl: text(ids, 'auth_url'),
    horizon: text(ids, 'horizon'),
    password: {
      username: 'demo',
      password: text(ids, 'password'),
      projectName: 'demo',
      userDomainName: 'Default',
      projectDomainName: 'Default',
    },
    applicationCredential: {
      id: text(ids, 'application_credentials', 'bot', 'id'),
      secret: text(ids, 'application_credentials', 'bot', 'secret'),
    },
    networks: { 'private-network': text(ids, 'networks', 'private-network') },
  };
  await login(access, 'demo').catch((cause: unknown) => {
    throw new Error(`the cloud in "${dir}" does not answer at ${access.authUrl}: npm run cloud:up`, {
      cause,
    });
  });
  return access;
}

function inProject(access: CloudAccess, projectName: string): CloudAccess {
  return { ...access, password: { ...access.password, projectName } };
}

/** Raw calls as this user. */
export function login(access: CloudAccess, user: User): Promise<Caller> {
  if (user === 'bot') {
    const identity = {
      methods: ['application_credential'],
      application_credential: access.applicationCredential,
    };
    return openSession(access.authUrl, { identity });
  }
  const name = user === 'admin-demo' ? 'admin' : user;
  const domain = { name: access.password.userDomainName };
  const who = { name, domain, password: access.password.password };
  const project = user === 'admin' ? 'admin' : access.password.projectName;
  return openSession(access.authUrl, {
    identity: { methods: ['password'], password: { user: who } },
    scope: { project: { name: project, domain } },
  });
}

/** Begins the names of everything one run makes, so that two runs and their left-overs never meet. */
export function uniquePrefix(word: string): string {
  return `${word}-${randomBytes(3).toString('hex')}-`;
}

/** Runs `test/openstack/fault`; its words are in its usage text. */
export async function fault(...args: readonly string[]): Promise<string> {
  const script = fileURLToPath(new URL('fault', import.meta.url));
  const { stdout } = await promisify(execFile)(script, [...args], { timeout: 120_000 });
  return stdout;
}

/** Looks twice a second until there is an answer. */
export async function waitFor<T>(look: () => Promise<T | null>, label: string): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`waited ${PATIENCE_MS / 1000} s for ${label}`);
    await elapse(POLL_MS / 1000);
  }
}

export function elapse(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** Deletes every stack, alarm and key pair whose name begins so, and waits until they are gone. */
export async function removeByPrefix(demo: Caller, prefix: string): Promise<void> {
  const keys = list((await demo.call('compute', 'GET', '/os-keypairs')).json, 'keypairs');
  for (const name of keys.map((entry) => text(entry, 'keypair', 'name'))) {
    if (name.startsWith(prefix)) await demo.call('compute', 'DELETE', `/os-keypairs/${name}`);
  }
  for (const alarm of list((await demo.call('alarming', 'GET', '/alarms')).json)) {
    if (text(alarm, 'name').startsWith(prefix))
      await demo.call('alarming', 'DELETE', `/alarms/${text(alarm, 'alarm_id')}`);
  }
  const left = async () => {
    const stacks = list((await demo.call('orchestration', 'GET', '/stacks')).json, 'stacks');
    return stacks.filter((stack) => text(stack, 'stack_name').startsWith(prefix));
  };
  for (const stack of await left()) {
    const path = `/stacks/${text(stack, 'stack_name')}/${text(stack, 'id')}`;
    await demo.call('orchestration', 'DELETE', path);
  }
  await waitFor(async () => ((await left()).length === 0 ? true : null), `stacks "${prefix}*" to be gone`);
}

/** What was made without Heat, in every project. */
async function removeBalancers(admin: Caller, prefix: string): Promise<void> {
  const path = '/v2/lbaas/loadbalancers';
  const left = async () => {
    const answer = await admin.call('load-balancer', 'GET', path);
    return list(answer.json, 'loadbalancers').filter((one) => text(one, 'name').startsWith(prefix));
  };
  await waitFor(async () => {
    const found = await left();
    for (const one of found)
      await admin.call('load-balancer', 'DELETE', `${path}/${text(one, 'id')}?cascade=true`);
    return found.length === 0 ? true : null;
  }, `load balancers "${prefix}*" to be gone`);
}

/** Behind Heat's back, through the API: a server that is deleted is gone afterwards, one that is stopped may still be on its way. */
async function hurt(
  access: CloudAccess,
  demo: Caller,
  kind: 'stop' | 'error' | 'delete',
  serverId: string,
): Promise<void> {
  const path = `/servers/${serverId}`;
  const sent = {
    stop: () => demo.call('compute', 'POST', `${path}/action`, { 'os-stop': null }),
    error: async () =>
      (await login(access, 'admin-demo')).call('compute', 'POST', `${path}/action`, {
        'os-resetState': { state: 'error' },
      }),
    delete: () => demo.call('compute', 'DELETE', path),
  };
  const answer = await sent[kind]();
  if (answer.status >= 300)
    throw new Error(`${kind} of server ${serverId}: ${answer.status} ${JSON.stringify(answer.json)}`);
  const gone = async () => ((await demo.call('compute', 'GET', path)).status === 404 ? true : null);
  if (kind === 'delete') await waitFor(gone, `server ${serverId} to be gone`);
}

/** The real cloud in the shape that the contract asks for; `project`: by its name, where it is not demo that the user demo works in. */
export async function openCloudUnderTest(
  word = 'ctr',
  { prefix = uniquePrefix(word), project = 'demo' } = {},
): Promise<CloudUnderTest> {
  const access = inProject(await openCloud(), project);
  const demo = await login(access, 'demo');
  let failing: string | null = null;
  // only what is ours: another run may be at work on the same cloud
  const healBuilds = async () => {
    if (failing !== null) await fault('spawn-well', failing);
    failing = null;
  };
  return {
    authUrl: access.authUrl,
    password: access.password,
    applicationCredential: access.applicationCredential,
    prefix,
    call: demo.call,
    as: (user) => login(access, user),
    wait: waitFor,
    now: () => new Date(),
    elapse,
    damage: (kind, serverId) => hurt(access, demo, kind, serverId),
    report: async (part, id, operatingStatus) => {
      await fault('octavia-status', part, id, operatingStatus);
    },
    failBuilds: async (namePart) => {
      await healBuilds();
      if (namePart !== null) await fault('spawn-fail', namePart);
      failing = namePart;
    },
    close: async () => {
      await healBuilds();
      await removeByPrefix(demo, prefix);
      await removeBalancers(await login(access, 'admin'), prefix);
    },
  };
}

function readIds(dir: string): unknown {
  try {
    return JSON.parse(readFileSync(`${dir}/out/ids.json`, 'utf8'));
  } catch (cause) {
    throw new Error(`no cloud in "${dir}" (THERMOSTAT_CLOUD_DIR): npm run cloud:up`, { cause });
  }
}
