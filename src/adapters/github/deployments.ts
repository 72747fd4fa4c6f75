/** Records an apply as a deployment; where the job's own `environment:` has recorded one, it is that one. */
import type { Deployment, DeploymentEnd, DeploymentState } from '../../model/deployment.ts';
import { isForgeError } from '../../ports/errors.ts';
import type { Deployments } from '../../ports/forge.ts';
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

export interface DeploymentOptions {
  readonly sha: string;
  /** Of the record that is made here. */
  readonly environment: string;
  /** The page of this run; null = nothing tells runs apart, and nothing is found again. */
  readonly runUrl: string | null;
  /** Records of a job's `environment:` count whichever workflow the job is of; else only those of this one. */
  readonly anyWorkflow?: boolean;
}

/** A re-run or another key may have left some for the same commit; a job has one `environment:`. */
const OF_ONE_COMMIT = 10;
/** It begins, succeeds and becomes inactive; attempts that were killed begin once more. */
const OF_ONE_DEPLOYMENT = 10;
/** How far back others are looked at. */
const OTHERS = 20;
const MAX_DESCRIPTION = 140;
/** Tells the records that are made here from those of jobs. */
const OURS = 'Thermostat apply';

interface Own {
  readonly id: number;
  readonly environment: string;
  /** GitHub ends what GitHub began. */
  readonly byJob: boolean;
}

export function createDeployments(
  github: GitHub,
  repository: Repository,
  options: DeploymentOptions,
): Deployments {
  let own: Own | null = null;
  const ended = new Map<number, Ended>();
  const statusOf = async (id: number) => {
    const known = ended.get(id) ?? (await latest(github, repository, id));
    // looking again and again must not use up the requests of the hour
    if (known.state === 'success' || known.state === 'failure') ended.set(id, known);
    return known;
  };
  const isApply = workflowsAsked(github, repository, options);
  const state = (id: number, end: 'in_progress' | DeploymentEnd['state'], description: string) =>
    github.rest.repos.createDeploymentStatus({
      ...repository,
      deployment_id: id,
      state: end,
      description: description.slice(0, MAX_DESCRIPTION),
      ...(options.runUrl === null ? {} : { log_url: options.runUrl }),
    });
  return {
    async begin() {
      own = (await byThisJob(github, repository, options)) ?? (await create(github, repository, options));
      if (!own.byJob) await state(own.id, 'in_progress', 'Thermostat applies');
    },
    async others() {
      const environment = own?.environment ?? options.environment;
      const { data } = await github.rest.repos.listDeployments({
        ...repository,
        environment,
        per_page: OTHERS,
      });
      const foreign = data.filter(({ id }) => id !== own?.id).sort((a, b) => b.id - a.id);
      const others: Deployment[] = [];
      for (const { id, sha, description } of foreign) {
        const one = { id, sha, ...(await statusOf(id)) };
        // An earlier attempt of this run, or another job of it, is not somebody else.
        if (one.run !== null && one.run === options.runUrl) continue;
        if (description === OURS || (await isApply(one))) others.push(one);
      }
      return Promise.all(others.map((one) => withFate(github, repository, one)));
    },
    own: () => own?.id ?? null,
    async end({ state: ended, description }) {
      if (own !== null && !own.byJob) await state(own.id, ended, description);
    },
  };
}

type Ended = Pick<Deployment, 'state' | 'run'>;

/** The deployment of this commit whose status leads to this run: the job's, or ours of an attempt that was killed. */
async function byThisJob(
  github: GitHub,
  repository: Repository,
  { sha, runUrl, ...options }: DeploymentOptions,
): Promise<Own | null> {
  if (runUrl === null) return null;
  const { data } = await github.rest.repos.listDeployments({ ...repository, sha, per_page: OF_ONE_COMMIT });
  for (const { id, environment, description } of data) {
    const byJob = description !== OURS;
    if (!byJob && environment !== options.environment) continue;
    const { run, state } = await latest(github, repository, id);
    if (state === 'in-progress' && run === runUrl) return { id, environment, byJob };
  }
  return null;
}

async function create(
  github: GitHub,
  repository: Repository,
  { sha, environment }: DeploymentOptions,
): Promise<Own> {
  const { data } = await github.rest.repos.createDeployment({
    ...repository,
    ref: sha,
    task: 'deploy',
    auto_merge: false,
    // What must be green was asked for before the merge.
    required_contexts: [],
    environment,
    description: OURS,
  });
  if (!('id' in data)) throw new Error(`a deployment of ${sha} was not made: ${data.message ?? ''}`);
  return { id: data.id, environment, byJob: false };
}

const STATES: Readonly<Record<string, DeploymentState>> = {
  in_progress: 'in-progress',
  success: 'success',
  failure: 'failure',
  error: 'failure',
};

async function latest(github: GitHub, repository: Repository, id: number): Promise<Ended> {
  const { data } = await github.rest.repos.listDeploymentStatuses({
    ...repository,
    deployment_id: id,
    per_page: OF_ONE_DEPLOYMENT,
  });
  const [newest] = data;
  // A later success makes an earlier one inactive, in its own name; what never was one stood back, and did nothing.
  const status = data.find(({ state }) => state !== 'inactive') ?? newest;
  if (status === undefined) return { state: 'unknown', run: null };
  const stoodBack = newest?.state === 'inactive' && status.state !== 'success';
  const state = stoodBack ? 'failure' : (STATES[status.state] ?? 'unknown');
  return { state, run: runOf(status.log_url || status.target_url || '') };
}

/**
 * GitHub keeps a record of every job with an `environment:`, whatever it deploys: another workflow's says nothing of
 * what was applied. Where that can't be asked each counts.
 */
function workflowsAsked(github: GitHub, repository: Repository, options: DeploymentOptions) {
  const known = new Map<string, Promise<number | null>>();
  const workflowOf = (run: string | null) => {
    const asked =
      known.get(run ?? '') ?? askRun(github, repository, run).then((one) => one?.workflow ?? null);
    known.set(run ?? '', asked);
    return asked;
  };
  return async ({ state, run }: Deployment): Promise<boolean> => {
    if (options.anyWorkflow || state === 'failure' || state === 'unknown') return true;
    const [theirs, own] = [await workflowOf(run), await workflowOf(options.runUrl)];
    return theirs === null || own === null || theirs === own;
  };
}

/** A run that was killed can't say that it failed: the forge says whether it still runs. */
async function withFate(github: GitHub, repository: Repository, one: Deployment): Promise<Deployment> {
  if (one.state !== 'in-progress') return one;
  const run = await askRun(github, repository, one.run);
  return run?.completed ? { ...one, state: 'failure' } : one;
}

/** null = it can't be told. */
async function askRun(
  github: GitHub,
  repository: Repository,
  url: string | null,
): Promise<{ readonly completed: boolean; readonly workflow: number } | null> {
  const id = Number(/\/(\d+)$/.exec(url ?? '')?.[1] ?? 0);
  if (id === 0) return null;
  try {
    const { data } = await github.rest.actions.getWorkflowRun({ ...repository, run_id: id });
    return { completed: data.status === 'completed', workflow: data.workflow_id };
  } catch (error) {
    if (isForgeError(error, 'forbidden', 'not-found')) return null;
    throw error;
  }
}

/** The run's page, whether the link leads to it or to one of its jobs. */
function runOf(url: string): string | null {
  return /^(https?:\/\/[^?#]+\/actions\/runs\/\d+)(?:[/?#]|$)/.exec(url)?.[1] ?? null;
}
