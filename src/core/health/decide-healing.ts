/** Decides which sick members of a group are replaced now, which wait, and why: healing must never make an outage worse. */
import type { MemberVerdict } from '../../model/evidence.ts';
import type { HealDecision, HealQuestion, Hold } from '../../model/healing.ts';
import { budgetOf } from './budget.ts';
import { holdOn } from './hold.ts';
import { isMarked } from './marks.ts';
import { isSick } from './member-verdict.ts';

export function decideHealing(question: HealQuestion): HealDecision {
  const sick = sickMembers(question.verdicts);
  const loops = bootLoops(question);
  const hold = holdOn(question, sick);
  if (hold !== null) return standBack(question, sick, loops, hold);
  const candidates = sick.filter(({ name, spare }) => spare === null && !loops.includes(name));
  const budget = budgetOf(question);
  const replace = candidates.slice(0, budget.left);
  const others = condemnedBesides(question.verdicts, replace);
  if (replace.length > 0 && others !== null) return standBack(question, sick, loops, others);
  const why = new Map(sick.map((one) => [one.name, whyNot(one, loops, budget.why)]));
  return {
    held: replace.length === 0 && candidates.length > 0 ? { kind: 'budget', why: budget.why } : null,
    replace,
    mark: replace.filter(({ marked }) => marked !== 'own'),
    unmark: leftMarks(question.verdicts, replace),
    unmarkGroup: isMarked(question.group),
    waits: sick
      .filter((one) => !replace.includes(one))
      .map(({ name }) => ({ name, why: why.get(name) ?? '' })),
    loops,
  };
}

/** Worst first; equally bad ones in Heat's order, so that two runs choose the same. */
export function sickMembers(verdicts: readonly MemberVerdict[]): readonly MemberVerdict[] {
  const sick = verdicts.filter(isSick);
  // whoever Heat will replace anyway comes first: its turn can't be put off
  return sick.toSorted((a, b) => Number(isLasting(b)) - Number(isLasting(a)) || a.rank - b.rank);
}

/** Condemned, and not by a mark that we may take back. */
function isLasting({ condemned, marked }: MemberVerdict): boolean {
  return condemned && marked !== 'own' && marked !== 'check';
}

/** Replaced so often within so long, a member is not ill by chance: its image, its configuration or its service is. */
export const LOOP = { times: 3, hours: 6 } as const;

function bootLoops({ history, verdicts, now }: HealQuestion): readonly string[] {
  const since = now - LOOP.hours * 3_600_000;
  return verdicts
    .filter(({ name, status, marked }) => {
      const marks = history.filter(({ member, at }) => member === name && at >= since).length;
      // the mark that an unfinished replacement bears has not replaced anything yet
      const done = marked === 'own' ? marks - 1 : marks;
      return (status === 'failed' || status === 'not-found') && done >= LOOP.times;
    })
    .map(({ name }) => name);
}

/** The nested stack's update replaces every condemned member at once: none may be among them that we did not choose. */
function condemnedBesides(
  verdicts: readonly MemberVerdict[],
  replace: readonly MemberVerdict[],
): Hold | null {
  const others = verdicts.filter((one) => isLasting(one) && !replace.includes(one));
  if (others.length === 0) return null;
  const names = others.map(({ server }) => `"${server}"`).join(', ');
  return {
    kind: 'condemned-by-others',
    why: `Heat would replace ${names} along with the sick ones, which is more than the budget allows: raise replace.maxUnavailable, or take the marks back by hand`,
  };
}

/** Nothing is replaced; marks of our own that would make the next signal shrink the group are taken back all the same. */
function standBack(
  { verdicts }: HealQuestion,
  sick: readonly MemberVerdict[],
  loops: readonly string[],
  held: Hold,
): HealDecision {
  const may = held.kind === 'brake' || held.kind === 'condemned-by-others';
  return {
    held,
    replace: [],
    mark: [],
    unmark: may ? verdicts.filter(({ marked }) => marked === 'own') : [],
    unmarkGroup: false,
    waits: sick.map((one) => ({ name: one.name, why: whyNot(one, loops, held.why) })),
    loops,
  };
}

function leftMarks(
  verdicts: readonly MemberVerdict[],
  replace: readonly MemberVerdict[],
): readonly MemberVerdict[] {
  return verdicts.filter((one) => (one.marked === 'own' || one.marked === 'check') && !replace.includes(one));
}

function whyNot({ name, spare }: MemberVerdict, loops: readonly string[], otherwise: string): string {
  if (spare !== null) return spare;
  return loops.includes(name)
    ? `was replaced ${LOOP.times} times within ${LOOP.hours} hours and is sick again: another replacement is no cure`
    : otherwise;
}
