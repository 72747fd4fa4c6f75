/** What the runner tells an action through its environment. */
import { readFile } from 'node:fs/promises';
import type { Trigger } from './trigger.ts';
import { branchOf, defaultBranchIn, triggerFrom } from './trigger.ts';

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

export interface Runner {
  readonly apiUrl: string;
  /** null outside a repository's workflow. */
  readonly repository: Repository | null;
  readonly trigger: Trigger;
  /** The branch the job runs on; null on a tag or a pull request. */
  readonly branch: string | null;
  /** null when the event does not tell. */
  readonly defaultBranch: string | null;
  /** The page of this run; null when it has none. */
  readonly runUrl: string | null;
  /** The page of the repository; null where the host has none. */
  readonly repositoryUrl: string | null;
  /** Where the repository is checked out. */
  readonly workspace: string;
  /** A folder for files of this job. */
  readonly temp: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment and the event's file; an event that can't be read counts as started by hand. */
export async function readRunner(env: Environment, cwd: string): Promise<Runner> {
  const repository = repositoryFrom(env['GITHUB_REPOSITORY'] ?? '');
  const payload = await readEvent(env['GITHUB_EVENT_PATH']);
  return {
    apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
    repository,
    trigger: triggerFrom({
      event: env['GITHUB_EVENT_NAME'] ?? '',
      payload,
      sha: env['GITHUB_SHA'] || null,
      ref: env['GITHUB_REF'] ?? '',
    }),
    branch: branchOf(env['GITHUB_REF'] ?? ''),
    defaultBranch: defaultBranchIn(payload),
    runUrl: runUrl(env, repository),
    repositoryUrl: repositoryUrl(env, repository),
    workspace: env['GITHUB_WORKSPACE'] || cwd,
    temp: env['RUNNER_TEMP'] || null,
  };
}

/** The names of the environment that hold secrets of an OpenStack client, to be masked. */
export function secretsIn(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    /^OS_.*(PASSWORD|SECRET|TOKEN|PASSCODE)$/.test(name) && value ? [value] : [],
  );
}

async function readEvent(path: string | undefined): Promise<unknown> {
  if (!path) return null;
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

function repositoryFrom(name: string): Repository | null {
  const [owner, repo, ...rest] = name.split('/');
  return owner && repo && rest.length === 0 ? { owner, repo } : null;
}

function runUrl(env: Environment, repository: Repository | null): string | null {
  const page = repositoryUrl(env, repository);
  const run = env['GITHUB_RUN_ID'];
  return page !== null && run ? `${page}/actions/runs/${run}` : null;
}

function repositoryUrl(env: Environment, repository: Repository | null): string | null {
  const server = env['GITHUB_SERVER_URL'];
  return server && repository ? `${server}/${repository.owner}/${repository.repo}` : null;
}
