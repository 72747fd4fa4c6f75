/** Plays one fault at one request of a command, and judges what came of it. */
import { compareLines, without } from './compare-lines.ts';
import type { FaultKind } from './fault-kinds.ts';
import { isWrite, kindOf, type Passage, sameAs } from './middle.ts';
import type { Ended } from './process.ts';
import { APPLY, leaks, type SweepStage } from './stage.ts';
import { whatIsThere } from './what-is-there.ts';

export interface FaultSweep {
  readonly passages: readonly Passage[];
  at(number: number, fault: FaultKind, lasting: boolean): Promise<FaultVerdict>;
}

export interface FaultVerdict {
  /** `recovered`: as if nothing had been; `told`: an error with its exit code, and the next run puts it right. */
  readonly outcome: 'recovered' | 'told' | 'wrong';
  /** Of what is wrong. */
  readonly message: string;
  readonly ended: Ended;
}

export interface Swept {
  readonly words: readonly string[];
  /** Of an undisturbed run. */
  readonly exitCode: number;
  /** What must be the same whenever the exit code is: the verdict. */
  readonly verdict: (ended: Ended) => string;
  readonly writes: boolean;
}

export async function faultSweep(stage: SweepStage, swept: Swept): Promise<FaultSweep> {
  const { words } = swept;
  const undisturbed = await stage.open();
  const run = await stage.run(undisturbed, words);
  if (run.exitCode !== swept.exitCode)
    throw new Error(`the undisturbed run: ${run.exitCode}\n${run.stdout}${run.stderr}`);
  const { passages } = undisturbed.middle;
  const verdict = swept.verdict(run);
  const wanted = await whatIsThere(undisturbed.raw, '', stage.known);
  const wantedWrites = writesOf(passages);
  await undisturbed.close();

  const judge = (ended: Ended, reached: readonly Passage[]): Omit<FaultVerdict, 'ended'> => {
    const doubled = without(writesOf(reached), wantedWrites);
    if (doubled.length > 0) return wrong(`sent more than once: ${doubled.join(', ')}`);
    if (ended.exitCode === swept.exitCode) {
      const said = swept.verdict(ended);
      return said === verdict ? RECOVERED : wrong(`another verdict:\n${verdict}\n${said}`);
    }
    if (ended.exitCode !== 1) return wrong(`exit code ${ended.exitCode}, which is neither its own nor 1`);
    const trouble = unclear(ended);
    return trouble === null ? { outcome: 'told', message: '' } : wrong(trouble);
  };

  return {
    passages,
    at: async (number, fault, lasting) => {
      const cloud = await stage.open();
      try {
        const reached: Passage[] = [];
        const isMeant = sameAs(passages, number);
        let met = false;
        const ended = await stage.run(
          cloud,
          words,
          (passage) => {
            const hit = isMeant(passage) || (lasting && met);
            met ||= hit;
            if (!hit || fault === 'reset after') reached.push(passage);
            return hit ? { kind: 'fault', fault } : { kind: 'pass' };
          },
          fault === 'stall',
        );
        const seen = leaks(ended, [...stage.canaries, ...cloud.middle.tokens]);
        const judged =
          seen.length > 0
            ? wrong(`it told a secret:\n${seen.slice(0, 5).join('\n')}`)
            : judge(ended, reached);
        if (judged.outcome === 'wrong' || !swept.writes) return { ...judged, ended };
        const again = judged.outcome === 'told' ? await stage.run(cloud, APPLY) : null;
        if (again !== null && again.exitCode !== 0) {
          const { exitCode, stdout, stderr } = again;
          return {
            ...wrong(`the next run ended with ${exitCode}\n${stdout.slice(-1500)}${stderr.slice(-1500)}`),
            ended,
          };
        }
        const differences = compareLines(wanted, await whatIsThere(cloud.raw, '', stage.known));
        return differences.length === 0
          ? { ...judged, ended }
          : { ...wrong(`not as it should be in the end:\n${differences.join('\n')}`), ended };
      } finally {
        await cloud.close();
      }
    },
  };
}

const RECOVERED = { outcome: 'recovered', message: '' } as const;

function wrong(message: string): Omit<FaultVerdict, 'ended'> {
  return { outcome: 'wrong', message };
}

/** An error is one line that says what we were doing; no stack trace, no bare code. */
function unclear({ stdout, stderr }: Ended): string | null {
  const all = `${stdout}\n${stderr}`;
  if (/\n\s+at .+:\d+:\d+\)?/.test(all)) return `a stack trace:\n${all.slice(-1500)}`;
  if (/undefined|\[object|NaN/.test(all)) return `words that nobody wrote:\n${all.slice(-1500)}`;
  const told =
    /thermostat: .{20,}/.test(stderr) ||
    /"status":\s*"(failed|not-started|unchecked|unknown)"|Incomplete|could not/i.test(stdout);
  return told ? null : `exit 1 without a reason:\n${all.slice(-1500)}`;
}

/** Writes that reached a server, as often as they did. */
function writesOf(passages: readonly Passage[]): readonly string[] {
  // the deletion of one id does the same a second time, and is sent again on purpose (adapters/openstack/retry.ts)
  return passages.filter((one) => isWrite(one) && one.method !== 'DELETE').map(kindOf);
}

/** One request of each kind: the first, and the last where there are several. */
export function oneOfEach(passages: readonly Passage[]): readonly number[] {
  const places = new Map<string, number[]>();
  for (const passage of passages) {
    const route = kindOf(passage).replace(/\/stacks\/[^/]+\//, '/stacks/{name}/');
    places.set(route, [...(places.get(route) ?? []), passage.number]);
  }
  const chosen = [...places.entries()].flatMap(([route, numbers]) =>
    route.startsWith('GET') ? [numbers[0] ?? 1, numbers.at(-1) ?? 1] : numbers,
  );
  return [...new Set(chosen)].sort((one, other) => one - other);
}
