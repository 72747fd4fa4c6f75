/** What holds for every plan, whatever the specs and the live size. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../src/core/heat/canonical.ts';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { DesiredStack } from '../../../src/model/desired.ts';
import { COMPLETE, group, live, member, WEB, withMembers } from '../live-stack.ts';

const spec = fc
  .record({
    min: fc.integer({ min: 0, max: 4 }),
    span: fc.integer({ min: 1, max: 5 }),
    image: fc.constantFrom('ubuntu-20.04', 'ubuntu-22.04'),
    flavor: fc.constantFrom('m1.small', 'm1.large'),
    role: fc.constantFrom('web', 'api'),
    keyPair: fc.constantFrom(null, 'ops'),
    maxBatch: fc.integer({ min: 1, max: 4 }),
    minInService: fc.integer({ min: 0, max: 4 }),
    imageChange: fc.constantFrom('replace' as const, 'rebuild' as const),
    flavorChange: fc.constantFrom('replace' as const, 'resize' as const),
  })
  .map(
    ({ min, span, image, flavor, role, keyPair, ...rollout }): DesiredStack =>
      group(
        { size: { min, max: min + span, initial: min + span }, rollout: { ...WEB.rollout, ...rollout } },
        { image, flavor, keyPair, metadata: { role } },
      ),
  );

const boundsOf = (desired: DesiredStack) => {
  const [one] = desired.groups;
  return { min: one?.min ?? 0, max: one?.max ?? 0 };
};
const liveSize = (desired: DesiredStack, share: number) => {
  const { min, max } = boundsOf(desired);
  return min + Math.round(share * (max - min));
};
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('a stack as its own spec wants it is never a change', () => {
  fc.assert(
    fc.property(spec, share, (desired, at) => {
      const observed = live(desired, [liveSize(desired, at)]);
      expect(planGroup({ desired, observed, definitions: {} })).toMatchObject({
        action: 'no-op',
        changes: [],
        steps: [],
      });
    }),
  );
});

test('every live server has exactly one fate, and the sizes add up', () => {
  fc.assert(
    fc.property(spec, spec, share, (before, after, at) => {
      const observed = live(before, [liveSize(before, at)]);
      const { size, servers, scalingGroups } = planGroup({ desired: after, observed, definitions: {} });
      const named = (scalingGroups[0]?.members ?? []).filter((one) => one.member !== null);
      expect(named.map((one) => one.member).sort()).toEqual(
        observed.groups[0]?.members.map(({ name }) => name).sort(),
      );
      expect(servers.keep + servers.replace + servers.delete).toBe(size.current);
      expect(servers.keep + servers.replace + servers.create).toBe(size.after);
    }),
  );
});

test('the size after is the live size, moved only as far as the bounds ask', () => {
  fc.assert(
    fc.property(spec, spec, share, (before, after, at) => {
      const now = liveSize(before, at);
      const { min, max } = boundsOf(after);
      const { size } = planGroup({ desired: after, observed: live(before, [now]), definitions: {} });
      expect(size.after).toBe(Math.max(min, Math.min(now, max)));
    }),
  );
});

test('failed members never make a group smaller', () => {
  fc.assert(
    fc.property(
      spec,
      spec,
      fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
      (before, after, health) => {
        const failed = { action: 'CHECK', status: 'FAILED', reason: '' } as const;
        const members = health.map((healthy, number) => member(number, healthy ? COMPLETE : failed));
        const ordered = [...members].sort((a, b) => Number(b.state === failed) - Number(a.state === failed));
        const made = planGroup({
          desired: after,
          observed: withMembers(live(before), ordered),
          definitions: {},
        });
        const { min, max } = boundsOf(after);
        if (made.action !== 'no-op')
          expect(made.size.after).toBe(Math.max(min, Math.min(health.length, max)));
      },
    ),
  );
});

test('no template that stays ever holds a desired capacity, and every step that lends one is followed by its release', () => {
  fc.assert(
    fc.property(spec, (desired) => {
      expect(canonicalJson(desired.template)).not.toContain('desired_capacity');
      const { steps } = planGroup({
        desired,
        observed: { presence: 'absent', name: 'web' },
        definitions: {},
      });
      const lends = steps.some(({ capacities }) => capacities.length > 0);
      expect(steps.at(-1)?.kind === 'release-capacity').toBe(lends);
    }),
  );
});

test('the same input gives the same bytes', () => {
  fc.assert(
    fc.property(spec, spec, (before, after) => {
      const plan = () =>
        JSON.stringify(planGroup({ desired: after, observed: live(before), definitions: {} }));
      expect(plan()).toBe(plan());
    }),
  );
});
