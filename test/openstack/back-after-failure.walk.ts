/** A way back inside nested files after an update that failed, on the real OpenStack: what the plan warns of is what happens. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenCloud, openCloud as openAdapter } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { apply } from '../../src/commands/apply.ts';
import type { WriterParts } from '../../src/commands/parts.ts';
import { plan } from '../../src/commands/plan.ts';
import { GROUP, HEAD, server, specOf } from '../back/specs.ts';
import type { CloudUnderTest } from '../contract/cloud-under-test.ts';
import { OPTIONS } from '../stage.ts';
import { openCloud, openCloudUnderTest } from './cloud.ts';

const OWN = { ...OPTIONS, specs: ['scaling/*.yaml'] };

let raw: CloudUnderTest;
let cloud: OpenCloud;

beforeAll(async () => {
  const { cloudsYaml } = await openCloud();
  raw = await openCloudUnderTest('back');
  cloud = await openAdapter({
    cloud: 'demo',
    env: { OS_CLIENT_CONFIG_FILE: cloudsYaml },
    cwd: '/',
    home: '/',
  });
});

afterAll(async () => {
  await raw?.close();
  await cloud?.close();
});

function partsOf(folder: string): WriterParts {
  return {
    tree: fileSystemTree(folder),
    reader: async () => cloud.reader,
    writer: async () => cloud.writer,
    clock: {
      now: () => new Date(),
      sleep: async (milliseconds) => {
        await sleep(milliseconds);
      },
    },
    log: { info: () => {}, warn: () => {}, debug: () => {} },
    publisher: { publish: async () => {}, annotate: async () => {} },
  };
}

async function membersOf(name: string) {
  const [stack] = await cloud.reader.observe([name]);
  const groups = stack?.presence === 'present' ? stack.groups : [];
  return groups.flatMap((group) => group.members.flatMap((member) => member.servers));
}

test.each([
  ['the group in the template itself, changed in place', 'root', 1, 'api', 1],
  ['the group in a nested file, back to what it was', 'tier', 0, 'web', 1],
  ['the group in a nested file, the same again', 'tier-again', 0, 'web', 0],
] as const)('%s', { timeout: 1_800_000 }, async (_, word, victim, role, off) => {
  const name = `${raw.prefix}${word}`;
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-back-'));
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  mkdirSync(join(folder, 'scaling'));
  write('scaling/web.yaml', specOf(name));
  write('tier.yaml', `${HEAD}${GROUP}`);
  write('template.yaml', word === 'root' ? `${HEAD}${GROUP}` : `${HEAD}  web:\n    type: tier.yaml\n`);
  const go = async (userData: string, as: string) => {
    write('member.yaml', server(userData, as));
    const planned = (await plan(partsOf(folder), OWN)).report;
    const { exitCode, report } = await apply(partsOf(folder), OWN);
    return { exitCode, text: `${planned.text}\n\n${report.text}` };
  };
  try {
    expect(await go('one', 'web')).toMatchObject({ exitCode: 0 });
    const broken = (await membersOf(name))[victim]?.name ?? '';
    await raw.failBuilds(broken.slice(0, -13));
    expect(await go('two', 'web')).toMatchObject({ exitCode: 1 });
    await raw.failBuilds(null);
    const { exitCode, text } = await go(off === 0 ? 'two' : 'one', role);
    const lost = (await membersOf(name)).filter(({ addresses }) => addresses.length === 0);
    process.stdout.write(`${word}: exit ${exitCode}, ${lost.length} on no network\n`);
    expect({ exitCode, lost: lost.length }, text).toEqual({ exitCode: off, lost: off });
    if (off > 0) expect(text).toMatch(/may-go-back-after-failure[\s\S]*is on no network/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
