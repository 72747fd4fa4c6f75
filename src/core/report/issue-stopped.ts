/** Says that a scheduled workflow no longer runs, and how it runs again. */
import type { ScheduledCommand, StoppedWorkflow, WorkflowState } from '../../model/heartbeat.ts';
import type { Line } from './document.ts';
import { code, line, link, strong } from './document.ts';
import { type IssueContext, issueBody, issueFooter } from './issue-body.ts';

export function stoppedIssueBody(stopped: StoppedWorkflow, context: IssueContext): string {
  const { url, state } = stopped;
  const page: Line =
    url === null ? line`the page of the workflow` : line`${link('the page of the workflow', url)}`;
  return issueBody(() => [
    { kind: 'paragraph', lines: [line`${stoppedLine(stopped)}.`] },
    { kind: 'paragraph', lines: [line`${strong('Meanwhile')} ${MEANWHILE[stopped.workflow.command]}`] },
    { kind: 'paragraph', lines: [line`${strong('Way out')}: on ${page} ${WAYS_OUT[state]}`] },
    issueFooter('closed when it has run again', context),
  ]);
}

/** `.github/workflows/drift.yml (drift) has not run since 2026-11-21 02:17 UTC; it was due at …`. */
export function stoppedLine({ workflow, lastRun, due, state }: StoppedWorkflow): Line {
  const since = lastRun === null ? 'has never run by its schedule' : `has not run since ${minute(lastRun)}`;
  return line`${code(workflow.path)} (${workflow.command}) ${since}: it was due at ${minute(due)}${REASONS[state]}`;
}

const REASONS: Readonly<Record<WorkflowState, string>> = {
  active: '',
  unknown: '',
  inactive: ', but GitHub switched it off after 60 days without a commit',
  'switched-off': ', but somebody switched it off',
};

const MEANWHILE: Readonly<Record<ScheduledCommand, string>> = {
  drift: 'nobody looks for changes made by hand: no open drift issue does not mean that there is no drift.',
  health: 'nobody looks for servers that do not serve: no open health issue does not mean that all is well.',
  apply: 'bounds that schedules ask for are not set.',
};

const WAYS_OUT: Readonly<Record<WorkflowState, string>> = {
  active:
    'look at its last runs and start one (“Run workflow”); a schedule is read from the default branch only.',
  unknown:
    'look at its last runs and start one (“Run workflow”); a schedule is read from the default branch only.',
  inactive: 'press “Enable workflow”. Any commit within 60 days keeps it on.',
  'switched-off': 'press “Enable workflow”, or take the schedule out of the file if that is meant.',
};

function minute(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}
