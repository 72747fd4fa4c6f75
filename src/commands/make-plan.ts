/** Plans the specs against a cloud: what plan and apply share. */
import { claimOf } from '../core/capacity/claim.ts';
import { headRoom } from '../core/capacity/head-room.ts';
import { hostFindings, hostQuestions } from '../core/capacity/host-room.ts';
import { quotaFindings } from '../core/capacity/quota-findings.ts';
import { priceListOn } from '../core/cost/price-list.ts';
import { withCosts } from '../core/cost/with-costs.ts';
import { type Guard, type Guarded, guardPlan } from '../core/guard/guard-plan.ts';
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
import { observe, observeUntouched } from './observe.ts';
import { readPrices } from './read-prices.ts';

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
  // whoever writes has read the whole
  const read = guard.moment === 'plan' ? observeUntouched : observe;
  const observed = await read(cloud, desired, 'unfinished');
  const ignoring = { rules: guard.rules.settings.ignore, now };
  const pairs = await leaveAlone(cloud, observed, ignoring);
  const plan = makePlan(pairs, []);
  const changes = plan.groups.map(({ action }) => action !== 'no-op');
  const held = await holdAgainstCloud(cloud, pairs, plan, changes);
  const { flavors } = held;
  const list = priceListOn(guard.rules.prices, now);
  const source = guard.rules.settings.cloudKitty;
  const prices = await readPrices(cloud, { list, source, pairs, flavors });
  const priced = withCosts(held.plan, { specs, pairs, flavors }, prices);
  return {
    plan: guardPlan(priced, { specs, pairs, now, judge: await judgeFor(guard) }, guard),
    pairs,
    problems: [...problems, ...unmet.filter((_, index) => changes[index]).flat(), ...held.problems],
  };
}

/** The language of guardrails is loaded where there are any. */
async function judgeFor({ rules }: Guard): Promise<Guarded['judge']> {
  if (rules.guardrails.length === 0) return () => [];
  return (await import('../core/guard/guardrail-findings.ts')).guardrailFindings;
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
  const hostRoom = await cloud.hostRoom(
    hostQuestions(
      pairs.filter((_, index) => changes[index]),
      catalogue.flavor,
    ),
  );
  const networks = networksInQuestion(changing, catalogue);
  const inUse = Object.fromEntries(
    await Promise.all(networks.map(async (id) => [id, await cloud.addressesInUse(id)] as const)),
  );
  const rooms = pairs.map((pair, index) =>
    changes[index] ? checkRoom(pair, catalogue, inUse) : { problems: [], findings: [] },
  );
  const claims = pairs.map((pair, index) => claimOf(pair, plan.groups[index] ?? UNCHANGED, catalogue.flavor));
  const groups = plan.groups.map((group, index): GroupPlan => {
    const [pair, claim] = [pairs[index], claims[index]];
    if (!changes[index] || !pair || !claim) return group;
    return {
      ...group,
      findings: [
        ...group.findings,
        ...(rooms[index]?.findings ?? []),
        ...quotaFindings({ group, claim, at: placeOf(pair) }, claims, quotas),
        ...hostFindings({ group, pair, at: placeOf(pair) }, hostRoom, catalogue.flavor),
      ],
      capacity: capacityOf(pair, group, catalogue.flavor),
    };
  });
  const crowded = rooms.flatMap((room) => room.problems);
  return {
    plan: { ...plan, groups, headRoom: headRoom(claims, quotas), hostRoom },
    problems: [...checkReferences(changing, catalogue), ...crowded],
    flavors: catalogue.flavor,
  };
}

const UNCHANGED = { changes: [] };

/** Where a spec writes the most, if it says how many addresses that takes. */
function placeOf({ desired }: Pair): Position {
  const [demand] = desired.presence === 'present' ? desired.addresses : [];
  return demand?.at ?? desired.source;
}
