/** Every kind of hand change on the embedded cloud. */

import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { openStage } from '../stage.ts';
import { defineDriftKinds } from './walk.ts';

defineDriftKinds('the embedded cloud', 'sandbox', async () => {
  const stage = await openStage();
  const raw = await sandboxUnderTest(stage.sandbox);
  return { raw, parts: (folder) => stage.parts(folder), close: () => stage.close() };
});
