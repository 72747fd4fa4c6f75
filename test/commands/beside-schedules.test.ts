/** Every command tells, beside its own business, when a scheduled workflow has stopped. */
import { expect, test } from 'vitest';
import { besideSchedules } from '../../src/commands/beside-schedules.ts';
import type { CommandOptions, ReaderParts } from '../../src/commands/parts.ts';
import type { WorkflowPulse } from '../../src/model/heartbeat.ts';
import type { Report } from '../../src/model/report.ts';
import { ForgeError } from '../../src/ports/errors.ts';
import { memoryForge } from '../forge-in-memory.ts';
import { OPTIONS } from '../stage.ts';

const PATH = '.github/workflows/drift.yml';
const TEXT = `on: { schedule: [{ cron: '17 2 * * *' }] }
jobs: { drift: { steps: [{ uses: OWNER/thermostat@v1, with: { command: drift } }] } }`;
const RUNS: WorkflowPulse = {
  lastRun: '2026-11-22T02:19:00Z',
  knownSince: '2026-01-01T00:00:00Z',
  state: 'active',
  url: null,
};
const STOPPED = { ...RUNS, lastRun: '2026-11-19T02:19:00Z' };

test('stopped: the report says so, and an issue is opened; running again: it is closed', async () => {
  const forge = memoryForge();
  const told = await run(async () => STOPPED, forge);
  expect(told.notices).toHaveLength(1);
  expect(told.warnings[0]).toContain('drift.yml (drift) has not run since 2026-11-19 02:19 UTC');
  await run(async () => STOPPED, forge);
  expect(forge.issues.map(({ title, state }) => `${title} ${state}`)).toEqual([
    `The scheduled drift no longer runs (${PATH}) open`,
  ]);
  expect((await run(async () => RUNS, forge)).notices).toEqual([]);
  expect(forge.issues.map(({ state }) => state)).toEqual(['closed']);
});

test('nobody may look, or nobody answers: the command goes on, the log says it, and no issue is closed', async () => {
  const forge = memoryForge();
  await run(async () => STOPPED, forge);
  const told = await run(async () => {
    throw new ForgeError('forbidden', 'GET runs: GitHub answered 403');
  }, forge);
  expect(told).toMatchObject({ notices: [], warnings: [] });
  expect(told.lines).toEqual([expect.stringContaining('the job needs actions: read')]);
  await run(async () => STOPPED, forge, '');
  expect(forge.issues.map(({ state }) => state)).toEqual(['open']);
});

test('a workflow that lost its schedule has nothing to stop', async () => {
  const forge = memoryForge();
  await run(async () => STOPPED, forge);
  await run(async () => RUNS, forge, TEXT, TEXT.replace('cron', 'corn'));
  expect(forge.issues.map(({ state }) => state)).toEqual(['closed']);
  expect(forge.comments[0]?.body).toContain('has no schedule any more');
});

async function run(pulse: () => Promise<WorkflowPulse>, forge = memoryForge(), text = TEXT, first = text) {
  const [warnings, lines]: [string[], string[]] = [[], []];
  let seen: CommandOptions = OPTIONS;
  const command = async (_: ReaderParts, options: CommandOptions) => {
    seen = options;
    return { exitCode: 0 as const, report: REPORT, problems: [] };
  };
  const parts: ReaderParts = {
    tree: { list: async () => [], read: async () => [], covers: () => false },
    reader: () => Promise.reject(new Error('not asked for')),
    publisher: { publish: async () => {}, annotate: async () => {} },
    clock: { now: () => new Date('2026-11-22T12:00:00Z'), sleep: async () => {} },
    log: { info: (line) => void lines.push(line), warn: (line) => void warnings.push(line), debug: () => {} },
    issues: { keeper: forge.keeper, max: 10, place: 'prod' },
    watch: {
      files: async () => [
        { path: PATH, text: first },
        { path: '.github/workflows/health.yml', text: text.replace('drift }', 'health }') },
      ],
      pulse: async (path) => (path === PATH ? pulse() : RUNS),
    },
  };
  await besideSchedules(command)(parts, OPTIONS);
  return {
    notices: seen.report.notices ?? [],
    warnings,
    lines: lines.filter((line) => line.startsWith('looking')),
  };
}

const REPORT: Report = {
  kind: 'plan',
  marker: '',
  title: '',
  tone: 'clean',
  markdown: '',
  summary: '',
  document: '',
  text: '',
  json: '',
  facts: { fingerprint: null, groups: [], changes: false, refused: false, counts: {} },
  annotations: [],
};
