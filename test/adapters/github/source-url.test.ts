/** The address under which the host shows the specs of the commit that was planned. */
import { expect, test } from 'vitest';
import { readRunner } from '../../../src/adapters/github/runner.ts';
import { sourceUrl } from '../../../src/adapters/github/source-url.ts';

const ENV = {
  GITHUB_REPOSITORY: 'shop/infra',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_SHA: '4f2c9e1',
  GITHUB_REF: 'refs/heads/main',
};

test.each([
  ['.', 'https://github.com/shop/infra/blob/4f2c9e1'],
  ['./clouds/prod/', 'https://github.com/shop/infra/blob/4f2c9e1/clouds/prod'],
  ['a b#c', 'https://github.com/shop/infra/blob/4f2c9e1/a%20b%23c'],
])('for the folder "%s" it is %s', async (folder, url) => {
  expect(sourceUrl(await readRunner(ENV, '/'), folder)).toBe(url);
});

test('a host without an address shows nothing', async () => {
  expect(sourceUrl(await readRunner({ ...ENV, GITHUB_SERVER_URL: '' }, '/'), '.')).toBeNull();
});
