/** Prices, and what they make of a group: amounts in one currency, by the hour. */
import type { Position } from './problem.ts';

/** null = no price is known. */
export interface PriceList {
  readonly currency: string;
  /** `2026-01-01`: the first day it holds, UTC. */
  readonly validFrom: string;
  /** Of one hour, by the flavor's name or id. */
  readonly flavors: Readonly<Record<string, number>>;
  /** Of one hour. */
  readonly floatingIp: number | null;
  readonly loadBalancer: number | null;
  /** Of one GiB for one month. */
  readonly volumeGiBMonth: number | null;
  readonly source: Position;
}

/** The hours of a month, everywhere. */
export const MONTH_HOURS = 730;

/** By the hour; what has no price is not in it, and then it is not exact. */
export interface Amount {
  readonly atLeast: number;
  readonly exact: boolean;
}

export interface CostAt {
  readonly min: Amount;
  /** With the servers that are there. */
  readonly now: Amount;
  readonly max: Amount;
}

export interface GroupCost {
  readonly currency: string;
  /** Nothing where there is no stack. */
  readonly before: CostAt;
  /** Nothing where the stack is deleted. */
  readonly after: CostAt;
  /** What the price list does not know, in words, sorted. */
  readonly unknown: readonly string[];
  /** Value of the label `team`; null = it has none. */
  readonly team: string | null;
}
