/** The rows of the table in docs/safety.md, collected while a long sweep runs. */
import { appendFileSync } from 'node:fs';

export interface Row {
  /** The part of the table. */
  readonly sweep: 'crash' | 'fault' | 'fuzz';
  /** Order within the part. */
  readonly order: number;
  readonly what: string;
  /** `401 of 401 requests`. */
  readonly swept: string;
  readonly cases: number;
  readonly recovered: number;
  readonly told: number;
  /** One for each case that did not end as it should. */
  readonly wrong: readonly string[];
}

/** Nothing happens but in `npm run sweep`. */
export function record(row: Row): void {
  const file = process.env['SWEEP_ROWS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(row)}\n`);
}

/** After so many cases that all ended well: fast-check ends at the first that does not. */
export function recordFuzz(order: number, what: string, cases: number): void {
  record({ sweep: 'fuzz', order, what, swept: '', cases, recovered: cases, told: 0, wrong: [] });
}

/** Every so many of all places; 1 = all. */
export const STEP = Number(process.env['SWEEP_STEP'] ?? 1);

export function every<Item>(items: readonly Item[], step = STEP): readonly Item[] {
  return items.filter((_, index) => index % step === 0);
}

/** Several at the same time: a swept command mostly waits. */
export async function inLanes<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Number(process.env['SWEEP_LANES'] ?? 3) }, lane));
}
