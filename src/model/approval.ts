/** What merging approves, as a plan leaves it on a commit and apply reads it again. */
import type { Action, FieldChange } from './change.ts';
import type { ServerCounts } from './plan.ts';

/** Everything that a plan showed, group by group; unchanged groups need no approval and are not in it. */
export interface ApprovalRecord {
  readonly version: 1;
  /** `sha256:…` of the whole plan. */
  readonly fingerprint: string;
  readonly groups: readonly ApprovedGroup[];
}

export interface ApprovedGroup {
  readonly name: string;
  /** Decides. */
  readonly fingerprint: string;
  readonly action: Exclude<Action, 'no-op'>;
  /** Explains a refusal, and bounds the rest of an apply that stopped half-way; null where there was no room for it. */
  readonly details: ApprovedDetails | null;
}

export interface ApprovedDetails {
  readonly changes: readonly ApprovedChange[];
  readonly servers: ServerCounts;
}

export interface ApprovedChange extends Pick<FieldChange, 'before' | 'after'> {
  /** `resources.web.properties.max_size`, or the address alone where the whole of it comes or goes. */
  readonly path: string;
}

/** What the plan on one pull request says, as far as it can be believed. */
export type PlanOnPull =
  | { readonly state: 'approved'; readonly record: ApprovalRecord }
  /** No plan, one that failed or was refused, one that somebody else left, one that can't be read whole. */
  | { readonly state: 'nothing'; readonly reason: string };

/** What apply may do because of merges; `reasons` say why some merge approved nothing. */
export interface MergeApproval {
  /** Numbers of the pull requests that brought the commit, the oldest first; empty for a direct push. */
  readonly pulls: readonly number[];
  readonly groups: readonly ApprovedGroup[];
  readonly reasons: readonly string[];
}

/** A pull request with the newest plan of it that our own app left; null when there is none. */
export interface MergedPull {
  readonly number: number;
  readonly plan: LeftPlan | null;
  /** Plans that somebody else left under our name, which count for nothing. */
  readonly foreign: readonly string[];
}

export interface LeftPlan {
  /** The commit it was made for. */
  readonly sha: string;
  readonly conclusion: string;
  readonly title: string;
  readonly texts: readonly string[];
}
