/** Issues, labels, comments and reactions as GitHub shows them. */
import type { Comment, Issue, Label, LabelEvent, Store } from '../state/store.ts';
import { decorated, type Shape } from './decorated.ts';
import { appShape, association, userShape } from './people.ts';

export function issueShape(store: Store, issue: Issue): Shape {
  const { number, login } = issue;
  const pull = store.pulls.get(number);
  const repository = `${store.api}/repos/${store.fullName}`;
  return decorated('issue', `${repository}/issues/${number}`, {
    ...{ id: issue.id, number, title: issue.title, body: issue.body, state: issue.state },
    state_reason: issue.reason,
    locked: false,
    active_lock_reason: null,
    reactions: rollup(`${repository}/issues/${number}/reactions`, []),
    user: userShape(store, login),
    author_association: association(store.account(login)),
    labels: issue.labels.map((name) => labelShape(store, store.label(name))),
    assignee: issue.assignees[0] === undefined ? null : userShape(store, issue.assignees[0]),
    assignees: issue.assignees.map((one) => userShape(store, one)),
    milestone: null,
    comments: store.comments.filter((comment) => comment.number === number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    repository_url: repository,
    html_url: `${store.web}/${store.fullName}/${pull ? 'pull' : 'issues'}/${number}`,
    performed_via_github_app: issue.app === null ? null : appShape(store, issue.app),
    ...(pull ? { draft: pull.draft, pull_request: pullLinks(store, number) } : {}),
  });
}

function pullLinks(store: Store, number: number): Shape {
  const page = `${store.web}/${store.fullName}/pull/${number}`;
  return {
    url: `${store.api}/repos/${store.fullName}/pulls/${number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: store.pulls.get(number)?.mergedAt ?? null,
  };
}

export function labelShape(store: Store, { id, name, color, description }: Label): Shape {
  const address = `${store.api}/repos/${store.fullName}/labels/${encodeURIComponent(name)}`;
  return decorated('label', address, { id, name, color, description, default: false });
}

export function labelEventShape(store: Store, { id, event, login, name, at }: LabelEvent): Shape {
  const { color } = store.label(name);
  return decorated('labeled-issue-event', `${store.api}/repos/${store.fullName}/issues/events/${id}`, {
    ...{ id, event, actor: userShape(store, login), label: { name, color }, created_at: at },
    ...{ commit_id: null, commit_url: null, performed_via_github_app: null },
  });
}

export function commentShape(store: Store, comment: Comment): Shape {
  const { id, number, login, body } = comment;
  const repository = `${store.api}/repos/${store.fullName}`;
  const page = `${store.web}/${store.fullName}/${store.pulls.has(number) ? 'pull' : 'issues'}/${number}`;
  return decorated('issue-comment', `${repository}/issues/comments/${id}`, {
    ...{ id, body, user: userShape(store, login) },
    node_id: commentNode(id),
    author_association: association(store.account(login)),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: `${page}#issuecomment-${id}`,
    issue_url: `${repository}/issues/${number}`,
    performed_via_github_app: comment.app === null ? null : appShape(store, comment.app),
    reactions: rollup(`${repository}/issues/comments/${id}/reactions`, comment.reactions),
  });
}

const REACTIONS = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'eyes', 'rocket'];

/** How many there are of each. */
function rollup(url: string, all: Comment['reactions']): Shape {
  const counts = REACTIONS.map((content) => [content, all.filter((one) => one.content === content).length]);
  return { url, total_count: all.length, ...Object.fromEntries(counts) };
}

/** How GraphQL names a comment. */
export function commentNode(id: number): string {
  return `IC_${id}`;
}

export function reactionShape(store: Store, reaction: Comment['reactions'][number]): Shape {
  const { id, login, content, at } = reaction;
  const address = `${store.api}/reactions/${id}`;
  return decorated('reaction', address, { id, content, user: userShape(store, login), created_at: at });
}
