/** The long crash sweep: an apply killed at every request, jobs on GitHub killed at every request to GitHub. */
import { expect, inject, test } from 'vitest';
import { type CrashSweep, crashSweep, KILLED_APPLY, KILLED_FIX, KILLED_HEAL, MISSED } from './crash.ts';
import { FORGE_STORIES, forgeSweep } from './forge-crash.ts';
import { isWrite } from './middle.ts';
import { every, inLanes, record } from './rows.ts';
import { CHANGED_BY_HAND, openSweepStage, TO_APPLY, TO_HEAL } from './stage.ts';

/** A run that waited less than the undisturbed one never came to the last of its looks. */
const TRIES = 4;
const HOURS = 6 * 3_600_000;

const OF_APPLY = { scene: TO_APPLY, killed: KILLED_APPLY };
const OF_FIX = { scene: CHANGED_BY_HAND, killed: KILLED_FIX };
const OF_HEAL = { scene: TO_HEAL, killed: KILLED_HEAL };
const AT_ONCE = { arrives: true, pause: 0, writes: false };

const WAYS = [
  { what: 'apply, killed after the request, again at once', ...OF_APPLY, ...AT_ONCE },
  {
    what: 'apply, killed after a write, again 10 min later',
    ...OF_APPLY,
    arrives: true,
    pause: 600,
    writes: true,
  },
  { what: 'apply, killed before a write arrives', ...OF_APPLY, arrives: false, pause: 0, writes: true },
  { what: 'drift --fix, killed after the request, again at once', ...OF_FIX, ...AT_ONCE },
  { what: 'drift --fix, killed before a write arrives', ...OF_FIX, arrives: false, pause: 0, writes: true },
  { what: 'health --heal, killed after the request, again at once', ...OF_HEAL, ...AT_ONCE },
  {
    what: 'health --heal, killed after a write, again 5 min later',
    ...OF_HEAL,
    arrives: true,
    pause: 300,
    writes: true,
  },
  {
    what: 'health --heal, killed before a write arrives',
    ...OF_HEAL,
    arrives: false,
    pause: 0,
    writes: true,
  },
] as const;

test.each(WAYS)('$what', { timeout: HOURS }, async ({ what, arrives, pause, writes, ...way }) => {
  const stage = await openSweepStage(inject('dist'), way.scene);
  const sweep: CrashSweep = await crashSweep(stage, way.killed);
  const all = sweep.passages.filter((passage) => !writes || isWrite(passage));
  const chosen = writes ? all : every(all);
  const wrong: string[] = [];
  let missed = 0;
  await inLanes(chosen, async ({ number, method, url }) => {
    let trouble = await sweep.killedAt(number, { arrives, pause });
    for (let tries = 1; trouble === MISSED && tries < TRIES; tries += 1)
      trouble = await sweep.killedAt(number, { arrives, pause });
    if (trouble === MISSED) missed += 1;
    else if (trouble !== null) wrong.push(`${number} ${method} ${new URL(url).pathname}: ${trouble}`);
  });
  stage.close();
  const cases = chosen.length - missed;
  if (missed > chosen.length / 10) wrong.push(`${missed} requests never came about`);
  const swept = `${cases} of ${all.length} requests`;
  const recovered = Math.max(0, cases - wrong.length);
  record({
    sweep: 'crash',
    order: WAYS.findIndex((way) => way.what === what),
    what,
    swept,
    cases,
    recovered,
    told: 0,
    wrong,
  });
  expect(wrong).toEqual([]);
});

test.each(FORGE_STORIES)('$title', { timeout: HOURS }, async (story) => {
  const sweep = await forgeSweep(story);
  const numbers = every(sweep.requests.map((_, index) => index + 1));
  const wrong: string[] = [];
  await inLanes(numbers, async (number) => {
    const trouble = await sweep.killedAt(number);
    if (trouble !== null) wrong.push(`${number} ${sweep.requests[number - 1]}: ${trouble}`);
  });
  const swept = `${numbers.length} of ${sweep.requests.length} requests to GitHub`;
  const order = 10 + FORGE_STORIES.indexOf(story);
  const what = `${story.title}, the job killed`;
  const recovered = numbers.length - wrong.length;
  record({ sweep: 'crash', order, what, swept, cases: numbers.length, recovered, told: 0, wrong });
  expect(wrong).toEqual([]);
});
