/** What parts cost by the hour: what has no price is left out of the sum, and named. */
import { type Amount, MONTH_HOURS, type PriceList } from '../../model/cost.ts';
import type { Flavor } from '../../model/facts.ts';
import { own } from '../../model/json.ts';
import type { Part } from '../capacity/parts.ts';
import { only } from '../plan/check-references.ts';

export interface Priced {
  readonly amount: Amount;
  /** In words. */
  readonly unknown: readonly string[];
}

export const FREE: Amount = { atLeast: 0, exact: true };
const UNKNOWN: Amount = { atLeast: 0, exact: false };

/** `flavors`: those of the cloud, so that a price may name a flavor by its id or its name, as a template may. */
export function priceOf(parts: readonly Part[], prices: PriceList, flavors: readonly Flavor[]): Priced {
  const priced = parts.map((part) => priceOfPart(part, prices, flavors));
  const silence = prices.silence === null ? '' : ` (${prices.silence})`;
  const unknown = priced.flatMap((one) => one.unknown.map((what) => `${what}${silence}`));
  return { amount: add(priced.map(({ amount }) => amount)), unknown: [...new Set(unknown)].sort() };
}

function priceOfPart(part: Part, prices: PriceList, flavors: readonly Flavor[]): Priced {
  switch (part.kind) {
    case 'server':
      return part.flavor === null
        ? unpriced('a server whose flavor only Heat can tell')
        : priced(flavorPrice(part.flavor, prices, flavors), `flavor ${part.flavor}`);
    case 'volume':
      return part.sizeGiB === null
        ? unpriced('a volume whose size only Heat can tell')
        : priced(
            prices.volumeGiBMonth === null ? null : (prices.volumeGiBMonth * part.sizeGiB) / MONTH_HOURS,
            'volumes',
          );
    case 'floatingIp':
      return priced(prices.floatingIp, 'floating IPs');
    case 'loadBalancer':
      return priced(prices.loadBalancer, 'load balancers');
    case 'port':
    case 'poolMember':
      return { amount: FREE, unknown: [] };
    case 'opaque':
      return unpriced(part.type === '' ? 'members that only Heat can tell' : `what ${part.type} holds`);
  }
}

export function flavorPrice(
  flavor: string,
  { flavors: prices }: Pick<PriceList, 'flavors'>,
  flavors: readonly Flavor[],
): number | null {
  const found = only(flavors, flavor);
  const names = found === null ? [flavor] : [flavor, found.name, found.id];
  return names.map((name) => own(prices, name)).find((price) => price !== undefined) ?? null;
}

function priced(price: number | null, what: string): Priced {
  return price === null ? unpriced(what) : { amount: { atLeast: price, exact: true }, unknown: [] };
}

function unpriced(what: string): Priced {
  return { amount: UNKNOWN, unknown: [what] };
}

export function add(amounts: readonly Amount[]): Amount {
  return amounts.reduce(
    (total, one) => ({ atLeast: total.atLeast + one.atLeast, exact: total.exact && one.exact }),
    FREE,
  );
}

/** None of it costs nothing, whatever it is; `number` null = only Heat can tell. */
export function multiply({ atLeast, exact }: Amount, number: number | null): Amount {
  if (number === 0) return FREE;
  return number === null ? UNKNOWN : { atLeast: atLeast * number, exact };
}
