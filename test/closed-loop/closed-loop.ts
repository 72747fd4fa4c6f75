/** From a merged spec to a scaled group and back, with no hand in between; the same on every cloud. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { list, text } from '../contract/json.ts';
import { runCli } from '../loop/cli.ts';
import type { LoopCloud } from '../loop/loop.ts';
import { type Counters, underLoad } from './cpu-load.ts';
import { closedLoopSpec } from './spec.ts';

export function defineClosedLoop(cloudName: string, open: () => Promise<LoopCloud>): void {
  describe(`the closed loop on ${cloudName}`, () => walk(open));
}

function walk(open: () => Promise<LoopCloud>): void {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-closed-loop-'));
  const counters: Counters = new Map();
  let cloud: LoopCloud;
  let name = '';
  const ask = async (command: string, exitCode: number) => {
    const words = [command, '--format', 'json', ...cloud.words];
    const made = await runCli(words, { cwd: folder, env: cloud.env });
    expect(made.exitCode, `${command}: ${made.stderr}${made.stdout}`).toBe(exitCode);
    return JSON.parse(made.stdout).groups[0];
  };
  const nothingToDo = async (size: number) => {
    expect(await ask('plan', 0)).toMatchObject({ action: 'no-op', size: { current: size } });
    expect(await ask('drift', 0)).toMatchObject({ status: 'clean' });
  };

  beforeAll(async () => {
    cloud = await open();
    name = `${cloud.prefix}closed`;
    mkdirSync(join(folder, 'scaling'));
    writeFileSync(join(folder, `scaling/${name}.yaml`), closedLoopSpec(name));
  });

  afterAll(async () => {
    await cloud?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a merged spec becomes a group behind a pool', async () => {
    expect(await ask('plan', 2)).toMatchObject({ action: 'create', servers: { create: 1 } });
    expect(await ask('apply', 0)).toMatchObject({ status: 'done' });
    await cloud.meddle(async (raw) => {
      expect(await look(raw, await stackNamed(raw, name))).toEqual({ servers: 1, members: 1, busy: false });
    });
    await nothingToDo(1);
  });

  test('load rises: the alarm adds a server, which joins the pool', async () => {
    await cloud.meddle(async (raw) => {
      const stack = await stackNamed(raw, name);
      const grown = async () => {
        const now = await look(raw, stack);
        return now.servers === 2 && now.members === 2 && !now.busy ? now : null;
      };
      await underLoad(
        raw,
        { stackId: stack.id, percent: 90, counters },
        grown,
        'a second server in the pool',
      );
    });
    await nothingToDo(2);
  });

  test('load falls: a server leaves the pool, is drained, and goes', async () => {
    await cloud.meddle(async (raw) => {
      const stack = await stackNamed(raw, name);
      const seen: string[] = [];
      const shrunk = async () => {
        const now = await look(raw, stack);
        const line = `${now.servers} servers, ${now.members} in the pool`;
        if (seen.at(-1) !== line) seen.push(line);
        return now.servers === 1 && !now.busy ? now : null;
      };
      await underLoad(raw, { stackId: stack.id, percent: 5, counters }, shrunk, 'one server again');
      expect(seen).toEqual([
        '2 servers, 2 in the pool',
        '2 servers, 1 in the pool',
        '1 servers, 1 in the pool',
      ]);
    });
    await nothingToDo(1);
  });
}

interface Seen {
  /** ACTIVE in Nova. */
  readonly servers: number;
  /** ACTIVE members of the stack's pool. */
  readonly members: number;
  /** Heat is at work on the group. */
  readonly busy: boolean;
}

async function look(raw: CloudUnderTest, { name, id }: Stack): Promise<Seen> {
  const path = `/stacks/${name}/${id}/resources`;
  const { json } = await raw.call('orchestration', 'GET', `${path}?nested_depth=3`);
  const resources = list(json, 'resources');
  const named = (type: string) =>
    resources
      .filter((one) => text(one, 'resource_type') === type)
      .map((one) => text(one, 'physical_resource_id'))
      .filter((one) => one !== '');
  const [pool = ''] = named('OS::Octavia::Pool');
  const members = await raw.call('load-balancer', 'GET', `/v2/lbaas/pools/${pool}/members`);
  const servers = await Promise.all(
    named('OS::Nova::Server').map(
      async (server) => (await raw.call('compute', 'GET', `/servers/${server}`)).json,
    ),
  );
  const metadata = await raw.call('orchestration', 'GET', `${path}/group/metadata`);
  return {
    servers: servers.filter((one) => JSON.stringify(one).includes('"status":"ACTIVE"')).length,
    members: list(members.json, 'members').filter((one) => text(one, 'provisioning_status') === 'ACTIVE')
      .length,
    busy:
      JSON.stringify(metadata.json).includes('"scaling_in_progress":true') ||
      resources.some((one) => text(one, 'resource_status').endsWith('IN_PROGRESS')),
  };
}

interface Stack {
  readonly name: string;
  readonly id: string;
}

async function stackNamed(raw: CloudUnderTest, name: string): Promise<Stack> {
  const { json } = await raw.call('orchestration', 'GET', `/stacks?name=${name}`);
  return { name, id: text(list(json, 'stacks')[0], 'id') };
}
