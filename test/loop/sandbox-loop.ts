/** The embedded cloud for a loop of commands, its state in a file between them. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/embedded.ts';
import { readStateFile, writeStateFile } from '../../src/sandbox/state-file.ts';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import type { LoopCloud } from './loop.ts';

export async function openSandboxLoop(): Promise<LoopCloud> {
  const stateFile = join(mkdtempSync(join(tmpdir(), 'thermostat-state-')), 'state.json');
  return {
    prefix: 'loop-',
    words: ['--cloud', `sandbox:${stateFile}`],
    env: {},
    meddle: async (work) => {
      const state = await readStateFile(stateFile);
      const sandbox = await startSandbox(state === null ? {} : { state });
      await work(await sandboxUnderTest(sandbox));
      await writeStateFile(stateFile, sandbox.snapshot());
      await sandbox.close();
    },
    close: async () => {},
  };
}
