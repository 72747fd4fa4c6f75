/**
 * Finds updates that go back after one that failed. Heat then takes the group for unchanged since its last success, and brings a
 * server back that was to be replaced, off its networks and yet COMPLETE (heat/engine/stack.py _get_best_existing_rsrc_db; measured).
 */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import { type JsonObject, own } from '../../model/json.ts';
import type { ObservedGroup, PresentStack } from '../../model/observed.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { memberDifference, readDefinition } from './member-change.ts';
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
  const before = Object.values(own(view.definitions, group.address) ?? {})
    .map(readDefinition)
    .find((one) => memberDifference(one, broken, { ...files, after: observed.files }) !== null);
  if (before === undefined) return 'maybe';
  const effect = memberDifference(before, wanted, files);
  return effect?.kind === 'replace' && !effect.inside ? null : returns(effect, counterpart);
}

/** Without a difference nothing is done at all; with one in place, a member that failed gets its old server back. */
function returns(effect: ReturnType<typeof memberDifference>, { members }: ObservedGroup): GoingBack {
  const failedNew = members.some(({ state }) => state.action === 'CREATE' && state.status === 'FAILED');
  return effect === null || failedNew ? 'sure' : null;
}
