/** Labels, and which issue has which. */
import { labelEventShape, labelShape } from '../shapes/talk.ts';
import type { Issue, Store } from '../state/store.ts';
import {
  type Answer,
  type Call,
  created,
  invalid,
  NOT_FOUND,
  ok,
  type Routes,
  refused,
  textOf,
} from './call.ts';
import { labelsIn, sameName, unique, withIssue } from './talk.ts';

export const LABELS: Routes = {
  'issues/list-labels-for-repo': ({ store }) => ({
    list: [...store.labels.values()].map((one) => labelShape(store, one)),
  }),
  'issues/create-label': createLabel,
  'issues/get-label': ({ store, path }) => {
    const label = store.labels.get((path['name'] ?? '').toLowerCase());
    return label === undefined ? NOT_FOUND : ok(labelShape(store, label));
  },
  'issues/update-label': updateLabel,
  'issues/list-events': (call) =>
    withIssue(call, (issue) => ({ list: issue.labelEvents.map((one) => labelEventShape(call.store, one)) })),
  'issues/list-labels-on-issue': (call) => withIssue(call, (issue) => labelsOn(call, issue)),
  'issues/add-labels': (call) =>
    withIssue(call, (issue) => relabel(call, issue, [...issue.labels, ...labelsIn(call)])),
  'issues/set-labels': (call) => withIssue(call, (issue) => relabel(call, issue, labelsIn(call))),
  'issues/remove-label': (call) => withIssue(call, (issue) => removeLabel(call, issue)),
};

function createLabel({ store, body }: Call): Answer {
  const name = String(body['name']);
  if (store.labels.has(name.toLowerCase())) {
    return invalid({ resource: 'Label', field: 'name', code: 'already_exists' });
  }
  const wrong = wrongLabel(body);
  if (wrong !== null) return wrong;
  const label = store.label(name, {
    color: textOf(body, 'color') ?? 'ededed',
    description: textOf(body, 'description') ?? null,
  });
  return created(labelShape(store, label));
}

/** GitHub's answer to a `#` before the colour and to more than 100 characters of description. */
function wrongLabel(body: Call['body']): Answer | null {
  const color = textOf(body, 'color');
  if (color !== undefined && !/^[0-9a-f]{6}$/i.test(color)) {
    return invalid({ resource: 'Label', field: 'color', code: 'invalid' }, true);
  }
  if ((textOf(body, 'description') ?? '').length <= 100) return null;
  const message = 'description is too long (maximum is 100 characters)';
  return invalid({ resource: 'Label', field: 'description', code: 'custom', message }, true);
}

function updateLabel({ store, path, body }: Call): Answer {
  const label = store.labels.get((path['name'] ?? '').toLowerCase());
  if (label === undefined) return NOT_FOUND;
  const wrong = wrongLabel(body);
  if (wrong !== null) return wrong;
  label.color = textOf(body, 'color') ?? label.color;
  label.description = textOf(body, 'description') ?? label.description;
  return ok(labelShape(store, label));
}

function labelsOn({ store }: Call, issue: Issue): Answer {
  return { list: issue.labels.map((name) => labelShape(store, store.label(name))) };
}

function relabel(call: Call, issue: Issue, labels: readonly string[]): Answer {
  relabelled(call.store, issue, { labels, login: call.token.login });
  return ok(issue.labels.map((name) => labelShape(call.store, call.store.label(name))));
}

/** What was put on and what was taken off is told, the latter first. */
export function relabelled(
  store: Store,
  issue: Issue,
  { labels, login }: { readonly labels: readonly string[]; readonly login: string },
): void {
  const at = store.now();
  const told = (event: 'labeled' | 'unlabeled', names: readonly string[], others: readonly string[]) => {
    for (const name of names.filter((one) => !others.includes(one))) {
      issue.labelEvents.push({ id: store.id(), event, name, login, at });
    }
  };
  const next = unique(labels);
  told('unlabeled', issue.labels, next);
  told('labeled', next, issue.labels);
  issue.labels = next;
  issue.updatedAt = at;
}

function removeLabel(call: Call, issue: Issue): Answer {
  const name = call.path['name'] ?? '';
  if (!issue.labels.some((one) => sameName(one, name))) return refused(404, 'Label does not exist');
  return relabel(
    call,
    issue,
    issue.labels.filter((one) => !sameName(one, name)),
  );
}
