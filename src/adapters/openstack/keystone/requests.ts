/** What Keystone is asked, as data (Identity API v3, POST /v3/auth/tokens). */
import type { Json, JsonObject } from '../../../model/json.ts';
import type { Credentials, Domain, Identity, NamedIn } from '../credentials.ts';

export function loginBody({ identity, project }: Pick<Credentials, 'identity' | 'project'>): JsonObject {
  const scope = project === null ? {} : { scope: { project: named(project) } };
  return { auth: { identity: identityBody(identity), ...scope } };
}

function identityBody(identity: Identity): JsonObject {
  switch (identity.method) {
    case 'password':
      return {
        methods: ['password'],
        password: { user: { ...named(identity.user), password: identity.password } },
      };
    case 'token':
      return { methods: ['token'], token: { id: identity.token } };
    case 'application_credential':
      return { methods: ['application_credential'], application_credential: credentialBody(identity) };
  }
}

function credentialBody({ credential, secret }: Identity & { method: 'application_credential' }): JsonObject {
  if ('id' in credential) return { id: credential.id, secret };
  return { name: credential.name, user: named(credential.user), secret };
}

function named(thing: NamedIn): JsonObject {
  return 'id' in thing ? { id: thing.id } : { name: thing.name, ...domainBody(thing.domain) };
}

function domainBody(domain: Domain): { readonly domain?: Json } {
  return domain === null ? {} : { domain };
}
