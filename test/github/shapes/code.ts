/** Commits, changed files, branches, trees and comparisons as GitHub shows them. */
import { type FileChange, fileChanges } from '../state/file-changes.ts';
import type { Commit, TreeEntry } from '../state/objects.ts';
import type { Store } from '../state/store.ts';
import { decorated, type Shape } from './decorated.ts';
import { userShape } from './people.ts';

export function commitShape(store: Store, commit: Commit, { files = false } = {}): Shape {
  const address = `${store.api}/repos/${store.fullName}/commits/${commit.sha}`;
  const changes = files ? changesOf(store, commit) : [];
  const count = (of: 'additions' | 'deletions') => changes.reduce((sum, one) => sum + one[of], 0);
  const details = {
    stats: {
      additions: count('additions'),
      deletions: count('deletions'),
      total: count('additions') + count('deletions'),
    },
    files: changes.map((one) => fileShape(store, one, commit.sha)),
  };
  return decorated('commit', address, {
    sha: commit.sha,
    html_url: `${store.web}/${store.fullName}/commit/${commit.sha}`,
    commit: {
      url: gitAddress(store, 'commits', commit.sha),
      author: commit.by,
      committer: commit.by,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: gitAddress(store, 'trees', commit.tree) },
    },
    author: userShape(store, commit.author),
    committer: userShape(store, commit.author),
    parents: commit.parents.map((sha) => parentShape(store, sha)),
    ...(files ? details : {}),
  });
}

function changesOf({ history }: Store, { sha, parents: [first] }: Commit): readonly FileChange[] {
  return fileChanges(
    history.objects,
    first === undefined ? new Map() : history.files(first),
    history.files(sha),
  );
}

function parentShape(store: Store, sha: string): Shape {
  const html = `${store.web}/${store.fullName}/commit/${sha}`;
  return { sha, url: `${store.api}/repos/${store.fullName}/commits/${sha}`, html_url: html };
}

export function fileShape(store: Store, change: FileChange, commit: string): Shape {
  const { filename, previous, sha, status, additions, deletions, patch } = change;
  const path = filename.split('/').map(encodeURIComponent).join('/');
  return {
    ...{ sha, filename, status, additions, deletions, changes: additions + deletions },
    blob_url: `${store.web}/${store.fullName}/blob/${commit}/${path}`,
    raw_url: `${store.web}/${store.fullName}/raw/${commit}/${path}`,
    contents_url: `${store.api}/repos/${store.fullName}/contents/${path}?ref=${commit}`,
    // GitHub leaves out the patch of an empty, a binary and a very long change.
    ...(patch === '' || patch.length > 100_000 ? {} : { patch }),
    ...(previous === null ? {} : { previous_filename: previous }),
  };
}

/** What Git's own objects look like: `/git/commits/…`. */
export function gitCommitShape(store: Store, { sha, by, message, tree, parents }: Commit): Shape {
  return decorated('git-commit', gitAddress(store, 'commits', sha), {
    ...{ sha, author: by, committer: by, message },
    html_url: `${store.web}/${store.fullName}/commit/${sha}`,
    tree: { sha: tree, url: gitAddress(store, 'trees', tree) },
    parents: parents.map((one) => ({
      sha: one,
      url: gitAddress(store, 'commits', one),
      html_url: `${store.web}/${store.fullName}/commit/${one}`,
    })),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  });
}

export function treeEntryShape(store: Store, { name, mode, type, sha }: TreeEntry): Shape {
  const kind = type === 'blob' ? 'blobs' : 'trees';
  const size = type === 'blob' ? { size: store.history.objects.blobs.get(sha)?.length ?? 0 } : {};
  return { path: name, mode, type, sha, url: gitAddress(store, kind, sha), ...size };
}

export function refShape(store: Store, ref: string, sha: string): Shape {
  return decorated('git-ref', gitAddress(store, 'refs', ref), {
    ref: `refs/${ref}`,
    object: { type: 'commit', sha, url: gitAddress(store, 'commits', sha) },
  });
}

export function gitAddress(store: Store, kind: string, name: string): string {
  return `${store.api}/repos/${store.fullName}/git/${kind}/${name}`;
}

export function branchShape(store: Store, name: string, sha: string): Shape {
  const address = `${store.api}/repos/${store.fullName}/branches/${encodeURIComponent(name)}`;
  return {
    name,
    commit: commitShape(store, store.history.get(sha)),
    _links: { html: `${store.web}/${store.fullName}/tree/${name}`, self: address },
    protected: false,
    protection: { enabled: false },
    protection_url: `${address}/protection`,
  };
}

export function comparisonShape(store: Store, base: string, head: string): Shape | null {
  const { history } = store;
  const mergeBase = history.mergeBase(base, head);
  if (mergeBase === null) return null;
  const [ahead, behind] = [history.between(base, head), history.between(head, base)];
  const address = `${store.api}/repos/${store.fullName}/compare/${base}...${head}`;
  const page = `${store.web}/${store.fullName}/compare/${base}...${head}`;
  return {
    ...{
      url: address,
      html_url: page,
      permalink_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
    },
    base_commit: commitShape(store, history.get(base)),
    merge_base_commit: commitShape(store, history.get(mergeBase)),
    status: comparedStatus(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: ahead.map((one) => commitShape(store, one)),
    files: fileChanges(history.objects, history.files(mergeBase), history.files(head))
      .slice(0, 300)
      .map((one) => fileShape(store, one, head)),
  };
}

function comparedStatus(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  return ahead > 0 ? 'ahead' : behind > 0 ? 'behind' : 'identical';
}
