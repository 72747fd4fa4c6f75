/** The ways round on a real OpenStack. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openCloud as openAdapter } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { defineDetours } from '../detour/walk.ts';
import { openCloud, openCloudUnderTest } from './cloud.ts';

defineDetours('a real OpenStack', async () => {
  const access = await openCloud();
  const raw = await openCloudUnderTest('detour');
  const env = { OS_CLIENT_CONFIG_FILE: access.cloudsYaml };
  const cloud = await openAdapter({ cloud: 'demo', env, cwd: '/', home: '/' });
  return {
    name: `${raw.prefix}web`,
    raw,
    parts: (folder) => ({
      tree: fileSystemTree(folder),
      reader: async () => cloud.reader,
      writer: async () => cloud.writer,
      clock: { now: () => new Date(), sleep: (milliseconds) => sleep(milliseconds) },
      log: { info: () => {}, warn: () => {}, debug: () => {} },
      publisher: { publish: async () => {}, annotate: async () => {} },
    }),
    close: async () => {
      await cloud.close();
      await raw.close();
    },
  };
});
