/** What compiling a spec takes besides the spec, and what comes of it. */
import type { Desired } from './desired.ts';
import type { CloudFacts } from './facts.ts';
import type { Problem } from './problem.ts';

export interface Circumstances {
  /** ISO 8601, UTC: which schedules are on depends on it. */
  readonly now: string;
  readonly facts: CloudFacts;
}

export interface Compiled {
  readonly desired: Desired;
  /** What the spec asks of this cloud and can't have, at the line that asks. */
  readonly problems: readonly Problem[];
  /** The same, of a kind that an unchanged stack may live with: it was accepted once. */
  readonly unmet: readonly Problem[];
}
