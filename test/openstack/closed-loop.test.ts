/** The closed loop on the real OpenStack. */
import { defineClosedLoop } from '../closed-loop/closed-loop.ts';
import { openRealLoop } from './real-loop.ts';

defineClosedLoop('the real OpenStack', openRealLoop);
