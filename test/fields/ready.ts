/** Rollouts whose servers say themselves that they are ready, say that they never will be, or say nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apply } from '../../src/commands/apply.ts';
import type { HealParts, WriterParts } from '../../src/commands/parts.ts';
import { plan } from '../../src/commands/plan.ts';
import { list, pick, text } from '../contract/json.ts';
import { httpCall } from '../contract/session.ts';
import { OPTIONS } from '../stage.ts';
import { resourcesOf, type Scene, serversOf } from './sights.ts';
import type { FieldCloud } from './walk.ts';

/** What servers that are being built say of themselves. */
type Word = 'SUCCESS' | 'FAILURE' | null;

export function defineReady(cloudName: string, open: () => Promise<FieldCloud>): void {
  describe(`servers that say when they are ready, on ${cloudName}`, () => rollouts(open));
}

function rollouts(open: () => Promise<FieldCloud>): void {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-ready-'));
  let cloud: FieldCloud;
  let scene: Pick<Scene, 'raw' | 'reader' | 'name'>;
  let word: Word = 'SUCCESS';
  const told = new Set<string>();

  beforeAll(async () => {
    cloud = await open();
    scene = { raw: cloud.raw, reader: cloud.reader, name: `${cloud.raw.prefix}ready` };
  });
  afterAll(async () => {
    await cloud?.remove(cloud.raw.prefix);
    await cloud?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** While the command waits, the servers' software works. */
  const parts = (): WriterParts & HealParts => {
    const usual = cloud.parts(folder);
    const sleep = async (milliseconds: number): Promise<void> => {
      await usual.clock.sleep(milliseconds);
      if (word !== null) await tellHeat(scene, word, told);
    };
    return { ...usual, clock: { ...usual.clock, sleep } };
  };
  const write = (flavor: string, timeout = '20s') =>
    writeFileSync(join(folder, 'web.yaml'), JSON.stringify(document(scene.name, flavor, timeout)));
  const applied = async (exitCode: number) => {
    const { exitCode: made, report } = await apply(parts(), OPTIONS);
    expect(made, report.text).toBe(exitCode);
    return report.text.replaceAll(/\s+/g, ' ');
  };
  const planned = async (exitCode: number) => {
    const { exitCode: made, report } = await plan(parts(), OPTIONS);
    expect(made, report.text).toBe(exitCode);
    return report;
  };
  const ids = async () => (await serversOf(scene)).map(({ id }) => id);
  /** Whether they run and can be reached, as Nova says. */
  const states = (servers: readonly string[]) => Promise.all(servers.map((id) => stateOf(scene, id)));
  const serving = (servers: readonly string[]) => servers.map(() => 'ACTIVE at 1 address');
  let first: readonly string[] = [];

  test('a group is there when its servers have said so', async () => {
    write('m1.nano');
    await applied(0);
    first = await ids();
    expect(first).toHaveLength(3);
    expect(told.size).toBe(3);
    await planned(0);
  });

  test('a server that says nothing stops the rollout: those that serve go on', async () => {
    word = null;
    write('m1.tiny');
    expect(JSON.parse((await planned(2)).json).groups[0].servers).toMatchObject({ replace: 3 });
    expect(await applied(1)).toContain('apply the same commit again to go on');
    expect(await states(first)).toEqual(serving(first));
  });

  test('and the same again finishes it', async () => {
    await finish();
  });

  test('so it does when the servers have been exchanged before', async () => {
    word = null;
    write('m1.small');
    await applied(1);
    expect(await states(first)).toEqual(serving(first));
    await finish();
  });

  test('a server that says FAILURE stops the rollout at once: the same again would be of no use', async () => {
    word = 'FAILURE';
    write('m1.medium', '5m');
    const report = await applied(1);
    expect(report).toContain('a server said FAILURE itself');
    expect(report).not.toContain('apply the same commit again');
    expect(await states(first)).toEqual(serving(first));
  });

  test('a further one too, and in the end a change that works finishes it', async () => {
    write('m1.large', '5m');
    await applied(1);
    expect(await states(first)).toEqual(serving(first));
    write('m1.nano');
    await finish();
  });

  /** Now they are ready; all servers are new, the earlier ones are gone. */
  const finish = async () => {
    word = 'SUCCESS';
    await planned(2);
    await applied(0);
    const now = await ids();
    expect(now).toHaveLength(3);
    expect(await states(now)).toEqual(serving(now));
    expect(await states(first)).toEqual(['gone', 'gone', 'gone']);
    first = now;
    await planned(0);
  };
}

async function stateOf({ raw }: Pick<Scene, 'raw'>, id: string): Promise<string> {
  const { json } = await raw.call('compute', 'GET', `/servers/${id}`);
  const status = pick(json, 'server', 'status');
  if (status === undefined || status === 'DELETED') return 'gone';
  return `${status} at ${list(json, 'server', 'addresses', 'private-network').length} address`;
}

function document(name: string, flavor: string, timeout: string): object {
  return {
    apiVersion: 'thermostat/v1',
    kind: 'AutoScalingGroup',
    metadata: { name },
    spec: {
      size: { min: 3, max: 3 },
      server: { image: 'ubuntu-20.04', flavor, networks: ['private-network'] },
      rollout: { ready: { timeout, check: 'curl -fs http://127.0.0.1/healthz' } },
    },
  };
}

/** As the script in the user data does it: by the handle's own token. Each handle once. */
async function tellHeat(scene: Pick<Scene, 'raw' | 'name'>, word: string, told: Set<string>): Promise<void> {
  const { json } = await scene.raw.call('orchestration', 'GET', `/stacks?name=${scene.name}`);
  if (list(json, 'stacks').length === 0) return;
  const resources = await resourcesOf(scene);
  for (const { type, path, id } of resources) {
    if (type !== 'OS::Heat::WaitConditionHandle' || told.has(id)) continue;
    const shown = await scene.raw.call('orchestration', 'GET', `${path}?with_attr=token&with_attr=endpoint`);
    const { attributes, resource_status: status } = Object(pick(shown.json, 'resource'));
    if (status !== 'CREATE_COMPLETE') continue;
    const sent = await httpCall(
      'POST',
      text(attributes, 'endpoint'),
      { status: word, reason: 'said the server' },
      { 'X-Auth-Token': text(attributes, 'token') },
    );
    expect(sent.status).toBe(200);
    told.add(id);
  }
}
