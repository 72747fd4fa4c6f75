/** The corpus on the real OpenStack, several stacks at a time (vitest.walk.config.ts says how many). */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect } from 'vitest';
import { openCloud } from '../../src/adapters/openstack/cloud.ts';
import { fileSystemTree } from '../../src/adapters/terminal/source-tree.ts';
import { LOOPBACK_BALANCERS, LOOPBACK_PROBES } from '../../src/choose-cloud.ts';
import { type CorpusCloud, defineCorpus } from '../corpus/walk.ts';
import { openCloud as openAccess, openCloudUnderTest } from './cloud.ts';

/** Stacks on their way out while the next cases are walked. */
const leaving: Promise<unknown>[] = [];

afterAll(async () => {
  expect(await Promise.all(leaving)).toEqual(leaving.map(() => null));
});

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
      balancers: LOOPBACK_BALANCERS,
      probes: LOOPBACK_PROBES,
      log: { info: () => {}, warn: () => {}, debug: () => {} },
      publisher: { publish: async () => {}, annotate: async () => {} },
    }),
    close: async () => {
      const gone = raw.close();
      leaving.push(
        gone.then(
          () => null,
          (error: unknown) => error,
        ),
      );
      await cloud.close();
    },
  };
}

defineCorpus('the real OpenStack', open, { atOnce: true });
