/** A schedule that stopped is told from a run that is late or was dropped once. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scheduledWorkflow } from '../../../src/core/schedule/scheduled-workflow.ts';
import { stoppedWorkflow } from '../../../src/core/schedule/stopped-workflow.ts';
import type { ScheduledCommand, WorkflowPulse } from '../../../src/model/heartbeat.ts';

const NIGHTLY = workflow('drift', '17 2 * * *');

describe.each([
  [
    'every night',
    '17 2 * * *',
    '2026-11-21T02:19:00Z',
    '2026-11-23T04:16:00Z',
    '2026-11-23T04:18:00Z',
    '2026-11-22T02:17:00.000Z',
  ],
  [
    'every five minutes',
    '*/5 * * * *',
    '2026-11-21T02:19:00Z',
    '2026-11-21T04:24:00Z',
    '2026-11-21T04:26:00Z',
    '2026-11-21T02:20:00.000Z',
  ],
  [
    'every Monday',
    '17 2 * * 1',
    '2026-11-16T02:17:30Z',
    '2026-11-30T04:16:00Z',
    '2026-11-30T04:18:00Z',
    '2026-11-23T02:17:00.000Z',
  ],
])('%s (%s), last run %s', (_, cron, lastRun, fine, stopped, due) => {
  test('one dropped run and a late one are forgiven, not more', () => {
    expect(stoppedWorkflow(workflow('drift', cron), pulse({ lastRun }), new Date(fine))).toBeNull();
    expect(stoppedWorkflow(workflow('drift', cron), pulse({ lastRun }), new Date(stopped))).toMatchObject({
      due,
    });
  });
});

test('what GitHub switched off is told after the first run that did not come', () => {
  const off = pulse({ lastRun: '2026-11-21T02:19:00Z', state: 'inactive' });
  expect(stoppedWorkflow(NIGHTLY, off, new Date('2026-11-22T02:00:00Z'))).toBeNull();
  expect(stoppedWorkflow(NIGHTLY, off, new Date('2026-11-22T04:18:00Z'))).toMatchObject({
    state: 'inactive',
  });
});

test('a new workflow has time for its first run; one that never ran is told', () => {
  const fresh = pulse({ lastRun: null, knownSince: '2026-11-20T12:00:00Z' });
  expect(stoppedWorkflow(NIGHTLY, fresh, new Date('2026-11-21T12:00:00Z'))).toBeNull();
  expect(stoppedWorkflow(NIGHTLY, fresh, new Date('2026-11-22T12:00:00Z'))).toMatchObject({ lastRun: null });
  expect(stoppedWorkflow(NIGHTLY, pulse({ lastRun: null }), new Date('2027-01-01T00:00:00Z'))).toBeNull();
});

test('of two schedules the one that comes first counts', () => {
  const both = { ...NIGHTLY, schedules: [...NIGHTLY.schedules, { cron: '17 14 * * *', timezone: 'UTC' }] };
  const last = pulse({ lastRun: '2026-11-21T02:19:00Z' });
  expect(stoppedWorkflow(both, last, new Date('2026-11-22T04:18:00Z'))).toMatchObject({
    due: '2026-11-21T14:17:00.000Z',
  });
});

describe('which workflows are ours', () => {
  test.each([
    ['drift.yml', 'drift', '17 2 * * *'],
    ['health.yml', 'health', '*/5 * * * *'],
    ['schedule.yml', 'apply', undefined],
  ])('%s runs %s by schedule', (name, command, cron) => {
    const text = readFileSync(new URL(`../../../docs/workflows/${name}`, import.meta.url), 'utf8');
    const found = scheduledWorkflow(`.github/workflows/${name}`, text);
    expect(found?.command).toBe(command);
    if (cron !== undefined) expect(found?.schedules).toEqual([{ cron, timezone: 'UTC' }]);
  });

  test.each([
    ['no schedule', 'on: push\njobs: { a: { steps: [{ uses: x/y@v1, with: { command: drift } }] } }'],
    [
      'no command of ours',
      'on: { schedule: [{ cron: "1 2 * * *" }] }\njobs: { a: { steps: [{ run: make }] } }',
    ],
    [
      'a cron that is none',
      'on: { schedule: [{ cron: "x" }] }\njobs: { a: { steps: [{ uses: x/y@v1, with: { command: drift } }] } }',
    ],
    ['no YAML', '{{{'],
    ['nothing', ''],
    ['a bomb', 'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]'],
  ])('%s is none', (_, text) => {
    expect(scheduledWorkflow('.github/workflows/a.yml', text)).toBeNull();
  });

  test('any text is read without harm', () => {
    fc.assert(fc.property(fc.string(), (text) => void scheduledWorkflow('a.yml', `on: ${text}`)));
  });
});

function workflow(command: ScheduledCommand, cron: string) {
  return { path: `.github/workflows/${command}.yml`, command, schedules: [{ cron, timezone: 'UTC' }] };
}

function pulse(parts: Partial<WorkflowPulse>): WorkflowPulse {
  return { lastRun: null, knownSince: null, state: 'active', url: null, ...parts };
}
