/** Walks a group through an update batch by batch, with Heat's own arithmetic. */

/** A member as Heat sorts it: failed first, then oldest (heat/engine/resources/openstack/heat/instance_group.py). */
export interface RolloutMember {
  /** Of a member that Heat will name: a number behind `+`. */
  readonly name: string;
  /** Made by this very update. */
  readonly fresh: boolean;
  readonly failed: boolean;
  /** Already has the new definition. */
  readonly upToDate: boolean;
  /** Rises with the creation time; Heat touches the lowest first. */
  readonly order: number;
}

export interface RolloutSettings {
  /** Members that the rolling update aims for. */
  readonly target: number;
  readonly maxBatch: number;
  readonly minInService: number;
  /** A replaced member is young again; one changed in place keeps its place in the order. */
  readonly effect: 'replace' | 'update';
}

export interface RolloutBatch {
  readonly changed: readonly RolloutMember[];
  readonly created: number;
  readonly removed: readonly RolloutMember[];
  readonly size: number;
}

export interface Rollout {
  readonly batches: readonly RolloutBatch[];
  readonly members: readonly RolloutMember[];
}

export function rollOut(members: readonly RolloutMember[], settings: RolloutSettings): Rollout {
  let current = inHeatOrder(members);
  let updated = 0;
  const batches: RolloutBatch[] = [];
  // heat/scaling/rolling_update.py needs_update
  while (!(updated >= current.length && current.length === settings.target)) {
    const { size, changing } = nextBatch(current.length, updated, settings);
    const step = applyDefinitions(current, { size, changing, effect: settings.effect });
    batches.push(step.batch);
    current = inHeatOrder(step.members);
    updated += changing;
    if (changing === 0 && step.batch.removed.length === 0) break;
  }
  return { batches, members: current };
}

/** Takes a group to a size: the first in Heat's order go, new ones come at the end. */
export function resize(
  members: readonly RolloutMember[],
  size: number,
): RolloutBatch & { members: readonly RolloutMember[] } {
  const step = applyDefinitions(inHeatOrder(members), { size, changing: 0, effect: 'update' });
  return { ...step.batch, members: step.members };
}

export function inHeatOrder(members: readonly RolloutMember[]): readonly RolloutMember[] {
  return [...members].sort((a, b) => Number(b.failed) - Number(a.failed) || a.order - b.order);
}

/** heat/scaling/rolling_update.py next_batch */
function nextBatch(
  capacity: number,
  updated: number,
  settings: RolloutSettings,
): { size: number; changing: number } {
  const minimum = Math.min(settings.minInService, settings.target, capacity);
  const changing = Math.min(settings.maxBatch, Math.max(settings.target - updated, 0));
  return { size: changing + Math.max(Math.min(capacity, settings.target - changing), minimum), changing };
}

/** heat/scaling/template.py member_definitions */
function applyDefinitions(
  members: readonly RolloutMember[],
  { size, changing, effect }: { size: number; changing: number; effect: 'replace' | 'update' },
): { batch: RolloutBatch; members: readonly RolloutMember[] } {
  const kept = size === 0 ? [] : members.slice(-size);
  const removed = members.slice(0, members.length - kept.length);
  const created = size - kept.length;
  const newest = Math.max(0, ...members.map(({ order }) => order));
  const redefined = kept.filter(({ upToDate }) => !upToDate).slice(0, Math.max(0, changing - created));
  // whatever the batch, Heat makes failed members anew that it keeps (heat/engine/resource.py needs_replace_failed)
  const changed = kept.filter((member) => member.failed || redefined.includes(member));
  const after = kept.map((member) =>
    changed.includes(member) ? remade(member, redefined.includes(member), newest, effect) : member,
  );
  const fresh = Array.from({ length: created }, (_, index) => newMember(newest + index + 2));
  return { batch: { changed, created, removed, size }, members: [...after, ...fresh] };
}

function remade(
  member: RolloutMember,
  redefined: boolean,
  newest: number,
  effect: 'replace' | 'update',
): RolloutMember {
  const isNew = member.failed || effect === 'replace';
  const upToDate = member.upToDate || redefined;
  return { ...member, upToDate, failed: false, order: isNew ? newest + 1 : member.order };
}

function newMember(order: number): RolloutMember {
  return { name: `+${order}`, fresh: true, failed: false, upToDate: true, order };
}
