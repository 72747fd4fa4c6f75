/** Says what an apply means for the issues of its groups. */
import type { IssueVerdict } from '../../model/issue.ts';
import type { GroupOutcome, Outcome } from '../../model/outcome.ts';
import { line, strong } from '../report/document.ts';
import { quoted } from '../report/finding-line.ts';
import { type ApplyIssueContext, applyIssueBody, applySentence } from '../report/issue-apply.ts';
import { APPLY_BROKE, applyBrokeBody, type BrokenApply } from '../report/issue-apply-broke.ts';
import { issueLine, issueTitle } from '../report/issue-body.ts';
import { stable } from './unchecked-verdict.ts';

export function applyVerdicts({ groups }: Outcome, context: ApplyIssueContext): readonly IssueVerdict[] {
  return [CAME_ABOUT, ...groups.flatMap((group) => groupVerdicts(group, context))];
}

/** Of no group: nobody knows how far it came. */
const WHOLE = { kind: 'apply-failed', group: '' } as const;

const CAME_ABOUT: IssueVerdict = {
  state: 'clean',
  subject: WHOLE,
  word: 'Apply came about again: what it did not do has an issue of its own.',
};

/** An apply that broke off, or met problems, before there was an outcome. */
export function applyBroke(broken: BrokenApply, context: ApplyIssueContext): IssueVerdict {
  const words = broken.problems[0]?.message ?? broken.message;
  const sentence = issueLine(line`${APPLY_BROKE}: ${quoted(words)}`);
  return {
    state: 'found',
    subject: WHOLE,
    wanted: {
      title: issueTitle(APPLY_BROKE, context.key ?? ''),
      facts: [{ id: 'broke', severity: 'error', detail: stable(words), line: sentence }],
      body: applyBrokeBody(broken, context),
      line: sentence,
    },
  };
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
