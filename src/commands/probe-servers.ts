/** Asks the servers of a group what their checks want to know, sample by sample. */
import { type Asked, isOpen, questionsFor, resultOf } from '../core/health/probing.ts';
import type { ProbeResult } from '../model/evidence.ts';
import type { HealthSpec } from '../model/health-spec.ts';
import type { Catalogue, ObservedMember } from '../model/observed.ts';
import { inTurns } from './concurrency.ts';
import type { HealParts } from './parts.ts';

/** Connections open at the same time, for one group. */
const AT_ONCE = 32;

export async function probeServers(
  { probes }: Pick<HealParts, 'probes'>,
  spec: HealthSpec,
  members: readonly ObservedMember[],
  networks: Catalogue['network'],
): Promise<readonly ProbeResult[]> {
  let asked = questionsFor(spec, members, networks);
  for (let sample = 0; asked.some((one) => isOpen(spec, one)); sample += 1) {
    if (sample > 0) await probes.clock.sleep(spec.samples.intervalSeconds * 1000);
    asked = await inTurns(asked, AT_ONCE, async (one): Promise<Asked> => {
      if (one.question === null || !isOpen(spec, one)) return one;
      return { ...one, answers: [...one.answers, await probes.ask(one.question)] };
    });
  }
  return asked.map((one) => resultOf(spec, one));
}
