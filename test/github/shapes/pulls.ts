/** Pull requests as GitHub shows them, in its lists and alone. */
import { type FileChange, fileChanges } from '../state/file-changes.ts';
import type { Commit } from '../state/objects.ts';
import type { Pull, Store } from '../state/store.ts';
import { decorated, type Shape } from './decorated.ts';
import { repositoryOf, userShape } from './people.ts';
import { issueShape } from './talk.ts';

export function simplePullShape(store: Store, pull: Pull): Shape {
  return decorated('pull-request-simple', pullAddress(store, pull), basics(store, pull));
}

export function pullShape(store: Store, pull: Pull): Shape {
  const files = pullFiles(store, pull);
  const count = (of: 'additions' | 'deletions') => files.reduce((sum, one) => sum + one[of], 0);
  const mergeable = store.refs.has(`pull/${pull.number}/merge`);
  return decorated('pull-request', pullAddress(store, pull), {
    ...basics(store, pull),
    merged: pull.mergedAt !== null,
    mergeable: pull.mergedAt === null ? mergeable : null,
    mergeable_state: pull.mergedAt !== null ? 'unknown' : mergeable ? 'clean' : 'dirty',
    merged_by: pull.mergedBy === null ? null : userShape(store, pull.mergedBy),
    comments: store.comments.filter(({ number }) => number === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: pullCommits(store, pull).length,
    additions: count('additions'),
    deletions: count('deletions'),
    changed_files: files.length,
  });
}

export function pullCommits({ history }: Store, { baseSha, headSha }: Pull): readonly Commit[] {
  return history.between(baseSha, headSha);
}

/** From where the branches parted, as GitHub compares them. */
export function pullFiles({ history }: Store, { baseSha, headSha }: Pull): readonly FileChange[] {
  const from = history.mergeBase(baseSha, headSha) ?? baseSha;
  return fileChanges(history.objects, history.files(from), history.files(headSha));
}

function basics(store: Store, pull: Pull): Shape {
  const issue = store.issues.get(pull.number);
  if (issue === undefined) throw new Error(`pull request ${pull.number} is no issue`);
  const shown = issueShape(store, issue);
  const kept = [
    'number',
    'active_lock_reason',
    'title',
    'body',
    'state',
    'locked',
    'user',
    'author_association',
    'labels',
  ];
  const times = ['assignee', 'assignees', 'milestone', 'created_at', 'updated_at', 'closed_at', 'html_url'];
  const page = String(shown['html_url']);
  return {
    ...Object.fromEntries([...kept, ...times].map((name) => [name, shown[name]])),
    id: pull.id,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    draft: pull.draft,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    auto_merge: null,
    requested_reviewers: [],
    requested_teams: [],
    head: sideShape(store, pull.headRepository, pull.headRef, pull.headSha),
    base: sideShape(store, store.fullName, pull.baseRef, pull.baseSha),
    _links: links(store, pull),
  };
}

function sideShape(store: Store, repository: string | null, ref: string, sha: string): Shape {
  const owner = repository?.split('/')[0] ?? 'ghost';
  const parent = repository === store.fullName ? null : store.fullName;
  return {
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: userShape(store, owner),
    repo: repository === null ? null : repositoryOf(store, repository, 'repository', parent),
  };
}

function links(store: Store, pull: Pull): Shape {
  const address = pullAddress(store, pull);
  const names = [
    'comments',
    'commits',
    'statuses',
    'html',
    'issue',
    'review_comments',
    'review_comment',
    'self',
  ];
  return Object.fromEntries(
    names.map((name) => [name, { href: name === 'self' ? address : `${address}/${name}` }]),
  );
}

function pullAddress(store: Store, { number }: Pull): string {
  return `${store.api}/repos/${store.fullName}/pulls/${number}`;
}
