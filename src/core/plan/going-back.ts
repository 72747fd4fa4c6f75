/**
 * Finds updates that go back after one that failed. Heat then takes the group for unchanged since its last success, and brings a
 * server back that was to be replaced, off its networks and yet COMPLETE (heat/engine/stack.py _get_best_existing_rsrc_db; measured).
 */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import { type JsonObject, own } from '../../model/json.ts';
import type { ObservedGroup, PresentStack } from '../../model/observed.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { memberDifference, readDefinition } from './member-change.ts';
import { textEffect } from './nested-change.ts';
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
  if (memberDifference(broken, wanted, files) === null) {
    // one name for several texts: which of them a member has, or had before, nobody can tell
    return textEffect(wanted, files) === null ? null : 'maybe';
  }
  const live = { before: observed.files, after: observed.files };
  // after several that failed, members show what was before the last of them, or before the first
  const before = Object.values(own(view.definitions, group.address) ?? {})
    .map(readDefinition)
    .map((one) => ({ one, broke: memberDifference(one, broken, live) }))
    .filter(({ broke }) => broke !== null);
  if (before.length === 0) return 'maybe';
  const sure = before.some(({ one, broke }) =>
    returns({ broke, back: memberDifference(one, wanted, files) }, counterpart),
  );
  return sure ? 'sure' : null;
}

/**
 * `back`: without a difference nothing is done at all; with one in place, whatever failed gets its old server back. Of a member that
 * is a stack of its own, that is the server inside, where `broke` was to replace it under the same name; a member whose creation
 * failed came by scaling, and has no old server.
 */
function returns(
  { broke, back }: { readonly broke: Effect | null; readonly back: Effect | null },
  { members }: ObservedGroup,
): boolean {
  if (back === null) return true;
  if (back.kind === 'replace') return false;
  const inside = back.inside;
  if (inside && (broke?.kind !== 'replace' || !broke.interrupts)) return false;
  return members.some(
    ({ state }) => state.status === 'FAILED' && state.action === (inside ? 'UPDATE' : 'CREATE'),
  );
}
