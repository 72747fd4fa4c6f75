/** Git's own objects and references. */
import { gitAddress, gitCommitShape, refShape, treeEntryShape } from '../shapes/code.ts';
import type { Shape } from '../shapes/decorated.ts';
import { moveBranch } from '../state/merging.ts';
import type { Store } from '../state/store.ts';
import {
  type Answer,
  type Call,
  created,
  NO_CONTENT,
  NOT_FOUND,
  ok,
  type Routes,
  refused,
  textOf,
} from './call.ts';
import { lines } from './contents.ts';

export const GIT: Routes = {
  'git/get-ref': ({ store, path }) => {
    const sha = store.refs.get(path['ref'] ?? '');
    return sha === undefined ? NOT_FOUND : ok(refShape(store, path['ref'] ?? '', sha));
  },
  'git/list-matching-refs': ({ store, path }) =>
    ok(
      [...store.refs]
        .filter(([ref]) => ref.startsWith(path['ref'] ?? ''))
        .map(([ref, sha]) => refShape(store, ref, sha)),
    ),
  'git/create-ref': createRef,
  'git/update-ref': updateRef,
  'git/delete-ref': ({ store, path }) =>
    store.refs.delete(path['ref'] ?? '') ? NO_CONTENT : refused(422, 'Reference does not exist'),
  'git/get-tree': getTree,
  'git/create-tree': createTree,
  'git/get-blob': getBlob,
  'git/create-blob': createBlob,
  'git/get-commit': ({ store, path }) => {
    const commit = store.history.objects.commits.get(path['commit_sha'] ?? '');
    return commit === undefined ? NOT_FOUND : ok(gitCommitShape(store, commit));
  },
  'git/create-commit': createCommit,
};

function createRef({ store, body }: Call): Answer {
  const [ref, sha] = [String(body['ref']), String(body['sha'])];
  if (!/^refs\/[^/]+\/.+$/.test(ref)) return refused(422, 'Reference name is invalid');
  if (!store.history.objects.commits.has(sha)) return refused(422, 'Object does not exist');
  const name = ref.replace('refs/', '');
  if (store.refs.has(name)) return refused(422, 'Reference already exists');
  store.refs.set(name, sha);
  return created(refShape(store, name, sha));
}

function updateRef({ store, path, body }: Call): Answer {
  const [ref, sha] = [path['ref'] ?? '', String(body['sha'])];
  const present = store.refs.get(ref);
  if (present === undefined) return refused(422, 'Reference does not exist');
  if (!store.history.objects.commits.has(sha)) return refused(422, 'Object does not exist');
  if (body['force'] !== true && !store.history.ancestors(sha).has(present)) {
    return refused(422, 'Update is not a fast forward');
  }
  if (ref.startsWith('heads/')) moveBranch(store, ref.slice('heads/'.length), sha);
  else store.refs.set(ref, sha);
  return ok(refShape(store, ref, sha));
}

/** By the SHA of a tree, of a commit, or by a branch. */
function getTree({ store, path, query }: Call): Answer {
  const { objects } = store.history;
  const name = path['tree_sha'] ?? '';
  const commit = store.resolve(name);
  const tree = commit === null ? name : store.history.get(commit).tree;
  if (!objects.folders.has(tree)) return NOT_FOUND;
  const shown = query.get('recursive') === null ? shallow(store, tree, '') : deep(store, tree, '');
  return ok({ sha: tree, url: gitAddress(store, 'trees', tree), tree: shown, truncated: false });
}

function shallow(store: Store, tree: string, prefix: string): readonly Shape[] {
  const entries = store.history.objects.folders.get(tree) ?? [];
  return entries.map((one) => ({ ...treeEntryShape(store, one), path: prefix + one.name }));
}

function deep(store: Store, tree: string, prefix: string): readonly Shape[] {
  const entries = store.history.objects.folders.get(tree) ?? [];
  return entries.flatMap((one) => [
    { ...treeEntryShape(store, one), path: prefix + one.name },
    ...(one.type === 'tree' ? deep(store, one.sha, `${prefix}${one.name}/`) : []),
  ]);
}

interface NewEntry {
  readonly path: string;
  readonly content?: string;
  readonly sha?: string | null;
}

function createTree({ store, body }: Call): Answer {
  const { history } = store;
  const base = textOf(body, 'base_tree');
  const start = base === undefined ? null : store.resolve(base);
  const files = new Map(history.objects.filesOf(start === null ? (base ?? '') : history.get(start).tree));
  for (const { path, content, sha } of body['tree'] as readonly NewEntry[]) {
    if (sha === null) files.delete(path);
    else files.set(path, content === undefined ? (sha ?? '') : history.objects.blob(Buffer.from(content)));
  }
  const tree = history.objects.tree(files);
  const shown = deep(store, tree, '');
  return created({ sha: tree, url: gitAddress(store, 'trees', tree), tree: shown, truncated: false });
}

function getBlob({ store, path }: Call): Answer {
  const sha = path['file_sha'] ?? '';
  const content = store.history.objects.blobs.get(sha);
  if (content === undefined) return NOT_FOUND;
  const text = lines(content.toString('base64'));
  const node = `B_${sha.slice(0, 12)}`;
  return ok({
    sha,
    node_id: node,
    size: content.length,
    url: gitAddress(store, 'blobs', sha),
    content: text,
    encoding: 'base64',
  });
}

function createBlob({ store, body }: Call): Answer {
  const encoding = body['encoding'] === 'base64' ? 'base64' : 'utf8';
  const sha = store.history.objects.blob(Buffer.from(String(body['content']), encoding));
  return created({ sha, url: gitAddress(store, 'blobs', sha) });
}

function createCommit({ store, token, body }: Call): Answer {
  const tree = String(body['tree']);
  if (!store.history.objects.folders.has(tree)) return refused(422, 'Tree SHA does not exist');
  const commit = store.history.commit({
    files: store.history.objects.filesOf(tree),
    parents: Array.isArray(body['parents']) ? body['parents'].map(String) : [],
    ...{ message: String(body['message']), author: token.login },
  });
  return created(gitCommitShape(store, commit));
}
