/** What the servers of a plan take of the quota: now, after, and at the largest size. */
import { expect, test } from 'vitest';
import { capacityOf } from '../../../src/core/plan/capacity.ts';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import type { ObservedStack } from '../../../src/model/observed.ts';
import { group, live } from '../live-stack.ts';

const FLAVORS = [
  { id: 'f1', name: 'm1.small', vcpus: 1, ramMiB: 2048, diskGiB: 20 },
  { id: 'f2', name: 'm1.large', vcpus: 4, ramMiB: 8192, diskGiB: 80 },
];
const ABSENT: ObservedStack = { presence: 'absent', name: 'web' };

function capacity(desired: DesiredStack, observed: ObservedStack, flavors = FLAVORS) {
  return capacityOf({ desired, observed }, planGroup({ desired, observed, definitions: {} }), flavors);
}

test('a larger maximum takes more only at full size', () => {
  const grown = group({ size: { min: 2, max: 12, initial: 3 } });
  expect(capacity(grown, live(group(), [5]))).toEqual({
    now: { vcpus: 5, ramMiB: 10_240 },
    after: { vcpus: 5, ramMiB: 10_240 },
    mostBefore: { vcpus: 8, ramMiB: 16_384 },
    most: { vcpus: 12, ramMiB: 24_576 },
  });
});

test('a larger flavor takes more at every size', () => {
  const larger = group({}, { flavor: 'm1.large' });
  expect(capacity(larger, live(group(), [5]))).toMatchObject({
    now: { vcpus: 5 },
    after: { vcpus: 20 },
    mostBefore: { vcpus: 8 },
    most: { vcpus: 32 },
  });
});

test('a new group takes nothing before', () => {
  expect(capacity(group(), ABSENT)).toMatchObject({
    now: { vcpus: 0 },
    after: { vcpus: 3 },
    mostBefore: { vcpus: 0 },
    most: { vcpus: 8 },
  });
});

test('a flavor that nobody knows any more leaves only its own side unknown', () => {
  const larger = group({}, { flavor: 'm1.large' });
  expect(capacity(larger, live(group(), [5]), FLAVORS.slice(1))).toEqual({
    now: null,
    after: { vcpus: 20, ramMiB: 40_960 },
    mostBefore: null,
    most: { vcpus: 32, ramMiB: 65_536 },
  });
});

test('without flavors nothing is said', () => {
  expect(capacity(group(), live(group(), [5]), [])).toBeNull();
});
