/** Says what a check that came about, or did not, means for the issue about that. */
import type { IssueKind, IssueVerdict } from '../../model/issue.ts';
import { line } from '../report/document.ts';
import { quoted } from '../report/finding-line.ts';
import { type IssueContext, issueLine, issueTitle } from '../report/issue-body.ts';
import { type Unchecked, uncheckedIssueBody, uncheckedSentence } from '../report/issue-unchecked.ts';

const KINDS = { drift: 'drift-unchecked', health: 'health-unchecked' } as const satisfies Record<
  string,
  IssueKind
>;

/** @param group empty for the check as a whole. */
export function checkedAgain(what: Unchecked['what'], group: string): IssueVerdict {
  return {
    state: 'clean',
    subject: { kind: KINDS[what], group },
    word: 'Checked again: what is known is up to date.',
  };
}

export function checkFailed(unchecked: Unchecked, context: IssueContext): IssueVerdict {
  const { what, group, message, problems } = unchecked;
  const sentence = uncheckedSentence(unchecked);
  const words = problems.length > 0 ? (problems[0]?.message ?? '') : message;
  const reason = words === '' ? sentence : line`${sentence}: ${quoted(words)}`;
  const title = `${group === '' ? 'Groups' : group} could not be checked for ${what}`;
  return {
    state: 'found',
    subject: { kind: KINDS[what], group },
    wanted: {
      title: issueTitle(title, context.key ?? ''),
      facts: [{ id: 'unchecked', severity: 'warn', detail: stable(words), line: issueLine(reason) }],
      body: uncheckedIssueBody(unchecked, context),
      line: issueLine(reason),
    },
  };
}

/** The same trouble every night has another request id and another number of seconds. */
export function stable(message: string): string {
  return message.replaceAll(/req-[0-9a-f-]+/gi, '').replaceAll(/\d+/g, '0');
}
