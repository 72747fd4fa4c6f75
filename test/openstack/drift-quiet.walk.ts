/** Ten checks in a row on the real OpenStack while alarms scale: none finds anything. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openCloud as openAdapter } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { type Counters, underLoad } from '../closed-loop/cpu-load.ts';
import { checkWhileScaling } from '../drift/quiet.ts';
import { pathOf } from '../drift/scene.ts';
import { openCloud, openCloudUnderTest } from './cloud.ts';

test('what the autoscaler does is never drift', async () => {
  const access = await openCloud();
  const raw = await openCloudUnderTest('drift');
  const env = { OS_CLIENT_CONFIG_FILE: access.cloudsYaml };
  const cloud = await openAdapter({ cloud: 'demo', env, cwd: '/', home: '/' });
  const counters: Counters = new Map();
  const name = `${raw.prefix}quiet`;
  let number = 0;
  let ended = false;
  let loads: Promise<unknown> = Promise.resolve();
  try {
    const sizes = await checkWhileScaling(async () => {
      return {
        name,
        parts: (folder) => ({
          tree: fileSystemTree(folder),
          reader: async () => cloud.reader,
          writer: async () => cloud.writer,
          clock: { now: () => new Date(), sleep: (milliseconds) => sleep(milliseconds) },
          log: { info: () => {}, warn: () => {}, debug: () => {} },
          publisher: { publish: async () => {}, annotate: async () => {} },
        }),
        between: async () => {
          if (number === 0) {
            const stackId = (await pathOf(raw, name)).split('/').at(-1) ?? '';
            const turn = async (): Promise<void> => {
              const percent = Math.floor(number / 4) % 2 === 0 ? 95 : 2;
              const until = number;
              await underLoad(
                raw,
                { stackId, percent, counters },
                async () => (ended || number > until ? true : null),
                'the next check',
              );
              if (!ended) await turn();
            };
            loads = turn();
          }
          number += 1;
          await sleep(15_000);
        },
      };
    }, 10);
    expect(new Set(sizes).size, sizes.join(' ')).toBeGreaterThan(1);
    process.stdout.write(`sizes seen by the checks: ${sizes.join(' ')}\n`);
  } finally {
    ended = true;
    await loads;
    await cloud.close();
    await raw.close();
  }
});
