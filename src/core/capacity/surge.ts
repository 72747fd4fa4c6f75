/** What a change takes for a while beside what is there afterwards: servers exchanged, and what goes only once the rest is made. */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import type { Flavor } from '../../model/facts.ts';
import type { ObservedStack, PresentStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import type { Take } from '../../model/quota.ts';
import { liveMembers } from './live-members.ts';
import type { StackParts } from './stack-parts.ts';
import { sum, takeBy, takeOf } from './take.ts';

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

/** What failed members take more than the new ones: whom its batch has not come to, Heat makes anew by the old definition. */
export function failedAsBefore(
  observed: PresentStack,
  { before, after }: { readonly before: StackParts; readonly after: StackParts },
  flavors: readonly Flavor[],
): Take {
  const each = ({ each: parts }: StackParts, address: string) => takeOf(parts.get(address) ?? [], flavors);
  const takes = observed.groups.flatMap((group) => {
    const [old, next] = [each(before, group.address), each(after, group.address)];
    const failed = group.members.filter(({ state }) => state.status === 'FAILED');
    return failed.flatMap((member) => {
      const live = liveMembers([{ ...group, members: [member] }], before, flavors);
      return [
        more(old, next),
        more(
          live,
          takeBy((name) => largest(old[name], next[name])),
        ),
      ];
    });
  });
  return sum(takes);
}

function more(one: Take, than: Take): Take {
  return takeBy((name) => {
    const [a, b] = [one[name], than[name]];
    return a === null || b === null ? null : Math.max(0, a - b);
  });
}

function largest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}

/** Groups and resources that go, or make room for a successor: Heat removes them last (heat/engine/check_resource.py). */
export function leaving(
  observed: PresentStack,
  parts: StackParts,
  { desired, changes, flavors }: Leaving,
): Take {
  const goes = new Set(
    changes
      .filter(({ action }) => action === 'replace' || action === 'delete')
      .map(({ address }) => address.replace(/^resources\./i, '')),
  );
  const kept = new Set(desired.groups.map(({ address }) => address));
  const groups = observed.groups.filter(({ address }) => goes.has(address) || !kept.has(address));
  const beside = [...parts.besideBy].flatMap(([name, held]) => (goes.has(name) ? held : []));
  return sum([liveMembers(groups, parts, flavors), takeOf(beside, flavors)]);
}

interface Leaving extends Pick<GroupPlan, 'changes'> {
  readonly desired: DesiredStack;
  readonly flavors: readonly Flavor[];
}

/** What stays and is above the largest size goes only while the change is made. */
export function excess(now: Take, left: Take, most: Take): Take {
  return more(now, sum([left, most]));
}
