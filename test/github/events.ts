/** The events that GitHub sends to workflows, with the payloads it writes to their files. */
import type { Shape } from './shapes/decorated.ts';
import { repositoryShape, userShape } from './shapes/people.ts';
import { pullShape } from './shapes/pulls.ts';
import { commentShape, issueShape } from './shapes/talk.ts';
import type { Comment, Issue, Pull, Store } from './state/store.ts';

export interface Event {
  /** `pull_request`. */
  readonly name: string;
  readonly action: string | null;
  readonly payload: Shape;
  /** GITHUB_SHA: what is checked out. */
  readonly sha: string;
  /** GITHUB_REF, `refs/heads/main`. */
  readonly ref: string;
  /** Of a pull request. */
  readonly headRef: string;
  readonly baseRef: string;
  readonly actor: string;
  /** From a fork: no secrets, a token that reads. */
  readonly fork: boolean;
  /** Whose version of the workflow files counts. */
  readonly workflowsAt: string;
  /** What a filter by paths looks at; null = there is none for this event. */
  readonly changed: readonly string[] | null;
  /** Of a pull request: there is no merge to run on. */
  readonly conflict: boolean;
  /** The cron line of a schedule. */
  readonly cron: string | null;
}

export interface PullDeed {
  /** `opened`, `synchronize`, `closed`, `reopened`, `edited`. */
  readonly action: string;
  readonly by: string;
  readonly changed: readonly string[];
  /** The head before a push to it. */
  readonly before?: string;
  /** What an edit changed, and what stood there. */
  readonly changes?: Shape;
}

export function pullEvent(store: Store, pull: Pull, deed: PullDeed): Event {
  const { action, by, changed, before, changes } = deed;
  const { ref, sha } = placeOf(store, pull);
  const conflict = action !== 'closed' && !store.refs.has(`pull/${pull.number}/merge`);
  return {
    ...common(store, by),
    conflict,
    ...{ name: 'pull_request', action, sha, ref, changed, workflowsAt: sha },
    ...{ headRef: pull.headRef, baseRef: pull.baseRef, fork: pull.headRepository !== store.fullName },
    payload: {
      action,
      number: pull.number,
      pull_request: pullShape(store, pull),
      ...(before === undefined ? {} : { before, after: pull.headSha }),
      ...(changes === undefined ? {} : { changes }),
      ...surroundings(store, by),
    },
  };
}

/** The trial merge; of a merged one, what it was merged into and as (GitHub's page on the event). */
function placeOf(store: Store, pull: Pull): { readonly ref: string; readonly sha: string } {
  if (pull.mergedAt !== null) {
    return { ref: `refs/heads/${pull.baseRef}`, sha: pull.mergeCommitSha ?? pull.baseSha };
  }
  const ref = `refs/pull/${pull.number}/merge`;
  return { ref, sha: store.refs.get(`pull/${pull.number}/merge`) ?? pull.baseSha };
}

export interface Push {
  readonly branch: string;
  readonly before: string;
  readonly after: string;
  readonly by: string;
  readonly changed: readonly string[];
}

export function pushEvent(store: Store, { branch, before, after, by, changed }: Push): Event {
  const ref = `refs/heads/${branch}`;
  const commits = store.history.between(before, after);
  return {
    ...common(store, by),
    ...{ name: 'push', sha: after, ref, changed, workflowsAt: after },
    payload: {
      ...{ ref, before, after, created: false, deleted: false, forced: false, base_ref: null },
      compare: `${store.web}/${store.fullName}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
      commits: commits.map(({ sha }) => pushedCommit(store, sha)),
      head_commit: pushedCommit(store, after),
      pusher: { name: by, email: `${by}@users.noreply.github.example` },
      ...surroundings(store, by),
    },
  };
}

function pushedCommit(store: Store, sha: string): Shape {
  const { message, tree, by, author } = store.history.get(sha);
  const person = { name: by.name, email: by.email, username: author };
  const url = `${store.web}/${store.fullName}/commit/${sha}`;
  return {
    id: sha,
    tree_id: tree,
    distinct: true,
    message,
    timestamp: by.date,
    url,
    author: person,
    committer: person,
  };
}

export interface CommentDeed {
  readonly action: 'created' | 'edited';
  readonly by: string;
  /** What it said before it was edited. */
  readonly before?: string;
}

/** On an issue or a pull request. */
export function commentEvent(store: Store, issue: Issue, comment: Comment, deed: CommentDeed): Event {
  const { action, by, before } = deed;
  const shown = { issue: issueShape(store, issue), comment: commentShape(store, comment) };
  return {
    ...common(store, by),
    ...{ name: 'issue_comment', action },
    payload: {
      ...{ action, ...shown, ...surroundings(store, by) },
      ...(before === undefined ? {} : { changes: { body: { from: before } } }),
    },
  };
}

export function scheduleEvent(store: Store, cron: string): Event {
  const by = store.owner;
  const payload = { schedule: cron, workflow: '', ...surroundings(store, by) };
  return { ...common(store, by), name: 'schedule', cron, payload };
}

export function dispatchEvent(store: Store, by: string, inputs: Readonly<Record<string, string>>): Event {
  const ref = `refs/heads/${store.defaultBranch}`;
  return {
    ...common(store, by),
    name: 'workflow_dispatch',
    payload: { inputs, ref, workflow: '', ...surroundings(store, by) },
  };
}

/** A merge queue tries what main would be. */
export function mergeGroupEvent(store: Store, pull: Pull, head: string, by: string): Event {
  const ref = `refs/heads/gh-readonly-queue/${pull.baseRef}/pr-${pull.number}-${pull.baseSha}`;
  return {
    ...common(store, by),
    ...{ name: 'merge_group', action: 'checks_requested', sha: head, ref, workflowsAt: head },
    payload: {
      action: 'checks_requested',
      merge_group: {
        ...{ head_sha: head, head_ref: ref, base_sha: pull.baseSha, base_ref: `refs/heads/${pull.baseRef}` },
        head_commit: simpleCommit(store, head),
      },
      ...surroundings(store, by),
    },
  };
}

function simpleCommit(store: Store, sha: string): Shape {
  const { message, tree, by } = store.history.get(sha);
  const person = { name: by.name, email: by.email };
  return { id: sha, tree_id: tree, message, timestamp: by.date, author: person, committer: person };
}

/** Most events run the default branch as it is now. */
function common(store: Store, actor: string): Omit<Event, 'name' | 'payload'> {
  const sha = store.branch(store.defaultBranch);
  return {
    ...{ action: null, sha, ref: `refs/heads/${store.defaultBranch}`, headRef: '', baseRef: '', actor },
    ...{ fork: false, workflowsAt: sha, changed: null, conflict: false, cron: null },
  };
}

function surroundings(store: Store, by: string): Shape {
  return { repository: repositoryShape(store, 'repository'), sender: userShape(store, by) };
}
