/** The action's door: inputs and environment in, a report, outputs and the job's fate out. */
import { posix, relative, resolve } from 'node:path';
import { debug, setFailed, setSecret } from '@actions/core';
import { openGitHub } from './adapters/github/api.ts';
import { approvedFingerprints } from './adapters/github/approvals.ts';
import { cloudsYamlSecrets } from './adapters/github/clouds-yaml.ts';
import { type FailOn, type Inputs, readInputs } from './adapters/github/inputs.ts';
import { speaksForRepository } from './adapters/github/issue-place.ts';
import { createGitHubIssues } from './adapters/github/issues.ts';
import { createJobLog } from './adapters/github/log.ts';
import { setExitCode } from './adapters/github/outputs.ts';
import { createGitHubPublisher } from './adapters/github/publisher.ts';
import { type Runner, readRunner, secretsIn } from './adapters/github/runner.ts';
import { sourceUrl } from './adapters/github/source-url.ts';
import { commitOf } from './adapters/github/trigger.ts';
import { watchWorkflows } from './adapters/github/workflows.ts';
import { fileSystemTree } from './adapters/terminal/source-tree.ts';
import { chooseCloud } from './choose-cloud.ts';
import type { CommandOptions, ExitCode, ReaderParts, ReportSurroundings } from './commands/parts.ts';
import { COMMANDS, type CommandName, isCommandName } from './commands/table.ts';
import { failureReport } from './core/report/failure-report.ts';
import { errorLine } from './ports/errors.ts';
import type { Publisher } from './ports/forge.ts';
import type { Log } from './ports/log.ts';

await main();

async function main(): Promise<void> {
  const read = readInputs(Object.keys(COMMANDS));
  if (!read.ok) return stop(read.mistakes.join('\n'));
  const { inputs } = read;
  maskSecrets(inputs);
  const runner = await readRunner(process.env, process.cwd());
  const folder = folderOf(inputs, runner);
  if (folder === null) {
    return stop(`reading input working-directory: "${inputs.workingDirectory}" leads out of the repository`);
  }
  if (!isCommandName(inputs.command)) return stop(`there is no command "${inputs.command}"`);
  const mistake = forkMistake(inputs.command, runner);
  if (mistake !== null) return stop(mistake);
  await run(inputs.command, { inputs, runner, folder });
}

/** Before anything is logged. */
function maskSecrets({ token, cloudsYaml }: Inputs): void {
  const secrets = [
    ...(token === null ? [] : [token]),
    ...secretsIn(process.env),
    ...cloudsYamlSecrets(cloudsYaml),
  ];
  for (const secret of secrets) setSecret(secret);
}

interface Job {
  readonly inputs: Inputs;
  readonly runner: Runner;
  /** From the repository's root to the specs' folder. */
  readonly folder: string;
}

async function run(command: CommandName, job: Job): Promise<void> {
  const { inputs, runner, folder } = job;
  const log = createJobLog();
  const publisher = createGitHubPublisher({
    ...inputs,
    github: inputs.token === null ? null : openGitHub({ token: inputs.token, apiUrl: runner.apiUrl }),
    runner,
    log,
    folder,
  });
  const cwd = resolve(runner.workspace, folder);
  const cloud = await chooseCloud({
    cloud: cloudName(job),
    env: process.env,
    cwd,
    log,
    onSecret: setSecret,
    cloudsText: inputs.cloudsYaml,
  });
  try {
    const issues = issueKeeping(job, log);
    const parts = { ...cloud, tree: fileSystemTree(cwd), log, publisher, ...issues, ...workflowWatch(job) };
    const approved = await approvedFor(command, job);
    const { exitCode, report } = await COMMANDS[command].run(parts, { ...optionsFor(job), approved });
    finish(command, exitCode, report.title, inputs.failOn);
  } catch (error) {
    await publishFailure(command, errorLine(error), publisher, job);
    debug(error instanceof Error ? (error.stack ?? '') : '');
    finish(command, 1, errorLine(error), inputs.failOn);
  } finally {
    await cloud.close();
  }
}

