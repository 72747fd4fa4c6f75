/** Tells from one look at a stack whether it is settled, in progress or failed. */
import type { HeatState, StackPulse } from '../../model/observed.ts';

/** Heat answers an update before it begins: an unchanged look counts as settled only after so many polls. */
const PATIENCE = 8;

/** `before` is the look right before the write; null for a creation or deletion. */
export function isSettled(pulse: StackPulse, before: StackPulse | null, polls: number): boolean {
  if (whoIsAtWork(pulse) !== null) return false;
  const moved =
    before === null || pulse.updatedAt !== before.updatedAt || pulse.state.status !== before.state.status;
  return moved || polls >= PATIENCE;
}

/** Who works on the stack or one of its groups right now, in words; null = nobody. */
export function whoIsAtWork(pulse: StackPulse): string | null {
  if (pulse.state.status === 'IN_PROGRESS') return `${words(pulse.state)} is in progress`;
  const group = pulse.groups.find(
    ({ nestedState, activity }) => nestedState?.status === 'IN_PROGRESS' || activity.scalingInProgress,
  );
  return group ? `the group "${group.address}" is being scaled` : null;
}

/** Heat's reason when it ended badly; null when it ended well. */
export function settledFailure({ state }: StackPulse, deleting: boolean): string | null {
  if (state.status === 'FAILED')
    return `Heat says ${state.action}_FAILED: ${state.reason || 'no reason given'}`;
  return deleting && state.action !== 'DELETE' ? 'Heat did not delete the stack' : null;
}

/**
 * What to do about a failure that the same again would only repeat; null for any other. Heat keeps a signal in its handle
 * (heat/engine/resources/wait_condition.py; measured): as long as the handle is the same, so is the answer.
 */
export function adviceOnLasting(failure: string): string | null {
  if (!/\bWaitConditionFailure\b/.test(failure)) return null;
  return 'a server said FAILURE itself, and Heat keeps that, so the same commit would fail again; the servers that were not reached yet go on; change what the servers are made of and apply that, and it continues where this stopped';
}

const VERBS: Readonly<Partial<Record<HeatState['action'], string>>> = {
  CREATE: 'a creation',
  UPDATE: 'an update',
  DELETE: 'a deletion',
  ROLLBACK: 'a rollback',
  CHECK: 'a check',
};

function words({ action }: HeatState): string {
  return VERBS[action] ?? `${action.toLowerCase()}`;
}
