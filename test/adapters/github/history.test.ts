/** What a commit was approved by is found whichever way it was merged, and nobody else's check run counts. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openGitHub } from '../../../src/adapters/github/api.ts';
import { leaveCheckRun } from '../../../src/adapters/github/checks.ts';
import { createMergeHistory } from '../../../src/adapters/github/history.ts';
import { mergeApproval } from '../../../src/core/approval/merge-approval.ts';
import { recordTexts } from '../../../src/core/approval/record-text.ts';
import { problemsReport } from '../../../src/core/report/problems-report.ts';
import type { ApprovalRecord } from '../../../src/model/approval.ts';
import type { Report, ReportTone } from '../../../src/model/report.ts';
import { type GitHub, gitHub } from '../../github/github.ts';
import type { Pull } from '../../github/state/store.ts';

const REPOSITORY = { owner: 'shop', repo: 'infra' };
const NAME = 'Thermostat plan';
const sha = (digit: string) => `sha256:${digit.repeat(64)}`;

let github: GitHub;

beforeEach(async () => {
  github = await gitHub({ files: { 'scaling/web.yaml': 'max: 5\n', 'README.md': '# infra\n' } });
});

afterEach(() => github.stop());

const reader = () =>
  openGitHub({
    token: github.jobToken({ contents: 'read', checks: 'read', 'pull-requests': 'read' }),
    apiUrl: github.url,
  });

const open = (
  branch: string,
  files: Readonly<Record<string, string>> = { [`scaling/${branch}.yaml`]: branch },
) => github.open({ branch, files });

const record = (...digits: readonly string[]): ApprovalRecord => ({
  version: 1,
  fingerprint: sha('0'),
  groups: digits.map((digit) => ({
    name: `g${digit}`,
    fingerprint: sha(digit),
    action: 'update',
    details: null,
  })),
});

interface Planned {
  readonly on?: string;
  readonly as?: string;
  readonly tone?: ReportTone;
  readonly texts?: readonly string[];
  readonly markdown?: string;
}

/** As a run of `plan` leaves it. */
async function plan(
  pull: Pull,
  digits: string,
  { on = pull.headSha, as, tone = 'changes', texts, markdown }: Planned = {},
) {
  const permissions = { checks: 'write' } as const;
  const token = as === undefined ? github.jobToken(permissions) : github.appToken(as, permissions);
  const made = problemsReport({ problems: [], specs: 1, kind: 'plan' }, {});
  const report: Report = {
    ...made,
    markdown: markdown ?? made.markdown,
    tone,
    facts: { ...made.facts, fingerprint: sha('0') },
  };
  await leaveCheckRun(openGitHub({ token, apiUrl: github.url }), REPOSITORY, {
    headSha: on,
    name: NAME,
    report,
    approves: texts ?? recordTexts(record(...digits)),
    annotations: [],
    detailsUrl: null,
  });
}

async function approvedAt(commit: string, before: string | null = null) {
  const push = { sha: commit, before, branch: 'main' };
  return mergeApproval(await createMergeHistory(reader(), REPOSITORY, { push, key: '' }).mergedPulls());
}

const fingerprints = ({ groups }: { readonly groups: readonly { readonly fingerprint: string }[] }) =>
  groups.map(({ fingerprint }) => fingerprint);

describe.each(['merge', 'squash', 'rebase'] as const)('merged by %s', (method) => {
  test('the plan of the last commit approves', async () => {
    const pull = open('web');
    await plan(pull, '1');
    github.pushTo(pull, { 'scaling/web.yaml': 'more' });
    await plan(pull, '2');
    const before = github.store.branch('main');
    const commit = github.merge(pull, { method });
    const approved = await approvedAt(commit, before);
    expect(approved).toMatchObject({ pulls: [pull.number], reasons: [] });
    expect(fingerprints(approved)).toEqual([sha('2')]);
  });
});

test('through a merge queue, each of several pull requests approves its own', async () => {
  const [web, api] = [open('web'), open('api')];
  await plan(web, '1');
  await plan(api, '2');
  const before = github.store.branch('main');
  github.queue(web)();
  const commit = github.queue(api)();
  const approved = await approvedAt(commit, before);
  expect(approved.pulls).toEqual([web.number, api.number]);
  expect(fingerprints(approved)).toEqual([sha('1'), sha('2')]);
});

test('also when together they bring more commits than GitHub lists at once', async () => {
  const [web, api] = [open('web'), open('api')];
  await plan(web, '1');
  for (let more = 0; more < 120; more += 1) github.pushTo(api, { 'scaling/api.yaml': `more ${more}` });
  await plan(api, '2');
  const before = github.store.branch('main');
  github.queue(web)();
  const commit = github.queue(api)();
  expect((await approvedAt(commit, before)).pulls).toEqual([web.number, api.number]);
});

