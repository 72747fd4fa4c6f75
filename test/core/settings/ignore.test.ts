/** Which difference a rule means, and until when. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ignoredBy, isExpired } from '../../../src/core/settings/ignore.ts';
import { reachesBelow } from '../../../src/core/settings/pattern.ts';
import type { IgnoreRule } from '../../../src/model/settings.ts';

const rule = (over: Partial<IgnoreRule>): IgnoreRule => ({
  group: 'web',
  path: 'resources.web.properties.max_size',
  reason: 'load test',
  expires: '2027-01-31',
  source: { file: '.thermostat.yaml', line: 1, column: 1 },
  ...over,
});
const now = new Date('2027-01-31T23:59:59Z');
const hit = (over: Partial<IgnoreRule>, group: string, path: string) =>
  ignoredBy([rule(over)], { group, path, now }) !== null;

test.each([
  ['web', 'resources.web.properties.max_size', true],
  ['web', 'resources.web.properties.max_size_2', false],
  ['web', 'resources.web.properties.max_size.deeper', true],
  ['web', 'resources.web.properties', false],
  ['web2', 'resources.web.properties.max_size', false],
])('the rule for web and max_size meets %s %s: %s', (group, path, met) => {
  expect(hit({}, group, path)).toBe(met);
});

test.each([
  ['*', 'tags', 'api', 'tags', true],
  ['web-*', 'tags', 'web-eu', 'tags', true],
  ['web-*', 'tags', 'api', 'tags', false],
  ['web', 'server * metadata.owner', 'web', 'server web-x1 metadata.owner', true],
  ['web', 'server * metadata.owner', 'web', 'server web-x1 metadata.role', false],
  ['web', 'server *.owner', 'web', 'server web-x1.owner', true],
])('group %s and path %s meet %s %s: %s', (group, path, of, named, met) => {
  expect(hit({ group, path }, of, named)).toBe(met);
});

test('a rule holds on its last day and no longer', () => {
  expect(isExpired(rule({}), now)).toBe(false);
  expect(isExpired(rule({}), new Date('2027-02-01T00:00:00Z'))).toBe(true);
});

test.each([
  ['resources.a.b', 'resources.a', true],
  ['resources.a', 'resources.a', false],
  ['resources.ab', 'resources.a', false],
  ['resources.*', 'resources.a', true],
  ['r*.threshold', 'resources.a', true],
  ['server web-1 metadata.owner', 'server web-1', true],
  ['server web-1 metadata.owner', 'server web-2', false],
  ['*', '', true],
])('%s may mean a part of %s: %s', (pattern, path, may) => {
  expect(reachesBelow(pattern, path)).toBe(may);
});

test('a pattern of stars takes no longer than the text is long, times the pattern', () => {
  expect(hit({ path: `${'*a'.repeat(250)}b` }, 'web', 'a'.repeat(100_000))).toBe(false);
  expect(reachesBelow(`${'*a'.repeat(240)}b`, 'a'.repeat(2000))).toBe(true);
});

test('every text meets itself, and the star in place of any part of it', () => {
  const text = fc.string({ minLength: 1, maxLength: 30 }).filter((one) => !one.includes('*'));
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (path, one, other) => {
      const [from, to] = [one % (path.length + 1), other % (path.length + 1)].sort((a, b) => a - b);
      return (
        hit({ path }, 'web', path) && hit({ path: `${path.slice(0, from)}*${path.slice(to)}` }, 'web', path)
      );
    }),
  );
});
