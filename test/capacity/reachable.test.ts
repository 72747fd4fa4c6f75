/** The worst case of a plan is one: no alarm, schedule or rollout of the embedded cloud ever takes more of the quotas. */
import { expect, test } from 'vitest';
import { walkAtRandom } from './reachable.ts';

test('no group ever takes more than its plan says at most', { timeout: 300_000 }, async () => {
  const { looks, exchanges, healed } = await walkAtRandom(14, 20261126);
  expect(looks).toBeGreaterThan(500);
  // the bound for exchanges is tried, too, by updates and by healing
  expect(exchanges).toBeGreaterThan(healed);
  expect(healed).toBeGreaterThan(0);
});
