/** What makes a group grow or shrink by itself, in words for a reviewer. */
import type { Position } from './problem.ts';

export interface Trigger {
  /** The scaling policy, by the name it has in the stack. */
  readonly policy: string;
  readonly source: Position;
  /** `adds 1 server`. */
  readonly effect: string;
  /** `the mean CPU of the group stays above 80 % for 10 min`. */
  readonly when: string;
  /** Seconds from the load's change until the group has answered it; null where only a query's window decides. */
  readonly reaction: { readonly earliestSeconds: number; readonly latestSeconds: number } | null;
  /** Seconds from one measure to the next; null where Prometheus decides. */
  readonly measuredEverySeconds: number | null;
  /** False while the scaling is paused. */
  readonly enabled: boolean;
}
