/** The words by which a run knows its own marks on members again: Heat's events are the only memory there is. */
import type { HeatState, StackEvent } from '../../model/observed.ts';

const OWN = 'Thermostat: unhealthy: ';
const TAKEN_BACK = 'Thermostat: mark taken back: ';
/** Heat shows them whole in lists and dashboards. */
const LONGEST = 200;

export function markReason(why: string): string {
  return `${OWN}${why}`.slice(0, LONGEST);
}

export function takenBackReason(why: string): string {
  return `${TAKEN_BACK}${why}`.slice(0, LONGEST);
}

/** Only a mark makes CHECK_FAILED of a single member; a check does so to its group, too. */
export function markedBy(state: HeatState, group: HeatState): 'own' | 'check' | 'hand' | null {
  if (!isMarked(state)) return null;
  if (state.reason.startsWith(OWN.trim())) return 'own';
  return isMarked(group) ? 'check' : 'hand';
}

export function isMarked({ action, status }: HeatState): boolean {
  return action === 'CHECK' && status === 'FAILED';
}

/** When a run of ours marked which member of the groups, less what was taken back, oldest first. */
export interface Replacement {
  readonly member: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export function replacementsIn(
  groups: readonly string[],
  events: readonly StackEvent[],
): readonly Replacement[] {
  return groups.flatMap((group) => inGroup(group, events)).toSorted((a, b) => a.at - b.at);
}

function inGroup(group: string, events: readonly StackEvent[]): readonly Replacement[] {
  const found: Replacement[] = [];
  /** Members whose last event is a mark: the same mark sent twice is one. */
  const open = new Set<string>();
  for (const { address, at, status, reason } of events) {
    const member = address.startsWith(`${group}/`) ? address.slice(group.length + 1) : '';
    if (member === '' || member.includes('/')) continue;
    if (status === 'CHECK_FAILED' && reason.startsWith(OWN.trim())) {
      if (!open.has(member)) found.push({ member, at: Date.parse(at) });
      open.add(member);
      continue;
    }
    if (status === 'CHECK_COMPLETE' && reason.startsWith(TAKEN_BACK.trim())) takeBack(found, member);
    open.delete(member);
  }
  return found;
}

function takeBack(found: Replacement[], member: string): void {
  const last = found.findLastIndex((one) => one.member === member);
  if (last >= 0) found.splice(last, 1);
}
