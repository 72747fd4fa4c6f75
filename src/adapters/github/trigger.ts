/** Reads from an event's payload what set the job off. */

export type Trigger =
  | {
      readonly kind: 'pull-request';
      readonly number: number;
      readonly headSha: string;
      readonly baseSha: string;
      /** `open` unless this event closed it. */
      readonly state: 'open' | 'closed' | 'merged';
      /** Its token can only read, and it gets no secrets. */
      readonly fork: boolean;
    }
  | {
      readonly kind: 'push';
      readonly sha: string;
      readonly branch: string | null;
      /** Where the branch stood before; null when it is new, or was moved by force. */
      readonly before: string | null;
    }
  | {
      /** Somebody wrote on an issue or a pull request. */
      readonly kind: 'comment';
      readonly number: number;
      readonly onPull: boolean;
      readonly commentId: number;
      readonly author: string;
      readonly body: string;
      readonly sha: string | null;
      readonly branch: string | null;
    }
  | {
      /** A merge queue tries what the branch would be. */
      readonly kind: 'merge-group';
      readonly sha: string;
      readonly baseSha: string;
      readonly branch: null;
    }
  | { readonly kind: 'schedule' | 'manual'; readonly sha: string | null; readonly branch: string | null };

export interface RawTrigger {
  /** GITHUB_EVENT_NAME. */
  readonly event: string;
  /** The event's payload, not believed yet. */
  readonly payload: unknown;
  readonly sha: string | null;
  readonly ref: string;
}

/** What does not look like a pull request, a push or a schedule counts as started by hand. */
export function triggerFrom({ event, payload, sha, ref }: RawTrigger): Trigger {
  const pull = event.startsWith('pull_request') ? pullRequest(payload) : null;
  if (pull !== null) return pull;
  const group = event === 'merge_group' ? mergeGroup(field(payload, 'merge_group')) : null;
  if (group !== null) return group;
  const branch = branchOf(ref);
  const comment = event === 'issue_comment' ? commentIn(payload) : null;
  if (comment !== null) return { kind: 'comment', ...comment, sha, branch };
  if (event === 'push' && sha !== null) return { kind: 'push', sha, branch, before: beforeOf(payload) };
  return { kind: event === 'schedule' ? 'schedule' : 'manual', sha, branch };
}

/** The commit that a report is about. */
export function commitOf(trigger: Trigger): string | null {
  return trigger.kind === 'pull-request' ? trigger.headSha : trigger.sha;
}

/** null when the payload does not tell. */
export function defaultBranchIn(payload: unknown): string | null {
  const name = field(field(payload, 'repository'), 'default_branch');
  return typeof name === 'string' ? name : null;
}

function pullRequest(payload: unknown): Trigger | null {
  const pull = field(payload, 'pull_request');
  const number = field(pull, 'number');
  const headSha = field(field(pull, 'head'), 'sha');
  const baseSha = field(field(pull, 'base'), 'sha');
  if (typeof number !== 'number' || !isSha(headSha) || !isSha(baseSha)) return null;
  const state = stateOf(field(payload, 'action'), pull);
  return { kind: 'pull-request', number, headSha, baseSha, state, fork: isFork(pull) };
}

/** An edited comment asks for nothing: what it said before may have been answered. */
function commentIn(payload: unknown) {
  const [issue, comment] = [field(payload, 'issue'), field(payload, 'comment')];
  const number = field(issue, 'number');
  const commentId = field(comment, 'id');
  const author = field(field(comment, 'user'), 'login');
  const body = field(comment, 'body');
  if (field(payload, 'action') !== 'created') return null;
  if (typeof number !== 'number' || typeof commentId !== 'number') return null;
  if (typeof author !== 'string' || typeof body !== 'string') return null;
  const onPull = typeof field(issue, 'pull_request') === 'object' && field(issue, 'pull_request') !== null;
  return { number, onPull, commentId, author, body };
}

function mergeGroup(group: unknown): Trigger | null {
  const sha = field(group, 'head_sha');
  const baseSha = field(group, 'base_sha');
  return isSha(sha) && isSha(baseSha) ? { kind: 'merge-group', sha, baseSha, branch: null } : null;
}

function stateOf(action: unknown, pull: unknown): 'open' | 'closed' | 'merged' {
  // its title may be edited long after
  if (action !== 'closed' && field(pull, 'state') !== 'closed') return 'open';
  return field(pull, 'merged') === true ? 'merged' : 'closed';
}

/**
 * The head repository is null when the fork was deleted. Also where a workflow gives secrets to forks
 * (`pull_request_target`): they are not used for them.
 */
function isFork(pull: unknown): boolean {
  const head = field(field(field(pull, 'head'), 'repo'), 'full_name');
  const base = field(field(field(pull, 'base'), 'repo'), 'full_name');
  return head !== base;
}

export function branchOf(ref: string): string | null {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
}

/** All zeros stand for a branch that did not exist. */
function beforeOf(payload: unknown): string | null {
  const before = field(payload, 'before');
  return isSha(before) && !/^0+$/.test(before) && field(payload, 'forced') !== true ? before : null;
}

function isSha(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
