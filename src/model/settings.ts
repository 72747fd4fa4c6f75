/** What holds for the whole repository: `.thermostat.yaml`, valid, every default filled in. */
import type { Position } from './problem.ts';

export interface Settings {
  readonly limits: Limits;
  readonly ignore: readonly IgnoreRule[];
}

export interface Limits {
  /** Stacks that one run may delete. */
  readonly maxDeletions: number;
}

/** A difference that is known and left alone. */
export interface IgnoreRule {
  /** Name of a spec; `*` stands for any run of characters. */
  readonly group: string;
  /** As plan and drift name it; `*` stands for any run of characters, and what is below it is meant, too. */
  readonly path: string;
  readonly reason: string;
  /** `2027-03-31`: the last day it holds, UTC. */
  readonly expires: string;
  readonly source: Position;
}
