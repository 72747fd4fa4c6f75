/** Chooses what plays the forge's roles in a job on GitHub: whatever its event, token and inputs allow. */
import type { GitHub } from './adapters/github/api.ts';
import { commitTree } from './adapters/github/commit-tree.ts';
import { createDeployments } from './adapters/github/deployments.ts';
import { freezeLabeller } from './adapters/github/freeze-label.ts';
import { createMergeHistory } from './adapters/github/history.ts';
import { speaksForRepository } from './adapters/github/issue-place.ts';
import { createGitHubIssues } from './adapters/github/issues.ts';
import { createPlanComment } from './adapters/github/plan-comment.ts';
import { createProposals } from './adapters/github/proposals.ts';
import { createGitHubPublisher } from './adapters/github/publisher.ts';
import { createPullRequest } from './adapters/github/pull-request.ts';
import type { Repository } from './adapters/github/runner.ts';
import { watchWorkflows } from './adapters/github/workflows.ts';
import { globMatcher } from './adapters/terminal/glob.ts';
import type { ReaderParts } from './commands/parts.ts';
import { unlessOnlyRunDiffers } from './core/report/same-but-run.ts';
import { environmentOf, isFork, type Job } from './job.ts';
import type { Deployments, MergeHistory, Publisher, PullRequest } from './ports/forge.ts';
import type { Log } from './ports/log.ts';
import type { SourceTree } from './ports/source-tree.ts';

export interface ForgeParts
  extends Pick<ReaderParts, 'base' | 'comment' | 'freezeLabeller' | 'issues' | 'proposals' | 'watch'> {
  readonly publisher: Publisher;
  /** Absent where the job is about no pull request. */
  readonly pull?: PullRequest;
  /** Absent where no commit of a branch is applied. */
  readonly merge?: { readonly history: MergeHistory; readonly deployments: Deployments };
}

const NO_BASE =
  'no token was given: the rules of the base branch can not be read, those of the pull request count instead';

interface Place {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly log: Log;
}

export async function openForge(job: Job, log: Log): Promise<ForgeParts> {
  const { inputs, runner, folder } = job;
  const { repository, apiUrl, trigger } = runner;
  const github = inputs.token === null ? null : await gitHub(inputs.token, apiUrl);
  const restate = unlessOnlyRunDiffers;
  const publisher = createGitHubPublisher({ ...inputs, github, runner, log, folder, restate });
  if (github === null || repository === null) {
    if (trigger.kind === 'pull-request' || trigger.kind === 'merge-group') log.warn(NO_BASE);
    return { publisher };
  }
  const place = { github, repository, log };
  return {
    publisher,
    watch: watchWorkflows({ github, repository, workspace: runner.workspace }),
    ...rolesOf(job, place),
  };
}

/** Loaded where there is a token to use it with. */
async function gitHub(token: string, apiUrl: string): Promise<GitHub> {
  const { openGitHub } = await import('./adapters/github/api.ts');
  return openGitHub({ token, apiUrl });
}

function rolesOf(job: Job, place: Place): Partial<ForgeParts> {
  const { trigger } = job.runner;
  switch (trigger.kind) {
    case 'pull-request':
      return {
        base: baseOf(job, place, trigger.baseSha),
        ...pullRoles(job, place, trigger.number),
      };
    case 'merge-group':
      return { base: baseOf(job, place, trigger.baseSha) };
    case 'comment':
      return {};
    case 'push':
    case 'schedule':
    case 'manual':
      return branchRoles(job, place);
  }
}

/** The rules of the base branch are read through the API: the checkout is what the pull request wants them to be. */
function baseOf({ folder }: Job, { github, repository }: Place, sha: string): SourceTree {
  return commitTree(github, repository, { sha, folder, matches: globMatcher });
}

function pullRoles({ inputs, runner }: Job, { github, repository, log }: Place, number: number) {
  const pulls = async () => [number];
  return {
    pull: createPullRequest(github, repository, number),
    freezeLabeller: () => freezeLabeller(github, repository, [number]),
    ...(inputs.comment && !isFork(runner)
      ? { comment: createPlanComment({ github, repository, pulls, log }) }
      : {}),
  };
}

function branchRoles(job: Job, place: Place): Partial<ForgeParts> {
  const { inputs, runner } = job;
  const { github, repository, log } = place;
  const { trigger, runUrl } = runner;
  if (trigger.kind === 'pull-request' || trigger.sha === null || inputs.command !== 'apply')
    return { ...issueRole(job, place), ...proposalRole(job, place) };
  const { sha, branch } = trigger;
  const push = { sha, branch, before: trigger.kind === 'push' ? trigger.before : null };
  const history = createMergeHistory(github, repository, { push, key: inputs.key });
  const environment = environmentOf(inputs);
  const deployments = createDeployments(github, repository, { sha, environment, runUrl });
  const pulls = () => history.pullNumbers();
  return {
    ...issueRole(job, place),
    merge: { history, deployments },
    freezeLabeller: async () => freezeLabeller(github, repository, await history.pullNumbers()),
    ...(inputs.comment ? { comment: createPlanComment({ github, repository, pulls, log }) } : {}),
  };
}

/** The issues of this place, which the globs of the run narrow further. */
function issueRole({ inputs, runner, folder }: Job, { github, repository }: Place): Partial<ForgeParts> {
  if (!inputs.issues || !speaksForRepository(runner)) return {};
  const place = JSON.stringify([inputs.cloud ?? process.env['OS_CLOUD'] ?? '', folder]);
  return { issues: { keeper: createGitHubIssues({ github, repository }), max: inputs.maxIssues, place } };
}

/** For the default branch alone: what another branch says is nobody's to merge yet. */
function proposalRole({ inputs, runner, folder }: Job, place: Place): Partial<ForgeParts> {
  const { trigger, defaultBranch } = runner;
  if (!inputs.adopt || trigger.kind === 'pull-request' || trigger.kind === 'merge-group') return {};
  const { sha, branch } = trigger;
  if (sha === null || branch === null || branch !== defaultBranch) {
    place.log.warn(`adopt: only shown, for ${JSON.stringify(branch)} is not the default branch`);
    return {};
  }
  const { github, repository } = place;
  const where = JSON.stringify([inputs.cloud ?? process.env['OS_CLOUD'] ?? '', folder]);
  return {
    proposals: createProposals({ github, repository, base: { branch, sha }, folder, place: where }),
  };
}
