/** Says what happens to each server of one group: who stays, comes, changes and goes, and in which batches. */
import type { DesiredGroup } from '../../model/desired.ts';
import type { ObservedGroup, ObservedMember } from '../../model/observed.ts';
import type { Batch, Fate, MemberPlan, ScalingGroupPlan, SizePlan } from '../../model/plan.ts';
import type { GoingBack } from './going-back.ts';
import type { Effect } from './replacement.ts';
import { type Rollout, type RolloutBatch, type RolloutMember, resize, rollOut } from './rollout.ts';

export interface MemberChange {
  /** What happens to a running member; null = the definition is the same. */
  readonly effect: Effect | null;
  /** Heat walks the members in batches; false when it only resizes. */
  readonly rolls: boolean;
  /** Members that already have the desired definition (known after a failed update); null = none has. */
  readonly upToDate: ReadonlySet<string> | null;
  /** Shrink in a step of its own before the members are redefined. */
  readonly shrinkFirst: boolean;
  /** The size that a desired capacity holds for this update; null = Heat counts for itself. */
  readonly hold: number | null;
  /** Heat comes by at all: it visits the group at every update, and resizes it even when nothing changed. */
  readonly visited: boolean;
}

/** A desired group beside the live one, with what the update does to its members. */
export interface WalkedGroup {
  readonly plan: ScalingGroupPlan;
  readonly desired: DesiredGroup | null;
  readonly observed: ObservedGroup | null;
  readonly change: MemberChange;
  readonly goingBack: GoingBack;
}

export interface GroupBounds {
  readonly min: number | null;
  readonly max: number | null;
}

export function planMembers(
  group: DesiredGroup,
  observed: ObservedGroup,
  change: MemberChange,
  before: GroupBounds | null,
): ScalingGroupPlan {
  const members = observed.members.map((member, order) => rolloutMember(member, order, change));
  const shrunk = change.shrinkFirst ? resize(members, clamp(members.length, group)) : null;
  const rolling = shrunk?.members ?? members;
  const rollout = roll(rolling, group, change);
  const want = change.hold ?? rollout.members.filter(({ failed }) => !failed).length;
  const final = change.visited ? resize(rollout.members, clamp(want, group)) : untouched(members);
  const steps = [...(shrunk ? [shrunk] : []), ...rollout.batches, final];
  const view = { observed, effect: change.effect };
  return {
    address: group.address,
    size: {
      min: group.min,
      max: group.max,
      current: observed.members.length,
      after: group.min === null || group.max === null ? null : final.size,
      before: before && { min: before.min, max: before.max },
    },
    members: fates(steps, view),
    batches: rollout.batches.flatMap((batch, index) =>
      describeBatch(batch, sizeBefore(index, rollout, rolling), view),
    ),
  };
}

/** A group that does not exist yet. */
export function planNewGroup(group: DesiredGroup): ScalingGroupPlan {
  const size: SizePlan = { min: group.min, max: group.max, current: 0, after: group.initial, before: null };
  const members = Array.from({ length: group.initial ?? 0 }, newServer);
  return { address: group.address, size, members, batches: [] };
}

/** A group that goes, with all that is in it. */
export function planGoneGroup(observed: ObservedGroup, before: GroupBounds | null): ScalingGroupPlan {
  return {
    address: observed.address,
    size: {
      min: null,
      max: null,
      current: observed.members.length,
      after: 0,
      before: before && { min: before.min, max: before.max },
    },
    members: observed.members.map((member) => planned(member, { fate: 'delete', how: 'the group goes' })),
    batches: [],
  };
}

export function clamp(size: number, { min, max }: GroupBounds): number {
  return Math.max(min ?? 0, Math.min(size, max ?? size));
}

/** Heat does not come by: even failed members stay as they are. */
function untouched(members: readonly RolloutMember[]): RolloutBatch {
  return { changed: [], created: 0, removed: [], size: members.length };
}

interface MemberView {
  readonly observed: ObservedGroup;
  readonly effect: Effect | null;
}

function rolloutMember(member: ObservedMember, order: number, change: MemberChange): RolloutMember {
  return {
    name: member.name,
    fresh: false,
    failed: member.state.status === 'FAILED',
    upToDate: change.effect === null || (change.upToDate?.has(member.name) ?? false),
    order,
  };
}

