/** The names in Heat that a group's scaling brings: none reserved, none twice. */
import type { GroupSpec } from '../../model/spec.ts';
import { isReserved, stepName, TARGET, type ZoneNames, zoneNames } from '../heat/group/resource-names.ts';
import type { Complaint } from './complaint.ts';
import { quote } from './quote.ts';

/** Every name in Heat that the group, its policies, their steps and alarms, and the target bring in each zone. */
export function nameComplaints(spec: GroupSpec): readonly Complaint[] {
  const { scaling, zones } = spec;
  const places = (zones.length > 0 ? zones : [null]).map((zone): Place => ({ zone, names: zoneNames(zone) }));
  const taken = new Map<string, string>(
    places.map((place) => [place.names.group, `the group${within(place, places)}`]),
  );
  const claim = ({ names, alarmed, whose, pointer, right }: Claimant): readonly Complaint[] => {
    const wanted = places.flatMap((place) =>
      claims(names, alarmed, place, `${whose}${within(place, places)}`),
    );
    for (const { name, owner } of wanted) {
      const other = taken.get(name) ?? owner;
      taken.set(name, other);
      if (other === owner) continue;
      const message = `${owner} needs the name ${quote(name)} in the stack, which ${other} has already; ${right}`;
      return [{ pointer, message }];
    }
    return [];
  };
  return [
    ...(scaling.target ? claim(THE_TARGET) : []),
    ...scaling.policies.flatMap(({ name, steps, alarm }, index) => {
      const pointer = `/spec/scaling/policies/${index}/name`;
      if (isReserved(name)) {
        const message = `the scaling policy can't be called ${quote(name)}, because the stack gives that name to something else (group…, …-alarm, load_balancer and the like); choose another`;
        return [{ pointer, message }];
      }
      const names = [name, ...steps.map((_, rank) => stepName(name, rank + 1))];
      const whose = `the scaling policy ${quote(name)}`;
      return claim({ names, alarmed: alarm !== null, whose, pointer, right: 'rename one of them' });
    }),
  ];
}

interface Place {
  readonly zone: string | null;
  readonly names: ZoneNames;
}

interface Claimant {
  readonly names: readonly string[];
  readonly alarmed: boolean;
  readonly whose: string;
  readonly pointer: string;
  /** What would be right. */
  readonly right: string;
}

/** Its names are fixed, and it comes first: it can only be in its own way, by the zones. */
const THE_TARGET: Claimant = {
  names: [TARGET.out, TARGET.in],
  alarmed: true,
  whose: 'the target',
  pointer: '/spec/scaling/target',
  right: 'leave one of the zones out, or write scaling policies instead of the target',
};

function claims(names: readonly string[], alarmed: boolean, { names: place }: Place, owner: string) {
  return names.flatMap((name) => [
    { name: place.policy(name), owner },
    ...(alarmed ? [{ name: place.alarm(name), owner: `the alarm of ${owner}` }] : []),
  ]);
}

function within({ zone }: Place, places: readonly Place[]): string {
  return places.length === 1 || zone === null ? '' : ` in the zone ${quote(zone)}`;
}
