/** Whatever reasons about a group's size counts the sizes that only a schedule gives it. */
import { expect, test } from 'vitest';
import { widestBounds } from '../../../src/core/schedule/widest-bounds.ts';
import { made, specOf } from '../heat/scaling-group.ts';
import { group, problemsOf } from '../spec/spec-files.ts';

const SALE = { name: 'sale', cron: '0 8 * * *', for: '10h', size: { max: 200 } };
const NIGHT = { name: 'night', cron: '0 22 * * *', for: '8h', size: { min: 1 } };
const SIZE = { size: { min: 2, max: 8 } };

test('the lowest min and the highest max are those of size and schedules', () => {
  expect(widestBounds(specOf({ schedules: [SALE, NIGHT] }, SIZE))).toEqual({ min: 1, max: 200 });
  expect(widestBounds(specOf({}, SIZE))).toEqual({ min: 2, max: 8 });
});

test('the networks must have an address for every server of the largest schedule', () => {
  const { desired } = made({ schedules: [NIGHT, SALE] }, SIZE);
  expect(desired.addresses).toMatchObject([{ servers: 200, surge: 1 }]);
});

test('a rollout in the largest schedule is warned of when Heat would give up', () => {
  const { desired } = made({ schedules: [SALE] }, { ...SIZE, rollout: { pause: '1m' } });
  expect(desired.findings).toMatchObject([
    {
      rule: 'rollout-exceeds-timeout',
      message: expect.stringMatching(
        /^a rollout of 200 servers \(the highest max of size and schedules\) takes at least 199 min/,
      ),
    },
  ]);
});

test('a schedule may have room for the servers that stay in service', () => {
  const rollout = { minInService: 10 };
  expect(problemsOf({ 'a.yaml': group({ ...SIZE, rollout, scaling: { schedules: [SALE] } }) })).toEqual([]);
  expect(
    problemsOf({
      'a.yaml': group({ ...SIZE, rollout: { minInService: 201 }, scaling: { schedules: [SALE] } }),
    }),
  ).toEqual([
    expect.stringContaining(
      'rollout.minInService is "201", above the highest max of size and schedules "200"; it must be at most 200',
    ),
  ]);
});
