/** The cases of test/fidelity on the real OpenStack, three at a time; `npm run fidelity` starts it, and prints the table. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCloud as openAdapter } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { LOOPBACK_BALANCERS, LOOPBACK_PROBES } from '../../src/choose-cloud.ts';
import { around as makeAround } from '../fidelity/around.ts';
import { CASES, chosenPlays, titleOf } from '../fidelity/cases.ts';
import { scoreLines, writePage } from '../fidelity/page.ts';
import { keepResult, readRecord } from '../fidelity/record.ts';
import { play } from '../fidelity/run.ts';
import type { Surroundings } from '../fields/around.ts';
import type { FieldCloud } from '../fields/walk.ts';
import { login, openCloud, openCloudUnderTest, removeByPrefix } from './cloud.ts';

/** Stacks on their way out while the next cases are played. */
const leaving: Promise<void>[] = [];

async function open(): Promise<FieldCloud> {
  const access = await openCloud();
  const raw = await openCloudUnderTest('fid');
  const demo = await login(access, 'demo');
  const env = { OS_CLIENT_CONFIG_FILE: access.cloudsYaml };
  const cloud = await openAdapter({ cloud: 'demo', env, cwd: '/', home: '/' });
  return {
    raw,
    reader: cloud.reader,
    parts: (folder) => ({
      tree: fileSystemTree(folder),
      reader: async () => cloud.reader,
      writer: async () => cloud.writer,
      clock: {
        now: () => new Date(),
        sleep: async (milliseconds) => {
          await sleep(milliseconds);
        },
      },
      balancers: LOOPBACK_BALANCERS,
      probes: LOOPBACK_PROBES,
      log: { info: () => {}, warn: () => {}, debug: () => {} },
      publisher: { publish: async () => {}, annotate: async () => {} },
    }),
    remove: (prefix) => removeByPrefix(demo, prefix),
    close: async () => {
      await raw.failBuilds(null);
      await cloud.close();
    },
  };
}

let home: FieldCloud;
let around: Surroundings;
let done = 0;
const earlier = readRecord();
// what takes longest begins first
const plays = chosenPlays(process.env['FIDELITY'], (name) => earlier[name]?.wrong.length === 0).toReversed();
const count = plays.flatMap(({ cases }) => cases).length;

beforeAll(async () => {
  home = await open();
  around = await makeAround(home.raw);
});
afterAll(async () => {
  writePage(readRecord());
  process.stdout.write(`\n${scoreLines(readRecord(), CASES).join('\n')}\n`);
  await Promise.all(leaving);
  await around?.close();
  await home?.remove(home.raw.prefix);
  await home?.close();
});

test.concurrent.each(plays.map((one) => ({ ...one, title: titleOf(one) })))(
  '$title',
  { timeout: 1_800_000 },
  async (one) => {
    const cloud = await open();
    let begun = Date.now();
    const wrong: string[] = [];
    try {
      await play(one, { ...cloud, remove: async () => {} }, around.around, ({ name }, result) => {
        keepResult(name, result);
        done += 1;
        const words = result.wrong.length === 0 ? 'right' : `WRONG: ${result.wrong.join('; ')}`;
        process.stdout.write(
          `${done}/${count} ${Math.round((Date.now() - begun) / 1000)} s ${name}: ${words}\n`,
        );
        begun = Date.now();
        wrong.push(...result.wrong.map((word) => `${name}: ${word}`));
      });
      expect(wrong).toEqual([]);
    } catch (error) {
      process.stdout.write(`${one.title}: ${String(error).slice(0, 600)}\n`);
      throw error;
    } finally {
      leaving.push(
        (async () => {
          await cloud.remove(cloud.raw.prefix);
          await cloud.close();
        })(),
      );
    }
  },
);
