/** Looks, beside every command, whether the scheduled workflows still run: one that died can't tell. */
import { scheduleVerdicts } from '../core/issues/schedule-verdicts.ts';
import type { Line } from '../core/report/document.ts';
import { stoppedLine } from '../core/report/issue-stopped.ts';
import { plain } from '../core/report/text.ts';
import { scheduledWorkflow } from '../core/schedule/scheduled-workflow.ts';
import { stoppedWorkflow } from '../core/schedule/stopped-workflow.ts';
import type { ScheduledWorkflow, StoppedWorkflow } from '../model/heartbeat.ts';
import { errorLine, isForgeError } from '../ports/errors.ts';
import { keepIssues } from './keep-issues.ts';
import type { CommandOptions, CommandResult, ReaderParts } from './parts.ts';

type Run<Parts> = (parts: Parts, options: CommandOptions) => Promise<CommandResult>;

/** The same command, whose report says what has stopped; where issues are kept, it becomes one. */
export function besideSchedules<Parts extends ReaderParts>(run: Run<Parts>): Run<Parts> {
  return async (parts, options) => {
    const { seen, stopped } = await lookAtSchedules(parts);
    const notices = stopped.map(stoppedLine);
    const result = await run(parts, withNotices(options, notices));
    for (const notice of notices) parts.log.warn(plain(notice));
    const context = { cloud: '', ...options.report };
    if (seen.length === 0) return result;
    await keepIssues(parts, options, {
      by: 'schedules',
      verdicts: scheduleVerdicts(seen, stopped, context),
      groups: seen.map(({ path }) => path),
      cloud: '',
    });
    return result;
  };
}

interface Sight {
  /** Those of which it is known whether they run; none = nothing is known. */
  readonly seen: readonly ScheduledWorkflow[];
  readonly stopped: readonly StoppedWorkflow[];
}

const NOTHING: Sight = { seen: [], stopped: [] };

/** Not to know is no failure: the command goes on, and says why it can't tell. */
async function lookAtSchedules({ watch, clock, log }: ReaderParts): Promise<Sight> {
  if (watch === undefined) return NOTHING;
  try {
    const files = await watch.files();
    const workflows = files
      .map(({ path, text }) => scheduledWorkflow(path, text))
      .filter((one) => one !== null);
    const pulses = await Promise.all(workflows.map(({ path }) => watch.pulse(path)));
    const stopped = workflows.map((workflow, index) => {
      const pulse = pulses[index];
      return pulse === undefined ? null : stoppedWorkflow(workflow, pulse, clock.now());
    });
    return { seen: workflows, stopped: stopped.filter((one) => one !== null) };
  } catch (error) {
    const way = isForgeError(error, 'forbidden') ? '; the job needs actions: read' : '';
    log.info(`looking whether the scheduled workflows still run: ${errorLine(error)}${way}`);
    return NOTHING;
  }
}

function withNotices(options: CommandOptions, notices: readonly Line[]): CommandOptions {
  return notices.length === 0 ? options : { ...options, report: { ...options.report, notices } };
}
