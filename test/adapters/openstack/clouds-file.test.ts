import { describe, expect, it } from 'vitest';
import { chooseCloud } from '../../../src/adapters/openstack/cloud-settings.ts';
import { readCloudsFile } from '../../../src/adapters/openstack/clouds-file.ts';
import { CloudError } from '../../../src/ports/errors.ts';

type Env = Readonly<Record<string, string>>;

const read = (files: Env, env: Env = {}) =>
  readCloudsFile({ env, cwd: '/repo', home: '/home/me' }, async (path) => files[path] ?? null);

const choose = async (asked: string | null, files: Env, env: Env = {}) => {
  const around = { env, cwd: '/repo', home: '/home/me' };
  return chooseCloud(asked, around, await read(files, env));
};

const cloud = (name: string, url: string) => `clouds: {${name}: {auth: {auth_url: "${url}"}}}`;

async function messageOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CloudError)) throw new Error('no CloudError came');
  return `${error.code}: ${error.message}`;
}

describe('where clouds.yaml is looked for', () => {
  const everywhere = {
    '/given/my.yaml': cloud('a', 'given'),
    '/repo/clouds.yaml': cloud('a', 'cwd'),
    '/home/me/.config/openstack/clouds.yaml': cloud('a', 'home'),
    '/etc/xdg/openstack/clouds.yaml': cloud('a', 'xdg'),
    '/etc/openstack/clouds.yaml': cloud('a', 'etc'),
  };
  const order = Object.keys(everywhere);

  it.each(order.map((path, index) => [path, index] as const))(
    '%s wins over those after it',
    async (path, index) => {
      const files = Object.fromEntries(Object.entries(everywhere).slice(index));
      const found = await read(files, { OS_CLIENT_CONFIG_FILE: '/given/my.yaml' });
      expect(found.path).toBe(path);
    },
  );

  it('takes OS_CLIENT_CONFIG_FILE relative to the working folder, and with ~', async () => {
    const files = { '/repo/ci/clouds.yaml': cloud('a', 'x'), '/home/me/c.yaml': cloud('b', 'x') };
    expect((await read(files, { OS_CLIENT_CONFIG_FILE: 'ci/clouds.yaml' })).path).toBe(
      '/repo/ci/clouds.yaml',
    );
    expect((await read(files, { OS_CLIENT_CONFIG_FILE: '~/c.yaml' })).path).toBe('/home/me/c.yaml');
  });

  it('takes the suffixes .yaml, .yml and .json', async () => {
    expect((await read({ '/repo/clouds.yml': cloud('a', 'x') })).path).toBe('/repo/clouds.yml');
    expect((await read({ '/repo/clouds.json': '{"clouds": {"a": {}}}' })).clouds).toEqual({ a: {} });
  });
});

describe('what the files say', () => {
  it('lays secure.yaml over clouds.yaml, key by key', async () => {
    const found = await read({
      '/repo/clouds.yaml': 'clouds: {a: {region_name: R, auth: {username: u, password: old}}}',
      '/etc/openstack/secure.yaml': 'clouds: {a: {auth: {password: new}}, b: {auth: {token: t}}}',
    });
    expect(found.clouds).toEqual({
      a: { region_name: 'R', auth: { username: 'u', password: 'new' } },
      b: { auth: { token: 't' } },
    });
  });

  it('takes scalars as they are written, so that a password 0123 or yes stays itself', async () => {
    const found = await read({
      '/repo/clouds.yaml': 'clouds:\n  a:\n    auth: {password: 0123, username: yes}\n',
    });
    expect(found.clouds).toEqual({ a: { auth: { password: '0123', username: 'yes' } } });
  });

  it('understands anchors and merge keys', async () => {
    const text = 'base: &b {region_name: R}\nclouds:\n  a:\n    <<: *b\n    interface: internal\n';
    expect((await read({ '/repo/clouds.yaml': text })).clouds).toEqual({
      a: { region_name: 'R', interface: 'internal' },
    });
  });

  it('names file and line of a YAML error, and nothing of the text around it', async () => {
    const text = 'clouds:\n  a:\n    auth:\n      password: "hunter2\n      other: {\n';
    const message = await messageOf(read({ '/repo/clouds.yaml': text }));
    expect(message).toMatch(/^credentials-invalid: reading "\/repo\/clouds.yaml": line \d is not YAML/);
    expect(message).not.toContain('hunter2');
  });

  it('refuses a file that is no mapping, and aliases that blow up', async () => {
    expect(await messageOf(read({ '/repo/clouds.yaml': '- a\n' }))).toContain('should begin with "clouds:"');
    const laughs = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [above, below] of ['ab', 'bc', 'cd', 'de', 'ef'].map((pair) => pair.split(''))) {
      laughs.push(
        `${below}: &${below} [*${above}, *${above}, *${above}, *${above}, *${above}, *${above}, *${above}]`,
      );
    }
    expect(await messageOf(read({ '/repo/clouds.yaml': laughs.join('\n') }))).toContain('aliases');
  });
});

