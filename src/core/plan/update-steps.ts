/** The requests that carry out an update, in order. */
import type { DesiredStack, InitialCapacity } from '../../model/desired.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { Detour, Step } from '../../model/plan.ts';
import { groupType } from '../heat/group-types.ts';
import { propertiesKey, resourcesKey } from '../heat/template.ts';
import type { WalkedGroup } from './members.ts';
import { RELEASE } from './plan-create.ts';

export function updateSteps(
  desired: DesiredStack,
  observed: PresentStack,
  walked: readonly WalkedGroup[],
  { unfinished, detour }: { readonly unfinished: boolean; readonly detour: Detour | null },
): readonly Step[] {
  const capacities = [...newGroupCapacities(desired, walked), ...heldCapacities(desired, walked)];
  const update: Step = {
    kind: 'update',
    why: unfinished
      ? `finishes what stopped (${observed.state.action}_${observed.state.status})`
      : 'brings the stack to the spec',
    capacities,
  };
  const shrink: Step = {
    kind: 'shrink',
    why: 'sets the smaller maximum first: Heat would replace servers that it then deletes',
    capacities: [],
  };
  const first = walked.some(({ change }) => change.shrinkFirst) ? [shrink] : [];
  // what the detour lends, the update takes back
  if (detour !== null) return [...first, { ...DETOUR, capacities, detour }, { ...update, capacities: [] }];
  return [...first, update, ...(capacities.length > 0 ? [RELEASE] : [])];
}

const DETOUR = {
  kind: 'detour',
  why: 'makes room: Octavia takes the new parts of the load balancer only when the old ones are gone',
} as const;

/** A group that this update creates starts at its own initial size. */
function newGroupCapacities(
  desired: DesiredStack,
  walked: readonly WalkedGroup[],
): readonly InitialCapacity[] {
  const created = new Set(walked.filter(({ observed }) => observed === null).map(({ plan }) => plan.address));
  return desired.initial.filter(({ file, path }) => file === null && created.has(path[1] ?? ''));
}

/** A group with failed members keeps its size only if the update names it. */
function heldCapacities(desired: DesiredStack, walked: readonly WalkedGroup[]): readonly InitialCapacity[] {
  return walked.flatMap(({ desired: group, change }) => {
    const type = group && groupType(group.type);
    if (!group || !type || change.hold === null) return [];
    const path = [resourcesKey(desired.template), group.address, propertiesKey(desired.template)];
    return [{ file: null, path, property: type.desired, value: change.hold }];
  });
}
