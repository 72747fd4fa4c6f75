/** Amounts of money, rounded or in words: the same bytes in every locale. */
import { type Amount, MONTH_HOURS } from '../../model/cost.ts';
import { grouped } from '../report/words.ts';

/** Millionths: finer is the noise of the arithmetic. */
export function rounded(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}

/** `1,234.50` */
export function money(amount: number, decimals = 2): string {
  const [whole = '0', rest = ''] = amount.toFixed(decimals).split('.');
  return `${grouped(Number(whole))}.${rest}`;
}

/** Of a month; `?` where nothing is known, `≥ 120.00` where something is not. */
export function monthWords({ atLeast, exact }: Amount): string {
  if (exact) return money(atLeast * MONTH_HOURS);
  return atLeast === 0 ? '?' : `≥ ${money(atLeast * MONTH_HOURS)}`;
}

/** Of an hour, in which amounts are small. */
export function hourWords({ atLeast, exact }: Amount): string {
  if (exact) return money(atLeast, 4);
  return atLeast === 0 ? '?' : `≥ ${money(atLeast, 4)}`;
}
