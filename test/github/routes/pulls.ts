/** Pull requests, and which of them brought a commit. */
import { commitShape, fileShape } from '../shapes/code.ts';
import { pullCommits, pullFiles, pullShape, simplePullShape } from '../shapes/pulls.ts';
import { refreshPull } from '../state/merging.ts';
import type { Issue, Pull, Store } from '../state/store.ts';
import {
  type Answer,
  type Call,
  created,
  invalid,
  NOT_FOUND,
  numberIn,
  ok,
  type Routes,
  refused,
  textOf,
  tooLong,
} from './call.ts';

export const PULLS: Routes = {
  'pulls/list': listPulls,
  'pulls/create': createPull,
  'pulls/get': (call) => withPull(call, (pull) => ok(pullShape(call.store, pull))),
  'pulls/update': (call) => withPull(call, (pull) => updatePull(call, pull)),
  'pulls/list-files': (call) =>
    withPull(call, (pull) => ({
      // GitHub lists no more than 3,000.
      list: pullFiles(call.store, pull)
        .slice(0, 3000)
        .map((one) => fileShape(call.store, one, pull.headSha)),
    })),
  'pulls/list-commits': (call) =>
    withPull(call, (pull) => ({
      list: pullCommits(call.store, pull)
        .slice(0, 250)
        .map((one) => commitShape(call.store, one)),
    })),
  'repos/list-pull-requests-associated-with-commit': pullsOfCommit,
};

function withPull(call: Call, act: (pull: Pull) => Answer): Answer {
  const pull = call.store.pulls.get(numberIn(call.path, 'pull_number'));
  return pull === undefined ? NOT_FOUND : act(pull);
}

function listPulls({ store, query }: Call): Answer {
  const [state, head, base] = [query.get('state') ?? 'open', query.get('head'), query.get('base')];
  const found = [...store.pulls.values()]
    .filter((pull) => state === 'all' || issueOf(store, pull).state === state)
    .filter((pull) => head === null || head === headLabel(pull))
    .filter((pull) => base === null || base === pull.baseRef)
    .sort((one, other) => one.number - other.number);
  const asked = query.get('direction') ?? (query.get('sort') === null ? 'desc' : 'asc');
  return { list: (asked === 'asc' ? found : found.reverse()).map((pull) => simplePullShape(store, pull)) };
}

/** `owner:branch`. */
function headLabel({ headRepository, headRef }: Pull): string {
  return `${headRepository?.split('/')[0] ?? 'ghost'}:${headRef}`;
}

/** The commit is in a branch already: what merged it. Else the open ones that hold it. */
function pullsOfCommit({ store, path }: Call): Answer {
  const sha = store.resolve(path['commit_sha'] ?? '');
  if (sha === null) return refused(422, `No commit found for SHA: ${path['commit_sha']}`);
  const found = [...store.pulls.values()].filter(
    (pull) =>
      pull.introduced.has(sha) ||
      (pull.mergedAt === null && pullCommits(store, pull).some((commit) => commit.sha === sha)),
  );
  return { list: found.map((pull) => simplePullShape(store, pull)) };
}

function createPull({ store, token, body }: Call): Answer {
  if (token.app?.slug === 'github-actions' && !store.jobsMayOpenPulls) {
    return refused(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  }
  const long = tooLong('PullRequest', body['body']);
  if (long !== null) return long;
  const head = String(body['head']).replace(`${store.owner}:`, '');
  const base = String(body['base']);
  const [headSha, baseSha] = [store.refs.get(`heads/${head}`), store.refs.get(`heads/${base}`)];
  if (headSha === undefined) return invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
  if (baseSha === undefined) return invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  const refusal = refusedPull(store, { head, base, headSha, baseSha });
  if (refusal !== null) return refusal;
  const pull = openPull(store, {
    ...{ login: token.login, app: token.app, repository: store.fullName, head, headSha, base, baseSha },
    title: textOf(body, 'title') ?? head,
    body: textOf(body, 'body') ?? null,
    draft: body['draft'] === true,
  });
  return created(pullShape(store, pull));
}

interface Branches {
  readonly head: string;
  readonly base: string;
  readonly headSha: string;
  readonly baseSha: string;
}

function refusedPull(store: Store, { head, base, headSha, baseSha }: Branches): Answer | null {
  const custom = (message: string) =>
    invalid({ resource: 'PullRequest', field: 'head', code: 'custom', message });
  if (store.history.between(baseSha, headSha).length === 0) {
    return custom(`No commits between ${base} and ${head}`);
  }
  const twin = [...store.pulls.values()].find(
    (pull) =>
      pull.headRepository === store.fullName &&
      pull.headRef === head &&
      pull.baseRef === base &&
      issueOf(store, pull).state === 'open',
  );
  return twin === undefined ? null : custom(`A pull request already exists for ${store.owner}:${head}.`);
}

export interface OpenPull extends Branches {
  readonly login: string;
  readonly app: Issue['app'];
  /** Of the head. */
  readonly repository: string;
  readonly title: string;
  readonly body: string | null;
  readonly draft: boolean;
}

/** Opens it, as the API and people's hands do. */
export function openPull(store: Store, input: OpenPull): Pull {
  const [now, number] = [store.now(), store.number()];
  store.issues.set(number, {
    ...{ id: store.id(), number, login: input.login, app: input.app, title: input.title, body: input.body },
    ...{ state: 'open', reason: null, labels: [], assignees: [] },
    ...{ createdAt: now, updatedAt: now, closedAt: null, closedBy: null, labelEvents: [] },
  });
  const pull: Pull = {
    ...{
      id: store.id(),
      number,
      headRepository: input.repository,
      headRef: input.head,
      headSha: input.headSha,
    },
    ...{ baseRef: input.base, baseSha: input.baseSha, draft: input.draft },
    ...{ mergedAt: null, mergedBy: null, mergeCommitSha: null, introduced: new Set<string>() },
  };
  store.pulls.set(number, pull);
  refreshPull(store, pull);
  return pull;
}

function updatePull({ store, token, body }: Call, pull: Pull): Answer {
  const long = tooLong('PullRequest', body['body']);
  if (long !== null) return long;
  const issue = issueOf(store, pull);
  const state = textOf(body, 'state');
  if (state === 'open' && pull.mergedAt !== null) {
    return invalid({ resource: 'PullRequest', field: 'state', code: 'invalid' });
  }
  issue.title = textOf(body, 'title') ?? issue.title;
  issue.body = textOf(body, 'body') ?? issue.body;
  issue.updatedAt = store.now();
  if (state === 'open' || state === 'closed') issue.state = state;
  issue.closedAt = issue.state === 'closed' ? (issue.closedAt ?? issue.updatedAt) : null;
  issue.closedBy = issue.state === 'closed' ? (issue.closedBy ?? token.login) : null;
  return ok(pullShape(store, pull));
}

function issueOf(store: Store, { number }: Pull): Issue {
  const issue = store.issues.get(number);
  if (issue === undefined) throw new Error(`pull request ${number} is no issue`);
  return issue;
}
