/** Probes for the embedded cloud, whose addresses are made up: whoever has them elsewhere must not be asked. */
import type { ProbeAnswer, ProbeQuestion } from '../../model/evidence.ts';
import { probe } from './probe.ts';

export async function probeOnLoopback(question: ProbeQuestion): Promise<ProbeAnswer> {
  if (/^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$|^::1$/.test(question.address)) return probe(question);
  return {
    kind: 'unable',
    why: 'with the embedded sandbox cloud only servers on this machine are asked',
  };
}
