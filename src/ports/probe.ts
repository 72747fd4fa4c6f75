/** What we ask of servers themselves: one question each, never an error. */
import type { ProbeAnswer, ProbeQuestion } from '../model/evidence.ts';

export type Probe = (question: ProbeQuestion) => Promise<ProbeAnswer>;
