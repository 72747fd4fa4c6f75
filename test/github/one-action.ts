/** A workflow with the action as its only step, and what came of it: for tests of the action alone. */
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Event } from './events.ts';
import type { Annotation } from './runner/log-commands.ts';
import type { WorkflowRun } from './runner/runner.ts';
import type { Conclusion } from './runner/step.ts';
import type { Permissions } from './state/store.ts';

export interface ActionOptions {
  /** By default the newest. */
  readonly event?: Event;
  /** "Re-run jobs" of the newest run: the same run, another attempt. */
  readonly again?: boolean;
  /** By default what the shipped workflow for plans asks for. */
  readonly permissions?: Permissions;
  readonly env?: Readonly<Record<string, string>>;
}

export interface ActionResult {
  readonly code: number | null;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What people see. */
  readonly log: string;
  /** What the process wrote. */
  readonly raw: string;
  readonly annotations: readonly Annotation[];
  /** The file that the output `report` names; '' = none. */
  readonly report: string;
}

const PERMISSIONS: Permissions = { contents: 'read', 'pull-requests': 'write', checks: 'write' };

export function actionWorkflow(
  inputs: Readonly<Record<string, string>>,
  event: Event,
  { permissions = PERMISSIONS, env = {} }: Pick<ActionOptions, 'permissions' | 'env'>,
): string {
  const steps = [{ uses: 'actions/checkout@v7' }, { uses: 'OWNER/thermostat@v1', with: inputs }];
  return stringify({
    on: { [event.name]: triggerOf(event) },
    jobs: { action: { 'runs-on': 'ubuntu-24.04', permissions, env, steps } },
  });
}

/** Whatever happened is meant, also what a workflow has to name, such as `closed`. */
function triggerOf({ cron, action }: Event): object | null {
  if (cron !== null) return [{ cron }];
  return action === null ? null : { types: [action] };
}

export function actionResult({ job, skipped }: WorkflowRun): ActionResult {
  const step = job.steps.at(-1);
  if (step === undefined) throw new Error(`the action did not run: ${skipped}`);
  const { code, outputs } = step;
  const { conclusion, summary, log, raw, annotations } = job;
  const report = outputs['report'] === undefined ? '' : readFileSync(outputs['report'], 'utf8');
  return { code, conclusion, outputs, summary, log, raw, annotations, report };
}
