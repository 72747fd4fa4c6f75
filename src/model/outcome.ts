/** What apply did, group by group, step by step, up to where it stopped. */

import type { GroupPlan, StepKind } from './plan.ts';
import type { Finding, Problem } from './problem.ts';

export type GroupStatus = 'done' | 'nothing-to-do' | 'left' | 'refused' | 'failed' | 'not-started';

export interface Outcome {
  readonly version: 1;
  /** The fingerprint of the plan that was carried out. */
  readonly fingerprint: string;
  readonly groups: readonly GroupOutcome[];
  readonly problems: readonly Problem[];
}

export interface GroupOutcome {
  readonly name: string;
  readonly stackId: string | null;
  readonly status: GroupStatus;
  readonly plan: GroupPlan;
  readonly steps: readonly StepOutcome[];
  /** Why it was refused, failed or not started, and how to go on; empty when done. */
  readonly message: string;
  /** What the verification after the last step saw: members that differ, sizes that moved. */
  readonly findings: readonly Finding[];
}

export interface StepOutcome {
  readonly kind: StepKind;
  readonly status: 'done' | 'failed';
  /** Heat's reason when it failed, cleared of secrets. */
  readonly message: string;
}
