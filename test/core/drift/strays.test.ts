/** Stacks whose spec is gone: those of this repository, whatever its name, and of no other. */
import { expect, test } from 'vitest';
import { strayStacks } from '../../../src/core/drift/strays.ts';
import { stackTags } from '../../../src/core/heat/tags.ts';
import type { StackSummary } from '../../../src/model/observed.ts';

const LONG = `a-rather-long-owner-of-repositories/${'a-name-that-goes-on-'.repeat(4)}`;

function stack(name: string, repository: string | null): StackSummary {
  const provenance = { file: `scaling/${name}.yaml`, repository, commit: 'abc123' };
  return {
    name,
    id: `id-of-${name}`,
    tags: stackTags({ tags: [], protect: false }, provenance),
    state: { action: 'UPDATE', status: 'COMPLETE', reason: '' },
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: null,
  };
}

test.each(['shop/infra', 'shop,infra', LONG])('a stack of repository %s without a spec is found', (own) => {
  const stacks = [stack('web', own), stack('kept', own), stack('theirs', `${own}-2`), stack('hand', null)];
  expect(strayStacks(stacks, new Set(['kept']), own)).toMatchObject([
    {
      kind: 'stack-without-spec',
      subject: 'stack web',
      repository: 'no spec: it came from scaling/web.yaml',
    },
  ]);
});
