/** Puts the last word in the place of a plan's comment, on each pull request that a run is about. */
import { errorLine } from '../../ports/errors.ts';
import type { PlanComment } from '../../ports/forge.ts';
import type { Log } from '../../ports/log.ts';
import type { GitHub } from './api.ts';
import { keepComment } from './comments.ts';
import type { Repository } from './runner.ts';

export interface PlanCommentOptions {
  readonly github: GitHub;
  readonly repository: Repository;
  /** Numbers of the pull requests. */
  readonly pulls: () => Promise<readonly number[]>;
  readonly log: Log;
}

export function createPlanComment({ github, repository, pulls, log }: PlanCommentOptions): PlanComment {
  return {
    async settle({ marker, make, onlyExisting }) {
      let stands = false;
      try {
        for (const number of await pulls()) {
          const fate = await keepComment(github, repository, { number, marker, body: make, onlyExisting });
          log.info(`comment on pull request ${number}: ${fate}`);
          stands ||= fate !== 'absent';
        }
      } catch (error) {
        log.warn(`keeping the comment: ${errorLine(error)}; the verdict stands`);
      }
      return stands;
    },
  };
}
