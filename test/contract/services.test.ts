/** The contract of the services around a group, held against the embedded sandbox. */
import { startSandbox } from '../../src/sandbox/embedded.ts';
import { sandboxUnderTest } from './sandbox-under-test.ts';
import { defineServiceContract } from './service-contract.ts';

defineServiceContract('the embedded sandbox', async () => sandboxUnderTest(await startSandbox()));
