// Decides what a request for a token is granted, from its `auth` object.

import type { Cloud } from '../cloud.ts';
import { type Json, type JsonObject, objectOr, textOr } from '../json.ts';
import type { Project, User } from '../world.ts';
import { findToken, type Grant } from './tokens.ts';

const METHODS = ['external', 'password', 'token', 'oauth1', 'mapped', 'application_credential'];

export type LoginResult =
  | { readonly kind: 'granted'; readonly grant: Grant }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unsupported-method'; readonly methods: readonly string[] }
  | { readonly kind: 'no-such-credential'; readonly id: string }
  | { readonly kind: 'delegated' };

const REFUSED: LoginResult = { kind: 'refused' };

export function login(cloud: Cloud, auth: JsonObject): LoginResult {
  const identity = objectOr(auth['identity']);
  const methods = Array.isArray(identity['methods']) ? identity['methods'].map(String) : [];
  const [method] = methods;
  if (method === undefined) return REFUSED;
  if (!METHODS.includes(method)) return { kind: 'unsupported-method', methods: METHODS };
  const proof = objectOr(identity[method]);
  switch (method) {
    case 'password':
      return byPassword(cloud, objectOr(proof['user']), auth['scope']);
    case 'application_credential':
      return byApplicationCredential(cloud, proof);
    case 'token':
      return byToken(cloud, proof, auth['scope']);
    default:
      return REFUSED;
  }
}

function byPassword(cloud: Cloud, proof: JsonObject, scope: Json | undefined): LoginResult {
  const user = findUser(cloud, proof);
  if (user === undefined || user.password !== proof['password']) return REFUSED;
  return scoped(cloud, user, scope, ['password']);
}

function byToken(cloud: Cloud, proof: JsonObject, scope: Json | undefined): LoginResult {
  const token = findToken(cloud, textOr(proof['id'], undefined));
  const user = cloud.world.identity.users.find((candidate) => candidate.id === token?.user);
  if (token === undefined || user === undefined) return REFUSED;
  if (token.applicationCredential !== null) return { kind: 'delegated' };
  const result = scoped(cloud, user, scope, [...new Set([...token.methods, 'token'])]);
  return result.kind === 'granted'
    ? { kind: 'granted', grant: { ...result.grant, until: token.expires } }
    : result;
}

function scoped(cloud: Cloud, user: User, scope: Json | undefined, methods: readonly string[]): LoginResult {
  const grant = { user, methods, applicationCredential: null };
  if (scope === 'unscoped') return { kind: 'granted', grant: { ...grant, project: null, roles: [] } };
  const project =
    scope === undefined
      ? cloud.world.identity.projects.find((candidate) => candidate.id === user.defaultProject)
      : findProject(cloud, objectOr(objectOr(scope)['project']));
  if (project === undefined) {
    return scope === undefined ? { kind: 'granted', grant: { ...grant, project: null, roles: [] } } : REFUSED;
  }
  const roles = user.roles[project.id];
  return roles === undefined ? REFUSED : { kind: 'granted', grant: { ...grant, project: project.id, roles } };
}

function byApplicationCredential(cloud: Cloud, proof: JsonObject): LoginResult {
  const { identity } = cloud.world;
  const owner = findUser(cloud, objectOr(proof['user']));
  const credential = identity.applicationCredentials.find((candidate) =>
    proof['id'] === undefined
      ? candidate.name === proof['name'] && candidate.user === owner?.id
      : candidate.id === proof['id'],
  );
  if (credential === undefined)
    return { kind: 'no-such-credential', id: String(proof['id'] ?? proof['name']) };
  const user = identity.users.find((candidate) => candidate.id === credential.user);
  if (user === undefined || credential.secret !== proof['secret']) return REFUSED;
  return {
    kind: 'granted',
    grant: {
      user,
      project: credential.project,
      roles: credential.roles,
      methods: ['application_credential'],
      applicationCredential: credential.id,
    },
  };
}

function findUser(cloud: Cloud, proof: JsonObject): User | undefined {
  const { users } = cloud.world.identity;
  if (typeof proof['id'] === 'string') return users.find((user) => user.id === proof['id']);
  return isDefaultDomain(proof['domain']) ? users.find((user) => user.name === proof['name']) : undefined;
}

function findProject(cloud: Cloud, proof: JsonObject): Project | undefined {
  const { projects } = cloud.world.identity;
  if (typeof proof['id'] === 'string') return projects.find((project) => project.id === proof['id']);
  return isDefaultDomain(proof['domain'])
    ? projects.find((project) => project.name === proof['name'])
    : undefined;
}

function isDefaultDomain(domain: Json | undefined): boolean {
  const { id, name } = objectOr(domain);
  return id === 'default' || name === 'Default';
}
