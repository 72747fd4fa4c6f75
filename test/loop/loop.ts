/** The first loop, as a user walks it: plan, apply, an alarm, a change, a hand-made change; the same on every cloud. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { type Run, runCli } from './cli.ts';
import { groupSpec, TEMPLATE, TEMPLATE_WITH_POLICY } from './specs.ts';

export interface LoopCloud {
  /** Begins the names of the stacks. */
  readonly prefix: string;
  /** `--cloud …` and the environment that goes with it. */
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What other people and alarms do, by raw calls. */
  meddle(work: (cloud: CloudUnderTest) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

interface Variant {
  readonly title: string;
  readonly word: string;
  readonly spec: (name: string) => string;
  readonly group: string;
  /** The template alone has nobody to signal. */
  readonly canBeSignalled: boolean;
  /** Of a changed flavor: Heat's default for a template, replacement for a group. */
  readonly flavorChange: 'update' | 'replace';
}

const VARIANTS: readonly Variant[] = [
  {
    title: 'the template, unchanged',
    word: 'tpl',
    spec: () => TEMPLATE,
    group: 'my_instance_group',
    canBeSignalled: false,
    flavorChange: 'update',
  },
  {
    title: 'the template with a scaling policy',
    word: 'pol',
    spec: () => TEMPLATE_WITH_POLICY,
    group: 'my_instance_group',
    canBeSignalled: true,
    flavorChange: 'update',
  },
  {
    title: 'an AutoScalingGroup',
    word: 'asg',
    spec: groupSpec,
    group: 'group',
    canBeSignalled: true,
    flavorChange: 'replace',
  },
];

export function defineLoop(cloudName: string, open: () => Promise<LoopCloud>): void {
  for (const variant of VARIANTS) {
    describe(`the loop on ${cloudName} with ${variant.title}`, () => walk(variant, open));
  }
}

function walk(variant: Variant, open: () => Promise<LoopCloud>): void {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-loop-'));
  let cloud: LoopCloud;
  let name = '';
  const file = () => join(folder, `scaling/${name}.yaml`);
  const write = (spec: string) => writeFileSync(file(), spec);
  const run = (...words: readonly string[]): Promise<Run> =>
    runCli([...words, ...cloud.words], { cwd: folder, env: cloud.env });
  /** Exit code and JSON of a command; what it said stands in the failure. */
  const ask = async (command: string, exitCode: number) => {
    const made = await run(command, '--format', 'json');
    expect(made.exitCode, `${command}: ${made.stderr}${made.stdout}`).toBe(exitCode);
    return JSON.parse(made.stdout).groups[0];
  };
  let before: readonly string[] = [];

  beforeAll(async () => {
    cloud = await open();
    name = `${cloud.prefix}${variant.word}`;
    mkdirSync(join(folder, 'scaling'));
    write(variant.spec(name));
  });

  afterAll(async () => {
    await cloud?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a new spec: two servers to create', async () => {
    const group = await ask('plan', 2);
    expect(group).toMatchObject({
      name,
      action: 'create',
      servers: { create: 2, keep: 0, replace: 0, delete: 0 },
    });
    if (variant.group === 'group') return;
    expect(JSON.stringify(group.findings)).toContain('health_check');
  });

  test('apply makes them', async () => {
    const group = await ask('apply', 0);
    expect(group).toMatchObject({ status: 'done' });
  });

  test('nothing is left to do', async () => {
    expect(await ask('plan', 0)).toMatchObject({
      action: 'no-op',
      size: { current: 2 },
      servers: { keep: 2 },
    });
    expect(await ask('drift', 0)).toMatchObject({ status: 'clean' });
  });

  if (variant.canBeSignalled)
    test('an alarm scales the group, and the plan keeps the size', async () => {
      await cloud.meddle(async (raw) => {
        await raw.elapse(3);
        await signal(raw, name, 'scale_out');
        await waitForSize(raw, name, variant.group, 3);
      });
      expect(await ask('plan', 0)).toMatchObject({ action: 'no-op', size: { current: 3, after: 3 } });
      expect(await ask('drift', 0)).toMatchObject({ status: 'clean' });
    });

  if (variant.canBeSignalled)
    test('an update by hand does not change the size either', async () => {
      await cloud.meddle(async (raw) => {
        await patch(raw, name, {});
        await waitForSize(raw, name, variant.group, 3);
      });
      expect(await ask('plan', 0)).toMatchObject({ action: 'no-op', size: { current: 3 } });
    });

  test('another flavor: the plan names each server and what becomes of it', async () => {
    await cloud.meddle(async (raw) => {
      before = await serverIds(raw, name);
    });
    write(readFileSync(file(), 'utf8').replace('m1.small', 'm1.medium'));
    const group = await ask('plan', 2);
    const members: { fate: string; server: { id: string; name: string } }[] = group.scalingGroups[0].members;
    expect(members.map(({ server }) => server.id).sort()).toEqual([...before].sort());
    expect(new Set(members.map(({ fate }) => fate))).toEqual(new Set([variant.flavorChange]));
    const shown = await run('plan');
    for (const { server } of members) expect(shown.stdout).toContain(server.name);
  });

  test('apply does just that, and keeps the size', async () => {
    expect(await ask('apply', 0)).toMatchObject({ status: 'done' });
    await cloud.meddle(async (raw) => {
      const after = await serverIds(raw, name);
      expect(after).toHaveLength(before.length);
      const kept = after.filter((id) => before.includes(id));
      expect(kept).toHaveLength(variant.flavorChange === 'replace' ? 0 : before.length);
    });
    expect(await ask('plan', 0)).toMatchObject({ action: 'no-op', size: { current: before.length } });
  });

  test('a stopped server, a deleted one and an edited stack are drift, each named', async () => {
    const victims: { stopped: string; deleted: string } = { stopped: '', deleted: '' };
    await cloud.meddle(async (raw) => {
      const [stopped = '', deleted = ''] = await serverIds(raw, name);
      Object.assign(victims, { stopped, deleted });
      await editMaximum(raw, name, 7);
      await raw.damage('stop', stopped);
      await raw.damage('delete', deleted);
    });
    const group = await ask('drift', 2);
    const kinds: string[] = group.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds.sort()).toEqual(['server-missing', 'server-stopped', 'template-edited']);
    expect(JSON.stringify(group.items)).toContain('max_size');
  });
}

