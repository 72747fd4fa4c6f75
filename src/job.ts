/** One job of a workflow: what it was given, in the words of the commands. */
import type { Inputs } from './adapters/github/inputs.ts';
import type { Runner } from './adapters/github/runner.ts';
import { sourceUrl } from './adapters/github/source-url.ts';
import { commitOf } from './adapters/github/trigger.ts';
import type { CommandOptions, ReportSurroundings } from './commands/parts.ts';

export interface Job {
  readonly inputs: Inputs;
  readonly runner: Runner;
  /** From the repository's root to the specs' folder. */
  readonly folder: string;
}

export function optionsOf({ inputs, runner }: Job): CommandOptions {
  const { repository, trigger } = runner;
  return {
    specs: inputs.specs,
    only: inputs.only,
    approved: inputs.approved,
    onlySchedules: inputs.onlySchedules,
    commit: commitOf(trigger),
    repository: repository === null ? null : `${repository.owner}/${repository.repo}`,
    waitMinutes: inputs.waitMinutes,
    fix: inputs.fix,
    heal: inputs.heal,
    report: surroundingsOf({ inputs, runner }),
  };
}

export function surroundingsOf({ inputs, runner }: Pick<Job, 'inputs' | 'runner'>): ReportSurroundings {
  const { trigger, runUrl } = runner;
  return {
    key: inputs.key,
    base: trigger.kind === 'pull-request' ? trigger.baseSha : null,
    links: { run: runUrl, horizon: inputs.horizon, source: sourceUrl(runner, inputs.workingDirectory) },
  };
}

/** Under which name an apply is recorded where the job has no environment. */
export function environmentOf({ environment, cloud }: Inputs): string {
  return environment ?? cloud ?? 'openstack';
}

/** A pull request from a fork gets no secrets: its plan is made against the sandbox. */
export function isFork({ trigger }: Runner): boolean {
  return trigger.kind === 'pull-request' && trigger.fork;
}

/** Whether files of the checkout could say which cloud is asked. */
export function isCloudFromFolder({ inputs, runner }: Job): boolean {
  const isSandbox = isFork(runner) || /^sandbox(?::|$)/.test(inputs.cloud ?? '');
  return inputs.cloudsYaml === null && !isSandbox;
}
