/** Publishes a report from a job: state before story, and a story that fails never changes the verdict. */
import { posix } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import type { Annotation } from '../../model/report.ts';
import { errorLine, isForgeError } from '../../ports/errors.ts';
import type { Publisher, Report } from '../../ports/forge.ts';
import type { Log } from '../../ports/log.ts';
import { annotateInLog, MAX_OF_EACH } from './annotations.ts';
import type { GitHub } from './api.ts';
import { type CheckRun, checkName, leaveCheckRun } from './checks.ts';
import { keepComment } from './comments.ts';
import { printText } from './log.ts';
import { setOutputs } from './outputs.ts';
import type { Runner } from './runner.ts';
import { writeSummary } from './summary.ts';
import { commitOf } from './trigger.ts';

export interface GitHubPublisherOptions {
  /** null = no token was given. */
  readonly github: GitHub | null;
  readonly runner: Runner;
  readonly log: Log;
  readonly comment: boolean;
  readonly check: boolean;
  readonly key: string;
  /** From the repository's root to where the specs' paths begin. */
  readonly folder: string;
  /** What a comment shall say, from the one that stands there (null = none) and the new one. */
  readonly restate: (earlier: string | null, fresh: string) => string;
}

export function createGitHubPublisher(options: GitHubPublisherOptions): Publisher {
  const { runner, log } = options;
  let inLog: readonly Annotation[] = [];
  let unkept: string | null = null;
  return {
    async annotate(problems) {
      inLog = problems.slice(0, MAX_OF_EACH).map((problem) => moved(ofProblem(problem), options.folder));
      annotateInLog(inLog);
    },
    async publish(report, { approves = [], onPull = true, comment: spoken = true } = {}) {
      const written = new Set(inLog.map(identity));
      const annotations = report.annotations
        .map((one) => moved(one, options.folder))
        .filter((one) => !written.has(identity(one)));
      printText(report.text);
      await setOutputs(report, runner.temp);
      const leave = () => check(options, { report, annotations, approves });
      const checked = onPull ? await orError(leave) : false;
      if (checked !== true) annotateInLog(annotations);
      if (checked instanceof Error) log.warn(`leaving the check run: ${errorLine(checked)}`);
      const lost = checked instanceof Error && approves.length > 0 && keepsApprovals(runner, checked);
      unkept = lost ? UNKEPT : null;
      const { kind, marker } = report;
      const { summary, markdown } = lost ? withCaution(report) : report;
      await attempt(log, 'writing the job summary', () => writeSummary(summary));
      if (onPull && spoken)
        await attempt(log, 'keeping the comment', () => comment(options, { kind, marker, markdown }));
    },
    unkept: () => unkept,
  };
}

async function orError<Value>(act: () => Promise<Value>): Promise<Value | Error> {
  try {
    return await act();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A host without check runs answers that there is no such thing; what is merged there is approved otherwise. */
function keepsApprovals({ trigger }: Runner, error: Error): boolean {
  return trigger.kind === 'pull-request' && !isForgeError(error, 'not-found');
}

const UNKEPT =
  'what this plan shows could not be left on the commit, so merging approves nothing: see the warnings of this job, and run it again';

function withCaution({ summary, markdown }: Report): Pick<Report, 'summary' | 'markdown'> {
  const caution = `\n> [!CAUTION]\n> ${UNKEPT.charAt(0).toUpperCase()}${UNKEPT.slice(1)}.\n`;
  return { summary: `${summary}${caution}`, markdown: `${markdown}${caution}` };
}

/** null when it went wrong: told as a warning, with the rest going on. */
async function attempt<Value>(log: Log, what: string, act: () => Promise<Value>): Promise<Value | null> {
  try {
    return await act();
  } catch (error) {
    log.warn(`${what}: ${errorLine(error)}; the verdict stands`);
    return null;
  }
}

/** true when a check run was left. Only plans have one: their fingerprints are what merging approves. */
async function check(
  { github, runner, key, ...options }: GitHubPublisherOptions,
  { report, annotations, approves }: Pick<CheckRun, 'report' | 'annotations' | 'approves'>,
): Promise<boolean> {
  const { repository, trigger } = runner;
  const headSha = commitOf(trigger);
  if (!options.check || report.kind !== 'plan' || headSha === null) return false;
  if (github === null || repository === null || isReadOnly(runner)) return false;
  await leaveCheckRun(github, repository, {
    headSha,
    name: checkName(key),
    report,
    approves,
    annotations,
    detailsUrl: runner.runUrl,
  });
  return true;
}

/** What apply did is said by whoever knows the pull requests that it was for: see `plan-comment.ts`. */
async function comment(
  options: GitHubPublisherOptions,
  { kind, marker, markdown }: Pick<Report, 'kind' | 'marker' | 'markdown'>,
): Promise<void> {
  const { github, runner, log } = options;
  const { repository, trigger } = runner;
  if (!options.comment || github === null || repository === null) return;
  if (kind !== 'plan' || trigger.kind !== 'pull-request') return;
  if (isReadOnly(runner)) {
    log.info('a pull request from a fork has a token that only reads: the report is in the job summary');
    return;
  }
  const { number, headSha } = trigger;
  const { data } = await github.rest.pulls.get({ ...repository, pull_number: number });
  if (data.head.sha !== headSha) {
    log.info(`pull request ${number} has newer commits: the comment is left to their plan`);
    return;
  }
  if (data.state === 'closed') {
    log.info(`pull request ${number} was closed or merged meanwhile: what stands there is the last word`);
    return;
  }
  const body = (earlier: string | null) => options.restate(earlier, markdown);
  const fate = await keepComment(github, repository, { number, marker, body });
  log.info(`comment on pull request ${number}: ${fate}`);
}

function isReadOnly({ trigger }: Runner): boolean {
  return trigger.kind === 'pull-request' && trigger.fork;
}

function ofProblem({ file, line, column, message }: Problem): Annotation {
  return { file, line, column, severity: 'error', title: 'Thermostat: problem', message };
}

function moved(annotation: Annotation, folder: string): Annotation {
  return { ...annotation, file: posix.join(folder, annotation.file) };
}

function identity({ file, line, column, message }: Annotation): string {
  return JSON.stringify([file, line, column, message]);
}
