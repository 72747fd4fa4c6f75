/** Every way to write a secret in a clouds.yaml is masked as its value. */
import { expect, test } from 'vitest';
import { cloudsYamlSecrets } from '../../../src/adapters/github/clouds-yaml.ts';

test.each([
  ['plain', 'password: hunter22', 'hunter22'],
  ['plain, with blanks and a comment', 'password: hunter 22 # mine', 'hunter 22'],
  ['double quoted', 'password: "hunter: \\"22\\""', 'hunter: "22"'],
  ['single quoted', "password: 'hunter''22'", "hunter'22"],
  ['in a flow', 'auth: {username: demo, password: hunter22, project_name: p}', 'hunter22'],
  ['as JSON', '{"auth":{"application_credential_secret":"hunter22"}}', 'hunter22'],
  ['under another name', '  token:   hunter22\r\n', 'hunter22'],
])('%s', (_, text, secret) => {
  expect(cloudsYamlSecrets(text)).toContain(secret);
});

test('names, addresses and short values are left readable', () => {
  expect(cloudsYamlSecrets('auth_url: http://a\nusername: demo\npassword: abc\nproject_name: shop')).toEqual(
    [],
  );
});

test('of several clouds all are masked', () => {
  expect(cloudsYamlSecrets('a: {password: first1}\nb: {password: second2}')).toEqual(['first1', 'second2']);
});

test('no text, no secrets', () => {
  expect(cloudsYamlSecrets(null)).toEqual([]);
});
