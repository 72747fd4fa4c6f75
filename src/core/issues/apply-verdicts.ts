/** Says what an apply means for the issues of its groups. */
import type { IssueVerdict } from '../../model/issue.ts';
import type { GroupOutcome, Outcome } from '../../model/outcome.ts';
import { line, strong } from '../report/document.ts';
import { type ApplyIssueContext, applyIssueBody, applySentence } from '../report/issue-apply.ts';
import { issueLine, issueTitle } from '../report/issue-body.ts';

export function applyVerdicts({ groups }: Outcome, context: ApplyIssueContext): readonly IssueVerdict[] {
  return groups.flatMap((group) => groupVerdicts(group, context));
}

/** What was refused or left is neither done nor broken: an issue about an earlier failure stays as it is. */
function groupVerdicts(group: GroupOutcome, context: ApplyIssueContext): readonly IssueVerdict[] {
  switch (group.status) {
    case 'refused':
    case 'left':
      return [];
    case 'done':
    case 'nothing-to-do':
      return [{ state: 'clean', subject: { kind: 'apply-failed', group: group.name }, word: word(group) }];
    case 'failed':
    case 'not-started':
      return [found(group, context)];
  }
}

function found(group: GroupOutcome, context: ApplyIssueContext): IssueVerdict {
  const finished = group.steps.filter(({ status }) => status === 'done').length;
  const sentence = applySentence(group, context);
  return {
    state: 'found',
    subject: { kind: 'apply-failed', group: group.name },
    wanted: {
      title: issueTitle(`Applying ${group.name} failed`, context.key ?? ''),
      // another plan, or another step, is another failure
      facts: [
        {
          id: `${group.plan.fingerprint} ${finished}`,
          severity: 'error',
          detail: '',
          line: issueLine(sentence),
        },
      ],
      body: applyIssueBody(group, context),
      line: issueLine(sentence),
    },
  };
}

function word({ name, plan }: GroupOutcome): string {
  return issueLine(line`Done: ${strong(name)} is as ${plan.source.file} says.`);
}
