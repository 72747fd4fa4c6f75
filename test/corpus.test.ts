/** The corpus on the embedded cloud: templates as people have them, each from its creation to its second version. */

import { sandboxUnderTest } from './contract/sandbox-under-test.ts';
import { type CorpusCloud, defineCorpus, defineRefusals } from './corpus/walk.ts';
import { openStage } from './stage.ts';

async function open(): Promise<CorpusCloud> {
  const stage = await openStage();
  return { ...stage, prefix: 'corpus-', raw: await sandboxUnderTest(stage.sandbox) };
}

defineCorpus('the embedded cloud', open, { atOnce: false });
defineRefusals(open);
