/** Issues and their comments. */
import { commentShape, issueShape, reactionShape } from '../shapes/talk.ts';
import type { Comment, Issue } from '../state/store.ts';
import {
  type Answer,
  type Call,
  created,
  invalid,
  NO_CONTENT,
  NOT_FOUND,
  numberIn,
  ok,
  type Routes,
  textOf,
  textsOf,
  tooLong,
} from './call.ts';

export const TALK: Routes = {
  'issues/list-for-repo': listIssues,
  'issues/create': createIssue,
  'issues/get': (call) => withIssue(call, (issue) => ok(issueShape(call.store, issue))),
  'issues/update': (call) => withIssue(call, (issue) => updateIssue(call, issue)),
  'issues/list-comments': (call) =>
    withIssue(call, ({ number }) =>
      commentList(
        call,
        call.store.comments.filter((one) => one.number === number),
      ),
    ),
  'issues/list-comments-for-repo': (call) => commentList(call, call.store.comments),
  'issues/create-comment': (call) => withIssue(call, ({ number }) => createComment(call, number)),
  'issues/get-comment': (call) => withComment(call, (comment) => ok(commentShape(call.store, comment))),
  'issues/update-comment': (call) => withComment(call, (comment) => updateComment(call, comment)),
  'issues/delete-comment': (call) => withComment(call, (comment) => deleteComment(call, comment)),
  'reactions/create-for-issue-comment': (call) => withComment(call, (comment) => react(call, comment)),
  'reactions/list-for-issue-comment': (call) =>
    withComment(call, ({ reactions }) => ({ list: reactions.map((one) => reactionShape(call.store, one)) })),
  'reactions/delete-for-issue-comment': (call) => withComment(call, (comment) => takeBack(call, comment)),
};

export function withIssue(call: Call, act: (issue: Issue) => Answer): Answer {
  const issue = call.store.issues.get(numberIn(call.path, 'issue_number'));
  return issue === undefined ? NOT_FOUND : act(issue);
}

function withComment(call: Call, act: (comment: Comment) => Answer): Answer {
  const comment = call.store.comments.find(({ id }) => id === numberIn(call.path, 'comment_id'));
  return comment === undefined ? NOT_FOUND : act(comment);
}

/** Pull requests are among them, as at GitHub. */
function listIssues({ store, query }: Call): Answer {
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
  const creator = query.get('creator');
  const since = query.get('since');
  const found = [...store.issues.values()]
    .filter((one) => state === 'all' || one.state === state)
    .filter((one) => labels.every((label) => one.labels.some((name) => sameName(name, label))))
    .filter((one) => creator === null || sameName(one.login, creator))
    .filter((one) => since === null || Date.parse(one.updatedAt) >= Date.parse(since));
  return { list: ordered(found, query).map((one) => issueShape(store, one)) };
}

function ordered(issues: readonly Issue[], query: URLSearchParams): readonly Issue[] {
  const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const forth = [...issues].sort((a, b) => compare(a[key], b[key]) || a.number - b.number);
  return query.get('direction') === 'asc' ? forth : forth.reverse();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function createIssue({ store, token, body }: Call): Answer {
  const text = textOf(body, 'body') ?? null;
  const long = tooLong('Issue', text);
  if (long !== null) return long;
  const now = store.now();
  const issue: Issue = {
    ...{ id: store.id(), number: store.number(), login: token.login, app: token.app },
    ...{ title: String(body['title']), body: text, state: 'open', reason: null },
    labels: unique(labelsIn({ store, body })),
    assignees: [...textsOf(body, 'assignees')],
    ...{ createdAt: now, updatedAt: now, closedAt: null, closedBy: null, labelEvents: [] },
  };
  store.issues.set(issue.number, issue);
  return created(issueShape(store, issue));
}

function updateIssue({ store, token, body }: Call, issue: Issue): Answer {
  const long = tooLong('Issue', body['body']);
  if (long !== null) return long;
  if ('title' in body) issue.title = String(body['title']);
  if ('body' in body) issue.body = textOf(body, 'body') ?? null;
  if ('labels' in body) issue.labels = unique(labelsIn({ store, body }));
  if ('assignees' in body) issue.assignees = [...textsOf(body, 'assignees')];
  const state = textOf(body, 'state');
  if (state === 'closed' || state === 'open') changeState(issue, state, textOf(body, 'state_reason'));
  issue.updatedAt = store.now();
  if (issue.state === 'closed') issue.closedAt ??= issue.updatedAt;
  issue.closedBy = issue.state === 'closed' ? (issue.closedBy ?? token.login) : null;
  return ok(issueShape(store, issue));
}

function changeState(issue: Issue, state: 'open' | 'closed', reason: string | undefined): void {
  if (issue.state === state) return;
  issue.state = state;
  issue.reason =
    state === 'open' ? 'reopened' : reason === 'not_planned' || reason === 'duplicate' ? reason : 'completed';
  if (state === 'open') issue.closedAt = null;
}

/** Sorted by id, whatever is asked: so the issue's list does. */
function commentList({ store, query }: Call, comments: readonly Comment[]): Answer {
  const since = query.get('since');
  const found = comments.filter((one) => since === null || Date.parse(one.updatedAt) >= Date.parse(since));
  const forth = [...found].sort((one, other) => one.id - other.id);
  const shown = query.get('direction') === 'desc' ? forth.reverse() : forth;
  return { list: shown.map((one) => commentShape(store, one)) };
}

function createComment({ store, token, body }: Call, number: number): Answer {
  const long = tooLong('IssueComment', body['body']);
  if (long !== null) return long;
  const text = String(body['body']);
  if (text.trim() === '') {
    return invalid(
      { resource: 'IssueComment', field: 'data', code: 'unprocessable', message: 'Body cannot be blank' },
      true,
    );
  }
  const now = store.now();
  const comment: Comment = {
    ...{ id: store.id(), number, login: token.login, app: token.app, body: text },
    ...{ createdAt: now, updatedAt: now, minimized: null, reactions: [] },
  };
  store.comments.push(comment);
  const issue = store.issues.get(number);
  if (issue) issue.updatedAt = now;
  return created(commentShape(store, comment));
}

function updateComment({ store, body }: Call, comment: Comment): Answer {
  const long = tooLong('IssueComment', body['body']);
  if (long !== null) return long;
  comment.body = String(body['body']);
  comment.updatedAt = store.now();
  return ok(commentShape(store, comment));
}

function deleteComment({ store }: Call, comment: Comment): Answer {
  store.comments.splice(store.comments.indexOf(comment), 1);
  return NO_CONTENT;
}

/** The same reaction twice is one reaction, answered with 200. */
function react({ store, token, body }: Call, { reactions }: Comment): Answer {
  const content = String(body['content']);
  const known = reactions.find((one) => one.login === token.login && one.content === content);
  if (known) return ok(reactionShape(store, known));
  const reaction = { id: store.id(), login: token.login, content, at: store.now() };
  reactions.push(reaction);
  return created(reactionShape(store, reaction));
}

function takeBack({ path }: Call, { reactions }: Comment): Answer {
  const index = reactions.findIndex(({ id }) => id === numberIn(path, 'reaction_id'));
  if (index < 0) return NOT_FOUND;
  reactions.splice(index, 1);
  return NO_CONTENT;
}

export function labelsIn({ store, body }: Pick<Call, 'store' | 'body'>): readonly string[] {
  return textsOf(body, 'labels').map((name) => store.label(name).name);
}

export function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** GitHub's labels and logins don't tell upper from lower case. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
