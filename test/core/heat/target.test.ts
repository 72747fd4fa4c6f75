/** A target keeps a metric near its value and never flaps: played through with Heat's arithmetic. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowThreshold } from '../../../src/core/heat/group/target.ts';
import { sizeAfter } from '../../../src/core/heat/group-size.ts';
import { made, messages } from './scaling-group.ts';

const OUT = { adjustment: 'percent', amount: 10, minStep: 1 } as const;
const IN = { adjustment: 'percent', amount: -5, minStep: 1 } as const;

const bounds = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 400 }))
  .map(([min, more]) => ({ min, max: min + more }));

describe('the pair of a target', () => {
  it('never takes back what it has just done, at any size and any constant load', () => {
    fc.assert(
      fc.property(
        bounds,
        fc.double({ min: 1, max: 99, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (size, high, servers) => {
          const low = lowThreshold(high, size);
          const load = servers * high;
          const moves: number[] = [];
          let current = size.min;
          for (let turn = 0; turn < 1000; turn += 1) {
            const value = load / current;
            const next =
              value > high
                ? sizeAfter(current, OUT, size)
                : value < low
                  ? sizeAfter(current, IN, size)
                  : current;
            if (next === current) break;
            moves.push(Math.sign(next - current));
            current = next;
          }
          expect(new Set(moves).size).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('settles from every size, not only from the smallest', () => {
    fc.assert(
      fc.property(
        bounds,
        fc.nat(400),
        fc.double({ min: 0, max: 460, noNaN: true }),
        (size, start, servers) => {
          const [high, low] = [60, lowThreshold(60, size)];
          let current = Math.min(size.max, size.min + start);
          const directions = new Set<number>();
          for (let turn = 0; turn < 2000; turn += 1) {
            const value = (servers * 60) / current;
            const next =
              value > high
                ? sizeAfter(current, OUT, size)
                : value < low
                  ? sizeAfter(current, IN, size)
                  : current;
            if (next === current) return;
            directions.add(Math.sign(next - current));
            current = next;
            expect(directions.size).toBe(1);
          }
          throw new Error('it never settled');
        },
      ),
    );
  });

  it.each([
    [{ min: 1, max: 8 }, 27],
    [{ min: 2, max: 8 }, 36],
    [{ min: 10, max: 100 }, 49],
  ])('shrinks below a tenth under the tightest bound: %j', (size, low) => {
    expect(lowThreshold(60, size)).toBe(low);
  });

  it('grows by a tenth after two measures and shrinks by half as much after three times as long', () => {
    const { resources } = made({ target: { metric: 'cpu', value: '60%' } }, { size: { min: 2, max: 40 } });
    expect(resources['target-out']?.properties).toMatchObject({
      adjustment_type: 'percent_change_in_capacity',
      scaling_adjustment: 10,
      min_adjustment_step: 1,
      cooldown: 780,
    });
    expect(resources['target-in']?.properties).toMatchObject({ scaling_adjustment: -5, cooldown: 1800 });
    expect(resources['target-out-alarm']?.properties).toMatchObject({
      evaluation_periods: 2,
      threshold: 180e9,
      comparison_operator: 'gt',
    });
    expect(resources['target-in-alarm']?.properties).toMatchObject({
      evaluation_periods: 6,
      threshold: 108e9,
      comparison_operator: 'lt',
    });
  });

  it('does not flap at the sizes that only a schedule allows', () => {
    const night = { name: 'night', cron: '0 22 * * *', for: '8h', size: { min: 1 } };
    const { resources } = made(
      { target: { metric: 'cpu', value: '60%' }, schedules: [night] },
      { size: { min: 2, max: 40 } },
    );
    // 27 % of one CPU for five minutes, as of a group that may have one server
    expect(resources['target-in-alarm']?.properties).toMatchObject({ threshold: 81e9 });
  });

  it('tells a wrong `for` once', () => {
    const { problems } = made({ target: { metric: 'cpu', value: '60%', for: '5m' } });
    expect(messages(problems)).toHaveLength(1);
    expect(messages(made({ target: { metric: 'cpu', value: '60%', for: '3h' } }).problems)).toEqual([
      'for is "3 h", which is 36 measures (cpu is measured every 5 min); it must be at most 165 min (33 measures), for Aodh looks at no more than 100',
    ]);
  });
});
