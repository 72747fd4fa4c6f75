/** Whatever the members, their marks and the budget: what is decided keeps to the rules. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideHealing } from '../../../src/core/health/decide-healing.ts';
import type { MemberVerdict } from '../../../src/model/evidence.ts';
import { MINUTE, NOW, question, verdict } from './verdicts.ts';

const shape = fc.record({
  status: fc.constantFrom(
    'current',
    'current',
    'current',
    'failed',
    'not-found',
    'in-progress',
    'unknown',
    'terminating',
  ),
  rank: fc.integer({ min: 0, max: 4 }),
  mark: fc.constantFrom('none', 'none', 'none', 'own', 'check', 'hand', 'failed'),
  spare: fc.constantFrom(null, null, null, 'it leaves the group'),
});
const members: fc.Arbitrary<readonly MemberVerdict[]> = fc.array(shape, { maxLength: 10 }).map((shapes) =>
  shapes.map(({ status, rank, mark, spare }, number) =>
    verdict(number, {
      status: mark === 'failed' && status === 'current' ? 'failed' : status,
      rank,
      spare,
      condemned: mark !== 'none',
      marked: mark === 'own' || mark === 'check' || mark === 'hand' ? mark : null,
    }),
  ),
);
const history = fc.array(
  fc.record({ member: fc.constantFrom('m0', 'm1', 'm2'), at: fc.integer({ min: 0, max: 600 }) }),
  { maxLength: 6 },
);

test('only sick ones, within every limit, never along with others', () => {
  fc.assert(
    fc.property(
      members,
      history,
      fc.record({
        maxUnavailable: fc.integer({ min: 1, max: 4 }),
        perHour: fc.integer({ min: 0, max: 5 }),
        brake: fc.constantFrom(0, 0.25, 0.5, 1),
      }),
      (verdicts, past, limits) => {
        const marks = past
          .map(({ member, at }) => ({ member, at: NOW - at * MINUTE }))
          .toSorted((a, b) => a.at - b.at);
        const asked = question(verdicts, { history: marks }, limits);
        const { replace, mark, unmark, waits } = decideHealing(asked);
        const sick = verdicts.filter(({ status }) => status === 'failed' || status === 'not-found');
        const busy = verdicts.filter(
          ({ status, spare }) =>
            status === 'in-progress' || status === 'unknown' || (status === 'terminating' && spare === null),
        );
        for (const one of replace) {
          expect(sick).toContain(one);
          expect(one.spare).toBeNull();
        }
        expect(replace.length).toBeLessThanOrEqual(Math.max(0, limits.maxUnavailable - busy.length));
        expect(replace.length).toBeLessThanOrEqual(limits.perHour);
        expect(mark.every((one) => replace.includes(one))).toBe(true);
        expect(unmark.some((one) => replace.includes(one))).toBe(false);
        expect(unmark.every(({ marked }) => marked === 'own' || marked === 'check')).toBe(true);
        // Heat replaces whoever is condemned when the update comes
        if (replace.length > 0) {
          const condemned = verdicts.filter((one) => one.condemned && !unmark.includes(one));
          expect(condemned.every((one) => replace.includes(one))).toBe(true);
        }
        const all = verdicts.filter(({ status }) => status !== 'terminating').length;
        const many = sick.length === all || sick.length / all > limits.brake;
        if (many && all > 1) expect(replace).toEqual([]);
        expect(waits.length + replace.length).toBe(sick.length);
        expect(decideHealing(asked)).toEqual(decideHealing({ ...asked }));
      },
    ),
    { numRuns: 2000 },
  );
});
