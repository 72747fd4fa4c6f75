/** Commits, branches and comparisons. */
import { branchShape, commitShape, comparisonShape } from '../shapes/code.ts';
import type { Store } from '../state/store.ts';
import { type Answer, type Call, NOT_FOUND, ok, type Routes, refused } from './call.ts';

export const CODE: Routes = {
  'repos/list-commits': listCommits,
  'repos/get-commit': ({ store, path }) => {
    const sha = store.resolve(path['ref'] ?? '');
    if (sha === null) return refused(422, `No commit found for SHA: ${path['ref']}`);
    return ok(commitShape(store, store.history.get(sha), { files: true }));
  },
  'repos/compare-commits-with-basehead': compare,
  'repos/list-branches': ({ store }) => ({
    list: branches(store).map(([name, sha]) => ({
      name,
      commit: { sha, url: `${store.api}/repos/${store.fullName}/commits/${sha}` },
      protected: false,
    })),
  }),
  'repos/get-branch': ({ store, path }) => {
    const name = path['branch'] ?? '';
    const sha = store.refs.get(`heads/${name}`);
    return sha === undefined ? refused(404, 'Branch not found') : ok(branchShape(store, name, sha));
  },
};

function branches(store: Store): readonly [string, string][] {
  return [...store.refs]
    .filter(([ref]) => ref.startsWith('heads/'))
    .map(([ref, sha]): [string, string] => [ref.slice('heads/'.length), sha])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function listCommits({ store, query }: Call): Answer {
  const name = query.get('sha') ?? store.defaultBranch;
  const sha = store.resolve(name);
  if (sha === null) return NOT_FOUND;
  const path = query.get('path');
  const found = [...store.history.ancestors(sha)].map((one) => store.history.get(one));
  const touching = found.filter(({ sha: one, parents: [first] }) => {
    if (path === null) return true;
    const at = (commit: string | undefined) =>
      commit === undefined
        ? ''
        : JSON.stringify(
            [...store.history.files(commit)].filter(([file]) => file === path || file.startsWith(`${path}/`)),
          );
    return at(one) !== (first === undefined ? '[]' : at(first));
  });
  return { list: touching.map((commit) => commitShape(store, commit)) };
}

/** The oldest first: a page of them where one is asked for, else the last 250. */
function compare({ store, path, query }: Call): Answer {
  const [base = '', head = ''] = (path['basehead'] ?? '').split('...');
  const [from, to] = [store.resolve(withoutOwner(store, base)), store.resolve(withoutOwner(store, head))];
  if (from === null || to === null) return NOT_FOUND;
  const shown = comparisonShape(store, from, to);
  if (shown === null) return refused(404, `No common ancestor between ${base} and ${head}.`);
  return ok({ ...shown, commits: pageOfCommits(shown['commits'], query) });
}

function pageOfCommits(commits: unknown, query: URLSearchParams): unknown {
  if (!Array.isArray(commits)) return commits;
  if (!query.has('page') && !query.has('per_page')) return commits.slice(-250);
  const size = Math.min(Number(query.get('per_page') ?? 30), 100);
  const page = Number(query.get('page') ?? 1);
  return commits.slice((page - 1) * size, page * size);
}

function withoutOwner({ owner }: Store, ref: string): string {
  return ref.replace(`${owner}:`, '');
}
