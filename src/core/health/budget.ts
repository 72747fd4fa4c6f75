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

/** Zones serve the same, so what is out or was replaced in one of them counts for all. */
export function budgetOf({ spec, verdicts, beside, history, planned, now }: HealQuestion): Budget {
  const { maxUnavailable, perHour } = spec.replace;
  const all = [...verdicts, ...beside];
  const busy = all.filter(isOut).length + planned;
  const unfinished = new Set(all.filter(({ marked }) => marked === 'own').map(({ name }) => name));
  const recent = history.filter(({ at }) => at > now - HOUR);
  // of an unfinished replacement the last mark is its own
  const open = new Set(recent.map(({ member }) => member).filter((member) => unfinished.has(member))).size;
  const spent = recent.length - open + planned;
  const byNumber = maxUnavailable - busy;
  const byHour = perHour - spent;
  const first = recent[0];
  return {
    left: Math.max(0, Math.min(byNumber, byHour)),
    why:
      byHour < byNumber && first !== undefined
        ? `${spent} of ${perHour} replacements of this hour are used up (replace.perHour); the next is free at ${new Date(first.at + HOUR).toISOString()}`
        : perHour === 0
          ? 'replace.perHour is 0: nobody is ever replaced'
          : `at most ${maxUnavailable} at once${beside.length === 0 ? '' : ' in all zones together'} (replace.maxUnavailable)${busyWords(busy, planned)}`,
  };
}

/** Members that are exchanged at the same time, whatever happens; `spec` null = nobody has asked for replacements. */
export function mostAtOnce(spec: HealthSpec | null): number {
  return spec === null ? 0 : Math.min(spec.replace.maxUnavailable, spec.replace.perHour);
}

function busyWords(busy: number, planned: number): string {
  if (busy === 0) return '';
  const what = planned === busy ? 'replaced first' : 'not in service already';
  return `, and ${busy} ${busy === 1 ? 'is' : 'are'} ${what}`;
}

/** Not in service, and not because it is sick; whom nobody could check may be out, too. */
function isOut({ status, spare }: HealQuestion['verdicts'][number]): boolean {
  if (status === 'terminating') return spare !== LEAVES;
  return status === 'in-progress' || status === 'unknown';
}
