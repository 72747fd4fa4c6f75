/** Stacks whose spec is gone: those of this repository that this run answers for, and of no other. */
import { expect, test } from 'vitest';
import { seemsToSpecify } from '../../../src/core/drift/spec-elsewhere.ts';
import { strayItem, strayStacks } from '../../../src/core/drift/strays.ts';
import { stackTags } from '../../../src/core/heat/tags.ts';
import type { StackSummary } from '../../../src/model/observed.ts';

const LONG = `a-rather-long-owner-of-repositories/${'a-name-that-goes-on-'.repeat(4)}`;

function stack(name: string, repository: string | null, file = `scaling/${name}.yaml`): StackSummary {
  const provenance = { file, repository, commit: 'abc123' };
  return {
    name,
    id: `id-of-${name}`,
    tags: stackTags({ tags: [], protect: false }, provenance),
    state: { action: 'UPDATE', status: 'COMPLETE', reason: '' },
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: null,
  };
}

const QUESTION = {
  names: new Set(['kept']),
  repository: 'shop/infra',
  commit: 'def456',
  covers: (file: string) => file.startsWith('scaling/'),
  now: '2026-01-01T02:00:00Z',
};

test.each(['shop/infra', 'shop,infra', LONG])('a stack of repository %s without a spec is found', (own) => {
  const stacks = [stack('web', own), stack('kept', own), stack('theirs', `${own}-2`), stack('hand', null)];
  expect(strayStacks(stacks, { ...QUESTION, repository: own }).map(strayItem)).toMatchObject([
    {
      kind: 'stack-without-spec',
      subject: 'stack web',
      repository: 'no spec: it came from scaling/web.yaml',
    },
  ]);
});

test('a stack made of a file that this run does not read is left to the run that does', () => {
  const stacks = [stack('web', 'shop/infra'), stack('api', 'shop/infra', 'other/api.yaml')];
  expect(strayStacks(stacks, QUESTION).map(({ name }) => name)).toEqual(['web']);
});

test('a stack that another commit applied within the hour may have its spec there', () => {
  const found = (question: Partial<typeof QUESTION>) =>
    strayStacks([stack('web', 'shop/infra')], { ...QUESTION, ...question }).length;
  expect(found({ now: '2026-01-01T00:30:00Z' })).toBe(0);
  expect(found({ now: '2026-01-01T00:30:00Z', commit: 'abc123' })).toBe(1);
  expect(found({ now: '2026-01-01T01:30:00Z' })).toBe(1);
});

test.each([
  ['other/web.yaml', 'apiVersion: thermostat/v1\nkind: AutoScalingGroup\nmetadata: { name: web }\n', true],
  ['other/all.json', '{ "apiVersion": "thermostat/v1", "metadata": { "name": "web" } }', true],
  ['other/web.yaml', 'heat_template_version: 2018-08-31\n', true],
  ['other/web.hot.yaml', 'heat_template_version: 2018-08-31\n', true],
  ['other/member.yaml', 'heat_template_version: 2018-08-31\n# a server of web\n', false],
  ['other/web-2.yaml', 'apiVersion: thermostat/v1\nmetadata: { name: web-2 }\n', false],
  ['compose.yaml', 'services: { web: {} }\n', false],
])('%s saying %j is taken for the spec of web: %s', (path, text, expected) => {
  expect(seemsToSpecify('web', path, text)).toBe(expected);
});
