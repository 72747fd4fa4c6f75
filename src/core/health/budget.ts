/** Counts how many members may be replaced now, and says what uses up the rest. */
import type { HealQuestion } from '../../model/healing.ts';
import type { HealthSpec } from '../../model/health-spec.ts';
import { LEAVES } from './member-verdict.ts';

export interface Budget {
  readonly left: number;
  /** Why whoever is beyond it has to wait. */
  readonly why: string;
}

const HOUR = 3_600_000;

export function budgetOf({ spec, verdicts, history, now }: HealQuestion): Budget {
  const { maxUnavailable, perHour } = spec.replace;
  const busy = verdicts.filter(isOut).length;
  const unfinished = new Set(verdicts.filter(({ marked }) => marked === 'own').map(({ name }) => name));
  const recent = history.filter(({ at }) => at > now - HOUR);
  // of an unfinished replacement the last mark is its own
  const open = new Set(recent.map(({ member }) => member).filter((member) => unfinished.has(member))).size;
  const spent = recent.length - open;
  const byNumber = maxUnavailable - busy;
  const byHour = perHour - spent;
  const left = Math.max(0, Math.min(byNumber, byHour));
  const first = recent[0];
  return {
    left,
    why:
      byHour < byNumber && first !== undefined
        ? `${spent} of ${perHour} replacements of this hour are used up (replace.perHour); the next is free at ${new Date(first.at + HOUR).toISOString()}`
        : perHour === 0
          ? 'replace.perHour is 0: nobody is ever replaced'
          : `at most ${maxUnavailable} at once (replace.maxUnavailable)${busy === 0 ? '' : `, and ${busy} ${busy === 1 ? 'is' : 'are'} not in service already`}`,
  };
}

/** Members that are exchanged at the same time, whatever happens; `spec` null = nobody has asked for replacements. */
export function mostAtOnce(spec: HealthSpec | null): number {
  return spec === null ? 0 : Math.min(spec.replace.maxUnavailable, spec.replace.perHour);
}

/** Not in service, and not because it is sick; whom nobody could check may be out, too. */
function isOut({ status, spare }: HealQuestion['verdicts'][number]): boolean {
  if (status === 'terminating') return spare !== LEAVES;
  return status === 'in-progress' || status === 'unknown';
}
