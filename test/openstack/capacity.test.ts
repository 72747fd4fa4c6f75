/** A quota and a subnet of the real cloud that are too small refuse a plan, with the numbers; larger ones let it pass. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenCloud, openCloud as openPort } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { plan } from '../../src/commands/plan.ts';
import type { Caller } from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { OPTIONS } from '../stage.ts';
import { login, openCloud, uniquePrefix } from './cloud.ts';

const prefix = uniquePrefix('cap');
const folder = mkdtempSync(join(tmpdir(), 'thermostat-capacity-'));
let admin: Caller;
let cloud: OpenCloud;
const made = { project: '', network: '' };

/** A project of its own: others are at work in demo. */
beforeAll(async () => {
  const access = await openCloud();
  admin = await login(access, 'admin');
  const project = { name: `${prefix}project`, domain_id: 'default' };
  made.project = text(await sent('identity', 'POST', '/projects', { project }), 'project', 'id');
  const users = (await admin.call('identity', 'GET', '/users?name=demo')).json;
  const roles = list((await admin.call('identity', 'GET', '/roles')).json, 'roles');
  for (const name of ['member', 'reader']) {
    const role = roles.find((one) => text(one, 'name') === name);
    if (role === undefined) continue;
    const path = `/projects/${made.project}/users/${text(users, 'users', 0, 'id')}/roles/${text(role, 'id')}`;
    await sent('identity', 'PUT', path);
  }
  const network = { name: `${prefix}net`, project_id: made.project };
  made.network = text(await sent('network', 'POST', '/networks', { network }), 'network', 'id');
  const subnet = { network_id: made.network, project_id: made.project, ip_version: 4, cidr: '10.99.7.0/29' };
  await sent('network', 'POST', '/subnets', { subnet: { ...subnet, name: `${prefix}subnet` } });
  cloud = await openPort({
    cloud: null,
    env: {
      OS_AUTH_URL: access.authUrl,
      OS_USERNAME: access.password.username,
      OS_PASSWORD: access.password.password,
      OS_USER_DOMAIN_NAME: 'Default',
      OS_PROJECT_ID: made.project,
    },
    cwd: folder,
    home: folder,
  });
}, 120_000);

afterAll(async () => {
  await cloud?.close();
  if (made.network !== '') await admin.call('network', 'DELETE', `/networks/${made.network}`);
  if (made.project !== '') {
    await admin.call('network', 'DELETE', `/quotas/${made.project}`);
    await admin.call('compute', 'DELETE', `/os-quota-sets/${made.project}`);
    await admin.call('identity', 'DELETE', `/projects/${made.project}`);
  }
  rmSync(folder, { recursive: true });
}, 120_000);

async function sent(
  service: Parameters<Caller['call']>[0],
  method: 'POST' | 'PUT',
  path: string,
  body?: unknown,
) {
  const answer = await admin.call(service, method, path, body);
  expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.json)}`).toBeLessThan(300);
  return answer.json;
}

const quota = (quota_set: Readonly<Record<string, number>>) =>
  sent('compute', 'PUT', `/os-quota-sets/${made.project}`, { quota_set });

async function planned(max: number): Promise<{ readonly exitCode: number; readonly text: string }> {
  writeFileSync(
    join(folder, 'web.yaml'),
    `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${prefix}web }
spec:
  size: { min: 1, max: ${max} }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ ${made.network} ] }
`,
  );
  const { exitCode, report, problems } = await plan(
    {
      tree: fileSystemTree(folder),
      reader: async () => cloud.reader,
      clock: { now: () => new Date(), sleep: async () => {} },
      log: { info: () => {}, warn: () => {}, debug: () => {} },
      publisher: { publish: async () => {}, annotate: async () => {} },
    },
    OPTIONS,
  );
  return {
    exitCode,
    text: [report.text, ...problems.map(({ message }) => message)].join('\n').replaceAll(/\s+/g, ' '),
  };
}

it('refuses a maximum that the quota can never hold, until the quota is raised', async () => {
  await quota({ instances: 3 });
  const refused = await planned(4);
  expect(refused.text).toContain(
    "4 servers at most can never be reached: at most it takes 4 servers, the project's quota is 3 servers: enough for 3 servers",
  );
  expect(refused.exitCode).toBe(3);
  await quota({ instances: 5 });
  expect(await planned(4)).toMatchObject({ exitCode: 2 });
});

it('refuses a maximum that ports do not suffice for', async () => {
  await sent('network', 'PUT', `/quotas/${made.project}`, { quota: { port: 3 } });
  const refused = await planned(4);
  expect(refused.text).toContain("the project's quota is 3 ports");
  expect(refused.exitCode).toBe(3);
  await sent('network', 'PUT', `/quotas/${made.project}`, { quota: { port: 100 } });
  expect(await planned(4)).toMatchObject({ exitCode: 2 });
});

it('refuses more servers than a /29 has addresses for', async () => {
  await quota({ instances: 50 });
  const refused = await planned(6);
  expect(refused.text).toMatch(/6 servers at most can never be reached: 5 addresses are free in the subnet/);
  expect(refused.exitCode).toBe(1);
  expect(await planned(5)).toMatchObject({ exitCode: 2 });
});
