/** Holds what is there after a heal against what was decided: what Heat answers is not the end. */

import type { MemberVerdict } from '../../model/evidence.ts';
import type { HealDecision } from '../../model/healing.ts';
import type { HealthFinding } from '../../model/health.ts';
import type { HeatState, ObservedGroup, ObservedMember } from '../../model/observed.ts';
import type { Deed } from './judge.ts';

/** Two looks agree when they would do the very same to the very same servers. */
export function sameDecision(one: HealDecision, other: HealDecision): boolean {
  return writtenOut(one) === writtenOut(other);
}

function writtenOut({ replace, mark, unmark, unmarkGroup }: HealDecision): string {
  const ids = [replace, mark, unmark].map((list) => list.map(({ physicalId }) => physicalId));
  return JSON.stringify([ids, unmarkGroup]);
}

export function healedSoFar({ replace }: HealDecision, after: ObservedGroup): boolean {
  return replace.every((one) => !stillThere(one, after)) && after.members.every(isAtRest);
}

export interface Healed {
  readonly before: ObservedGroup;
  readonly after: ObservedGroup;
  readonly look: { readonly verdicts: readonly MemberVerdict[]; readonly decision: HealDecision };
  /** Of the group's nested stack; null = it was not touched. */
  readonly inside: HeatState | null;
}

export function verifyHeal(healed: Healed): Deed {
  const { before, after, look, inside } = healed;
  const { replace } = look.decision;
  const left = replace.filter((one) => stillThere(one, after));
  const findings = [...lost(healed), ...resized(before, after), ...group(after)];
  const base = { successors: successorsOf(replace, after), sizeAfter: sizeOf(after), findings };
  if (left.length === 0 && (inside === null || inside.status === 'COMPLETE'))
    return { ...base, outcome: 'done', message: '' };
  const reason =
    inside?.status === 'FAILED'
      ? `the new server could not be built (${inside.action}_FAILED: ${inside.reason}); the next run tries once more`
      : `Heat says that it is done, and ${left.map(({ server }) => server).join(', ')} is still there; run health again`;
  return { ...base, outcome: 'failed', message: reason };
}

function stillThere({ physicalId }: MemberVerdict, { members }: ObservedGroup): boolean {
  return members.some((member) => member.physicalId === physicalId && !isLeaving(member));
}

function isLeaving({ state }: ObservedMember): boolean {
  return state.action === 'DELETE';
}

function isAtRest({ state }: ObservedMember): boolean {
  return state.status === 'COMPLETE' || state.action === 'DELETE';
}

function sizeOf({ members }: ObservedGroup): number {
  return members.filter((member) => !isLeaving(member)).length;
}

function successorsOf(replace: readonly MemberVerdict[], after: ObservedGroup): Deed['successors'] {
  const pairs = replace.flatMap(({ name, physicalId }) => {
    const now = after.members.find((member) => member.name === name && member.physicalId !== physicalId);
    return now === undefined ? [] : [[name, now.servers[0]?.name || now.servers[0]?.id || name] as const];
  });
  return Object.fromEntries(pairs);
}

/** Nobody else may have gone; a scale-in that came in between is told, and never repaired blindly. */
function lost({ after, look }: Healed): readonly HealthFinding[] {
  const well = look.verdicts.filter(({ status }) => status === 'current');
  return well
    .filter((one) => !stillThere(one, after))
    .map((one): HealthFinding => {
      const named = after.members.some(({ name }) => name === one.name);
      return {
        kind: named ? 'replaced-meanwhile' : 'gone-meanwhile',
        severity: 'warn',
        subject: `member ${one.name}`,
        message: named
          ? `${one.server} was well and has been replaced, too: somebody else was at work`
          : `${one.server} was well and left the group meanwhile: a scale-in came in between`,
        remedy: 'look at the events of the stack; nothing is to be done when an alarm asked for it',
        consoleLog: [],
      };
    });
}

function resized(before: ObservedGroup, after: ObservedGroup): readonly HealthFinding[] {
  if (sizeOf(before) === sizeOf(after)) return [];
  return [
    {
      kind: 'scaled-meanwhile',
      severity: sizeOf(after) < sizeOf(before) ? 'warn' : 'info',
      subject: `group ${after.address}`,
      message: `the group went from ${sizeOf(before)} to ${sizeOf(after)} members while its sick ones were replaced: an alarm came in between`,
      remedy: 'nothing, when an alarm asked for it; a scale-in in that moment may take one more',
      consoleLog: [],
    },
  ];
}

/** heat aws/autoscaling_group.py adjust: only a group that is COMPLETE hears signals. */
function group({ address, state }: ObservedGroup): readonly HealthFinding[] {
  if (state.status === 'COMPLETE') return [];
  return [
    {
      kind: 'group-deaf',
      severity: 'error',
      subject: `group ${address}`,
      message: `the group is ${state.action}_${state.status}: it hears no alarm`,
      remedy: 'run health again; if it stays so, run apply',
      consoleLog: [],
    },
  ];
}
