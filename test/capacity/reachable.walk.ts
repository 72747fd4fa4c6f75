/** The same as the test beside, many more times: `npm run walk:capacity`. */
import { expect, test } from 'vitest';
import { walkAtRandom } from './reachable.ts';

const runs = Number(process.env['RUNS'] ?? '1000');

test(`no group ever takes more than its plan says at most, in ${runs} runs`, async () => {
  const { looks, exchanges } = await walkAtRandom(runs, Date.now() % 1_000_000);
  console.log(`${looks} looks, ${exchanges} of them during exchanges`);
  expect(exchanges).toBeGreaterThan(0);
});