test('of more plans than GitHub lists at once the newest counts, in whatever order they come', async () => {
  const pull = open('web');
  for (let again = 0; again < 100; again += 1) await plan(pull, '1');
  await plan(pull, '2', { tone: 'refused' });
  github.store.checks.reverse();
  expect((await approvedAt(github.merge(pull))).groups).toEqual([]);
});

test('words of any script fit into a check run', async () => {
  const groups = Array.from({ length: 300 }, (_, index) => ({
    name: `shop-${index}`,
    fingerprint: sha('1'),
    action: 'update' as const,
    details: {
      changes: [{ path: 'metadata.role', before: 'größer als früher', after: '負荷分散装置'.repeat(10) }],
      servers: { keep: 0, update: 0, create: 0, replace: 0, delete: 0 },
    },
  }));
  const pull = open('web');
  const texts = recordTexts({ version: 1, fingerprint: sha('0'), groups });
  await plan(pull, '', { texts, markdown: '→ größer '.repeat(7000) });
  expect((await approvedAt(github.merge(pull))).groups).toEqual(groups);
});

test('a last push without a plan leaves the one before in force: its fingerprints still decide', async () => {
  const pull = open('web');
  await plan(pull, '1');
  github.pushTo(pull, { 'README.md': '# other\n' });
  expect(fingerprints(await approvedAt(github.merge(pull)))).toEqual([sha('1')]);
});

test('a plan that was run again takes the place of the first, also when it fails', async () => {
  const pull = open('web');
  await plan(pull, '1');
  await plan(pull, '2', { tone: 'refused' });
  const approved = await approvedAt(github.merge(pull));
  expect(approved.groups).toEqual([]);
  expect(approved.reasons[0]).toMatch(/ended as "failure"/);
});

test('a check run that another app left does not count, and is named', async () => {
  const pull = open('web');
  await plan(pull, '9', { as: 'mallory-app' });
  const approved = await approvedAt(github.merge(pull));
  expect(approved.groups).toEqual([]);
  expect(approved.reasons[0]).toContain('"mallory-app"');
});

test('nor does it hide ours', async () => {
  const pull = open('web');
  await plan(pull, '1');
  await plan(pull, '9', { as: 'mallory-app' });
  expect(fingerprints(await approvedAt(github.merge(pull)))).toEqual([sha('1')]);
});

test('two thousand groups come through several check runs', async () => {
  const groups = Array.from({ length: 2000 }, (_, index) => ({
    name: `shop-${index}`,
    fingerprint: `sha256:${index.toString(16).padStart(64, '0')}`,
    action: 'update' as const,
    details: null,
  }));
  const texts = recordTexts({ version: 1, fingerprint: sha('0'), groups });
  expect(texts.length).toBeGreaterThan(1);
  const pull = open('web');
  await plan(pull, '', { texts });
  expect((await approvedAt(github.merge(pull))).groups).toEqual(groups);
});

test('a run that was killed before its last check run approves nothing, and says so', async () => {
  const groups = Array.from({ length: 2000 }, (_, index) => ({
    name: `s${index}`,
    fingerprint: sha('1'),
    action: 'update' as const,
    details: null,
  }));
  const [first = ''] = recordTexts({ version: 1, fingerprint: sha('0'), groups });
  const pull = open('web');
  await plan(pull, '', { texts: [first] });
  expect((await approvedAt(github.merge(pull))).reasons[0]).toMatch(
    /it has \d parts, and not each of them is there once/,
  );
});

test('a direct push has no pull request', async () => {
  const commit = github.push({ 'scaling/web.yaml': 'max: 9\n' });
  expect(await approvedAt(commit)).toMatchObject({
    pulls: [],
    reasons: ['no pull request brought this commit'],
  });
});

test('a pull request that was merged into another branch does not count', async () => {
  github.store.refs.set('heads/stage', github.store.branch('main'));
  const pull = github.open({ branch: 'web', base: 'stage', files: { 'scaling/web.yaml': 'x' } });
  await plan(pull, '1');
  const commit = github.merge(pull);
  github.store.refs.set('heads/main', commit);
  expect((await approvedAt(commit)).pulls).toEqual([]);
});

describe('what came after', () => {
  const newerThan = (commit: string) =>
    createMergeHistory(reader(), REPOSITORY, {
      push: { sha: commit, before: null, branch: 'main' },
      key: '',
    }).newerCommits();

  test('nothing, at the head of the branch', async () => {
    expect(await newerThan(github.push({ a: '1' }))).toEqual([]);
  });

  test('each newer commit, however many', async () => {
    const first = github.push({ a: '1' });
    const later = Array.from({ length: 230 }, (_, index) => github.push({ a: `later ${index}` }));
    expect([...((await newerThan(first)) ?? [])].sort()).toEqual([...later].sort());
  });

  test('the commit is not on the branch any more', async () => {
    const before = github.store.branch('main');
    const gone = github.push({ a: '1' });
    github.store.refs.set('heads/main', before);
    github.push({ a: '2' });
    expect(await newerThan(gone)).toBeNull();
  });
});
