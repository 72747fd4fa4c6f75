/** Bounds that follow the clock. */
import type { ScheduleSpec } from './scaling-spec.ts';

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** What is declared: these bounds, and those of the schedules while they are on. */
export interface BoundsRule extends Bounds {
  readonly schedules: readonly ScheduleSpec[];
}

/** The rule at one moment. */
export interface ScheduledBounds {
  readonly rule: BoundsRule;
  /** Every pair that was due within the last hour, the one that is due now last. */
  readonly lately: readonly Bounds[];
  /** What is on and what comes next; the same text from one change to the next. */
  readonly words: string;
}
