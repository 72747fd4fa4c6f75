/** What groups cost: more servers never cost less, unknown prices never count as nothing, budgets hold. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetFindings } from '../../../src/core/cost/budget-findings.ts';
import { groupCost } from '../../../src/core/cost/group-cost.ts';
import { parsePrices } from '../../../src/core/cost/parse-prices.ts';
import { priceListOn } from '../../../src/core/cost/price-list.ts';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { PriceList } from '../../../src/model/cost.ts';
import type { ObservedStack } from '../../../src/model/observed.ts';
import type { GroupSpec } from '../../../src/model/spec.ts';
import { file } from '../guard/ruled.ts';
import { group, live, WEB } from '../live-stack.ts';

const PRICES: PriceList = {
  currency: 'EUR',
  validFrom: '2026-01-01',
  flavors: { 'm1.small': 0.02, 'm1.large': 0.08 },
  floatingIp: 0.01,
  loadBalancer: 0.03,
  volumeGiBMonth: 0.073,
  silence: null,
  source: { file: 'prices.yaml', line: 1, column: 1 },
};
const ABSENT: ObservedStack = { presence: 'absent', name: 'web' };

function cost(
  spec: Partial<GroupSpec> = {},
  server: Partial<GroupSpec['server']> = {},
  { observed = ABSENT, prices = PRICES }: { observed?: ObservedStack; prices?: PriceList } = {},
) {
  const desired = group(spec, server);
  const pair = { desired, observed, definitions: {} };
  return groupCost(pair, planGroup(pair), { prices, flavors: [] });
}

describe('a group costs', () => {
  test('its servers by the hour, at min, at its size and at max', () => {
    const { before, after, unknown, team } = cost({ size: { min: 2, max: 8, initial: 3 } });
    expect(before.max).toEqual({ atLeast: 0, exact: true });
    expect([after.min.atLeast, after.now.atLeast, after.max.atLeast]).toEqual([0.04, 0.06, 0.16]);
    expect([unknown, team]).toEqual([[], 'shop']);
  });

  test('before as its live servers are, after as they will be', () => {
    const { before, after } = cost({}, { flavor: 'm1.large' }, { observed: live(group(), [5]) });
    expect([before.now.atLeast, before.max.atLeast]).toEqual([0.1, 0.16]);
    expect([after.now.atLeast, after.max.atLeast]).toEqual([0.4, 0.64]);
  });

  test('volumes and floating IPs of each server, too', () => {
    const bootVolume = { sizeGiB: 100, type: null, keep: false };
    const { after } = cost(
      { size: { min: 1, max: 1, initial: 1 } },
      { bootVolume, floatingIpNetwork: 'public' },
    );
    expect(after.max.atLeast).toBeCloseTo(0.02 + 0.01 + (0.073 * 100) / 730, 9);
  });

  test('an unknown sum where a price is not known, never nothing', () => {
    const { after, unknown } = cost({}, { flavor: 'm1.huge', floatingIpNetwork: 'public' });
    expect(after.max.exact).toBe(false);
    expect(after.max.atLeast).toBeCloseTo(0.08, 9);
    expect(unknown).toEqual(['flavor m1.huge']);
  });

  test('never less at a larger size', () => {
    const size = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)).map(([min, more, further]) => ({
      small: { min, max: min + more, initial: min },
      large: { min, max: min + more + further, initial: min },
    }));
    const price = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(size, price, price, ({ small, large }, flavor, floatingIp) => {
        const prices = { ...PRICES, flavors: { 'm1.small': flavor }, floatingIp };
        const of = (one: GroupSpec['size']) =>
          cost({ size: one }, { floatingIpNetwork: 'public' }, { prices }).after;
        const [less, more] = [of(small), of(large)];
        expect(more.max.atLeast).toBeGreaterThanOrEqual(less.max.atLeast);
        expect(less.min.atLeast).toBeLessThanOrEqual(less.now.atLeast);
        expect(less.now.atLeast).toBeLessThanOrEqual(less.max.atLeast);
      }),
      { numRuns: 200, seed: 20261126 },
    );
  });
});

describe('a budget', () => {
  const found = (
    budget: GroupSpec['budget'],
    server: Partial<GroupSpec['server']> = {},
    { prices = PRICES, size = WEB.size }: { prices?: PriceList | null; size?: GroupSpec['size'] } = {},
  ) => {
    const desired = group({ size }, server);
    const pair = { desired, observed: ABSENT, definitions: {} };
    const plan = planGroup(pair);
    const amount = prices && groupCost(pair, plan, { prices, flavors: [] });
    return budgetFindings({ ...WEB, budget }, plan, amount).map(({ rule, severity }) => [rule, severity]);
  };

  test('refuses what costs more at the largest size, or warns where it says so', () => {
    expect(found({ monthly: 116, severity: 'error' })).toEqual([['over-budget', 'error']]);
    expect(found({ monthly: 116, severity: 'warn' })).toEqual([['over-budget', 'warn']]);
    expect(found({ monthly: 117, severity: 'error' })).toEqual([]);
  });

  test('that is met exactly is kept, whatever the arithmetic makes of it', () => {
    const prices = { ...PRICES, flavors: { 'm1.small': 0.1 } };
    const size = { min: 1, max: 3, initial: 1 };
    const { after } = cost({ size }, {}, { prices });
    expect(after.max.atLeast * 730).toBeGreaterThan(219);
    expect(found({ monthly: 219, severity: 'error' }, {}, { prices, size })).toEqual([]);
    expect(found({ monthly: 218.99, severity: 'error' }, {}, { prices, size })).toHaveLength(1);
  });

  test('is no pass where a price is not known', () => {
    expect(found({ monthly: 1e9, severity: 'error' }, { flavor: 'm1.huge' })).toEqual([
      ['budget-unknown', 'warn'],
    ]);
    expect(found({ monthly: 1e9, severity: 'error' }, {}, { prices: null })).toEqual([
      ['budget-unknown', 'warn'],
    ]);
  });
});

describe('a file of price lists', () => {
  const list = (validFrom: string, rest = '') =>
    `apiVersion: thermostat/v1\nkind: Prices\nspec: { currency: EUR, validFrom: "${validFrom}"${rest} }\n`;
  const parsed = (text: string) => parsePrices(file('prices.yaml', text));

  test('counts by the newest list that is valid', () => {
    const { lists, problems } = parsed(
      `${list('2027-01-01')}---\n${list('2025-01-01')}---\n${list('2026-01-01')}`,
    );
    expect(problems).toEqual([]);
    const on = (day: string) => priceListOn(lists, new Date(`${day}T12:00:00Z`))?.validFrom ?? null;
    expect([on('2024-12-31'), on('2025-01-01'), on('2026-06-01'), on('2030-01-01')]).toEqual([
      null,
      '2025-01-01',
      '2026-01-01',
      '2027-01-01',
    ]);
  });

  test.each([
    ['a day that is none', list('2026-02-30'), 'the calendar has no such day'],
    ['two lists of one day', `${list('2026-01-01')}---\n${list('2026-01-01')}`, 'in line 1 already'],
    ['a negative price', list('2026-01-01', ', perHour: { floatingIp: -1 }'), 'it must be at least 0'],
    ['something else', 'package: example\n', 'this is no list of prices, which begins with apiVersion'],
    ['a spec', 'apiVersion: thermostat/v1\nkind: Deleted\nmetadata: { name: web }\n', 'of kind "Deleted"'],
  ])('is refused for %s', (_, text, words) => {
    const { lists, problems } = parsed(text);
    expect(lists).toEqual([]);
    expect(problems.map(({ message }) => message).join()).toContain(words);
  });

  test('that is not there is a problem', () => {
    const { problems } = parsePrices({ path: 'prices.yaml', state: 'absent' });
    expect(problems[0]?.message).toContain("names this file, but it can't be read");
  });
});
