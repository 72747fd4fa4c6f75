/** Decides whether a job may speak for the repository as a whole: only then may it open and close issues. */
import type { Runner } from './runner.ts';

/** What is found on a branch that nobody has merged yet says nothing of the specs that count. */
export function speaksForRepository({ trigger, branch, defaultBranch }: Runner): boolean {
  switch (trigger.kind) {
    case 'pull-request':
    case 'merge-group':
    case 'comment':
      return false;
    case 'push':
    case 'schedule':
      return true;
    case 'manual':
      return branch === null || defaultBranch === null || branch === defaultBranch;
  }
}
