/** The few questions to GraphQL that the REST API has no answer to: who am I, and hide a comment. */
import { missingPermission } from '../permissions.ts';
import { commentNode } from '../shapes/talk.ts';
import type { Answer, Call } from './call.ts';
import { ok } from './call.ts';

const CLASSIFIERS = ['ABUSE', 'DUPLICATE', 'OFF_TOPIC', 'OUTDATED', 'RESOLVED', 'SPAM'];

/** null = a question that is not modelled. */
export function graphql(call: Call): Answer | null {
  const query = String(call.body['query'] ?? '').replaceAll(/\s+/g, ' ');
  if (/^(query )?\{ viewer \{ login \} \}$/.test(query.trim())) return viewer(call);
  const mutation = /\b(minimizeComment|unminimizeComment)\b/.exec(query)?.[1];
  return mutation === undefined ? null : minimize(call, mutation, query);
}

function viewer({ token }: Call): Answer {
  if (token.tells !== 'graphql') return failed('FORBIDDEN', 'Resource not accessible by integration');
  return ok({ data: { viewer: { login: token.login } } });
}

function minimize({ store, token, body }: Call, mutation: string, query: string): Answer {
  const variables = (body['variables'] ?? {}) as Readonly<Record<string, unknown>>;
  const input = (variables['input'] ?? variables) as Readonly<Record<string, unknown>>;
  const id = /subjectId: ?"([^"]+)"/.exec(query)?.[1] ?? String(input['subjectId'] ?? input['id'] ?? '');
  const comment = store.comments.find((one) => commentNode(one.id) === id);
  if (comment === undefined)
    return failed('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  const target = store.pulls.has(comment.number) ? 'pull' : 'issue';
  const missing = missingPermission('issues/update-comment', token.permissions, target);
  if (missing !== null) return { ...failed('FORBIDDEN', 'Resource not accessible by integration'), missing };
  if (mutation === 'unminimizeComment') {
    comment.minimized = null;
    return ok({ data: { unminimizeComment: { unminimizedComment: { isMinimized: false } } } });
  }
  const classifier = /classifier: ?([A-Z_]+)/.exec(query)?.[1] ?? String(input['classifier'] ?? '');
  if (!CLASSIFIERS.includes(classifier)) {
    return failed('INVALID', `Argument 'classifier' has an invalid value (${classifier}).`);
  }
  comment.minimized = classifier;
  const reason = classifier.toLowerCase().replace('_', '-');
  return ok({
    data: { minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: reason } } },
  });
}

/** GraphQL tells errors with a 200. */
function failed(type: string, message: string) {
  return { status: 200, body: { data: null, errors: [{ type, path: [], message }] } };
}
