/** Pull requests move with their branches, and are merged in the ways GitHub offers. */
import type { Commit } from './objects.ts';
import type { Pull, Store } from './store.ts';

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** Makes the trial merge anew (`refs/pull/N/merge`); there is none while the branches conflict. */
export function refreshPull(store: Store, pull: Pull): void {
  const { number, headSha, baseRef } = pull;
  pull.baseSha = store.branch(baseRef);
  store.refs.set(`pull/${number}/head`, headSha);
  const files = store.history.merged(pull.baseSha, headSha);
  if (files === null) {
    store.refs.delete(`pull/${number}/merge`);
    pull.mergeCommitSha = null;
    return;
  }
  const { sha } = store.history.commit({
    ...{ parents: [pull.baseSha, headSha], files, author: issueLogin(store, pull) },
    message: `Merge ${headSha} into ${pull.baseSha}`,
  });
  store.refs.set(`pull/${number}/merge`, sha);
  pull.mergeCommitSha = sha;
}

/** Merges, and returns what the base branch is now. Throws where GitHub would show no button. */
export function mergePull(store: Store, pull: Pull, method: MergeMethod, by: string): string {
  const base = store.branch(pull.baseRef);
  const made = mergeCommits(store, pull, method, by);
  const sha = made.at(-1)?.sha ?? base;
  return finishMerge(store, pull, { sha, by, introduced: made });
}

export interface Merge {
  readonly sha: string;
  readonly by: string;
  readonly introduced: readonly Commit[];
}

/** The branch moves and the pull request is closed, however the commits came about. */
export function finishMerge(store: Store, pull: Pull, { sha, by, introduced }: Merge): string {
  const issue = store.issues.get(pull.number);
  store.refs.set(`heads/${pull.baseRef}`, sha);
  for (const commit of introduced) pull.introduced.add(commit.sha);
  pull.mergeCommitSha = sha;
  pull.mergedAt = store.now();
  pull.mergedBy = by;
  if (issue)
    Object.assign(issue, {
      state: 'closed',
      closedAt: pull.mergedAt,
      closedBy: by,
      updatedAt: pull.mergedAt,
    });
  return sha;
}

/** The commits that would come to the base branch, the newest last. */
export function mergeCommits(store: Store, pull: Pull, method: MergeMethod, by: string): readonly Commit[] {
  const { history } = store;
  const base = store.branch(pull.baseRef);
  const files = history.merged(base, pull.headSha);
  if (files === null) throw new Error(`pull request ${pull.number} conflicts with ${pull.baseRef}`);
  const own = history.between(base, pull.headSha);
  const title = store.issues.get(pull.number)?.title ?? pull.headRef;
  switch (method) {
    case 'merge': {
      const message = `Merge pull request #${pull.number} from ${store.owner}/${pull.headRef}\n\n${title}`;
      return [...own, history.commit({ parents: [base, pull.headSha], files, message, author: by })];
    }
    case 'squash':
      return [history.commit({ parents: [base], files, message: `${title} (#${pull.number})`, author: by })];
    case 'rebase':
      return rebased(store, base, own);
  }
}

/** Each commit anew on the base, with its own change. */
function rebased({ history }: Store, base: string, own: readonly Commit[]): readonly Commit[] {
  const made: Commit[] = [];
  for (const commit of own.filter(({ parents }) => parents.length === 1)) {
    const onto = made.at(-1)?.sha ?? base;
    const before = history.files(commit.parents[0] ?? base);
    const after = history.files(commit.sha);
    const files = new Map(history.files(onto));
    for (const path of before.keys()) if (!after.has(path)) files.delete(path);
    for (const [path, blob] of after) if (before.get(path) !== blob) files.set(path, blob);
    made.push(history.commit({ parents: [onto], files, message: commit.message, author: commit.author }));
  }
  return made;
}

function issueLogin(store: Store, { number }: Pull): string {
  return store.issues.get(number)?.login ?? store.owner;
}

/** A branch's pull requests move with it. */
export function moveBranch(store: Store, branch: string, sha: string): void {
  store.refs.set(`heads/${branch}`, sha);
  for (const pull of store.pulls.values()) {
    if (pull.mergedAt !== null || store.issues.get(pull.number)?.state !== 'open') continue;
    if (pull.headRef === branch && pull.headRepository === store.fullName) pull.headSha = sha;
    else if (pull.baseRef !== branch) continue;
    refreshPull(store, pull);
  }
}
