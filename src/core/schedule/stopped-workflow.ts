/** Tells a schedule that stopped from a run that is merely late or was dropped once. */
import type { ScheduledWorkflow, StoppedWorkflow, WorkflowPulse } from '../../model/heartbeat.ts';
import { startsOf } from './starts.ts';

/** Forges start scheduled runs late, by an hour at busy times. */
const LATE_MS = 2 * 3_600_000;

/**
 * null while it runs, or when nobody knows since when it should. One run may be dropped, and the next may be late:
 * only then it has stopped, unless the forge itself says that it is off.
 */
export function stoppedWorkflow(
  workflow: ScheduledWorkflow,
  pulse: WorkflowPulse,
  now: Date,
): StoppedWorkflow | null {
  const since = pulse.lastRun ?? pulse.knownSince;
  if (since === null) return null;
  const due = nextDue(workflow, Date.parse(since));
  const isOff = pulse.state === 'inactive' || pulse.state === 'switched-off';
  const last = due === null || isOff ? due : nextDue(workflow, due);
  const stopped = due !== null && last !== null && now.getTime() > last + LATE_MS;
  return stopped ? { ...pulse, workflow, due: new Date(due).toISOString() } : null;
}

function nextDue({ schedules }: ScheduledWorkflow, after: number): number | null {
  const starts = schedules
    .map((schedule) => startsOf(schedule).firstAfter(after))
    .filter((one) => one !== null);
  return starts.length === 0 ? null : Math.min(...starts);
}
