/** Finds the groups of a compiled stack that exist in Heat, whichever zones its spec names by now. */
import type { ObservedGroup } from '../../model/observed.ts';

export interface LiveGroup extends ObservedGroup {
  readonly nested: NonNullable<ObservedGroup['nested']>;
}

/** A zone that a merge removed serves until apply has removed it from Heat. */
export function liveGroups(groups: readonly ObservedGroup[]): readonly LiveGroup[] {
  return groups.filter(isLive);
}

/** Names as core/heat/group/resource-names.ts gives them; nothing else of such a stack is called so. */
function isLive(group: ObservedGroup): group is LiveGroup {
  return group.nested !== null && /^group(?:-[^/]+)?$/.test(group.address);
}
