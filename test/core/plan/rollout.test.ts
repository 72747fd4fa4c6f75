/** The walk through batches, against the sequences that a real Heat 24 showed (reference: heat-update-facts §2). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RolloutMember, resize, rollOut } from '../../../src/core/plan/rollout.ts';

const members = (count: number, failed: readonly number[] = []): RolloutMember[] =>
  Array.from({ length: count }, (_, order) => ({
    name: `m${order}`,
    fresh: false,
    failed: failed.includes(order),
    upToDate: false,
    order,
  }));

const sizes = (
  count: number,
  maxBatch: number,
  minInService: number,
  effect: 'replace' | 'update' = 'replace',
) =>
  rollOut(members(count), { target: count, maxBatch, minInService, effect }).batches.map(({ size }) => size);

describe('the sizes of the batches are those that Heat showed', () => {
  test.each([
    [3, 1, 0, [3, 3, 3]],
    [3, 2, 2, [4, 3]],
    [3, 1, 3, [4, 4, 4, 3]],
    [3, 3, 3, [6, 3]],
    [3, 2, 3, [5, 4, 3]],
    [4, 1, 0, [4, 4, 4, 4]],
    [4, 1, 4, [5, 5, 5, 5, 4]],
  ])('size %i, batch %i, in service %i', (count, maxBatch, minInService, expected) => {
    expect(sizes(count, maxBatch, minInService)).toEqual(expected);
  });
});

test('the oldest member is changed first', () => {
  const { batches } = rollOut(members(3), { target: 3, maxBatch: 1, minInService: 0, effect: 'replace' });
  expect(batches.map(({ changed }) => changed.map(({ name }) => name))).toEqual([['m0'], ['m1'], ['m2']]);
});

test('batch 2 with 2 in service replaces the oldest beside a new one, then removes the second oldest', () => {
  const { batches } = rollOut(members(3), { target: 3, maxBatch: 2, minInService: 2, effect: 'replace' });
  const names = batches.map(({ changed, created, removed }) => ({
    changed: changed.map(({ name }) => name),
    created,
    removed: removed.map(({ name }) => name),
  }));
  expect(names).toEqual([
    { changed: ['m0'], created: 1, removed: [] },
    { changed: ['m2'], created: 0, removed: ['m1'] },
  ]);
});

test('an in-place change with a surge removes the member that it has just rebuilt', () => {
  const { batches, members: left } = rollOut(members(3), {
    target: 3,
    maxBatch: 2,
    minInService: 2,
    effect: 'update',
  });
  expect(batches[0]?.changed.map(({ name }) => name)).toEqual(['m0']);
  expect(batches[1]?.removed.map(({ name }) => name)).toEqual(['m0']);
  expect(left.filter(({ upToDate }) => !upToDate).map(({ name }) => name)).toEqual(['m2']);
});

test('members that already have the definition are left alone', () => {
  const half = members(4).map((member) => ({ ...member, upToDate: member.order < 2 }));
  const { batches } = rollOut(half, { target: 4, maxBatch: 2, minInService: 0, effect: 'replace' });
  expect(batches.flatMap(({ changed }) => changed.map(({ name }) => name))).toEqual(['m2', 'm3']);
});

test('a shrinking group loses the failed first, then the oldest', () => {
  const { removed } = resize(members(5, [4]), 3);
  expect(removed.map(({ name }) => name)).toEqual(['m4', 'm0']);
});

test('whatever the settings, a replacing rollout ends at the target with everybody on the new definition', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 0, max: 15 }),
      (count, maxBatch, minInService) => {
        const { members: left } = rollOut(members(count), {
          target: count,
          maxBatch,
          minInService,
          effect: 'replace',
        });
        expect(left).toHaveLength(count);
        expect(left.every(({ upToDate }) => upToDate)).toBe(true);
      },
    ),
  );
});
