/** Reckons what a stack's servers take of the project's quota, from the flavors that the cloud has. */
import type { Flavor } from '../../model/facts.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Amount, Capacity, GroupPlan } from '../../model/plan.ts';
import { describeGroups } from '../heat/describe-groups.ts';
import { memberServers } from '../heat/member-servers.ts';
import { only } from './check-references.ts';
import type { Pair } from './plan.ts';

/** null when nothing at all is known. */
export function capacityOf(
  { desired, observed }: Pick<Pair, 'desired' | 'observed'>,
  { scalingGroups }: Pick<GroupPlan, 'scalingGroups'>,
  flavors: readonly Flavor[],
): Capacity | null {
  const before = observed.presence === 'present' ? unitsOf(liveSide(observed), flavors) : NONE;
  const after = desired.presence === 'present' ? unitsOf(desired, flavors) : NONE;
  const total = (units: Units, size: (group: GroupPlan['scalingGroups'][number]) => number | null) =>
    sum(scalingGroups.map((group) => times(units.get(group.address) ?? null, size(group))));
  const capacity: Capacity = {
    now: total(before, ({ size }) => size.current),
    after: total(after, ({ size }) => size.after),
    mostBefore: total(before, ({ size }) => largestBefore(size)),
    most: total(after, ({ size }) => (isGone(size) ? 0 : size.max)),
  };
  return Object.values(capacity).every((one) => one === null) ? null : capacity;
}

/** What one member of each group takes, by the group's address; null = not known. */
type Units = ReadonlyMap<string, Amount | null>;

const NONE: Units = new Map();
const NOTHING: Amount = { vcpus: 0, ramMiB: 0 };

interface Side {
  readonly groups: readonly { readonly address: string; readonly member: JsonObject }[];
  readonly files: Readonly<Record<string, string>>;
}

function liveSide(observed: Extract<Pair['observed'], { presence: 'present' }>): Side {
  return { groups: describeGroups({ ...observed, initial: [] }), files: observed.files };
}

function unitsOf({ groups, files }: Side, flavors: readonly Flavor[]): Units {
  return new Map(groups.map(({ address, member }) => [address, unitOf(member, files, flavors)]));
}

function unitOf(member: JsonObject, files: Side['files'], flavors: readonly Flavor[]): Amount | null {
  const servers = memberServers(member, files);
  if (servers.length === 0) return null;
  return sum(
    servers.map(({ properties }) => {
      const named = properties['flavor'] ?? properties['InstanceType'];
      return typeof named === 'string' ? only(flavors, named) : null;
    }),
  );
}

function largestBefore({ before, current }: GroupPlan['size']): number | null {
  if (before !== null) return before.max;
  return current === 0 ? 0 : null;
}

/** A group that the next template does not hold. */
function isGone({ min, max, after }: GroupPlan['size']): boolean {
  return min === null && max === null && after === 0;
}

/** No servers take nothing, whatever their flavor. */
function times(unit: Amount | null, number: number | null): Amount | null {
  if (number === 0) return NOTHING;
  if (unit === null || number === null) return null;
  return { vcpus: unit.vcpus * number, ramMiB: unit.ramMiB * number };
}

function sum(amounts: readonly (Amount | null)[]): Amount | null {
  return amounts.reduce<Amount | null>(
    (total, one) =>
      total === null || one === null
        ? null
        : { vcpus: total.vcpus + one.vcpus, ramMiB: total.ramMiB + one.ramMiB },
    NOTHING,
  );
}
