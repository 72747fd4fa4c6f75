/** Every field on the embedded cloud. */
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { openStage } from '../stage.ts';
import { defineReady } from './ready.ts';
import { defineFields, type FieldCloud } from './walk.ts';

const open = async (): Promise<FieldCloud> => {
  const stage = await openStage();
  return {
    raw: await sandboxUnderTest(stage.sandbox),
    reader: stage.reader,
    parts: stage.parts,
    // it goes with the process
    remove: async () => {},
    close: () => stage.close(),
  };
};

defineFields('the embedded cloud', open);
defineReady('the embedded cloud', open);
