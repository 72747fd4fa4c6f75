// Makes, finds and ends tokens; whether one is still good is decided by the virtual clock.

import type { Cloud } from '../cloud.ts';
import { hexDigits } from '../generator.ts';
import { type Call, header } from '../http/call.ts';
import type { Project, Token, User } from '../world.ts';

/** Who is asking, in which project, with which rights. */
export interface Session {
  readonly user: User;
  readonly project: Project;
  readonly roles: readonly string[];
  readonly viaApplicationCredential: boolean;
}

export interface Grant {
  readonly user: User;
  readonly project: string | null;
  readonly roles: readonly string[];
  readonly methods: readonly string[];
  readonly applicationCredential: string | null;
  /** Not beyond this moment (a token made from a token does not live longer). */
  readonly until?: number;
}

export function issueToken(cloud: Cloud, grant: Grant): Token {
  const { world } = cloud;
  const expires = Math.min(
    world.now + world.timings.tokenLife * 1000,
    grant.until ?? Number.POSITIVE_INFINITY,
  );
  const token: Token = {
    id: `gAAAAAB${hexDigits(world.identity, 128)}`,
    user: grant.user.id,
    project: grant.project,
    roles: grant.roles,
    methods: grant.methods,
    applicationCredential: grant.applicationCredential,
    audit: hexDigits(world.identity, 24).slice(0, 22),
    issued: world.now,
    expires,
  };
  world.identity.tokens = [...world.identity.tokens.filter((old) => old.expires > world.now), token];
  return token;
}

export function findToken(cloud: Cloud, id: string | undefined): Token | undefined {
  const token = cloud.world.identity.tokens.find((candidate) => candidate.id === id);
  return token !== undefined && token.expires > cloud.now ? token : undefined;
}

export function revokeToken(cloud: Cloud, id: string): void {
  const { identity } = cloud.world;
  identity.tokens = identity.tokens.filter((token) => token.id !== id);
}

/** The session of a request to a service, or undefined: 401. */
export function sessionOf(cloud: Cloud, call: Call): Session | undefined {
  const token = findToken(cloud, header(call, 'x-auth-token'));
  if (token === undefined) return undefined;
  const { users, projects } = cloud.world.identity;
  const user = users.find((candidate) => candidate.id === token.user);
  const project = projects.find((candidate) => candidate.id === token.project);
  if (user === undefined || project === undefined) return undefined;
  return {
    user,
    project,
    roles: token.roles,
    viaApplicationCredential: token.applicationCredential !== null,
  };
}

export function mayWrite(session: Session): boolean {
  return session.roles.includes('member') || isAdmin(session);
}

export function isAdmin(session: Session): boolean {
  return session.roles.includes('admin');
}
