/** What is to be done about an issue, as data: the deed is the forge's. */
import type { IssueChange, IssueSubject, NewIssue } from '../../model/issue.ts';

export type IssueAction =
  | {
      readonly do: 'create';
      readonly subject: IssueSubject;
      readonly issue: NewIssue;
      readonly why: 'opened';
    }
  | ChangeIssue
  | SkipIssue
  | {
      readonly do: 'keep';
      readonly subject: IssueSubject;
      readonly number: number;
      readonly why: KeepReason;
    };

/** In a run for a few groups, which does not know who else is listed. */
export interface SkipIssue {
  readonly do: 'skip';
  readonly subject: IssueSubject;
  readonly why: 'beyond max-issues';
}

export interface ChangeIssue {
  readonly do: 'change';
  readonly subject: IssueSubject;
  readonly number: number;
  readonly change: IssueChange;
  /** Said below the issue beforehand; null = nothing, so nobody is called. */
  readonly comment: string | null;
  /** A label to be taken off; null = none. */
  readonly unlabel: string | null;
  readonly why: ChangeReason;
}

export type ChangeReason =
  | 'changed'
  | 'got worse'
  | 'reopened'
  | 'clean'
  | 'clean for now'
  | 'found again'
  | 'put right'
  | 'closed by hand, rewritten'
  | 'duplicate';

export type KeepReason = 'unchanged' | 'closed by hand' | 'reopened by hand' | 'snoozed' | 'clean for now';
