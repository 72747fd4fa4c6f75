/** Compares two commits, page by page: GitHub lists a hundred at a time. */
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

type Answer = Awaited<ReturnType<GitHub['rest']['repos']['compareCommitsWithBasehead']>>['data'];

export interface Comparison {
  readonly status: Answer['status'];
  /** Those of `head` that `base` has not; of more than a thousand the first thousand that the forge lists. */
  readonly commits: Answer['commits'];
}

const PAGE = 100;
const MOST_PAGES = 10;

/** @param base the whole SHA of a commit. */
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
    if (!isLast && page < MOST_PAGES) continue;
    const told: Answer['status'] | undefined = data.status;
    return { status: told ?? (await statusFrom(github, repository, { base, head, commits })), commits };
  }
}

/** Gitea and Forgejo tell the commits alone: whoever follows a commit has it among the parents of what came after. */
async function statusFrom(
  github: GitHub,
  repository: Repository,
  { base, head, commits }: Pick<Comparison, 'commits'> & { readonly base: string; readonly head: string },
): Promise<Answer['status']> {
  if (commits.some(({ parents }) => parents.some(({ sha }) => sha === base))) return 'ahead';
  if (commits.length > 0) return 'diverged';
  const { data } = await github.rest.repos.compareCommitsWithBasehead({
    ...repository,
    basehead: `${head}...${base}`,
    per_page: 1,
  });
  return data.commits.length === 0 ? 'identical' : 'behind';
}
