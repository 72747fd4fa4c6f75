// Keystone v3 over HTTP: version documents, tokens, the catalogue.

import type { Cloud } from '../cloud.ts';
import { type Answer, empty, json } from '../http/answer.ts';
import { type Call, header, jsonBody } from '../http/call.ts';
import { routes } from '../http/routes.ts';
import { isObject, type JsonObject } from '../json.ts';
import { microseconds } from '../times.ts';
import type { Project, Token } from '../world.ts';
import { login } from './login.ts';
import { catalogue } from './services.ts';
import { findToken, issueToken, revokeToken } from './tokens.ts';

type Handler = (cloud: Cloud, call: Call) => Answer;

const find = routes<Handler>({
  'GET /': (cloud) =>
    json(300, { versions: { values: [version(cloud)] } }, { location: `${cloud.base}/identity/v3/` }),
  'GET /v3': (cloud) => json(200, { version: version(cloud) }),
  'POST /v3/auth/tokens': createToken,
  'GET /v3/auth/tokens': showToken,
  'HEAD /v3/auth/tokens': showToken,
  'DELETE /v3/auth/tokens': deleteToken,
  'GET /v3/auth/catalog': (cloud, call) => withToken(cloud, call, (token) => showCatalogue(cloud, token)),
  'GET /v3/auth/projects': (cloud, call) => withToken(cloud, call, (token) => listProjects(cloud, token)),
});

export function identityApi(cloud: Cloud, call: Call): Answer {
  const matched = find(call.method, call.path);
  if (matched === undefined) return notFoundPage();
  return matched.handler(cloud, call);
}

function version(cloud: Cloud): JsonObject {
  return {
    id: 'v3.14',
    status: 'stable',
    updated: '2020-04-07T00:00:00Z',
    links: [{ rel: 'self', href: `${cloud.base}/identity/v3/` }],
    'media-types': [{ base: 'application/json', type: 'application/vnd.openstack.identity-v3+json' }],
  };
}

function createToken(cloud: Cloud, call: Call): Answer {
  const body = jsonBody(call);
  if (!isObject(body)) return malformed('valid JSON');
  const auth = body['auth'];
  if (!isObject(auth)) return malformed('auth');
  const result = login(cloud, auth);
  switch (result.kind) {
    case 'granted': {
      const token = issueToken(cloud, result.grant);
      return json(
        201,
        { token: describe(cloud, token) },
        { 'x-subject-token': token.id, vary: 'X-Auth-Token' },
      );
    }
    case 'refused':
      return unauthorized(cloud);
    case 'unsupported-method':
      return unauthorized(cloud, {
        identity: { methods: [...result.methods] },
        message: 'Attempted to authenticate with an unsupported method.',
      });
    case 'delegated':
      return failure(
        403,
        'Forbidden',
        'You are not authorized to perform the requested action: Using a delegated token to create another token is not allowed..',
      );
    case 'no-such-credential':
      return failure(404, 'Not Found', `Could not find Application Credential: ${result.id}.`);
  }
}

function showToken(cloud: Cloud, call: Call): Answer {
  return withToken(cloud, call, () => {
    const subject = header(call, 'x-subject-token');
    if (subject === undefined) {
      const message = 'You are not authorized to perform the requested action: identity:validate_token.';
      return failure(403, 'Forbidden', message);
    }
    const token = findToken(cloud, subject);
    if (token === undefined) return failure(404, 'Not Found', 'Could not recognize Fernet token');
    return json(
      200,
      { token: describe(cloud, token) },
      { 'x-subject-token': token.id, vary: 'X-Auth-Token' },
    );
  });
}

function deleteToken(cloud: Cloud, call: Call): Answer {
  return withToken(cloud, call, () => {
    const token = findToken(cloud, header(call, 'x-subject-token'));
    if (token === undefined) return failure(404, 'Not Found', 'Could not recognize Fernet token');
    revokeToken(cloud, token.id);
    return empty(204, { vary: 'X-Auth-Token' });
  });
}

function showCatalogue(cloud: Cloud, token: Token): Answer {
  const links = { self: `${cloud.base}/identity/v3/auth/catalog` };
  return json(200, { catalog: token.project === null ? [] : catalogue(cloud, token.project), links });
}

function listProjects(cloud: Cloud, token: Token): Answer {
  const user = cloud.world.identity.users.find((candidate) => candidate.id === token.user);
  const projects = cloud.world.identity.projects.filter((project) => user?.roles[project.id] !== undefined);
  const links = { next: null, self: `${cloud.base}/identity/v3/auth/projects`, previous: null };
  return json(200, { projects: projects.map((project) => describeProject(cloud, project)), links });
}

function describeProject(cloud: Cloud, project: Project): JsonObject {
  return {
    id: project.id,
    name: project.name,
    domain_id: 'default',
    description: '',
    enabled: true,
    parent_id: 'default',
    is_domain: false,
    tags: [],
    options: {},
    links: { self: `${cloud.base}/identity/v3/projects/${project.id}` },
  };
}

function describe(cloud: Cloud, token: Token): JsonObject {
  const { identity } = cloud.world;
  const domain = { id: 'default', name: 'Default' };
  const user = identity.users.find((candidate) => candidate.id === token.user);
  const project = identity.projects.find((candidate) => candidate.id === token.project);
  const credential = identity.applicationCredentials.find((one) => one.id === token.applicationCredential);
  return {
    methods: [...token.methods],
    user: { domain, id: token.user, name: user?.name ?? '', password_expires_at: null },
    audit_ids: [token.audit],
    expires_at: `${microseconds(token.expires)}Z`,
    issued_at: `${microseconds(token.issued)}Z`,
    ...(project === undefined
      ? {}
      : {
          project: { domain, id: project.id, name: project.name },
          is_domain: false,
          roles: token.roles.map((name) => ({ id: identity.roles[name] ?? name, name })),
          catalog: catalogue(cloud, project.id),
        }),
    ...(credential === undefined
      ? {}
      : {
          application_credential: {
            id: credential.id,
            name: credential.name,
            restricted: !credential.unrestricted,
          },
        }),
  };
}

function withToken(cloud: Cloud, call: Call, answer: (token: Token) => Answer): Answer {
  const token = findToken(cloud, header(call, 'x-auth-token'));
  return token === undefined ? unauthorized(cloud) : answer(token);
}

function unauthorized(cloud: Cloud, more: JsonObject = {}): Answer {
  const message = 'The request you have made requires authentication.';
  return json(
    401,
    { error: { code: 401, message, title: 'Unauthorized', ...more } },
    { 'www-authenticate': `Keystone uri="${cloud.base}/identity/v3"`, vary: 'X-Auth-Token' },
  );
}

function malformed(expected: string): Answer {
  const message = `Expecting to find ${expected} in request body. The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.`;
  return failure(400, 'Bad Request', message);
}

function failure(code: number, title: string, message: string): Answer {
  return json(code, { error: { code, message, title } }, { vary: 'X-Auth-Token' });
}

function notFoundPage(): Answer {
  const body =
    '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>\n';
  return { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
