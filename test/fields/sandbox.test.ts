/** Every field on the embedded cloud. */
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { openStage } from '../stage.ts';
import { defineFields } from './walk.ts';

defineFields('the embedded cloud', async () => {
  const stage = await openStage();
  return {
    raw: await sandboxUnderTest(stage.sandbox),
    reader: stage.reader,
    parts: stage.parts,
    // it goes with the process
    remove: async () => {},
    close: () => stage.close(),
  };
});
