/** Reads what a pull request changes. */
import type { PullRequest } from '../../ports/forge.ts';
import type { GitHub } from './api.ts';
import type { Repository } from './runner.ts';

/** GitHub lists no more files of a pull request. */
const MOST_FILES = 3000;

export function createPullRequest(github: GitHub, repository: Repository, number: number): PullRequest {
  return {
    async changedFiles() {
      const all = await github.paginate(github.rest.pulls.listFiles, {
        ...repository,
        pull_number: number,
        per_page: 100,
      });
      if (all.length >= MOST_FILES) return null;
      return all.flatMap(({ filename, previous_filename: before }) =>
        before === undefined ? [filename] : [filename, before],
      );
    },
  };
}
