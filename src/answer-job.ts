/** Chooses what answers a comment: the pull request's specs as data, the rules of its base, the cloud of the job. */
import { setSecret } from '@actions/core';
import { type GitHub, openGitHub } from './adapters/github/api.ts';
import { commitTree } from './adapters/github/commit-tree.ts';
import { createConversation } from './adapters/github/conversation.ts';
import { createDeployments } from './adapters/github/deployments.ts';
import { createPullHistory } from './adapters/github/history.ts';
import type { Repository } from './adapters/github/runner.ts';
import { globMatcher } from './adapters/terminal/glob.ts';
import { chooseCloud, REAL_CLOCK } from './choose-cloud.ts';
import { answer } from './commands/answer.ts';
import { applyMerge } from './commands/apply-merge.ts';
import type { CommandResult, WriterParts } from './commands/parts.ts';
import { plan } from './commands/plan.ts';
import { failureReport } from './core/report/failure-report.ts';
import { openForge } from './github-parts.ts';
import { environmentOf, type Job, optionsOf, surroundingsOf } from './job.ts';
import type { AskedPull } from './model/chat.ts';
import { errorLine } from './ports/errors.ts';
import type { Log } from './ports/log.ts';

/** null when there was nothing to do, or only words to say. */
export async function answerJob(job: Job, log: Log): Promise<CommandResult | null> {
  const { inputs, runner } = job;
  const { trigger, repository, apiUrl } = runner;
  if (trigger.kind !== 'comment' || !trigger.onPull) {
    log.info('nobody has just written a comment on a pull request: there is nothing to answer');
    return null;
  }
  if (inputs.token === null || repository === null) throw new Error('answering a comment takes a token');
  const github = openGitHub({ token: inputs.token, apiUrl });
  const conversation = createConversation(github, repository, trigger, REAL_CLOCK.sleep);
  const work = { job, log, github, repository };
  return answer(
    {
      conversation,
      log,
      plan: (pull) => onPull(work, 'plan', pull, (parts, about) => plan(parts, optionsOf(about))),
      apply: (pull) => onPull(work, 'apply', pull, (parts, about) => applyPull(work, about, parts, pull)),
    },
    { comment: trigger.body, enabled: inputs.commentCommands },
  );
}

interface Work {
  readonly job: Job;
  readonly log: Log;
  readonly github: GitHub;
  readonly repository: Repository;
}

/** As if the pull request itself had set the job off; its files are those of the trial merge. */
async function onPull(
  { job, log, github, repository }: Work,
  command: 'plan' | 'apply',
  { number, headSha, merge }: AskedPull,
  act: (parts: WriterParts, about: Job) => Promise<CommandResult>,
): Promise<CommandResult> {
  if (merge === null) throw new Error(`pull request ${number} can not be merged`);
  const { inputs, runner, folder } = job;
  const { baseSha } = merge;
  const trigger = { kind: 'pull-request', number, headSha, baseSha, state: 'open', fork: false } as const;
  const about: Job = { folder, inputs: { ...inputs, command }, runner: { ...runner, trigger } };
  const { pull: _, merge: __, ...roles } = await openForge(about, log);
  const cloud = await chooseCloud({
    cloud: inputs.cloud,
    env: process.env,
    cwd: runner.workspace,
    log,
    onSecret: setSecret,
    cloudsText: inputs.cloudsYaml,
  });
  try {
    const tree = commitTree(github, repository, { sha: merge.sha, folder, matches: globMatcher });
    return await act({ ...cloud, ...roles, tree, log }, about);
  } catch (error) {
    // an earlier plan must not stand there as if it still held
    const context = { commit: headSha, ...surroundingsOf(about) };
    await roles.publisher.publish(failureReport({ kind: command, message: errorLine(error) }, context));
    throw error;
  } finally {
    await cloud.close();
  }
}

/** Only what the plan of its last commit showed, and in its turn. */
function applyPull(
  { github, repository }: Work,
  about: Job,
  parts: WriterParts,
  { number, headSha, baseRef, merge }: AskedPull,
): Promise<CommandResult> {
  const { inputs, runner } = about;
  const baseSha = merge?.baseSha ?? '';
  return applyMerge(
    {
      ...parts,
      history: createPullHistory(github, repository, { number, headSha, baseSha, baseRef, key: inputs.key }),
      deployments: createDeployments(github, repository, {
        sha: headSha,
        environment: environmentOf(inputs),
        runUrl: runner.runUrl,
        // those of the workflow that applies what is merged, too
        anyWorkflow: true,
      }),
      wallClock: REAL_CLOCK,
    },
    { ...optionsOf(about), commit: headSha, approval: 'required', directPush: 'refuse' },
  );
}
