/** What is worth an issue on the forge, and what stands there already. */
import type { Severity } from './problem.ts';

/**
 * One issue for each group and kind. `drift-unchecked` and `health-unchecked`: the check itself did not come about,
 * which says nothing about the group. `more`: those beyond the cap. `schedule-stopped`: a workflow that no longer runs.
 */
export type IssueKind =
  | 'drift'
  | 'drift-unchecked'
  | 'health'
  | 'health-unchecked'
  | 'apply-failed'
  | 'schedule-stopped'
  | 'more';

/** Who speaks: a command, or the look at the schedules. */
export type IssueVoice = 'drift' | 'health' | 'apply' | 'schedules';

export interface IssueSubject {
  readonly kind: IssueKind;
  /** The stack's name; empty for a check, an apply or a project as a whole; the command for `more`, the workflow's path for `schedule-stopped`. */
  readonly group: string;
}

/** One thing that is so: an issue whose facts are the same is left alone, whatever its words would be now. */
export interface IssueFact {
  /** Stays while the thing stays, such as `server-stopped server web-x71c`. */
  readonly id: string;
  readonly severity: Severity;
  /** What about it may change, such as both values. */
  readonly detail: string;
  /** One line, Markdown: for the comment that says it is new. */
  readonly line: string;
}

/** What a run says about one subject; a subject of which it says nothing is left as it is. */
export type IssueVerdict =
  | { readonly state: 'found'; readonly subject: IssueSubject; readonly wanted: WantedIssue }
  | {
      readonly state: 'clean';
      readonly subject: IssueSubject;
      /** The word it is closed with, Markdown. */
      readonly word: string;
    };

export interface WantedIssue {
  /** Only when it is opened: people may give it a better one. */
  readonly title: string;
  readonly facts: readonly IssueFact[];
  /** Markdown without the hidden first line. */
  readonly body: string;
  /** One line, Markdown: for the issue that collects those beyond the cap. */
  readonly line: string;
}

/** An issue on the forge that our own account opened. */
export interface ForgeIssue {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly url: string;
}

export interface NewIssue {
  readonly title: string;
  readonly body: string;
  /** Made when the repository has none of that name; an issue without them is still opened. */
  readonly labels: readonly IssueLabel[];
}

export interface IssueLabel {
  readonly name: string;
  readonly description: string;
  /** Six hexadecimal digits. */
  readonly color: string;
}

/** What is not named stays. */
export interface IssueChange {
  readonly body?: string;
  readonly state?: 'open' | 'closed';
  /** Why it is closed: put right, or there twice. */
  readonly reason?: 'completed' | 'duplicate';
}
