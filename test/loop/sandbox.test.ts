/** The first loop on the embedded cloud. */
import { defineLoop } from './loop.ts';
import { openSandboxLoop } from './sandbox-loop.ts';

defineLoop('the embedded cloud', openSandboxLoop);
