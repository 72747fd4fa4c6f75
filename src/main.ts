/** The action's door: inputs and environment in, a report, outputs and the job's fate out. */
import { posix, relative, resolve } from 'node:path';
import { debug, setFailed, setSecret } from '@actions/core';
import { cloudsYamlSecrets } from './adapters/github/clouds-yaml.ts';
import { type FailOn, type Inputs, readInputs } from './adapters/github/inputs.ts';
import { createJobLog } from './adapters/github/log.ts';
import { setExitCode } from './adapters/github/outputs.ts';
import { type Runner, readRunner, secretsIn } from './adapters/github/runner.ts';
import { commitOf } from './adapters/github/trigger.ts';
import { fileSystemTree } from './adapters/terminal/source-tree.ts';
import { type ChosenCloud, chooseCloud, REAL_CLOCK } from './choose-cloud.ts';
import type { CommandResult, ExitCode } from './commands/parts.ts';
import { COMMANDS, type CommandName, isCommandName } from './commands/table.ts';
import { type ForgeParts, openForge } from './github-parts.ts';
import { isCloudFromFolder, isFork, type Job, optionsOf, surroundingsOf } from './job.ts';
import { errorLine } from './ports/errors.ts';
import type { Publisher } from './ports/forge.ts';
import type { Log } from './ports/log.ts';

await main();

async function main(): Promise<void> {
  const read = readInputs([...Object.keys(COMMANDS), 'answer']);
  if (!read.ok) return stop(read.mistakes.join('\n'));
  const { inputs } = read;
  maskSecrets(inputs);
  const runner = await readRunner(process.env, process.cwd());
  const folder = folderOf(inputs, runner);
  if (folder === null) {
    return stop(`reading input working-directory: "${inputs.workingDirectory}" leads out of the repository`);
  }
  if (inputs.command === 'answer') return answerComment({ inputs, runner, folder });
  if (!isCommandName(inputs.command)) return stop(`there is no command "${inputs.command}"`);
  const mistake = forkMistake(inputs.command, runner) ?? fixMistake({ inputs, runner });
  if (mistake !== null) return stop(mistake);
  await run(inputs.command, { inputs, runner, folder });
}

async function answerComment(job: Job): Promise<void> {
  const log = createJobLog();
  try {
    const { answerJob } = await import('./answer-job.ts');
    const result = await answerJob(job, log);
    if (result === null) setExitCode(0);
    else finish('apply', result.exitCode, result.report.title, job.inputs.failOn);
  } catch (error) {
    stop(errorLine(error));
  }
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

async function run(command: CommandName, job: Job): Promise<void> {
  const { inputs, runner, folder } = job;
  const log = createJobLog();
  const forge = await openForge(job, log);
  const cwd = resolve(runner.workspace, folder);
  const cloud = await chooseCloud({
    cloud: isFork(runner) ? 'sandbox' : inputs.cloud,
    env: process.env,
    cwd,
    log,
    onSecret: setSecret,
    cloudsText: inputs.cloudsYaml,
  });
  try {
    const { exitCode, report, failure } = await runCommand(command, job, { cloud, forge, cwd, log });
    finish(command, exitCode, failure ?? report.title, inputs.failOn);
  } catch (error) {
    await publishFailure(command, errorLine(error), forge.publisher, job);
    debug(error instanceof Error ? (error.stack ?? '') : '');
    finish(command, 1, errorLine(error), inputs.failOn);
  } finally {
    await cloud.close();
  }
}

interface Chosen {
  readonly cloud: ChosenCloud;
  readonly forge: ForgeParts;
  readonly cwd: string;
  readonly log: Log;
}

/** Where the forge knows of a pull request or a merge, plan and apply have more to do than in a terminal. */
async function runCommand(
  command: CommandName,
  job: Job,
  { cloud, forge, cwd, log }: Chosen,
): Promise<CommandResult> {
  const { inputs, runner, folder } = job;
  const { pull, merge, ...roles } = forge;
  const checkout = { tree: fileSystemTree(runner.workspace), folder };
  const parts = { ...cloud, ...roles, tree: fileSystemTree(cwd), checkout, log };
  const options = optionsOf(job);
  const { commit } = options;
  if (command === 'plan' && pull !== undefined && runner.trigger.kind === 'pull-request') {
    const { state } = runner.trigger;
    const where = { state, folder, cloudFromFolder: isCloudFromFolder(job) };
    const { planPull } = await import('./commands/plan-pull.ts');
    return planPull({ ...parts, pull }, { ...options, ...where });
  }
  const merged = command === 'apply' && !inputs.onlySchedules;
  const approval = inputs.approvalRequired ? 'required' : 'none';
  if (merged && merge !== undefined && commit !== null) {
    const { directPush } = inputs;
    const all = { ...parts, ...merge, wallClock: REAL_CLOCK };
    const { applyMerge } = await import('./commands/apply-merge.ts');
    return applyMerge(all, { ...options, commit, approval, directPush });
  }
  // Without a repository to ask nothing can have been approved there.
  const unasked = merged && inputs.approvalRequired ? [] : null;
  return COMMANDS[command].run(parts, { ...options, approved: options.approved ?? unasked });
}

function forkMistake(command: CommandName, runner: Runner): string | null {
  if (!isFork(runner) || command === 'validate' || command === 'plan') return null;
  return `${command} on a pull request from a fork is refused: run it on the branch that was merged into`;
}

/** A pull request's own files have been approved by nobody. */
function fixMistake({ inputs, runner }: Pick<Job, 'inputs' | 'runner'>): string | null {
  if (!inputs.fix || runner.trigger.kind !== 'pull-request') return null;
  return 'drift with fix on a pull request is refused: put right is what the branch it goes into says; run it there, by schedule or by hand';
}

/** An earlier plan must not stand there as if it still held. */
async function publishFailure(
  kind: CommandName,
  message: string,
  publisher: Publisher,
  { inputs, runner }: Job,
): Promise<void> {
  const context = { commit: commitOf(runner.trigger), ...surroundingsOf({ inputs, runner }) };
  const { failureReport } = await import('./core/report/failure-report.ts');
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
