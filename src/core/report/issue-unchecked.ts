/** The body of an issue about a check that could not be made: nothing is known, which is not the same as well. */
import type { Problem } from '../../model/problem.ts';
import type { Line } from './document.ts';
import { line, paragraph, strong } from './document.ts';
import { problemBlocks, quoted } from './finding-line.ts';
import { type IssueContext, issueBody, issueFooter } from './issue-body.ts';

export interface Unchecked {
  readonly what: 'drift' | 'health';
  /** Empty: none of the groups could be. */
  readonly group: string;
  readonly message: string;
  readonly problems: readonly Problem[];
}

const CHECKS = { drift: 'for drift', health: 'for health' } as const;

export function uncheckedIssueBody(unchecked: Unchecked, context: IssueContext): string {
  const { message, problems } = unchecked;
  return issueBody((detail) => [
    paragraph(uncheckedSentence(unchecked)),
    ...(message === '' ? [] : [{ kind: 'alert', tone: 'warning', lines: [quoted(message)] } as const]),
    ...problemBlocks(problems, detail),
    paragraph(
      line`${strong('Meanwhile')}: what was known before may be so no longer. Open issues about ${subject(unchecked)} stay open until a check finds them clean.`,
    ),
    issueFooter('closed by the next check that comes about', context),
  ]);
}

export function uncheckedSentence({ group, what }: Pick<Unchecked, 'group' | 'what'>): Line {
  const who = group === '' ? 'The groups' : group;
  return line`${strong(who)} could not be checked ${CHECKS[what]}`;
}

function subject({ group }: Unchecked): Line {
  return group === '' ? ['all of them'] : [strong(group)];
}
