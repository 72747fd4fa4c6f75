/** What a change takes for a while beside what is there afterwards: servers exchanged, and what goes only once the rest is made. */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import type { Flavor } from '../../model/facts.ts';
import type { ObservedGroup, ObservedMember, ObservedStack, PresentStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import type { Take } from '../../model/quota.ts';
import { boundsOf } from './bounds.ts';
import { liveMembers } from './live-members.ts';
import type { StackParts } from './stack-parts.ts';
import { sum, takeBy, takeOf, times } from './take.ts';

/**
 * Of a batch each is there twice: its successor is built first, or Heat adds extra members (heat/scaling/rolling_update.py
 * next_batch), and with the batch every failed member is made anew (heat/engine/resource.py needs_replace_failed). Members of a
 * nested stack, of Amazon's group without an update policy, or of a mapped type change all at once. Healing and a rollout
 * stand back from each other.
 */
export function exchangedAtOnce(
  { environment }: DesiredStack,
  group: DesiredGroup,
  { max, observed }: { readonly max: number | null; readonly observed: ObservedStack },
): number | null {
  const { address, type, rolling, member, healing } = group;
  const { members, failed } = liveSize(observed, address);
  const size = max === null ? null : Math.max(max, members);
  const mapped = Object.hasOwn(environment.resource_registry, String(member['type'] ?? ''));
  const allAtOnce = mapped || address.includes('/') || type.startsWith('AWS::');
  return size === null || allAtOnce ? size : Math.min(Math.max(rolling.maxBatch + failed, healing), size);
}

function liveSize(
  observed: ObservedStack,
  at: string,
): { readonly members: number; readonly failed: number } {
  const found =
    observed.presence === 'present' ? observed.groups.find(({ address }) => address === at) : undefined;
  const members = found?.members ?? [];
  return {
    members: members.length,
    failed: members.filter(({ state }) => state.status === 'FAILED').length,
  };
}

/** A stack as it is, and as it is to be. */
export interface BothSides extends Pick<GroupPlan, 'changes'> {
  readonly observed: PresentStack;
  readonly desired: DesiredStack;
  readonly before: StackParts;
  readonly after: StackParts;
  readonly flavors: readonly Flavor[];
}

/** What failed members take more than the new ones: whom its batch has not come to, Heat makes anew by the old definition. */
export function failedAsBefore(sides: BothSides): Take {
  const { before, after, flavors } = sides;
  const takes = keptGroups(sides).flatMap(({ group }) => {
    const [old, next] = [eachOf(before, group, flavors), eachOf(after, group, flavors)];
    const failed = group.members.filter(({ state }) => state.status === 'FAILED');
    return failed.map((member) => more(larger(old, memberTake(member, group, sides)), next));
  });
  return sum(takes);
}

/** What members are more than the new ones until their turn comes, and those above the largest size. */
export function lingering(sides: BothSides): Take {
  const { desired, before, after, flavors } = sides;
  const takes = keptGroups(sides).flatMap(({ group, wanted }) => {
    const next = eachOf(after, group, flavors);
    const { max } = boundsOf(desired, wanted);
    const above = max === null ? null : Math.max(0, group.members.length - max);
    const larger = group.members.map((member) => more(memberTake(member, group, sides), next));
    return [...larger, times(next, above)];
  });
  const goes = goingNames(sides);
  const stays = [...before.besideBy].flatMap(([name, held]) => (goes.has(name) ? [] : held));
  return sum([...takes, more(takeOf(stays, flavors), takeOf(after.beside, flavors))]);
}

/** Groups and resources that go, or make room for a successor: Heat removes them last (heat/engine/check_resource.py). */
export function leaving(sides: BothSides): Take {
  const { observed, before, flavors } = sides;
  const kept = new Set(keptGroups(sides).map(({ group }) => group));
  const goes = goingNames(sides);
  const beside = [...before.besideBy].flatMap(([name, held]) => (goes.has(name) ? held : []));
  const groups = observed.groups.filter((group) => !kept.has(group));
  return sum([liveMembers(groups, before, flavors), takeOf(beside, flavors)]);
}

function keptGroups(sides: BothSides) {
  const { observed, desired } = sides;
  const goes = goingNames(sides);
  return observed.groups.flatMap((group) => {
    const wanted = desired.groups.find(({ address }) => address === group.address);
    return wanted === undefined || goes.has(group.address) ? [] : [{ group, wanted }];
  });
}

function goingNames({ changes }: BothSides): ReadonlySet<string> {
  const going = changes.filter(({ action }) => action === 'replace' || action === 'delete');
  return new Set(going.map(({ address }) => address.replace(/^resources\./i, '')));
}

function eachOf({ each }: StackParts, { address }: ObservedGroup, flavors: readonly Flavor[]): Take {
  return takeOf(each.get(address) ?? [], flavors);
}

function memberTake(member: ObservedMember, group: ObservedGroup, { before, flavors }: BothSides): Take {
  return liveMembers([{ ...group, members: [member] }], before, flavors);
}

function more(one: Take, than: Take): Take {
  return takeBy((name) => {
    const [a, b] = [one[name], than[name]];
    return a === null || b === null ? null : Math.max(0, a - b);
  });
}

function larger(one: Take, other: Take): Take {
  return takeBy((name) => {
    const [a, b] = [one[name], other[name]];
    return a === null || b === null ? null : Math.max(a, b);
  });
}
