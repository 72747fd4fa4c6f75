/** Finds the pull requests that brought a commit, and their commits. */
import { isForgeError } from '../../ports/errors.ts';
import type { GitHub } from './api.ts';
import { compareCommits } from './comparison.ts';
import type { Repository } from './runner.ts';

export interface Brought {
  readonly number: number;
  /** The last commit that was reviewed. */
  readonly headSha: string;
}

/** What one push brought to a branch. */
export interface Push {
  readonly sha: string;
  /** Where the branch stood before; null = only the commit itself is looked at. */
  readonly before: string | null;
  /** null = any branch. */
  readonly branch: string | null;
}

/** A merge queue brings several merges in one push; more than these nobody queues. */
const MOST_MERGES = 50;

/** The oldest first. */
export async function pullRequestsOf(
  github: GitHub,
  repository: Repository,
  push: Push,
): Promise<readonly Brought[]> {
  const found = new Map<number, Brought>();
  for (const sha of await mergesOf(github, repository, push)) {
    const pull = await pullRequestOf(github, repository, sha, push.branch);
    if (pull !== null && !found.has(pull.number)) found.set(pull.number, pull);
  }
  return [...found.values()].reverse();
}

/** The one merged as this commit, else the only one that holds it; null when there is none. */
async function pullRequestOf(
  github: GitHub,
  repository: Repository,
  sha: string,
  branch: string | null,
): Promise<Brought | null> {
  const { data } = await github.rest.repos.listPullRequestsAssociatedWithCommit({
    ...repository,
    commit_sha: sha,
    per_page: 100,
  });
  // Merged to another branch, it had to pass that branch's rules only.
  const merged = data.filter(
    (pull) => pull.merged_at !== null && (branch === null || pull.base.ref === branch),
  );
  const exact = merged.find((pull) => pull.merge_commit_sha === sha);
  const pull = exact ?? (merged.length === 1 ? merged[0] : undefined);
  return pull ? { number: pull.number, headSha: pull.head.sha } : null;
}

/** The commits of a pull request, the newest first, `headSha` in front; at most `most`. */
export async function commitsOf(
  github: GitHub,
  repository: Repository,
  { number, headSha }: Brought,
  most: number,
): Promise<readonly string[]> {
  const all = await github.paginate(github.rest.pulls.listCommits, {
    ...repository,
    pull_number: number,
    per_page: 100,
  });
  const shas = all.map(({ sha }) => sha).reverse();
  return [...new Set([headSha, ...shas])].slice(0, most);
}

/** The push's commits along first parents, the newest first: a merge commit stands for all that it merged. */
async function mergesOf(
  github: GitHub,
  repository: Repository,
  { sha, before }: Push,
): Promise<readonly string[]> {
  const commits = before === null ? [] : await commitsBetween(github, repository, before, sha);
  const parents = new Map(commits.map((commit) => [commit.sha, commit.parents[0]?.sha ?? null]));
  const chain: string[] = [sha];
  for (let at = parents.get(sha); at && at !== before && parents.has(at) && chain.length < MOST_MERGES; ) {
    chain.push(at);
    at = parents.get(at);
  }
  return chain;
}

/** None where the branch was moved by force, and the earlier commit is gone or beside. */
async function commitsBetween(github: GitHub, repository: Repository, before: string, sha: string) {
  try {
    const { status, commits } = await compareCommits(github, repository, before, sha);
    return status === 'ahead' ? commits : [];
  } catch (error) {
    if (isForgeError(error, 'not-found')) return [];
    throw error;
  }
}
