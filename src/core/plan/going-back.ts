/**
 * Finds updates that go back after one that failed. Heat then takes the group for unchanged since its last success, and brings a
 * server back that was to be replaced, off its networks and yet COMPLETE (heat/engine/stack.py _get_best_existing_rsrc_db; measured).
 */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import { type JsonObject, own } from '../../model/json.ts';
import type { ObservedGroup, PresentStack } from '../../model/observed.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { memberDifference, readDefinition } from './member-change.ts';
import type { Effect } from './replacement.ts';
import { handedDown } from './sides.ts';

/** `sure`: a member that the failed update did not reach shows what was before; `maybe`: nobody can tell. */
export type GoingBack = 'sure' | 'maybe' | null;

export interface GoingBackView {
  readonly desired: DesiredStack;
  readonly observed: PresentStack;
  readonly definitions: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  readonly group: DesiredGroup;
  readonly counterpart: ObservedGroup;
  /** The group as the template of the failed update has it. */
  readonly failed: DesiredGroup | null;
}

export function goingBack(view: GoingBackView): GoingBack {
  const { desired, observed, group, counterpart, failed } = view;
  if (observed.state.action !== 'UPDATE' || observed.state.status !== 'FAILED' || failed === null)
    return null;
  if (counterpart.state.status !== 'FAILED') return null;
  const wanted = handedDown(group, observed);
  const broken = handedDown(failed, observed);
  if (isUnresolved(wanted) || isUnresolved(broken)) return null;
  const files = { before: observed.files, after: desired.files };
  if (memberDifference(broken, wanted, files) === null) return null;
  // after several that failed, members show what was before the last of them, or before the first
  const before = Object.values(own(view.definitions, group.address) ?? {})
    .map(readDefinition)
    .filter((one) => memberDifference(one, broken, { ...files, after: observed.files }) !== null);
  if (before.length === 0) return 'maybe';
  return before.some((one) => returns(memberDifference(one, wanted, files), counterpart)) ? 'sure' : null;
}

/**
 * Without a difference nothing is done at all; with one in place, a member that failed gets its old server back. A member that
 * is a stack of its own is never made anew for a change: one whose creation failed came by scaling, and has no old server.
 */
function returns(effect: Effect | null, { members }: ObservedGroup): boolean {
  if (effect === null) return true;
  if (effect.kind === 'replace' || effect.inside) return false;
  return members.some(({ state }) => state.action === 'CREATE' && state.status === 'FAILED');
}
