/** Plans the specs against a cloud: what plan and apply share. */
import { claimOf } from '../core/capacity/claim.ts';
import { headRoom } from '../core/capacity/head-room.ts';
import { quotaFindings } from '../core/capacity/quota-findings.ts';
import { priceListOn } from '../core/cost/price-list.ts';
import { withCosts } from '../core/cost/with-costs.ts';
import { type Guard, guardPlan } from '../core/guard/guard-plan.ts';
import { capacityOf } from '../core/plan/capacity.ts';
import { checkReferences, referencedTypes } from '../core/plan/check-references.ts';
import { checkRoom, networksInQuestion } from '../core/plan/check-room.ts';
import { type Ignoring, leaveIgnored } from '../core/plan/leave-ignored.ts';
import { makePlan, type Pair } from '../core/plan/plan.ts';
import type { Flavor } from '../model/facts.ts';
import type { GroupPlan, Plan } from '../model/plan.ts';
import type { Position, Problem } from '../model/problem.ts';
import type { Spec } from '../model/spec.ts';
import type { CloudReader } from '../ports/cloud.ts';
import { compileForBounds, compileSpecs } from './compile-specs.ts';
import { leaveAlone } from './leave-alone.ts';
import { observe } from './observe.ts';

export interface PlannedPairs {
  readonly plan: Plan;
  readonly pairs: readonly Pair[];
  /** What specs name or ask for, and this cloud does not have. */
  readonly problems: readonly Problem[];
}

export async function planAgainst(
  cloud: CloudReader,
  specs: readonly Spec[],
  now: Date,
  guard: Guard,
): Promise<PlannedPairs> {
  const { desired, problems, unmet } = await compileSpecs(cloud, specs, now);
  const observed = await observe(cloud, desired, 'unfinished');
  const ignoring = { rules: guard.rules.settings.ignore, now };
  const pairs = await leaveAlone(cloud, observed, ignoring);
  const plan = makePlan(pairs, []);
  const changes = plan.groups.map(({ action }) => action !== 'no-op');
  const held = await holdAgainstCloud(cloud, pairs, plan, changes);
  const priced = withCosts(
    held.plan,
    { specs, pairs, flavors: held.flavors },
    priceListOn(guard.rules.prices, now),
  );
  return {
    plan: guardPlan(priced, { specs, pairs, now }, guard),
    pairs,
    problems: [...problems, ...unmet.filter((_, index) => changes[index]).flat(), ...held.problems],
  };
}

/** What a scheduled run looks at: nothing is held against the cloud, because bounds name nothing in it. */
export async function pairsForBounds(
  cloud: CloudReader,
  specs: readonly Spec[],
  ignoring: Ignoring,
): Promise<readonly Pair[]> {
  const pairs = await observe(cloud, await compileForBounds(cloud, specs, ignoring.now), 'unfinished');
  return pairs.map((pair) => leaveIgnored(pair, ignoring));
}

/** Unchanged stacks were accepted once: only what changes is held against names, free addresses and quotas. */
async function holdAgainstCloud(
  cloud: CloudReader,
  pairs: readonly Pair[],
  plan: Plan,
  changes: readonly boolean[],
): Promise<Pick<PlannedPairs, 'plan' | 'problems'> & { readonly flavors: readonly Flavor[] }> {
  const changing = pairs.filter((_, index) => changes[index]).map(({ desired }) => desired);
  if (changing.every(({ presence }) => presence === 'absent')) return { plan, problems: [], flavors: [] };
  const [catalogue, quotas] = await Promise.all([
    cloud.catalogue([...new Set([...referencedTypes(changing), 'flavor' as const])].sort()),
    cloud.quotas(),
  ]);
  const networks = networksInQuestion(changing, catalogue);
  const inUse = Object.fromEntries(
    await Promise.all(networks.map(async (id) => [id, await cloud.addressesInUse(id)] as const)),
  );
  const rooms = pairs.map((pair, index) =>
    changes[index] ? checkRoom(pair, catalogue, inUse) : { problems: [], findings: [] },
  );
  const claims = pairs.map((pair) => claimOf(pair, catalogue.flavor));
  const groups = plan.groups.map((group, index): GroupPlan => {
    const [pair, claim] = [pairs[index], claims[index]];
    if (!changes[index] || !pair || !claim) return group;
    return {
      ...group,
      findings: [
        ...group.findings,
        ...(rooms[index]?.findings ?? []),
        ...quotaFindings({ group, claim, at: placeOf(pair) }, claims, quotas),
      ],
      capacity: capacityOf(pair, group, catalogue.flavor),
    };
  });
  const crowded = rooms.flatMap((room) => room.problems);
  return {
    plan: { ...plan, groups, headRoom: headRoom(claims, quotas) },
    problems: [...checkReferences(changing, catalogue), ...crowded],
    flavors: catalogue.flavor,
  };
}

/** Where a spec writes the most, if it says how many addresses that takes. */
function placeOf({ desired }: Pair): Position {
  const [demand] = desired.presence === 'present' ? desired.addresses : [];
  return demand?.at ?? desired.source;
}
