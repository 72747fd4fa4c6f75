/** The body of an issue about an apply that broke off before any group's change could be told. */
import type { Problem } from '../../model/problem.ts';
import type { Block } from './document.ts';
import { line, paragraph, strong } from './document.ts';
import { problemBlocks, quoted } from './finding-line.ts';
import { type ApplyIssueContext, goOn } from './issue-apply.ts';
import { issueBody, issueFooter } from './issue-body.ts';

export interface BrokenApply {
  /** Empty when problems say it. */
  readonly message: string;
  readonly problems: readonly Problem[];
}

export const APPLY_BROKE = 'What was merged is not applied';

export function applyBrokeBody({ message, problems }: BrokenApply, context: ApplyIssueContext): string {
  const alert: Block[] = message === '' ? [] : [{ kind: 'alert', tone: 'caution', lines: [quoted(message)] }];
  return issueBody((detail) => [
    paragraph(line`${strong(APPLY_BROKE)}: apply broke off before it could tell what became of each group`),
    ...alert,
    ...problemBlocks(problems, detail),
    paragraph(goOn(context)),
    issueFooter('closed by the next apply that comes about', context),
  ]);
}
