/** Says what a look at the scheduled workflows means for the issues about them. */
import type { ScheduledWorkflow, StoppedWorkflow } from '../../model/heartbeat.ts';
import type { IssueVerdict } from '../../model/issue.ts';
import { code, line } from '../report/document.ts';
import { type IssueContext, issueLine, issueTitle } from '../report/issue-body.ts';
import { stoppedIssueBody, stoppedLine } from '../report/issue-stopped.ts';

/** @param seen of which it is known whether they run. */
export function scheduleVerdicts(
  seen: readonly ScheduledWorkflow[],
  stopped: readonly StoppedWorkflow[],
  context: IssueContext,
): readonly IssueVerdict[] {
  return seen.map((workflow) => {
    const trouble = stopped.find((one) => one.workflow.path === workflow.path);
    return trouble === undefined ? runs(workflow) : found(trouble, context);
  });
}

function runs({ path }: ScheduledWorkflow): IssueVerdict {
  const word = issueLine(line`${code(path)} runs by its schedule again.`);
  return { state: 'clean', subject: { kind: 'schedule-stopped', group: path }, word };
}

function found(stopped: StoppedWorkflow, context: IssueContext): IssueVerdict {
  const { path, command } = stopped.workflow;
  const words = issueLine(stoppedLine(stopped));
  return {
    state: 'found',
    subject: { kind: 'schedule-stopped', group: path },
    wanted: {
      title: issueTitle(`The scheduled ${command} no longer runs (${path})`, ''),
      facts: [{ id: 'stopped', severity: 'error', detail: stopped.state, line: words }],
      body: stoppedIssueBody(stopped, context),
      line: words,
    },
  };
}
