/** The labels of our issues: for people who filter, nothing is ever found by them alone. */
import type { IssueKind, IssueLabel } from '../../model/issue.ts';

export const OURS: IssueLabel = {
  name: 'thermostat',
  description: 'Kept by Thermostat: opened, rewritten and closed by itself',
  color: 'd4552b',
};

/** Put on by people. */
export const SNOOZED: IssueLabel = {
  name: 'thermostat:snoozed',
  description: 'Thermostat says nothing more here until it is clean once',
  color: 'cccccc',
};

const KIND_LABELS: Readonly<Record<IssueKind, IssueLabel>> = {
  drift: kind('drift', 'The cloud differs from the repository', 'fbca04'),
  'drift-unchecked': kind('unchecked', 'A check could not be made: nothing is known', 'bfd4f2'),
  health: kind('health', 'A group is not well', 'd93f0b'),
  'health-unchecked': kind('unchecked', 'A check could not be made: nothing is known', 'bfd4f2'),
  'apply-failed': kind('apply', 'A merged change is not done', 'b60205'),
  'schedule-stopped': kind('schedule', 'A scheduled workflow no longer runs', 'bfd4f2'),
  more: kind('more', 'Collects what is beyond max-issues', 'ededed'),
};

export function labelsFor(issue: IssueKind): readonly IssueLabel[] {
  return [OURS, KIND_LABELS[issue]];
}

function kind(name: string, description: string, color: string): IssueLabel {
  return { name: `thermostat:${name}`, description, color };
}
