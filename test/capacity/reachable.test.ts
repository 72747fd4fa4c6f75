/** The worst case of a plan is one: no alarm, schedule or rollout of the embedded cloud ever takes more of the quotas. */
import { expect, test } from 'vitest';
import { walkAtRandom } from './reachable.ts';

test('no group ever takes more than its plan says at most', { timeout: 300_000 }, async () => {
  const { looks, exchanges } = await walkAtRandom(24, 20261126);
  expect(looks).toBeGreaterThan(500);
  // the bound for exchanges is tried, too
  expect(exchanges).toBeGreaterThan(0);
});
