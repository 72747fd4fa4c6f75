/** A rollout that interrupts is refused when it would leave fewer servers in service than the spec keeps. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import type { GroupSpec } from '../../../src/model/spec.ts';
import { COMPLETE, group, live, member, onNetwork, WEB, withMembers } from '../live-stack.ts';

const rollout = (change: Partial<GroupSpec['rollout']>) => ({ rollout: { ...WEB.rollout, ...change } });
const other = { networks: [onNetwork('other')] };
const DRAINED = { drainSeconds: 30 };

function messages(desired: DesiredStack, observed: ReturnType<typeof live>, rule = 'below-min-in-service') {
  const { findings } = planGroup({ desired, observed, definitions: {} });
  return findings.filter((one) => one.rule === rule).map(({ severity, message }) => [severity, message]);
}

describe('members that hand over', () => {
  const settings = (change: Partial<GroupSpec['rollout']>) => rollout({ ...DRAINED, ...change });

  test('are refused a change in place that takes too many at once, with what permits it', () => {
    const wide = settings({ maxBatch: 2, minInService: 2 });
    expect(messages(group(wide, other), live(group(wide)))).toEqual([
      [
        'error',
        expect.stringMatching(
          /of 3 only 1 would serve during batch 1 of 2, where rollout\.minInService 2 asks for 2; rollout\.maxBatch of at most 1 permits it, or rollout\.minInService of at most 1$/,
        ),
      ],
    ]);
  });

  test('may change in place in smaller batches, or with fewer to keep', () => {
    for (const change of [
      { maxBatch: 1, minInService: 2 },
      { maxBatch: 2, minInService: 1 },
    ])
      expect(messages(group(settings(change), other), live(group(settings(change))))).toEqual([]);
  });

  test('may be replaced in any batch, for the old server serves until the new one does', () => {
    const wide = settings({ maxBatch: 3, minInService: 3 });
    expect(messages(group(wide, { image: 'new' }), live(group(wide)))).toEqual([]);
  });

  test('are refused their first time when too many servers would be missing, which no batch can mend', () => {
    const before = group(rollout({ minInService: 3 }));
    const [first] = messages(group(settings({ minInService: 3 })), live(before));
    expect(first?.[1]).toMatch(/asks for 3; rollout\.minInService of at most 2 permits it$/);
  });

  test('are not advised the first time to do what they do already', () => {
    const rule = 'replaced-server-leaves-its-networks';
    const [first] = messages(group(settings({})), live(group()), rule);
    expect(first?.[1]).toMatch(/this once: from the next replacement on/);
    const [inline] = messages(group({}, { image: 'new' }), live(group()), rule);
    expect(inline?.[1]).toMatch(/with rollout\.drain, rollout\.ready or a load balancer/);
  });

  test('may be mended when some have failed already', () => {
    const wanted = settings({ maxBatch: 1, minInService: 3 });
    const failed = { action: 'UPDATE', status: 'FAILED', reason: '' } as const;
    const observed = withMembers(live(group(wanted)), [
      member(0, failed),
      member(1, failed),
      member(2, COMPLETE),
    ]);
    expect(messages(group({ ...wanted, size: { min: 2, max: 9, initial: 3 } }), observed)).toEqual([]);
  });
});

test.each([
  [2, 2],
  [1, 3],
  [3, 3],
  [2, 8],
])(
  'servers alone that are replaced by %i with %i kept are never refused, since Heat adds others',
  (maxBatch, minInService) => {
    const settings = rollout({ maxBatch, minInService });
    expect(messages(group(settings, { image: 'new' }), live(group(settings)))).toEqual([]);
  },
);

test('servers alone are never refused, whoever has failed and whatever the size', () => {
  const failed = { action: 'UPDATE', status: 'FAILED', reason: '' } as const;
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 0, max: 8 }),
      (states, maxBatch, minInService) => {
        const settings = rollout({ maxBatch, minInService });
        const members = states.map((runs, index) => member(index, runs ? COMPLETE : failed));
        const observed = withMembers(live(group(settings)), members);
        expect(messages(group(settings, { image: 'new' }), observed)).toEqual([]);
      },
    ),
  );
});
