/** Files, commits, branches and Git's own objects. */
import {
  branchShape,
  commitShape,
  comparisonShape,
  gitAddress,
  gitCommitShape,
  refShape,
  treeEntryShape,
} from '../shapes/code.ts';
import type { Shape } from '../shapes/decorated.ts';
import { refreshPull } from '../state/merging.ts';
import type { Tree } from '../state/objects.ts';
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

export const CODE: Routes = {
  'repos/get-content': getContent,
  'repos/create-or-update-file-contents': writeFile,
  'repos/delete-file': deleteFile,
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

function branches(store: Store): readonly [string, string][] {
  return [...store.refs]
    .filter(([ref]) => ref.startsWith('heads/'))
    .map(([ref, sha]): [string, string] => [ref.slice('heads/'.length), sha])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Up to 1 MB with its text, up to 100 MB as raw text only; a folder is a list. */
function getContent({ store, path, query, raw }: Call): Answer {
  const ref = query.get('ref') ?? store.defaultBranch;
  const sha = store.resolve(ref);
  if (sha === null) return refused(404, `No commit found for the ref ${ref}`);
  const files = store.history.files(sha);
  const wanted = (path['path'] ?? '').replace(/\/+$/, '');
  const blob = files.get(wanted);
  if (blob === undefined) return folder(store, files, wanted, ref);
  const content = store.history.objects.blobs.get(blob) ?? Buffer.alloc(0);
  if (raw) return { status: 200, text: content.toString('utf8') };
  const small = content.length <= 1_048_576;
  return ok({
    ...entry(store, wanted, { type: 'file', sha: blob, size: content.length, ref }),
    encoding: small ? 'base64' : 'none',
    content: small ? lines(content.toString('base64')) : '',
  });
}

function folder(store: Store, files: Tree, wanted: string, ref: string): Answer {
  const prefix = wanted === '' ? '' : `${wanted}/`;
  const below = [...files].filter(([path]) => path.startsWith(prefix));
  if (below.length === 0) return NOT_FOUND;
  const names = [...new Set(below.map(([path]) => path.slice(prefix.length).split('/')[0] ?? ''))].sort();
  return ok(
    names.map((name) => {
      const blob = files.get(prefix + name);
      const size = blob === undefined ? 0 : (store.history.objects.blobs.get(blob)?.length ?? 0);
      const inside = new Map(
        below.flatMap(([path, sha]) => (path.startsWith(`${prefix}${name}/`) ? [[path, sha]] : [])),
      );
      const sha = blob ?? store.history.objects.tree(inside);
      return entry(store, prefix + name, { type: blob === undefined ? 'dir' : 'file', sha, size, ref });
    }),
  );
}

interface Entry {
  readonly type: 'file' | 'dir';
  readonly sha: string;
  readonly size: number;
  readonly ref: string;
}

function entry(store: Store, path: string, { type, sha, size, ref }: Entry): Shape {
  const self = `${store.api}/repos/${store.fullName}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const git = gitAddress(store, type === 'file' ? 'blobs' : 'trees', sha);
  const html = `${store.web}/${store.fullName}/${type === 'file' ? 'blob' : 'tree'}/${ref}/${path}`;
  return {
    ...{ type, sha, size, path, name: path.split('/').at(-1) ?? '' },
    ...{ url: self, git_url: git, html_url: html, _links: { self, git, html } },
    download_url: type === 'file' ? `${store.web}/${store.fullName}/raw/${ref}/${path}` : null,
  };
}

/** Broken into lines as GitHub does. */
function lines(base64: string): string {
  return base64.replaceAll(/(.{60})/g, '$1\n');
}

function writeFile(call: Call): Answer {
  const { body } = call;
  const text = Buffer.from(String(body['content']), 'base64').toString('utf8');
  return commitFile(call, text, textOf(body, 'sha'));
}

function deleteFile({ query, ...call }: Call): Answer {
  const merged = { ...Object.fromEntries(query), ...call.body };
  return commitFile({ ...call, query, body: merged }, null, textOf(merged, 'sha'));
}

/** The SHA of the file as the writer saw it protects what somebody else wrote meanwhile. */
function commitFile(
  { store, token, path, body }: Call,
  text: string | null,
  known: string | undefined,
): Answer {
  const name = path['path'] ?? '';
  const branch = textOf(body, 'branch') ?? store.defaultBranch;
  const head = store.refs.get(`heads/${branch}`);
  if (head === undefined) return refused(404, `Branch ${branch} not found`);
  const files = store.history.files(head);
  const present = files.get(name);
  if (present !== undefined && known === undefined)
    return refused(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (known !== undefined && present !== known) return refused(409, `${name} does not match ${known}`);
  const commit = store.history.commit({
    ...{ parents: [head], files: store.history.edited(files, { [name]: text }) },
    ...{ message: String(body['message']), author: token.login },
  });
  moveBranch(store, branch, commit.sha);
  const answer = {
    content: text === null ? null : written(store, name, commit.sha, branch),
    commit: gitCommitShape(store, commit),
  };
  return present === undefined ? created(answer) : ok(answer);
}

function written(store: Store, path: string, commit: string, branch: string): Shape {
  const blob = store.history.files(commit).get(path) ?? '';
  const size = store.history.objects.blobs.get(blob)?.length ?? 0;
  return entry(store, path, { type: 'file', sha: blob, size, ref: branch });
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

function compare({ store, path }: Call): Answer {
  const [base = '', head = ''] = (path['basehead'] ?? '').split('...');
  const [from, to] = [store.resolve(withoutOwner(store, base)), store.resolve(withoutOwner(store, head))];
  if (from === null || to === null) return NOT_FOUND;
  const shown = comparisonShape(store, from, to);
  return shown === null ? refused(404, `No common ancestor between ${base} and ${head}.`) : ok(shown);
}

function withoutOwner({ owner }: Store, ref: string): string {
  return ref.replace(`${owner}:`, '');
}

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
