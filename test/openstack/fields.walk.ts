/** Every field on the real OpenStack. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openCloud as openAdapter } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { LOOPBACK_BALANCERS, LOOPBACK_PROBES } from '../../src/choose-cloud.ts';
import { defineReady } from '../fields/ready.ts';
import { defineFields, type FieldCloud } from '../fields/walk.ts';
import { login, openCloud, openCloudUnderTest, removeByPrefix } from './cloud.ts';

const open = async (): Promise<FieldCloud> => {
  const access = await openCloud();
  const raw = await openCloudUnderTest();
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
      await cloud.close();
    },
  };
};

defineFields('the real OpenStack', open);
defineReady('the real OpenStack', open);
