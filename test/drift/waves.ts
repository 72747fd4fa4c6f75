/** Deals the rows of the table over stacks that are changed at the same time. */
import type { Row } from './row.ts';
import { ROWS } from './table.ts';

/** One row, done to one stack. */
export interface Turn {
  readonly row: Row;
  /** Which of the stacks of that sort. */
  readonly lane: number;
}

/** No two of them on one stack. */
export type Wave = readonly Turn[];

/** Enough that the pauses between two looks are few, and few enough to be made in a minute. */
export const WEBS = 6;

const LANES: Readonly<Record<Row['on'], number>> = { web: WEBS, edge: 1, tier: 1, project: 1 };

/** In the order of the table; what moves the clock, which all stacks share, in waves of its own. */
export function wavesOn(cloud: 'real' | 'sandbox'): readonly Wave[] {
  const rows = ROWS.filter(({ only = cloud }) => only === cloud);
  const together = rows.filter(({ minutesLater }) => minutesLater === undefined);
  const dealt = (Object.keys(LANES) as readonly Row['on'][]).flatMap((on) =>
    together
      .filter((row) => row.on === on)
      .map((row, index) => ({ row, lane: index % LANES[on], wave: Math.floor(index / LANES[on]) })),
  );
  const last = Math.max(...dealt.map(({ wave }) => wave));
  const waves = Array.from({ length: last + 1 }, (_, at) => dealt.filter(({ wave }) => wave === at));
  const alone = rows.filter((row) => !together.includes(row)).map((row) => [{ row, lane: 0 }]);
  return [...waves, ...alone];
}
