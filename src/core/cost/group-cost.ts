/** What a stack costs: at its smallest, now and at its largest, as it is and as it is to be. */
import type { CostAt, GroupCost, PriceList } from '../../model/cost.ts';
import type { Flavor } from '../../model/facts.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import { boundsOf } from '../capacity/bounds.ts';
import type { Part } from '../capacity/parts.ts';
import { stackParts } from '../capacity/stack-parts.ts';
import { describeGroups } from '../heat/describe-groups.ts';
import type { Pair } from '../plan/plan.ts';
import { add, FREE, multiply, type Priced, priceOf } from './price-of.ts';

interface Side {
  readonly at: CostAt;
  readonly unknown: readonly string[];
}

const NOTHING: Side = { at: { min: FREE, now: FREE, max: FREE }, unknown: [] };

export function groupCost(
  { desired, observed }: Pair,
  group: Pick<GroupPlan, 'scalingGroups'>,
  { prices, flavors }: { readonly prices: PriceList; readonly flavors: readonly Flavor[] },
): GroupCost {
  const price = (parts: readonly Part[]) => priceOf(parts, prices, flavors);
  const before = observed.presence === 'present' ? liveSide(observed, price) : NOTHING;
  const after = desired.presence === 'present' ? desiredSide(desired, group, price) : NOTHING;
  const tags =
    desired.presence === 'present' ? desired.tags : observed.presence === 'present' ? observed.tags : [];
  return {
    currency: prices.currency,
    before: before.at,
    after: after.at,
    unknown: [...new Set([...before.unknown, ...after.unknown])].sort(),
    team: tags.find((tag) => tag.startsWith(TEAM))?.slice(TEAM.length) ?? null,
  };
}

/** The label that costs are added up by. */
const TEAM = 'team=';

type Price = (parts: readonly Part[]) => Priced;

/** Servers as Nova has them, everything else as the live template says. */
function liveSide(observed: PresentStack, price: Price): Side {
  const groups = describeGroups({ ...observed, initial: [] });
  const { each, beside } = stackParts(observed, groups);
  const running = observed.groups.flatMap(({ address, members }): readonly Part[] => {
    const others = (each.get(address) ?? []).filter(({ kind }) => kind !== 'server');
    const servers = members.flatMap((member) => member.servers).filter(({ status }) => status !== 'MISSING');
    return [
      ...members.flatMap(() => others),
      ...servers.map(
        ({ flavor }): Part => ({ kind: 'server', flavor, inServerGroup: false, onVolume: false }),
      ),
    ];
  });
  const sized = groups.map(({ address, min, max }) => ({ parts: each.get(address) ?? [], min, max }));
  const side = bounded(beside, sized, price);
  const now = price([...beside, ...running]);
  return { at: { ...side.at, now: now.amount }, unknown: [...side.unknown, ...now.unknown] };
}

function desiredSide(
  desired: Extract<Pair['desired'], { presence: 'present' }>,
  { scalingGroups }: Pick<GroupPlan, 'scalingGroups'>,
  price: Price,
): Side {
  const { each, beside } = stackParts(desired, desired.groups);
  const sized = desired.groups.map((group) => ({
    parts: each.get(group.address) ?? [],
    ...boundsOf(desired, group),
    after: scalingGroups.find(({ address }) => address === group.address)?.size.after ?? null,
  }));
  const side = bounded(beside, sized, price);
  const now = add([
    price(beside).amount,
    ...sized.map(({ parts, after }) => multiply(price(parts).amount, after)),
  ]);
  return { ...side, at: { ...side.at, now } };
}

interface Sized {
  readonly parts: readonly Part[];
  readonly min: number | null;
  readonly max: number | null;
}

function bounded(beside: readonly Part[], sized: readonly Sized[], price: Price): Side {
  const fixed = price(beside);
  const each = sized.map(({ parts, min, max }) => ({ ...price(parts), min, max }));
  const total = (size: (one: (typeof each)[number]) => number | null) =>
    add([fixed.amount, ...each.map((one) => multiply(one.amount, size(one)))]);
  const min = total((one) => one.min);
  return {
    at: { min, now: min, max: total((one) => one.max) },
    unknown: [...fixed.unknown, ...each.flatMap(({ unknown }) => unknown)],
  };
}
