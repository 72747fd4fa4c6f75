/** The first loop on the real OpenStack. */
import { defineLoop } from '../loop/loop.ts';
import { openCloud, openCloudUnderTest } from './cloud.ts';

defineLoop('the real OpenStack', async () => {
  const access = await openCloud();
  const raw = await openCloudUnderTest();
  return {
    prefix: raw.prefix,
    words: ['--cloud', 'demo'],
    env: { OS_CLIENT_CONFIG_FILE: access.cloudsYaml },
    meddle: (work) => work(raw),
    close: () => raw.close(),
  };
});
