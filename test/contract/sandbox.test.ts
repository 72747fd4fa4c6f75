/** The contract, held against the embedded sandbox. */
import { startSandbox } from '../../src/sandbox/embedded.ts';
import { defineHeatContract } from './heat-contract.ts';
import { sandboxUnderTest } from './sandbox-under-test.ts';

defineHeatContract('the embedded sandbox', async () => sandboxUnderTest(await startSandbox()));