describe('which cloud is meant', () => {
  const two = { '/repo/clouds.yaml': 'clouds: {prod: {region_name: P}, test: {region_name: T}}' };
  const env = { OS_AUTH_URL: 'http://env', OS_USERNAME: 'u' };

  it('the named one, before OS_CLOUD, before the OS_* variables', async () => {
    expect((await choose('test', two, { ...env, OS_CLOUD: 'prod' })).name).toBe('test');
    expect((await choose(null, two, { ...env, OS_CLOUD: 'prod' })).name).toBe('prod');
    expect((await choose(null, two, env)).name).toBe('environment');
  });

  it('a named one is not mixed with the OS_* variables, but for a region that it leaves open', async () => {
    const files = { '/repo/clouds.yaml': 'clouds: {prod: {region_name: P}, open: {}}' };
    const around = { ...env, OS_REGION_NAME: 'E' };
    expect((await choose('prod', files, around)).values).toEqual({ region_name: 'P' });
    expect((await choose('open', files, around)).values).toEqual({ region_name: 'E' });
  });

  it('the only one there is, when nothing is named', async () => {
    expect((await choose(null, { '/repo/clouds.yaml': 'clouds: {only: {}}' })).name).toBe('only');
  });

  it('OS_REGION_NAME or OS_CACERT alone make no cloud of the environment', async () => {
    const around = { OS_REGION_NAME: 'R', OS_CACERT: '/ca.pem' };
    expect((await choose(null, { '/repo/clouds.yaml': 'clouds: {only: {}}' }, around)).name).toBe('only');
  });

  it('the environment can be named too', async () => {
    expect((await choose('envvars', two, env)).name).toBe('environment');
  });

  it('what stands in auth wins over the level above, dashes are underscores', async () => {
    const files = {
      '/repo/clouds.yaml': 'clouds: {a: {user-domain-name: D, username: out, auth: {username: in}}}',
    };
    expect((await choose('a', files)).values).toEqual({ user_domain_name: 'D', username: 'in' });
  });

  it('takes the region of a list with its own values', async () => {
    const text = 'clouds: {a: {regions: [{name: R1, values: {interface: internal}}, R2]}}';
    const files = { '/repo/clouds.yaml': text };
    expect((await choose('a', files)).values).toMatchObject({ region_name: 'R1', interface: 'internal' });
    const second = (await choose('a', files, { OS_REGION_NAME: 'R2' })).values;
    expect(second['region_name']).toBe('R2');
    expect(second).not.toHaveProperty('interface');
  });

  it('lays a cloud over the profile that it names', async () => {
    const files = {
      '/repo/clouds.yaml': 'clouds: {a: {profile: big, auth: {username: u}}}',
      '/repo/clouds-public.yaml': 'public-clouds: {big: {auth: {auth_url: "http://big"}}}',
    };
    expect((await choose('a', files)).values).toMatchObject({ auth_url: 'http://big', username: 'u' });
  });

  it('lists the names there are, for one that is not', async () => {
    expect(await messageOf(choose('prud', two))).toBe(
      'unknown-cloud: looking for cloud "prud": /repo/clouds.yaml does not hold it; there are "prod", "test"',
    );
    expect(await messageOf(choose('constructor', two))).toContain('unknown-cloud');
  });

  it('says where it looked, when there is no file', async () => {
    const message = await messageOf(choose('prod', {}, { OS_CLIENT_CONFIG_FILE: '/gone.yaml' }));
    expect(message).toMatch(
      /^credentials-missing: looking for cloud "prod": no clouds.yaml was found; looked at \/gone.yaml, \/repo\/clouds.yaml, /,
    );
  });

  it('says what to give, when nothing is named', async () => {
    expect(await messageOf(choose(null, two))).toContain(
      'holds "prod", "test"; name one by --cloud or OS_CLOUD',
    );
    expect(await messageOf(choose(null, {}))).toContain('no clouds.yaml was found either');
  });
});
