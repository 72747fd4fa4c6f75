/** Records an apply as a deployment; where the job's own `environment:` has recorded one, it is that one. */
import type { Deployment, DeploymentEnd, DeploymentState } from '../../model/deployment.ts';
import { ForgeError } from '../../ports/errors.ts';
import type { Deployments } from '../../ports/forge.ts';
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

export interface DeploymentOptions {
  readonly sha: string;
  /** Of the record that is made here. */
  readonly environment: string;
  /** The page of this run; null = nothing tells runs apart, and nothing is found again. */
  readonly runUrl: string | null;
}

/** A re-run or another key may have left some for the same commit; a job has one `environment:`. */
const OF_ONE_COMMIT = 10;
/** How far back others are looked at. */
const OTHERS = 20;
const MAX_DESCRIPTION = 140;

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
      const all: Deployment[] = [];
      for (const { id, sha } of foreign) all.push({ id, sha, ...(await latest(github, repository, id)) });
      // An earlier attempt of this run, or another job of it, is not somebody else.
      const others = all.filter(({ run }) => run === null || run !== options.runUrl);
      return Promise.all(others.map((one) => withFate(github, repository, one)));
    },
    own: () => own?.id ?? null,
    async end({ state: ended, description }) {
      if (own !== null && !own.byJob) await state(own.id, ended, description);
    },
  };
}

/** The deployment of this commit whose status leads to this run. */
async function byThisJob(
  github: GitHub,
  repository: Repository,
  { sha, runUrl }: DeploymentOptions,
): Promise<Own | null> {
  if (runUrl === null) return null;
  const { data } = await github.rest.repos.listDeployments({ ...repository, sha, per_page: OF_ONE_COMMIT });
  for (const { id, environment } of data) {
    const { run, state } = await latest(github, repository, id);
    if (state === 'in-progress' && run === runUrl) return { id, environment, byJob: true };
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
    description: 'Thermostat apply',
  });
  if (!('id' in data)) throw new Error(`a deployment of ${sha} was not made: ${data.message ?? ''}`);
  return { id: data.id, environment, byJob: false };
}

const STATES: Readonly<Record<string, DeploymentState>> = {
  in_progress: 'in-progress',
  success: 'success',
  // A later success makes an earlier one inactive.
  inactive: 'success',
  failure: 'failure',
  error: 'failure',
};

async function latest(
  github: GitHub,
  repository: Repository,
  id: number,
): Promise<Pick<Deployment, 'state' | 'run'>> {
  const { data } = await github.rest.repos.listDeploymentStatuses({
    ...repository,
    deployment_id: id,
    per_page: 1,
  });
  const [status] = data;
  if (status === undefined) return { state: 'unknown', run: null };
  return { state: STATES[status.state] ?? 'unknown', run: runOf(status.log_url || status.target_url || '') };
}

/** A run that was killed can't say that it failed: the forge says whether it still runs. */
async function withFate(github: GitHub, repository: Repository, one: Deployment): Promise<Deployment> {
  const id = Number(/\/(\d+)$/.exec(one.run ?? '')?.[1] ?? 0);
  if (one.state !== 'in-progress' || id === 0) return one;
  try {
    const { data } = await github.rest.actions.getWorkflowRun({ ...repository, run_id: id });
    return data.status === 'completed' ? { ...one, state: 'failure' } : one;
  } catch (error) {
    if (error instanceof ForgeError && (error.code === 'forbidden' || error.code === 'not-found')) return one;
    throw error;
  }
}

/** The run's page, whether the link leads to it or to one of its jobs. */
function runOf(url: string): string | null {
  return /^(https?:\/\/[^?#]+\/actions\/runs\/\d+)(?:[/?#]|$)/.exec(url)?.[1] ?? null;
}
