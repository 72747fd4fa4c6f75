/** Answers one request as GitHub would, and tells what was wrong with it. */
import type { IncomingHttpHeaders } from 'node:http';
import {
  answerProblems,
  bodyProblems,
  findOperation,
  type Matched,
  parameterProblems,
} from './contract/contract.ts';
import { pageOf } from './pages.ts';
import { missingPermission, targetOf } from './permissions.ts';
import { type Answer, type Call, NOT_FOUND, type Routes, refused } from './routes/call.ts';
import { CHECKS } from './routes/checks.ts';
import { CODE } from './routes/code.ts';
import { CONTENTS } from './routes/contents.ts';
import { DEPLOYMENTS } from './routes/deployments.ts';
import { GIT } from './routes/git.ts';
import { graphql } from './routes/graphql.ts';
import { LABELS } from './routes/labels.ts';
import { PEOPLE } from './routes/people.ts';
import { PULLS } from './routes/pulls.ts';
import { RUNS } from './routes/runs.ts';
import { TALK } from './routes/talk.ts';
import type { Store, Token } from './state/store.ts';
import type { Violation, ViolationKind } from './violations.ts';

export interface Incoming {
  readonly method: string;
  readonly address: URL;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly violations: readonly Violation[];
}

export const ROUTES: Routes = {
  ...{ ...CHECKS, ...CODE, ...CONTENTS, ...DEPLOYMENTS, ...GIT, ...LABELS, ...PEOPLE, ...PULLS },
  ...{ ...RUNS, ...TALK },
};

const API_VERSIONS = ['2022-11-28', '2026-03-10'];

export function replyTo(store: Store, incoming: Incoming): Reply {
  const request = `${incoming.method} ${incoming.address.pathname}`;
  const violations: Violation[] = [];
  const blame = (kind: ViolationKind, ...messages: readonly string[]) => {
    violations.push(...messages.map((message) => ({ kind, request, message })));
  };
  const { answer, matched } = answerTo(store, incoming, blame);
  if ('refusal' in answer && answer.refusal !== undefined) blame('limit', answer.refusal);
  if ('missing' in answer && answer.missing !== undefined)
    blame('permission', `the token lacks ${answer.missing}`);
  const { status, body, headers } = rendered(answer, incoming.address);
  if (matched !== null && !('text' in answer))
    blame('answer', ...answerProblems(matched.operation, status, body));
  const text = 'text' in answer ? answer.text : body === undefined ? '' : JSON.stringify(body);
  return { status, headers: { ...COMMON_HEADERS, ...headers }, body: text, violations };
}

const COMMON_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'x-github-media-type': 'github.v3; format=json',
  'x-ratelimit-limit': '1000',
  'x-ratelimit-remaining': '999',
  'x-ratelimit-resource': 'core',
};

type Blame = (kind: ViolationKind, ...messages: readonly string[]) => void;

interface Answered {
  readonly answer: Answer;
  /** What the answer has to look like; null where GitHub's description does not reach. */
  readonly matched: Matched | null;
}

function answerTo(store: Store, incoming: Incoming, blame: Blame): Answered {
  const { method, address, headers } = incoming;
  const only = (answer: Answer): Answered => ({ answer, matched: null });
  const doorAnswer = atTheDoor(headers, blame);
  if (doorAnswer !== null) return only(doorAnswer);
  const token = store.tokens.get((headers.authorization ?? '').replace(/^(token|bearer) /i, ''));
  if (token === undefined) return only(refused(401, 'Bad credentials'));
  const body = parsedBody(incoming.text);
  if (body === null) {
    blame('request', 'the body is no JSON');
    return only(refused(400, 'Problems parsing JSON'));
  }
  if (method === 'POST' && address.pathname === '/graphql')
    return only(askGraphql(store, token, body, blame));
  const matched = findOperation(method, address.pathname);
  if (matched === null) {
    blame('route', 'GitHub describes no such route, or scripts/github-openapi.mjs left it out');
    return only(NOT_FOUND);
  }
  return { matched, answer: perform(store, { token, matched, incoming, body }, blame) };
}

/** Before GitHub knows who asks for what. */
function atTheDoor(headers: IncomingHttpHeaders, blame: Blame): Answer | null {
  if (!headers['user-agent']) {
    blame('request', 'there is no User-Agent');
    return refused(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
    );
  }
  const version = headers['x-github-api-version'];
  if (version === undefined || API_VERSIONS.includes(String(version))) return null;
  blame('request', `there is no version "${version}" of the API`);
  return refused(400, `"${version}" is not a supported API version`);
}

interface Asked {
  readonly token: Token;
  readonly matched: Matched;
  readonly incoming: Incoming;
  readonly body: unknown;
}

function perform(store: Store, { token, matched, incoming, body }: Asked, blame: Blame): Answer {
  const { operation, path } = matched;
  const { address, headers } = incoming;
  if (isElsewhere(store, path)) return NOT_FOUND;
  const problems = [...parameterProblems(matched, address.searchParams), ...bodyProblems(operation, body)];
  if (problems.length > 0) {
    blame('request', ...problems);
    return refused(422, `Invalid request.\n\n${problems.join('\n')}`);
  }
  const missing = missingPermission(operation.id, token.permissions, targetOf(store, path));
  if (missing !== null) {
    blame('permission', `the token lacks ${missing}`);
    return refused(
      403,
      `Resource not accessible by ${token.app === null ? 'personal access token' : 'integration'}`,
    );
  }
  const route = ROUTES[operation.id];
  if (route === undefined) {
    blame('stand-in', `"${operation.id}" is described and not modelled`);
    return refused(500, 'not modelled');
  }
  return route({ ...callOf(store, token, body), path, query: address.searchParams, raw: asksRaw(headers) });
}

/** Tokens of jobs reach one repository. */
function isElsewhere(store: Store, { owner, repo }: Matched['path']): boolean {
  return owner !== undefined && `${owner}/${repo}`.toLowerCase() !== store.fullName.toLowerCase();
}

function callOf(store: Store, token: Token, body: unknown): Call {
  const fields =
    typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.entries(body) : [];
  // Labels may come as a bare list.
  const named = Array.isArray(body) ? { labels: body } : Object.fromEntries(fields);
  return { store, token, body: named, path: {}, query: new URLSearchParams(), raw: false };
}

function askGraphql(store: Store, token: Token, body: unknown, blame: Blame): Answer {
  const call = callOf(store, token, body);
  const answer = graphql(call);
  if (answer !== null) return answer;
  blame('stand-in', `GraphQL is not modelled beyond viewer and (un)minimizeComment: ${call.body['query']}`);
  return refused(500, 'not modelled');
}

function asksRaw({ accept }: IncomingHttpHeaders): boolean {
  return /application\/vnd\.github\.(v3\.)?raw/.test(accept ?? '');
}

function rendered(
  answer: Answer,
  address: URL,
): { status: number; body: unknown; headers: Readonly<Record<string, string>> } {
  if ('list' in answer) return { status: 200, ...pageOf(answer, address) };
  return { status: answer.status, body: 'body' in answer ? answer.body : undefined, headers: {} };
}

/** undefined = none; null = not JSON. */
function parsedBody(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) ?? undefined);
  } catch {
    return null;
  }
}
