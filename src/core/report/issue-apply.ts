/** The body of an issue about a merged change that is not done: how far it came, why it stopped, how to go on. */
import type { GroupOutcome } from '../../model/outcome.ts';
import type { Line } from './document.ts';
import { code, line, paragraph, strong } from './document.ts';
import { quoted } from './finding-line.ts';
import { stackSubject } from './horizon.ts';
import { type IssueContext, issueBody, issueFooter } from './issue-body.ts';
import { outcomeFold } from './outcome-fold.ts';

export interface ApplyIssueContext extends IssueContext {
  /** The commit that was applied; null when it is none. */
  readonly commit?: string | null;
}

export function applyIssueBody(group: GroupOutcome, context: ApplyIssueContext): string {
  return issueBody((detail) => {
    const fold = outcomeFold(group, detail);
    return [
      paragraph(applySentence(group, context)),
      ...(group.message === ''
        ? []
        : [{ kind: 'alert', tone: 'caution', lines: [quoted(group.message)] } as const]),
      paragraph(done(group)),
      paragraph(goOn(context)),
      ...(fold === null ? [] : [fold]),
      issueFooter('closed when the change is done', context),
    ];
  });
}

/** `web: the change merged in scaling/web.yaml failed`. */
export function applySentence(group: GroupOutcome, context: IssueContext): Line {
  const what = group.status === 'not-started' ? 'was not started' : 'failed';
  return line`${stackSubject(group, context)}: the change merged in ${code(group.plan.source.file)} ${what}`;
}

function done({ plan, steps }: GroupOutcome): Line {
  const finished = steps.filter(({ status }) => status === 'done').length;
  const words = plan.steps.map(({ kind }) => kind);
  if (words.length === 0) return line`Nothing was changed.`;
  const [did, not] = [words.slice(0, finished), words.slice(finished)];
  return line`${strong('Done')}: ${did.join(', ') || 'nothing'}. ${strong('Not done')}: ${not.join(', ') || 'nothing'}.`;
}

/** How the same commit goes on. */
export function goOn({ commit, links }: ApplyIssueContext): Line {
  const which = commit == null ? 'the same commit' : code(commit.slice(0, 7));
  const run = links?.run ?? null;
  const how =
    run === null
      ? line`run apply for ${which} again`
      : line`run the job for ${which} again (“Re-run jobs” on the page of the run)`;
  return line`${strong('Way out')}: ${how}. It goes on where it stopped and makes nothing twice. If the reason above needs another spec, merge that: its apply does the rest.`;
}
