/** A size that somebody gave a group through its own stack is found on a real OpenStack, and one that a signal gave is not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openCloud as openAdapter } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { apply } from '../../src/commands/apply.ts';
import { drift } from '../../src/commands/drift.ts';
import { list, pick, text } from '../contract/json.ts';
import { must, patch, pathOf } from '../drift/scene.ts';
import { OPTIONS } from '../stage.ts';
import { openCloud, openCloudUnderTest } from './cloud.ts';

const SPEC = (name: string) => `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name} }
spec:
  size: { min: 1, max: 4 }
  server: { image: ubuntu-20.04, flavor: m1.nano, networks: [ private-network ] }
  scaling: { cooldown: 10s, policies: [ { name: out, add: 1 }, { name: in, remove: 1 } ] }
`;

test('a size that nobody explains', { timeout: 1_800_000 }, async () => {
  const access = await openCloud();
  const raw = await openCloudUnderTest('size');
  const env = { OS_CLIENT_CONFIG_FILE: access.cloudsYaml };
  const cloud = await openAdapter({ cloud: 'demo', env, cwd: '/', home: '/' });
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-size-'));
  const name = `${raw.prefix}web`;
  const parts = {
    tree: fileSystemTree(folder),
    reader: async () => cloud.reader,
    writer: async () => cloud.writer,
    clock: { now: () => new Date(), sleep: (milliseconds: number) => sleep(milliseconds) },
    log: { info: () => {}, warn: () => {}, debug: () => {} },
    publisher: { publish: async () => {}, annotate: async () => {} },
  };
  const kinds = async () => {
    const { report } = await drift(parts, OPTIONS);
    const [group] = JSON.parse(report.json).groups;
    return [group.status, ...group.items.map(({ kind }: { kind: string }) => kind)];
  };
  const resources = async () =>
    list(await must(raw, 'orchestration', 'GET', `${await pathOf(raw, name)}/resources`), 'resources');
  const nestedPath = async () => {
    const group = (await resources()).find((one) => text(one, 'resource_name') === 'group');
    const id = text(group, 'physical_resource_id');
    const found = await must(raw, 'orchestration', 'GET', `/stacks?show_nested=true&id=${id}`);
    return `/stacks/${text(found, 'stacks', 0, 'stack_name')}/${id}`;
  };
  const signal = async (policy: string) => {
    const path = `${await pathOf(raw, name)}/resources/${policy}/signal`;
    await must(raw, 'orchestration', 'POST', path, {});
    const nested = await nestedPath();
    await sleep(5000);
    await raw.wait(async () => {
      const found = await must(raw, 'orchestration', 'GET', nested);
      return text(found, 'stack', 'stack_status').endsWith('_COMPLETE') ? true : null;
    }, 'the group to have scaled');
  };
  try {
    writeFileSync(join(folder, 'web.yaml'), SPEC(name));
    const made = await apply(parts, OPTIONS);
    expect(made.exitCode, made.report.text).toBe(0);
    process.stdout.write(`clock ahead: ${cloud.reader.clockAhead()}\n`);
    const policy = text(
      (await resources()).find((one) => text(one, 'resource_name').startsWith('out')),
      'resource_name',
    );
    await signal(policy);
    expect(await kinds()).toEqual(['clean']);
    // beyond what the apply and the signal explain
    await sleep(690_000);
    expect(await kinds()).toEqual(['clean']);
    const path = await nestedPath();
    const template = await must(raw, 'orchestration', 'GET', `${path}/template`);
    const members = Object(pick(template, 'resources'));
    const [, first] = Object.entries(members)[0] ?? [];
    await patch({ raw }, path, {
      template: { ...Object(template), resources: { ...members, byhand: first } },
    });
    expect(await kinds()).toEqual(['drifted', 'size-unexplained']);
    await signal(policy);
    expect(await kinds()).toEqual(['clean']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await cloud.close();
    await raw.close();
  }
});
