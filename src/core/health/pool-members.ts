/** Finds the places in Octavia's pools that Heat made for each member of a group. */
import type { LiveStack, ObservedGroup } from '../../model/observed.ts';

/** Ids by member name. */
export function poolMemberIds(
  { resources }: Pick<LiveStack, 'resources'>,
  { address, members }: ObservedGroup,
): Readonly<Record<string, readonly string[]>> {
  const places = resources.filter(
    ({ type, physicalId }) => type === 'OS::Octavia::PoolMember' && physicalId !== '',
  );
  return Object.fromEntries(
    members.map(({ name }) => {
      const below = `${address}/${name}/`;
      return [
        name,
        places.filter((one) => one.address.startsWith(below)).map(({ physicalId }) => physicalId),
      ];
    }),
  );
}
