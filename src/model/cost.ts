/** Prices, and what they make of a group: amounts in one currency, by the hour. */
import type { Flavor } from './facts.ts';
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
  /** Why nobody else knows a price that is not here; null = nobody else was asked. */
  readonly silence: string | null;
  readonly source: Position;
}

/** Where prices come from that the repository does not know: CloudKitty, which names no currency and no period itself. */
export interface RatingSource {
  readonly currency: string;
  /** What one price of CloudKitty's is for (its option `collect.period`). */
  readonly periodSeconds: number;
  readonly source: Position;
}

export const RATED_THINGS = ['floatingIp', 'loadBalancer', 'volumeGiB'] as const;
export type RatedThing = (typeof RATED_THINGS)[number];

export interface RatingQuestion {
  readonly flavors: readonly Flavor[];
  readonly things: readonly RatedThing[];
}

export type Ratings =
  /** Of one period; null = it has no price. */
  | {
      readonly kind: 'known';
      /** By the flavor's id. */
      readonly flavors: Readonly<Record<string, number | null>>;
      /** null also for what was not asked. */
      readonly things: Readonly<Record<RatedThing, number | null>>;
    }
  | { readonly kind: 'unknown'; readonly why: string };

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
