/** Finds, of the issues that say they are about the same, the one that counts. */
import type { ForgeIssue } from '../../model/issue.ts';
import { duplicateBody } from '../report/issue-comment.ts';
import type { IssueAction } from './action.ts';
import type { KnownIssue } from './life.ts';
import { identityOf, memoryOf } from './memory.ts';

export interface Known {
  /** By identity. */
  readonly issues: ReadonlyMap<string, KnownIssue>;
  /** Open ones beside the one that counts. */
  readonly duplicates: readonly Duplicate[];
}

export interface Duplicate {
  readonly known: KnownIssue;
  /** The number of the one that counts. */
  readonly of: number;
}

/** An open one counts before a closed one, of several open ones the oldest, of closed ones the latest: every run that looks comes to the same. */
export function known(existing: readonly ForgeIssue[]): Known {
  const issues = new Map<string, KnownIssue>();
  const duplicates: Duplicate[] = [];
  for (const issue of [...existing].sort(whatCounts)) {
    const memory = memoryOf(issue.body);
    if (memory === null) continue;
    const identity = identityOf(memory.subject, memory.scope);
    const first = issues.get(identity);
    if (first === undefined) issues.set(identity, { issue, memory });
    else if (issue.state === 'open') duplicates.push({ known: { issue, memory }, of: first.issue.number });
  }
  return { issues, duplicates };
}

/** Two runs at once may both have opened one: what is left says where to read on, and is ours no longer. */
export function duplicateActions(duplicates: readonly Duplicate[]): readonly IssueAction[] {
  return duplicates.map(({ known: { issue, memory }, of }) => ({
    do: 'change',
    subject: memory.subject,
    number: issue.number,
    change: { state: 'closed', reason: 'duplicate', body: duplicateBody(of) },
    comment: null,
    unlabel: null,
    why: 'duplicate',
  }));
}

function whatCounts(one: ForgeIssue, other: ForgeIssue): number {
  const rank = ({ state }: ForgeIssue) => (state === 'open' ? 0 : 1);
  return (
    rank(one) - rank(other) || (one.state === 'open' ? one.number - other.number : other.number - one.number)
  );
}
