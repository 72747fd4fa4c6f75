/** A quota and a subnet of the real cloud that are too small refuse a plan, with the numbers; larger ones let it pass. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenCloud, openCloud as openPort } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { plan } from '../../src/commands/plan.ts';
import type { Caller } from '../contract/cloud-under-test.ts';
import { must } from '../drift/scene.ts';
import { OPTIONS } from '../stage.ts';
import { login, openCloud, uniquePrefix } from './cloud.ts';
import { makeProject, type OwnProject } from './own-project.ts';

const prefix = uniquePrefix('cap');
const folder = mkdtempSync(join(tmpdir(), 'thermostat-capacity-'));
let admin: Caller;
let cloud: OpenCloud;
let project: OwnProject;

beforeAll(async () => {
  const access = await openCloud();
  admin = await login(access, 'admin');
  const names = { project: `${prefix}project`, network: `${prefix}net`, subnet: `${prefix}subnet` };
  project = await makeProject(admin, names, '10.99.7.0/29');
  cloud = await openPort({
    cloud: null,
    env: {
      OS_AUTH_URL: access.authUrl,
      OS_USERNAME: access.password.username,
      OS_PASSWORD: access.password.password,
      OS_USER_DOMAIN_NAME: 'Default',
      OS_PROJECT_ID: project.id,
    },
    cwd: folder,
    home: folder,
  });
}, 120_000);

afterAll(async () => {
  await cloud?.close();
  await project?.remove();
  rmSync(folder, { recursive: true });
}, 120_000);

const quota = (quota_set: Readonly<Record<string, number>>) =>
  must(admin, 'compute', 'PUT', `/os-quota-sets/${project.id}`, { quota_set });

async function planned(max: number): Promise<{ readonly exitCode: number; readonly text: string }> {
  writeFileSync(
    join(folder, 'web.yaml'),
    `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${prefix}web }
spec:
  size: { min: 1, max: ${max} }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ ${project.networkId} ] }
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
  await must(admin, 'network', 'PUT', `/quotas/${project.id}`, { quota: { port: 3 } });
  const refused = await planned(4);
  expect(refused.text).toContain("the project's quota is 3 ports");
  expect(refused.exitCode).toBe(3);
  await must(admin, 'network', 'PUT', `/quotas/${project.id}`, { quota: { port: 100 } });
  expect(await planned(4)).toMatchObject({ exitCode: 2 });
});

it('refuses more servers than a /29 has addresses for', async () => {
  await quota({ instances: 50 });
  const refused = await planned(6);
  expect(refused.text).toMatch(/6 servers at most can never be reached: 5 addresses are free in the subnet/);
  expect(refused.exitCode).toBe(1);
  expect(await planned(5)).toMatchObject({ exitCode: 2 });
});
