/** Says what a drift check means for the issues of its groups. */
import type { Drift, DriftItem, GroupDrift } from '../../model/drift.ts';
import type { IssueFact, IssueVerdict } from '../../model/issue.ts';
import { line, strong } from '../report/document.ts';
import { type IssueContext, issueLine, issueTitle } from '../report/issue-body.ts';
import { driftIssueBody, driftItemLine, driftSentence } from '../report/issue-drift.ts';
import { checkedAgain, checkFailed } from './unchecked-verdict.ts';

export function driftVerdicts(drift: Drift, context: IssueContext): readonly IssueVerdict[] {
  return [checkedAgain('drift', ''), ...drift.groups.flatMap((group) => groupVerdicts(group, context))];
}

/** Of a group that somebody works on nothing is said; one that could not be checked closes nothing. */
function groupVerdicts(group: GroupDrift, context: IssueContext): readonly IssueVerdict[] {
  const { name, message, status } = group;
  switch (status) {
    case 'in-progress':
      return [];
    case 'unchecked':
      return [checkFailed({ what: 'drift', group: name, message, problems: [] }, context)];
    case 'clean':
      return [
        checkedAgain('drift', name),
        { state: 'clean', subject: { kind: 'drift', group: name }, word: word(group) },
      ];
    case 'drifted':
      return [checkedAgain('drift', name), found(group, context)];
  }
}

function found(group: GroupDrift, context: IssueContext): IssueVerdict {
  return {
    state: 'found',
    subject: { kind: 'drift', group: group.name },
    wanted: {
      title: issueTitle(`${group.name} differs from its spec`, context.key ?? ''),
      facts: group.items.map(fact),
      body: driftIssueBody(group, context),
      line: issueLine(driftSentence(group, context)),
    },
  };
}

function fact(item: DriftItem): IssueFact {
  const { kind, subject, repository, cloud } = item;
  return {
    id: `${kind} ${subject}`,
    severity: 'warn',
    detail: JSON.stringify([repository, cloud]),
    line: issueLine(driftItemLine(item)),
  };
}

function word({ name, source }: GroupDrift): string {
  return issueLine(line`Clean: ${strong(name)} is as ${source.file} says.`);
}
