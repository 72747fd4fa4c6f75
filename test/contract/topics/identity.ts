/** What Keystone answers: tokens, refusals, the catalogue. */
import { describe, expect, it } from 'vitest';
import type { Answer, CloudUnderTest, Service } from '../cloud-under-test.ts';
import { keys, list, pick, text } from '../json.ts';
import type { Stage } from '../stage.ts';

const UNAUTHORIZED = {
  error: { code: 401, message: 'The request you have made requires authentication.', title: 'Unauthorized' },
};

export function identityContract(stage: Stage): void {
  describe('identity', () => {
    it('gives a token for a password, in a header, with who, where, which roles and until when', async () => {
      const answer = await login(stage.cloud(), passwordIdentity(stage.cloud()), projectScope(stage.cloud()));
      expect(answer.status).toBe(201);
      expect(answer.headers['x-subject-token']).toMatch(/^\S{10,}$/);
      expect(answer.headers['x-openstack-request-id']).toMatch(/^req-/);
      expect(pick(answer.json, 'token')).toMatchObject({
        methods: ['password'],
        user: { name: 'demo', domain: { name: 'Default' } },
        project: { name: 'demo', domain: { name: 'Default' } },
        is_domain: false,
      });
      expect(text(answer.json, 'token', 'expires_at')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      const roles = list(answer.json, 'token', 'roles').map((role) => text(role, 'name'));
      expect(roles).toEqual(expect.arrayContaining(['member', 'reader']));
    });

    it('refuses a wrong password with 401 and never says whether the user exists', async () => {
      const cloud = stage.cloud();
      const wrong = await login(cloud, passwordIdentity(cloud, { password: 'wrong' }), projectScope(cloud));
      const nobody = await login(cloud, passwordIdentity(cloud, { name: 'nobody' }), projectScope(cloud));
      expect([wrong.status, wrong.json]).toEqual([401, UNAUTHORIZED]);
      expect([nobody.status, nobody.json]).toEqual([401, UNAUTHORIZED]);
    });

    it('refuses a project that the user has no role in, or that is not there, with 401', async () => {
      const cloud = stage.cloud();
      const scope = { project: { name: 'no-such-project', domain: { id: 'default' } } };
      const answer = await login(cloud, passwordIdentity(cloud), scope);
      expect([answer.status, answer.json]).toEqual([401, UNAUTHORIZED]);
    });

    it('gives a token for an application credential without a scope, and says which credential it was', async () => {
      const cloud = stage.cloud();
      const answer = await login(cloud, credentialIdentity(cloud.applicationCredential));
      expect(answer.status).toBe(201);
      expect(pick(answer.json, 'token')).toMatchObject({
        methods: ['application_credential'],
        user: { name: 'demo' },
        project: { name: 'demo' },
        application_credential: { id: cloud.applicationCredential.id, restricted: false },
      });
    });

    it('answers 404 to an unknown application credential and 401 to a wrong secret', async () => {
      const cloud = stage.cloud();
      const unknown = await login(cloud, credentialIdentity({ id: 'nope', secret: 'x' }));
      expect([unknown.status, unknown.json]).toEqual([
        404,
        { error: { code: 404, message: 'Could not find Application Credential: nope.', title: 'Not Found' } },
      ]);
      const wrong = await login(
        cloud,
        credentialIdentity({ id: cloud.applicationCredential.id, secret: 'wrong' }),
      );
      expect([wrong.status, wrong.json]).toEqual([401, UNAUTHORIZED]);
    });

    it('gives a new token for a token', async () => {
      const cloud = stage.cloud();
      const first = await login(cloud, passwordIdentity(cloud), projectScope(cloud));
      const identity = { methods: ['token'], token: { id: first.headers['x-subject-token'] ?? '' } };
      const second = await login(cloud, identity, projectScope(cloud));
      expect(second.status).toBe(201);
      expect(list(second.json, 'token', 'methods')).toContain('token');
    });

    it('lists every service with its region and three interfaces; Heat and only Heat by project', async () => {
      const answer = await login(stage.cloud(), passwordIdentity(stage.cloud()), projectScope(stage.cloud()));
      const catalogue = list(answer.json, 'token', 'catalog');
      const types = catalogue.map((entry) => text(entry, 'type'));
      expect(types).toEqual(
        expect.arrayContaining(['identity', 'orchestration', 'compute', 'image', 'network']),
      );
      const heat = catalogue.find((entry) => pick(entry, 'type') === 'orchestration');
      expect(keys(heat)).toEqual(['endpoints', 'id', 'name', 'type']);
      const endpoints = list(heat, 'endpoints');
      expect(endpoints.map((entry) => text(entry, 'interface')).sort()).toEqual([
        'admin',
        'internal',
        'public',
      ]);
      expect(keys(endpoints[0])).toEqual(['id', 'interface', 'region', 'region_id', 'url']);
      expect(text(endpoints[0], 'region')).toBe('RegionOne');
      const project = text(answer.json, 'token', 'project', 'id');
      expect(text(endpoints[0], 'url')).toMatch(new RegExp(`/v1/${project}$`));
    });

    it.each<readonly [Service, string]>([
      ['orchestration', '/stacks'],
      ['compute', '/servers'],
      ['network', '/networks'],
    ])('a token that is none gets 401 from %s', async (service, path) => {
      const answer = await stage
        .cloud()
        .call(service, 'GET', path, undefined, { 'X-Auth-Token': 'not-a-token' });
      expect([answer.status, answer.json]).toEqual([401, UNAUTHORIZED]);
      expect(answer.headers['www-authenticate']).toMatch(/^Keystone uri="/);
    });
  });
}

function login(cloud: CloudUnderTest, identity: unknown, scope?: unknown): Promise<Answer> {
  const auth = scope === undefined ? { identity } : { identity, scope };
  return cloud.call('identity', 'POST', '/auth/tokens', { auth }, { 'X-Auth-Token': '' });
}

function passwordIdentity(cloud: CloudUnderTest, given: { name?: string; password?: string } = {}): unknown {
  const { username, password, userDomainName } = cloud.password;
  const user = { name: username, password, domain: { name: userDomainName }, ...given };
  return { methods: ['password'], password: { user } };
}

function projectScope(cloud: CloudUnderTest): unknown {
  return {
    project: { name: cloud.password.projectName, domain: { name: cloud.password.projectDomainName } },
  };
}

function credentialIdentity(credential: { id: string; secret: string }): unknown {
  return { methods: ['application_credential'], application_credential: credential };
}
