/** Kills a command that writes after one of its requests, runs it again, and compares the end with that of an undisturbed run. */
import { compareLines } from './compare-lines.ts';
import { isWrite, type Passage, sameAs } from './middle.ts';
import { APPLY, type SweepStage } from './stage.ts';
import { whatIsThere } from './what-is-there.ts';

export interface CrashSweep {
  /** Requests of an undisturbed run. */
  readonly passages: readonly Passage[];
  /** Killed after the request, or before it arrived; `pause` seconds later again; null = as it should be. */
  killedAt(
    number: number,
    how: { readonly arrives: boolean; readonly pause: number },
  ): Promise<string | null>;
}

/** This time the run looked less often, and had ended before there was such a request. */
export const MISSED = 'missed';

const NONE: Passage = { number: 0, method: 'GET', url: 'http://none', body: '' };

/** What is killed; `exitCode` of an undisturbed run, and of one that goes on. */
export interface Killed {
  readonly words: readonly string[];
  readonly exitCode: number;
}

export const KILLED_APPLY: Killed = { words: APPLY, exitCode: 0 };
/** 2: alarms that have no measures yet are left to people. */
export const KILLED_FIX: Killed = { words: ['drift', '--fix', '--repository', 'shop/scaling'], exitCode: 2 };
export const KILLED_HEAL: Killed = { words: ['health', '--heal'], exitCode: 0 };

export async function crashSweep(
  stage: SweepStage,
  { words, exitCode }: Killed = KILLED_APPLY,
): Promise<CrashSweep> {
  const undisturbed = await stage.open();
  const run = await stage.run(undisturbed, words);
  if (run.exitCode !== exitCode)
    throw new Error(`the undisturbed run: ${run.exitCode}\n${run.stdout}${run.stderr}`);
  const { passages } = undisturbed.middle;
  const wanted = await whatIsThere(undisturbed.raw, '', stage.known);
  await undisturbed.close();
  return {
    passages,
    killedAt: async (number, { arrives, pause }) => {
      const cloud = await stage.open();
      try {
        const isMeant = sameAs(passages, number);
        const first = await stage.run(cloud, words, (passage) =>
          isMeant(passage) ? { kind: 'kill', arrives } : { kind: 'pass' },
        );
        if (first.exitCode !== null)
          return isWrite(passages[number - 1] ?? NONE) ? `it was not killed: exit ${first.exitCode}` : MISSED;
        cloud.elapse(pause);
        const again = await stage.run(cloud, words);
        const there = await whatIsThere(cloud.raw, '', stage.known);
        const differences = compareLines(wanted, there);
        if (again.exitCode === exitCode && differences.length === 0) return null;
        const said =
          again.exitCode === exitCode ? [] : [again.stdout.slice(-1500), again.stderr.slice(-1500)];
        return [`the next run ended with ${again.exitCode}`, ...said, ...differences].join('\n');
      } finally {
        await cloud.close();
      }
    },
  };
}