async function stackPath(raw: CloudUnderTest, name: string): Promise<string> {
  const { json } = await raw.call('orchestration', 'GET', `/stacks?name=${name}`);
  const [stack] = list(json, 'stacks');
  return `/stacks/${name}/${text(stack, 'id')}`;
}

async function signal(raw: CloudUnderTest, name: string, policy: string): Promise<void> {
  const path = `${await stackPath(raw, name)}/resources/${policy}/signal`;
  const { status } = await raw.call('orchestration', 'POST', path, {});
  expect(status).toBe(200);
}

/** By hand, as `openstack stack update --existing` does it. */
async function patch(raw: CloudUnderTest, name: string, body: unknown): Promise<void> {
  const path = await stackPath(raw, name);
  const before = await stackState(raw, path);
  expect((await raw.call('orchestration', 'PATCH', path, body)).status).toBe(202);
  await raw.wait(async () => {
    const now = await stackState(raw, path);
    return now.updated !== before.updated && /_COMPLETE$/.test(now.status) ? now : null;
  }, `the update of ${name}`);
}

async function stackState(raw: CloudUnderTest, path: string): Promise<{ status: string; updated: string }> {
  const { json } = await raw.call('orchestration', 'GET', path);
  const stack: { stack: { stack_status: string; updated_time: string | null } } = JSON.parse(
    JSON.stringify(json),
  );
  return { status: stack.stack.stack_status, updated: stack.stack.updated_time ?? '' };
}

async function editMaximum(raw: CloudUnderTest, name: string, max: number): Promise<void> {
  const { json } = await raw.call('orchestration', 'GET', `${await stackPath(raw, name)}/template`);
  const template = JSON.parse(JSON.stringify(json).replace(/"max_size": ?\d+/, `"max_size":${max}`));
  await patch(raw, name, { template });
}

async function serverIds(raw: CloudUnderTest, name: string): Promise<readonly string[]> {
  const { json } = await raw.call(
    'orchestration',
    'GET',
    `${await stackPath(raw, name)}/resources?nested_depth=2`,
  );
  return list(json, 'resources')
    .filter((resource) => text(resource, 'resource_type') === 'OS::Nova::Server')
    .map((resource) => text(resource, 'physical_resource_id'));
}

async function waitForSize(raw: CloudUnderTest, name: string, group: string, size: number): Promise<void> {
  const path = await stackPath(raw, name);
  await raw.wait(async () => {
    const { json } = await raw.call('orchestration', 'GET', `${path}/resources?nested_depth=2`);
    const members = list(json, 'resources').filter(
      (one) => text(one, 'resource_type') === 'OS::Nova::Server',
    );
    const settled = members.every((one) => /_COMPLETE$/.test(text(one, 'resource_status')));
    const metadata = await raw.call('orchestration', 'GET', `${path}/resources/${group}/metadata`);
    const busy = JSON.stringify(metadata.json).includes('"scaling_in_progress":true');
    return members.length === size && settled && !busy ? members : null;
  }, `${name} at ${size} servers`);
}
