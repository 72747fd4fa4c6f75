/** The same as the test beside, many more times: `npm run walk:capacity`. */
import { expect, test } from 'vitest';
import { walkAtRandom } from './reachable.ts';

const runs = Number(process.env['RUNS'] ?? '1000');
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

test(`no group ever takes more than its plan says at most, in ${runs} runs`, {
  timeout: 7_200_000,
}, async () => {
  console.log(`seed ${seed}`);
  const walked = await walkAtRandom(runs, seed, ({ runs: done, looks }) =>
    console.log(`${done} runs, ${looks} looks`),
  );
  console.log(walked.table());
  expect(walked.healed).toBeGreaterThan(0);
});
