/** Fills the gaps of a price list with what the cloud's rating service asks for: the list of the repository wins. */
import {
  MONTH_HOURS,
  type PriceList,
  RATED_THINGS,
  type RatingQuestion,
  type RatingSource,
  type Ratings,
} from '../../model/cost.ts';
import type { Flavor } from '../../model/facts.ts';
import type { Problem } from '../../model/problem.ts';
import type { Part } from '../capacity/parts.ts';
import { stackParts } from '../capacity/stack-parts.ts';
import { describeGroups } from '../heat/describe-groups.ts';
import { only } from '../plan/check-references.ts';
import type { Pair } from '../plan/plan.ts';
import { quote } from '../spec/quote.ts';
import { flavorPrice } from './price-of.ts';

/** What the stacks hold and the list has no price for. */
export function missingPrices(
  pairs: readonly Pair[],
  flavors: readonly Flavor[],
  list: PriceList | null,
): RatingQuestion {
  const parts = pairs.flatMap(partsOfPair);
  const named = parts.flatMap((part) => (part.kind === 'server' ? (part.flavor ?? []) : []));
  const found = named.flatMap((name) => only(flavors, name) ?? []);
  const priced = (id: string) => list !== null && flavorPrice(id, list, flavors) !== null;
  const held = {
    floatingIp: parts.some(({ kind }) => kind === 'floatingIp') && (list?.floatingIp ?? null) === null,
    loadBalancer: parts.some(({ kind }) => kind === 'loadBalancer') && (list?.loadBalancer ?? null) === null,
    volumeGiB: parts.some(({ kind }) => kind === 'volume') && (list?.volumeGiBMonth ?? null) === null,
  };
  return {
    flavors: [...new Set(found)].filter(({ id }) => !priced(id)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    things: RATED_THINGS.filter((thing) => held[thing]),
  };
}

function partsOfPair({ desired, observed }: Pair): readonly Part[] {
  const after = desired.presence === 'present' ? [stackParts(desired, desired.groups)] : [];
  if (observed.presence === 'absent') return after.flatMap(all);
  const before = stackParts(observed, describeGroups({ ...observed, initial: [] }));
  const servers = observed.groups.flatMap(({ members }) => members.flatMap((member) => member.servers));
  const running = servers.map(
    ({ flavor }): Part => ({ kind: 'server', flavor, inServerGroup: false, onVolume: false }),
  );
  return [...[...after, before].flatMap(all), ...running];
}

function all({ each, beside }: ReturnType<typeof stackParts>): readonly Part[] {
  return [...beside, ...[...each.values()].flat()];
}

export function isNothing({ flavors, things }: RatingQuestion): boolean {
  return flavors.length + things.length === 0;
}

/** `list` null = the repository has none that counts. */
export function withRatings(list: PriceList | null, source: RatingSource, ratings: Ratings): PriceList {
  const own = list ?? { ...EMPTY, currency: source.currency, source: source.source };
  if (ratings.kind === 'unknown') return { ...own, silence: ratings.why };
  const hourly = (price: number | null) => (price === null ? null : (price * 3600) / source.periodSeconds);
  const rated = Object.entries(ratings.flavors).flatMap(([id, price]) => {
    const each = hourly(price);
    return each === null ? [] : [[id, each] as const];
  });
  const { floatingIp, loadBalancer, volumeGiB } = ratings.things;
  const gibHour = hourly(volumeGiB);
  return {
    ...own,
    flavors: { ...Object.fromEntries(rated), ...own.flavors },
    floatingIp: own.floatingIp ?? hourly(floatingIp),
    loadBalancer: own.loadBalancer ?? hourly(loadBalancer),
    volumeGiBMonth: own.volumeGiBMonth ?? (gibHour === null ? null : gibHour * MONTH_HOURS),
    silence: 'CloudKitty has no price for it either',
  };
}

const EMPTY = {
  validFrom: '',
  flavors: {},
  floatingIp: null,
  loadBalancer: null,
  volumeGiBMonth: null,
  silence: null,
};

/** Amounts of two currencies can't be added. */
export function currencyProblems(
  source: RatingSource | null,
  lists: readonly PriceList[],
): readonly Problem[] {
  if (source === null) return [];
  return lists
    .filter(({ currency }) => currency !== source.currency)
    .map((list) => {
      const where = `${list.source.file}:${list.source.line}`;
      const message = `spec.cloudKitty.currency is ${quote(source.currency)}, and the price list in ${where} is in ${quote(list.currency)}; both must be in one currency, or leave one of them out`;
      return { ...source.source, message };
    });
}
