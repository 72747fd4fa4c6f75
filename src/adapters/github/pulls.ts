/** Finds the pull request that brought a commit. */
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

export interface MergedPull {
  readonly number: number;
  /** The last commit that was reviewed. */
  readonly headSha: string;
}

/** The one merged as this commit, else the only one that holds it; null when there is none. */
export async function pullRequestOf(
  github: GitHub,
  repository: Repository,
  sha: string,
): Promise<MergedPull | null> {
  const { data } = await github.rest.repos.listPullRequestsAssociatedWithCommit({
    ...repository,
    commit_sha: sha,
    per_page: 100,
  });
  const merged = data.filter((pull) => pull.merged_at !== null);
  const exact = merged.find((pull) => pull.merge_commit_sha === sha);
  const pull = exact ?? (merged.length === 1 ? merged[0] : undefined);
  return pull ? { number: pull.number, headSha: pull.head.sha } : null;
}
