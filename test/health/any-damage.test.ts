/** Whoever is sick and whatever the budget: never more than it, never a healthy one, never another size. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openHealingStage, SPEC } from './healing-stage.ts';

const KINDS = ['stop', 'error', 'delete'] as const;
const damage = fc.record({
  at: fc.integer({ min: 0, max: 5 }),
  kind: fc.constantFrom(...KINDS),
});

test('healing keeps size, healthy servers and budget, and ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(damage, { maxLength: 6, selector: ({ at }) => at }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(25, 50, 90),
      async (damages, maxUnavailable, perHour, brake) => {
        const here = await openHealingStage(
          SPEC(`{ replace: { maxUnavailable: ${maxUnavailable}, perHour: ${perHour}, brake: "${brake}%" } }`),
        );
        try {
          await here.signal('out');
          const before = await here.ids();
          expect(before.size).toBe(6);
          const members = [...before.entries()];
          const sick = damages.map(({ at }) => members[at]?.[0] ?? '');
          for (const { at, kind } of damages) await here.raw.damage(kind, members[at]?.[1] ?? '');
          let replaced = 0;
          for (let round = 0; round < 8; round += 1) {
            const earlier = await here.ids();
            await here.run(true);
            const now = await here.ids();
            expect([...now.keys()].sort()).toEqual([...before.keys()].sort());
            const changed = [...earlier].filter(([name, id]) => now.get(name) !== id).map(([name]) => name);
            expect(changed.length).toBeLessThanOrEqual(maxUnavailable);
            expect(sick).toEqual(expect.arrayContaining(changed));
            replaced += changed.length;
          }
          const braked = sick.length === 6 || sick.length / 6 > brake / 100;
          expect(replaced).toBe(braked ? 0 : Math.min(sick.length, perHour));
          for (const [name, id] of before)
            if (!sick.includes(name)) expect((await here.ids()).get(name)).toBe(id);
          const { state, members: after } = await here.group();
          expect([state, ...after.map((one) => one.state)].map(({ status }) => status)).not.toContain(
            'FAILED',
          );
        } finally {
          await here.close();
        }
      },
    ),
    { numRuns: 8 },
  );
}, 120_000);
