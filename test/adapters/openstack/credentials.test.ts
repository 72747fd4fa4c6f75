import { describe, expect, it } from 'vitest';
import { credentialsFrom } from '../../../src/adapters/openstack/credentials.ts';
import type { JsonObject } from '../../../src/model/json.ts';

const BASE = { auth_url: 'https://keystone:5000/v3', username: 'u', password: 'p', project_name: 'web' };

const from = (values: JsonObject) => credentialsFrom({ name: 'prod', origin: 'cloud "prod"', values });

describe('a login', () => {
  it('by password is the usual one', () => {
    expect(from(BASE)).toMatchObject({
      identity: { method: 'password', user: { name: 'u', domain: { id: 'default' } }, password: 'p' },
      project: { name: 'web', domain: { id: 'default' } },
      region: null,
      interface: 'public',
      tls: { cacert: null, verify: true },
      secrets: ['p'],
    });
  });

  it.each(['password', 'v3password'])('by password is auth_type %s', (auth_type) => {
    expect(from({ ...BASE, auth_type }).identity.method).toBe('password');
  });

  it('by application credential is bound to its own project', () => {
    const values = {
      auth_url: BASE.auth_url,
      auth_type: 'v3applicationcredential',
      application_credential_id: 'id',
      application_credential_secret: 's3',
      project_name: 'ignored',
    };
    expect(from(values)).toMatchObject({
      identity: { method: 'application_credential', credential: { id: 'id' }, secret: 's3' },
      project: null,
      secrets: ['s3'],
    });
  });

  it('by the name of an application credential needs its user', () => {
    const values = { ...BASE, application_credential_name: 'bot', application_credential_secret: 's3' };
    expect(from(values).identity).toMatchObject({
      credential: { name: 'bot', user: { name: 'u', domain: { id: 'default' } } },
    });
  });

  it.each([{ token: 't' }, { auth_token: 't' }, { token: 't', auth_type: 'v3token' }])(
    'by token: %j',
    (token) => {
      const values = { auth_url: BASE.auth_url, project_id: 'p1', ...token };
      expect(from(values)).toMatchObject({
        identity: { method: 'token', token: 't' },
        project: { id: 'p1' },
      });
    },
  );
});

describe('domains', () => {
  it.each([
    [{ user_domain_name: 'U', project_domain_id: 'P' }, { name: 'U' }, { id: 'P' }],
    [{ domain_name: 'D' }, { name: 'D' }, { name: 'D' }],
    [{ domain_id: 'D', user_domain_name: 'U' }, { name: 'U' }, { id: 'D' }],
    [{ default_domain: 'X' }, { name: 'X' }, { name: 'X' }],
    [{ default_domain_id: 'X' }, { id: 'X' }, { id: 'X' }],
    [{}, { id: 'default' }, { id: 'default' }],
  ])('%j', (values, user, project) => {
    expect(from({ ...BASE, ...values })).toMatchObject({
      identity: { user: { domain: user } },
      project: { domain: project },
    });
  });
});

describe('auth_url', () => {
  it.each([
    ['http://k:5000/v3', 'http://k:5000/v3'],
    ['http://k:5000/v3/', 'http://k:5000/v3'],
    ['http://k:5000', 'http://k:5000/v3'],
    ['http://k:5000/v2.0', 'http://k:5000/v3'],
    ['https://k/identity', 'https://k/identity/v3'],
    ['https://k/identity/v3', 'https://k/identity/v3'],
    ['https://name:secret@k/v3?x=1', 'https://k/v3'],
  ])('%s becomes %s', (auth_url, expected) => {
    expect(from({ ...BASE, auth_url }).authUrl.href).toBe(expected);
  });
});

describe('settings beside the login', () => {
  it.each([
    ['public', 'public'],
    ['publicURL', 'public'],
    ['internalURL', 'internal'],
    ['admin', 'admin'],
  ])('interface %s is %s, also as endpoint_type', (given, expected) => {
    expect(from({ ...BASE, interface: given }).interface).toBe(expected);
    expect(from({ ...BASE, endpoint_type: given }).interface).toBe(expected);
  });

  it.each([
    [{ verify: 'false' }, false],
    [{ verify: false }, false],
    [{ insecure: 'True' }, false],
    [{ insecure: '1' }, false],
    [{ verify: 'true' }, true],
    [{ insecure: 'false' }, true],
    [{ insecure: 'maybe' }, true],
  ])('%j checks certificates: %s', (values, expected) => {
    expect(from({ ...BASE, ...values }).tls.verify).toBe(expected);
  });

  it('takes addresses and interfaces of single services', () => {
    const values = { orchestration_endpoint_override: 'http://heat/v1/x', compute_interface: 'internal' };
    expect(from({ ...BASE, ...values })).toMatchObject({
      endpoints: { orchestration: 'http://heat/v1/x' },
      interfaces: { compute: 'internal' },
    });
  });

  it('takes numbers for texts, as YAML may make them', () => {
    expect(from({ ...BASE, password: 1234 }).secrets).toEqual(['1234']);
  });
});

describe('what is refused, with words', () => {
  it.each([
    [{ auth_url: '' }, 'auth_url (OS_AUTH_URL) is missing'],
    [{ auth_url: 'keystone:5000' }, 'is not an http(s) address'],
    [{ auth_url: 'file:///etc/passwd' }, 'is not an http(s) address'],
    [{ username: '' }, 'username (OS_USERNAME) is missing; a login by password needs it'],
    [{ password: '' }, 'password (OS_PASSWORD) is missing'],
    [{ auth_type: 'v3oidcpassword' }, 'auth_type "v3oidcpassword" is not supported; use one of password,'],
    [{ auth_type: 'constructor' }, 'auth_type "constructor" is not supported'],
    [
      { application_credential_id: 'x' },
      'application_credential_secret is missing; a login by application credential',
    ],
    [{ system_scope: 'all' }, 'it asks for system scope; stacks live in a project'],
    [{ project_name: '', domain_name: 'D' }, 'it asks for the scope of domain "D"'],
    [{ interface: 'privat' }, 'interface "privat" is unknown; use public, internal or admin'],
  ])('%j', (values, words) => {
    expect(() => from({ ...BASE, ...values })).toThrow(words);
    expect(() => from({ ...BASE, ...values })).toThrow(
      expect.objectContaining({ code: 'credentials-invalid' }),
    );
  });
});
