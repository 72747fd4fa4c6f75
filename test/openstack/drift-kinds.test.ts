/** Every kind of hand change on the real OpenStack. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openCloud as openAdapter } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { defineDriftKinds } from '../drift/walk.ts';
import { openCloud, openCloudUnderTest } from './cloud.ts';

defineDriftKinds('the real OpenStack', 'real', async () => {
  const access = await openCloud();
  const raw = await openCloudUnderTest('drift');
  const env = { OS_CLIENT_CONFIG_FILE: access.cloudsYaml };
  const cloud = await openAdapter({ cloud: 'demo', env, cwd: '/', home: '/' });
  return {
    raw,
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
      log: { info: () => {}, warn: () => {}, debug: () => {} },
      publisher: { publish: async () => {}, annotate: async () => {} },
    }),
    close: async () => {
      await cloud.close();
      await raw.close();
    },
  };
});
