/** The corpus on the real OpenStack, several stacks at a time (vitest.cloud.config.ts says how many). */
import { setTimeout as sleep } from 'node:timers/promises';
import { openCloud } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { type CorpusCloud, defineCorpus } from '../corpus/walk.ts';
import { openCloud as openAccess, openCloudUnderTest } from './cloud.ts';

async function open(): Promise<CorpusCloud> {
  const access = await openAccess();
  const raw = await openCloudUnderTest('corpus');
  const env = { OS_CLIENT_CONFIG_FILE: access.cloudsYaml };
  const cloud = await openCloud({ cloud: 'demo', env, cwd: access.dir, home: access.dir });
  return {
    prefix: raw.prefix,
    reader: cloud.reader,
    raw,
    parts: (folder) => ({
      tree: fileSystemTree(folder),
      reader: async () => cloud.reader,
      writer: async () => cloud.writer,
      clock: { now: () => new Date(), sleep },
      log: { info: () => {}, warn: () => {}, debug: () => {} },
      publisher: { publish: async () => {}, annotate: async () => {} },
    }),
    close: async () => {
      await cloud.close();
      await raw.close();
    },
  };
}

defineCorpus('the real OpenStack', open, { atOnce: true });
