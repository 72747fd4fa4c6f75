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
  const pull = event.startsWith('pull_request') ? pullRequest(event, payload) : null;
  if (pull !== null) return pull;
  const branch = branchOf(ref);
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

function pullRequest(event: string, payload: unknown): Trigger | null {
  const pull = field(payload, 'pull_request');
  const number = field(pull, 'number');
  const headSha = field(field(pull, 'head'), 'sha');
  const baseSha = field(field(pull, 'base'), 'sha');
  if (typeof number !== 'number' || !isSha(headSha) || !isSha(baseSha)) return null;
  const state = stateOf(field(payload, 'action'), pull);
  return { kind: 'pull-request', number, headSha, baseSha, state, fork: isFork(event, pull) };
}

function stateOf(action: unknown, pull: unknown): 'open' | 'closed' | 'merged' {
  if (action !== 'closed') return 'open';
  return field(pull, 'merged') === true ? 'merged' : 'closed';
}

/** The head repository is null when the fork was deleted. */
function isFork(event: string, pull: unknown): boolean {
  const head = field(field(field(pull, 'head'), 'repo'), 'full_name');
  const base = field(field(field(pull, 'base'), 'repo'), 'full_name');
  return event !== 'pull_request_target' && head !== base;
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