function roll(members: readonly RolloutMember[], group: DesiredGroup, change: MemberChange): Rollout {
  if (!change.rolls) return { batches: [], members };
  // heat/engine/resources/openstack/heat/instance_group.py _replace: desired capacity, else all, the failed ones too
  const target = Math.min(change.hold ?? members.length, members.length);
  const { effect } = change;
  // a replaced member is young again; one whose server is exchanged inside is not
  const order = effect?.kind === 'replace' && !effect.inside ? 'replace' : 'update';
  return rollOut(members, { target, ...group.rolling, effect: order });
}

/** One fate for each member: what the whole walk does to it. */
function fates(steps: readonly RolloutBatch[], view: MemberView): readonly MemberPlan[] {
  const changed = new Set(steps.flatMap((step) => step.changed.map(({ name }) => name)));
  const removed = steps.flatMap((step) => step.removed);
  const created =
    steps.reduce((sum, step) => sum + step.created, 0) - removed.filter(({ fresh }) => fresh).length;
  const going = removed.filter(({ fresh }) => !fresh);
  // a surge makes new members and lets old ones go: for people, that is a replacement under another name
  const exchanged = new Set(
    (view.effect ? going.slice(-Math.min(created, going.length)) : []).map(({ name }) => name),
  );
  if (created === 0) exchanged.clear();
  const gone = new Set(going.map(({ name }) => name).filter((name) => !exchanged.has(name)));
  const existing = view.observed.members.map((member): MemberPlan => {
    const failed = member.state.status === 'FAILED';
    const be = (fate: Fate, how: string): MemberPlan => planned(member, { fate, how });
    if (gone.has(member.name)) return be('delete', failed ? 'failed' : 'oldest of the group');
    if (exchanged.has(member.name)) return be('replace', view.effect?.how ?? '');
    if (!changed.has(member.name)) return be('keep', '');
    return failed ? be('replace', 'failed, made anew') : planned(member, fateOf(view.effect));
  });
  return [...existing, ...Array.from({ length: created - exchanged.size }, newServer)];
}

function fateOf(effect: Effect | null): Pick<MemberPlan, 'fate' | 'how'> {
  switch (effect?.kind) {
    case 'replace':
      return { fate: 'replace', how: effect.how };
    case 'update':
      return { fate: 'update', how: effect.how };
    case 'beside':
      return { fate: 'keep', how: effect.how };
    default:
      return { fate: 'keep', how: '' };
  }
}

function newServer(): MemberPlan {
  return { member: null, server: null, fate: 'create', how: 'new' };
}

/** Every field by its name: an object made of others takes several times the memory, and there is one for each server. */
function planned(member: ObservedMember, { fate, how }: Pick<MemberPlan, 'fate' | 'how'>): MemberPlan {
  const [server] = member.servers;
  return {
    member: member.name,
    server: server ? { id: server.id, name: server.name || server.id } : null,
    fate,
    how,
  };
}

function sizeBefore(index: number, rollout: Rollout, members: readonly RolloutMember[]): number {
  return rollout.batches[index - 1]?.size ?? members.length;
}

function describeBatch(batch: RolloutBatch, before: number, view: MemberView): readonly Batch[] {
  if (batch.changed.length + batch.created + batch.removed.length === 0) return [];
  const failed = batch.changed.filter((member) => member.failed).length;
  const replaced = view.effect?.kind === 'replace' ? batch.changed.length : failed;
  const absent = view.effect?.interrupts ? batch.changed.length - failed : 0;
  return [
    {
      servers: [...batch.changed, ...batch.removed].map(({ name }) => serverName(name, view.observed)),
      // inside a batch Heat makes the new server before it deletes the old one, but off its networks (measured)
      running: Math.max(before, batch.size) + replaced,
      inService: Math.min(before, batch.size) - absent - failed,
    },
  ];
}

function serverName(name: string, observed: ObservedGroup): string {
  const member = observed.members.find((one) => one.name === name);
  return member ? member.servers[0]?.name || member.servers[0]?.id || name : '(new)';
}
