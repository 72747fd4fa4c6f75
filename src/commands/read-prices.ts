/** Chooses the prices that count: the repository's list, and for what it does not know, the cloud's rating service. */
import { isNothing, missingPrices, withRatings } from '../core/cost/rating.ts';
import type { Pair } from '../core/plan/plan.ts';
import type { PriceList, RatingSource } from '../model/cost.ts';
import type { Flavor } from '../model/facts.ts';
import type { CloudReader } from '../ports/cloud.ts';

export interface PriceWish {
  readonly list: PriceList | null;
  readonly source: RatingSource | null;
  readonly pairs: readonly Pair[];
  /** None where nothing changes: then nobody is asked. */
  readonly flavors: readonly Flavor[];
}

/** null = nothing is known of prices. */
export async function readPrices(
  cloud: CloudReader,
  { list, source, pairs, flavors }: PriceWish,
): Promise<PriceList | null> {
  if (source === null || flavors.length === 0) return list;
  const missing = missingPrices(pairs, flavors, list);
  return isNothing(missing) ? list : withRatings(list, source, await cloud.ratings(missing));
}
