/** The ways round on the embedded cloud. */
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { openStage } from '../stage.ts';
import { defineDetours } from './walk.ts';

defineDetours('the embedded cloud', async () => {
  const stage = await openStage();
  const raw = await sandboxUnderTest(stage.sandbox);
  return { name: 'web', raw, parts: (folder) => stage.parts(folder), close: () => stage.close() };
});
