/** Workflows that should run by themselves, and whether they still do. */

/** A workflow file that runs one of our commands by schedule. */
export type ScheduledCommand = 'drift' | 'health' | 'apply';

export interface ScheduledWorkflow {
  /** `.github/workflows/drift.yml` */
  readonly path: string;
  readonly command: ScheduledCommand;
  readonly schedules: readonly WorkflowCron[];
}

export interface WorkflowCron {
  readonly cron: string;
  readonly timezone: string;
}

/** What the forge knows of a workflow. */
export interface WorkflowPulse {
  /** When the last run that its schedule set off began, ISO 8601; null = none yet. */
  readonly lastRun: string | null;
  /** Since when the forge knows the workflow, ISO 8601; null = it can't tell. */
  readonly knownSince: string | null;
  readonly state: WorkflowState;
  /** Its page; null when it has none. */
  readonly url: string | null;
}

/** `inactive`: switched off by the forge, since nothing happened in the repository for long. */
export type WorkflowState = 'active' | 'inactive' | 'switched-off' | 'unknown';

/** A workflow whose schedule has passed more than once without a run. */
export interface StoppedWorkflow extends WorkflowPulse {
  readonly workflow: ScheduledWorkflow;
  /** The run that did not come, ISO 8601. */
  readonly due: string;
}
