/** What somebody does in Horizon is found, and the report's links lead to the very stack and server there. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { type Run, runCli } from '../loop/cli.ts';
import { openCloud, openCloudUnderTest } from './cloud.ts';
import { type Horizon, openHorizon } from './horizon.ts';

interface Thing {
  readonly id: string;
  readonly name: string;
}

let cloud: CloudUnderTest;
let horizon: Horizon;
let folder: string;
let thermostat: (...words: readonly string[]) => Promise<Run>;
let stack: Thing;
let server: Thing;
let securityGroup: Thing;
let balancer: Thing;
/** Of the report, by their words. */
let links: ReadonlyMap<string, string>;

beforeAll(async () => {
  const access = await openCloud();
  cloud = await openCloudUnderTest('hzn');
  horizon = await openHorizon(access);
  folder = mkdtempSync(join(tmpdir(), 'thermostat-horizon-'));
  mkdirSync(join(folder, 'scaling'));
  const name = `${cloud.prefix}web`;
  writeFileSync(join(folder, 'scaling/web.yaml'), specOf(name));
  const place = { cwd: folder, env: { OS_CLIENT_CONFIG_FILE: access.cloudsYaml } };
  // as people write it, with the slash
  const words = ['--cloud', 'demo', '--format', 'markdown', '--horizon', `${access.horizon}/`];
  thermostat = (...more) => runCli([...more, ...words], place);
  const applied = await thermostat('apply');
  expect(applied.exitCode, applied.stdout).toBe(0);
  await look(name);
});

afterAll(async () => {
  await horizon?.close();
  await cloud?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a server that somebody shut off in Horizon, a rule that is gone and a balancer that is disabled are found', async () => {
  await horizon.actOnInstance(server.id, 'Shut Off Instance');
  await comesTo('SHUTOFF');
  await removeRule();
  await disableBalancer();
  const { exitCode, stdout } = await thermostat('drift');
  expect(exitCode, stdout).toBe(2);
  expect(stdout).toMatch(/ACTIVE \| SHUTOFF \| [^|]*, stop by our own user \|/);
  links = linksIn(stdout);
});

test('the stack’s link leads to that stack', async () => {
  const page = await horizon.followLoggedOut(linkTo(stack.name));
  await page.locator('a[href="?tab=stack_details__overview"]').click();
  await shows(page, stack.name, stack.id);
});

test('the server’s link leads to that server, and shows what the report says', async () => {
  const page = await horizon.followLoggedOut(linkTo(`server ${server.name}`));
  await shows(page, server.name, server.id, 'Shutoff');
});

test('the security group’s link leads to its rules', async () => {
  const page = await horizon.followLoggedOut(linkTo('security group security_group'));
  await shows(page, `Manage Security Group Rules: ${securityGroup.name} (${securityGroup.id})`);
});

test('the load balancer’s link leads to that load balancer', async () => {
  const page = await horizon.followLoggedOut(linkTo('load balancer load_balancer'));
  await shows(page, balancer.name, balancer.id);
});

test('started again in Horizon it is no drift any more', async () => {
  await horizon.actOnInstance(server.id, 'Start Instance');
  await comesTo('ACTIVE');
  const { stdout } = await thermostat('drift');
  expect(stdout).not.toContain(server.name);
});

async function look(name: string): Promise<void> {
  const stacks = await cloud.call('orchestration', 'GET', `/stacks?name=${name}`);
  stack = { id: text(stacks.json, 'stacks', 0, 'id'), name };
  const path = `/stacks/${name}/${stack.id}/resources?nested_depth=4`;
  const resources = list((await cloud.call('orchestration', 'GET', path)).json, 'resources');
  const idOf = (type: string) =>
    text(
      resources.find((one) => text(one, 'resource_type') === type),
      'physical_resource_id',
    );
  const [serverId, groupId] = [idOf('OS::Nova::Server'), idOf('OS::Neutron::SecurityGroup')];
  const servers = await cloud.call('compute', 'GET', `/servers/${serverId}`);
  server = { id: serverId, name: text(servers.json, 'server', 'name') };
  const groups = await cloud.call('network', 'GET', `/security-groups/${groupId}`);
  const balancerId = idOf('OS::Octavia::LoadBalancer');
  const balancers = await cloud.call('load-balancer', 'GET', `/v2/lbaas/loadbalancers/${balancerId}`);
  balancer = { id: balancerId, name: text(balancers.json, 'loadbalancer', 'name') };
  securityGroup = { id: groupId, name: text(groups.json, 'security_group', 'name') };
}

async function comesTo(status: string): Promise<void> {
  await cloud.wait(async () => {
    const { json } = await cloud.call('compute', 'GET', `/servers/${server.id}`);
    return text(json, 'server', 'status') === status ? true : null;
  }, `${server.name} to be ${status}`);
}

async function removeRule(): Promise<void> {
  const path = `/security-group-rules?security_group_id=${securityGroup.id}&direction=ingress`;
  const { json } = await cloud.call('network', 'GET', path);
  const id = text(json, 'security_group_rules', 0, 'id');
  expect(await cloud.call('network', 'DELETE', `/security-group-rules/${id}`)).toMatchObject({ status: 204 });
}

async function disableBalancer(): Promise<void> {
  const path = `/v2/lbaas/loadbalancers/${balancer.id}`;
  const body = { loadbalancer: { admin_state_up: false } };
  expect(await cloud.call('load-balancer', 'PUT', path, body)).toMatchObject({ status: 200 });
  await cloud.wait(async () => {
    const { json } = await cloud.call('load-balancer', 'GET', path);
    return text(json, 'loadbalancer', 'provisioning_status') === 'ACTIVE' ? true : null;
  }, 'the load balancer to be settled');
}

function linksIn(markdown: string): ReadonlyMap<string, string> {
  const found = markdown.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g);
  return new Map([...found].map(([, label = '', href = '']) => [label.replaceAll('\\', ''), href]));
}

function linkTo(label: string): string {
  const href = links.get(label);
  if (href === undefined)
    throw new Error(`no link "${label}" in the report, only ${[...links.keys()].join(', ')}`);
  return href;
}

async function shows(page: Page, ...words: readonly string[]): Promise<void> {
  for (const word of words) await page.getByText(word).filter({ visible: true }).first().waitFor();
  await page.context().close();
}

function specOf(name: string): string {
  return `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name} }
spec:
  size: { min: 2, max: 3 }
  server: { image: ubuntu-20.04, flavor: m1.nano, networks: [ private-network ] }
  securityGroup: { rules: [ { protocol: tcp, port: 80 } ] }
  loadBalancer:
    octavia:
      subnet: private-subnet
      listener: { protocol: HTTP, port: 80 }
  rollout: { drain: 1s }
`;
}
