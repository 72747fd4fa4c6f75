/** Compares two commits, page by page: GitHub lists the oldest first, a hundred at a time. */
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

type Answer = Awaited<ReturnType<GitHub['rest']['repos']['compareCommitsWithBasehead']>>['data'];

export interface Comparison {
  readonly status: Answer['status'];
  /** Those of `head` that `base` has not, the oldest first; of more than a thousand the first thousand. */
  readonly commits: Answer['commits'];
}

const PAGE = 100;
const MOST_PAGES = 10;

export async function compareCommits(
  github: GitHub,
  repository: Repository,
  base: string,
  head: string,
): Promise<Comparison> {
  const commits: Answer['commits'] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await github.rest.repos.compareCommitsWithBasehead({
      ...repository,
      basehead: `${base}...${head}`,
      per_page: PAGE,
      page,
    });
    commits.push(...data.commits);
    const isLast = data.commits.length < PAGE || commits.length >= data.total_commits;
    if (isLast || page >= MOST_PAGES) return { status: data.status, commits };
  }
}
