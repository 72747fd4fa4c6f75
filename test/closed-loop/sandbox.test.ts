/** The closed loop on the embedded cloud. */
import { openSandboxLoop } from '../loop/sandbox-loop.ts';
import { defineClosedLoop } from './closed-loop.ts';

defineClosedLoop('the embedded cloud', openSandboxLoop);
