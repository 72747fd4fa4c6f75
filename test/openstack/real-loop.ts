/** The real OpenStack for a loop of commands. */
import type { LoopCloud } from '../loop/loop.ts';
import { openCloud, openCloudUnderTest } from './cloud.ts';

export async function openRealLoop(): Promise<LoopCloud> {
  const access = await openCloud();
  const raw = await openCloudUnderTest();
  return {
    prefix: raw.prefix,
    words: ['--cloud', 'demo'],
    env: { OS_CLIENT_CONFIG_FILE: access.cloudsYaml },
    meddle: (work) => work(raw),
    close: () => raw.close(),
  };
}
