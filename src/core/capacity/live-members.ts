/** What the members of live groups take of the quotas: servers as Nova has them, everything else as the template says. */
import type { Flavor } from '../../model/facts.ts';
import type { ObservedGroup } from '../../model/observed.ts';
import type { Take } from '../../model/quota.ts';
import type { StackParts } from './stack-parts.ts';
import { serverTake, sum, takeOf, times } from './take.ts';

export function liveMembers(
  groups: readonly ObservedGroup[],
  parts: StackParts,
  flavors: readonly Flavor[],
): Take {
  const takes = groups.flatMap(({ address, members }) => {
    const others = (parts.each.get(address) ?? []).filter(({ kind }) => kind !== 'server');
    const servers = members.flatMap((member) => member.servers).filter(({ status }) => status !== 'MISSING');
    return [
      times(takeOf(others, flavors), members.length),
      ...servers.map(({ flavor }) => serverTake(flavor, flavors)),
    ];
  });
  return sum(takes);
}
