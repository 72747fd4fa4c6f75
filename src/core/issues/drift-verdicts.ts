/** Says what a drift check means for the issues of its groups. */
import type { Drift, DriftItem, GroupDrift } from '../../model/drift.ts';
import type { IssueFact, IssueVerdict } from '../../model/issue.ts';
import { code, join, line, strong } from '../report/document.ts';
import { fixedLine } from '../report/drift-fixed.ts';
import { type IssueContext, issueLine, issueTitle } from '../report/issue-body.ts';
import { driftIssueBody, driftItemLine, driftSentence, straysIssueBody } from '../report/issue-drift.ts';
import { checkedAgain, checkFailed } from './unchecked-verdict.ts';

export function driftVerdicts(drift: Drift, context: IssueContext): readonly IssueVerdict[] {
  return [
    checkedAgain('drift', ''),
    strays(drift.strays, context),
    ...drift.groups.flatMap((group) => groupVerdicts(group, context)),
  ];
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

/** Of no group: the issue about the project as a whole. */
function strays(items: readonly DriftItem[], context: IssueContext): IssueVerdict {
  const subject = { kind: 'drift', group: '' } as const;
  if (items.length === 0) return { state: 'clean', subject, word: 'Clean: everything there is in a spec.' };
  const title = issueTitle('Stacks in no spec', context.key ?? '');
  const wanted = { title, facts: items.map(fact), body: straysIssueBody(items, context), line: title };
  return { state: 'found', subject, wanted };
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
    severity: item.severity,
    detail: JSON.stringify([repository, cloud]),
    line: issueLine(driftItemLine(item)),
  };
}

/** A comment is read, not searched. */
const LISTED = 5;

/** One sentence after the other: it is both a comment and the first line of the closed issue. */
function word({ name, source, fixed }: GroupDrift): string {
  const clean = line`Clean: ${strong(name)} is as ${source.file} says.`;
  if (fixed.length === 0) return issueLine(clean);
  const shown = join(fixed.slice(0, LISTED).map(fixedLine), '; ');
  const more = fixed.length > LISTED ? ` and ${fixed.length - LISTED} more` : '';
  return issueLine(line`${clean} Put right by ${code('drift --fix')}: ${shown}${more}.`);
}
