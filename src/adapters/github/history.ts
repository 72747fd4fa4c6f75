/** Tells how a commit came in and what came after it, from GitHub's pull requests and comparisons. */
import type { MergedPull } from '../../model/approval.ts';
import type { MergeHistory } from '../../ports/forge.ts';
import type { GitHub } from './api.ts';
import { findPlan } from './approvals.ts';
import { compareCommits } from './comparison.ts';
import { commitsOf, type Push, pullRequestsOf } from './pulls.ts';
import type { Repository } from './runner.ts';

/** A push to a pull request may have had no plan of its own; the one before may, further back it is another story. */
const COMMITS_TO_LOOK_AT = 10;

export function createMergeHistory(
  github: GitHub,
  repository: Repository,
  { push, key }: { readonly push: Push; readonly key: string },
): MergeHistory {
  const brought = once(() => pullRequestsOf(github, repository, push));
  return {
    pullNumbers: async () => (await brought()).map(({ number }) => number),
    mergedPulls: async () => {
      const pulls: MergedPull[] = [];
      for (const pull of await brought()) {
        const head = await findPlan(github, repository, { shas: [pull.headSha], key });
        const found = head.plan === null ? await olderPlan(pull) : head;
        pulls.push({
          number: pull.number,
          plan: found.plan,
          foreign: [...new Set([...head.foreign, ...found.foreign])],
        });
      }
      return pulls;
    },
    mergedSince: async (before) => {
      const pulls: MergedPull[] = [];
      for (const pull of await pullRequestsOf(github, repository, { ...push, before })) {
        const { number, headSha } = pull;
        pulls.push({ number, ...(await findPlan(github, repository, { shas: [headSha], key })) });
      }
      return pulls;
    },
    newerCommits: () => newerCommits(github, repository, push),
  };

  async function olderPlan(pull: { readonly number: number; readonly headSha: string }) {
    const [, ...shas] = await commitsOf(github, repository, pull, COMMITS_TO_LOOK_AT);
    return findPlan(github, repository, { shas, key });
  }
}

/** Of a pull request that is applied before it is merged: its own plan, and what came to its base since. */
export function createPullHistory(
  github: GitHub,
  repository: Repository,
  pull: {
    readonly number: number;
    readonly headSha: string;
    readonly baseSha: string;
    readonly baseRef: string;
    readonly key: string;
  },
): MergeHistory {
  const { number, headSha, baseSha, baseRef, key } = pull;
  return {
    pullNumbers: async () => [number],
    mergedPulls: async () => [{ number, ...(await findPlan(github, repository, { shas: [headSha], key })) }],
    mergedSince: async () => [],
    newerCommits: () => newerCommits(github, repository, { sha: baseSha, before: null, branch: baseRef }),
  };
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}

/** A thousand commits are far behind: whoever is further back still is, for the first thousand name the newest applies. */
async function newerCommits(
  github: GitHub,
  repository: Repository,
  { sha, branch }: Push,
): Promise<readonly string[] | null> {
  if (branch === null) return [];
  const { status, commits } = await compareCommits(github, repository, sha, branch);
  return status === 'ahead' || status === 'identical' ? commits.map((commit) => commit.sha) : null;
}