/** The issues of this workflow: those of the same cloud, folder and globs. */
function issueKeeping({ inputs, runner, folder }: Job, log: Log): Pick<ReaderParts, 'issues'> {
  const { repository, apiUrl } = runner;
  if (!inputs.issues || !speaksForRepository(runner)) return {};
  if (inputs.token === null || repository === null) {
    log.info('no token was given, so no issues are kept');
    return {};
  }
  const github = openGitHub({ token: inputs.token, apiUrl });
  const place = JSON.stringify([inputs.cloud ?? process.env['OS_CLOUD'] ?? '', folder]);
  return { issues: { keeper: createGitHubIssues({ github, repository }), max: inputs.maxIssues, place } };
}

/** Quiet without a token: there is nobody to ask. */
function workflowWatch({ inputs, runner }: Job): Pick<ReaderParts, 'watch'> {
  const { repository, apiUrl, workspace } = runner;
  if (inputs.token === null || repository === null) return {};
  const github = openGitHub({ token: inputs.token, apiUrl });
  return { watch: watchWorkflows({ github, repository, workspace }) };
}

/** A pull request from a fork gets no secrets: its plan is made against the sandbox. */
function cloudName({ inputs, runner }: Job): string | null {
  return isFork(runner) ? 'sandbox' : inputs.cloud;
}

function forkMistake(command: CommandName, runner: Runner): string | null {
  if (!isFork(runner) || command === 'validate' || command === 'plan') return null;
  return `${command} on a pull request from a fork is refused: run it on the branch that was merged into`;
}

function isFork({ trigger }: Runner): boolean {
  return trigger.kind === 'pull-request' && trigger.fork;
}

/** null asks for no approval; what the workflow names wins over what was merged. */
async function approvedFor(command: CommandName, { inputs, runner }: Job): Promise<readonly string[] | null> {
  const { trigger, repository, apiUrl } = runner;
  const asked = command === 'apply' && inputs.approvalRequired && !inputs.onlySchedules;
  if (inputs.approved !== null || !asked) return inputs.approved;
  const sha = commitOf(trigger);
  if (inputs.token === null || repository === null || sha === null) return [];
  return approvedFingerprints(openGitHub({ token: inputs.token, apiUrl }), repository, {
    sha,
    key: inputs.key,
  });
}

function optionsFor({ inputs, runner }: Job): Omit<CommandOptions, 'approved'> {
  const { repository, trigger } = runner;
  return {
    specs: inputs.specs,
    only: inputs.only,
    onlySchedules: inputs.onlySchedules,
    commit: commitOf(trigger),
    repository: repository === null ? null : `${repository.owner}/${repository.repo}`,
    waitMinutes: inputs.waitMinutes,
    heal: inputs.heal,
    report: surroundings(inputs, runner),
  };
}

function surroundings(inputs: Inputs, runner: Runner): ReportSurroundings {
  const { trigger, runUrl } = runner;
  const source = sourceUrl(runner, inputs.workingDirectory);
  return {
    key: inputs.key,
    base: trigger.kind === 'pull-request' ? trigger.baseSha : null,
    links: { run: runUrl, horizon: inputs.horizon, source },
  };
}

/** An earlier plan must not stand there as if it still held. */
async function publishFailure(
  kind: CommandName,
  message: string,
  publisher: Publisher,
  { inputs, runner }: Job,
): Promise<void> {
  const context = { commit: commitOf(runner.trigger), ...surroundings(inputs, runner) };
  await publisher.publish(failureReport({ kind, message }, context));
}

function finish(command: CommandName, code: ExitCode, verdict: string, failOn: readonly FailOn[]): void {
  setExitCode(code);
  if (fails(command, code, failOn)) setFailed(verdict);
}

/** An error always fails the job; changes, refusals and drift do where the workflow says so. */
function fails(command: CommandName, code: ExitCode, failOn: readonly FailOn[]): boolean {
  switch (code) {
    case 0:
      return false;
    case 1:
      return true;
    case 2:
      return failOn.includes(whatTwoMeans(command));
    case 3:
      return failOn.includes('refused');
  }
}

function whatTwoMeans(command: CommandName): FailOn {
  if (command === 'drift') return 'drift';
  return command === 'health' ? 'unhealthy' : 'changes';
}

function stop(message: string): void {
  setExitCode(1);
  setFailed(message);
}

function folderOf({ workingDirectory }: Inputs, { workspace }: Runner): string | null {
  const path = relative(workspace, resolve(workspace, workingDirectory)).replaceAll('\\', '/');
  return path === '..' || path.startsWith('../') || posix.isAbsolute(path) ? null : path;
}
