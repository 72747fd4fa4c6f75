/** The first loop on the real OpenStack. */
import { defineLoop } from '../loop/loop.ts';
import { openRealLoop } from './real-loop.ts';

defineLoop('the real OpenStack', openRealLoop);
