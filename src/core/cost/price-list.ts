/** Chooses the price list that counts on a day. */
import type { PriceList } from '../../model/cost.ts';

/** `lists`: oldest first. null = none is valid yet. */
export function priceListOn(lists: readonly PriceList[], now: Date): PriceList | null {
  const day = now.toISOString().slice(0, 10);
  return lists.findLast(({ validFrom }) => validFrom <= day) ?? null;
}
