/** The names in Heat that a group's scaling brings: none reserved, none twice. */
import type { GroupSpec } from '../../model/spec.ts';
import { isReserved, stepName, TARGET, zoneNames } from '../heat/group/resource-names.ts';
import type { Complaint } from './complaint.ts';
import { quote } from './quote.ts';

/** Every name in Heat that the policies bring, with those of their steps, the target and the zones. */
export function nameComplaints({ scaling, zones }: GroupSpec): readonly Complaint[] {
  const taken = new Map<string, string>();
  const places = (zones.length > 0 ? zones : [null]).map(zoneNames);
  const claim = (own: readonly string[], whose: string, pointer: string): readonly Complaint[] => {
    const all = own.flatMap((name) => places.map((place) => place.policy(name)));
    const clash = all.find((name) => (taken.get(name) ?? whose) !== whose);
    for (const name of all) taken.set(name, taken.get(name) ?? whose);
    if (clash === undefined) return [];
    const message = `${whose} needs the name ${quote(clash)} in the stack, which ${taken.get(clash)} has already; rename one of them`;
    return [{ pointer, message }];
  };
  const target = scaling.target ? claim([TARGET.out, TARGET.in], 'the target', '/spec/scaling/target') : [];
  return [
    ...target,
    ...scaling.policies.flatMap(({ name, steps }, index) => {
      const pointer = `/spec/scaling/policies/${index}/name`;
      if (isReserved(name)) {
        const message = `the scaling policy can't be called ${quote(name)}, because the stack gives that name to something else (group…, …-alarm, load_balancer and the like); choose another`;
        return [{ pointer, message }];
      }
      const ranks = steps.map((_, rank) => stepName(name, rank + 1));
      return claim([name, ...ranks], `the scaling policy ${quote(name)}`, pointer);
    }),
  ];
}
