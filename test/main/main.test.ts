/** The action as a process, from its inputs to GitHub's memory. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { type JobInput, type JobResult, runJob } from '../github/job.ts';
import { GitHubStandIn } from '../github/stand-in.ts';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const MERGED = 'c'.repeat(40);
const BOT = 'github-actions[bot]';
const TOKEN = 'ghs_tokenthatnobodymaysee';

const WEB = `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata:
  name: web
spec:
  size: { min: 2, max: 5 }
  server:
    image: ubuntu-20.04
    flavor: m1.small
    networks: [private-network]
`;

const BROKEN = WEB.replace('max: 5', 'max: five');

let github: GitHubStandIn;

beforeEach(async () => {
  github = await GitHubStandIn.start();
  github.tokens.set(TOKEN, { login: BOT, write: ['pull-requests', 'checks'] });
});

afterEach(() => github.stop());

function pullRequest(head = 'shop/infra') {
  return {
    pull_request: {
      number: 7,
      head: { sha: HEAD, repo: { full_name: head } },
      base: { sha: BASE, repo: { full_name: 'shop/infra' } },
    },
  };
}

function run(inputs: Readonly<Record<string, string>>, more: Partial<JobInput> = {}): Promise<JobResult> {
  return runJob({
    main: join(inject('dist'), 'main.js'),
    apiUrl: github.url,
    event: 'pull_request',
    payload: pullRequest(),
    sha: MERGED,
    files: { 'scaling/web.yaml': WEB },
    ...more,
    inputs: { token: TOKEN, cloud: 'sandbox', ...inputs },
  });
}

const writes = () => github.requests.filter((one) => /^(POST|PATCH|DELETE) \/repos/.test(one));

/** What a person sees: masked values are told to the runner and not shown. */
const shown = (log: string) =>
  log
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');

describe('plan on a pull request', () => {
  test('leaves a check run with the fingerprint, then one comment, and does not fail the job', async () => {
    const job = await run({ command: 'plan' });
    expect(job.log).not.toContain('::error');
    expect(job.code).toBe(0);
    expect(writes()).toEqual([
      'POST /repos/shop/infra/check-runs',
      'POST /repos/shop/infra/issues/7/comments',
    ]);
    const [check] = github.checks;
    expect(check).toMatchObject({ head_sha: HEAD, name: 'Thermostat plan', conclusion: 'success' });
    expect(check?.external_id).toBe(job.outputs['fingerprint']);
    expect(check?.output.text).toContain(job.outputs['fingerprint']);
    const [comment] = github.comments;
    expect(comment?.body).toContain('**web** is created with **2 servers** and may have 2 to 5');
    expect(comment?.body).toContain('[run](https://github.example/shop/infra/actions/runs/42)');
    expect(comment?.body).toContain('Plan of `aaaaaaa` against `bbbbbbb`');
  });

  test('gives its outputs, its summary and its JSON', async () => {
    const job = await run({ command: 'plan' });
    expect(job.outputs).toMatchObject({
      'exit-code': '2',
      changes: 'true',
      refused: 'false',
      verdict: 'web is created with 2 servers and may have 2 to 5, +5 vCPU at most',
      fingerprint: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(JSON.parse(job.outputs['summary'] ?? '')).toMatchObject({ create: 1 });
    expect(JSON.parse(job.report)).toMatchObject({ version: 1, groups: [{ name: 'web', action: 'create' }] });
    expect(job.summary).toContain('| group | min · now · max | after | servers |');
    expect(job.summary).toMatch(/<a href="https?:[^"]*\/shop\/infra\/blob\/a{40}\/[^"]*web\.yaml#L1">/);
    expect(job.outputs['document']).toMatch(/thermostat-plan\.md$/);
  });

  test('writes no second comment, and no edit when nothing changed', async () => {
    await run({ command: 'plan' });
    github.requests.length = 0;
    await run({ command: 'plan' });
    expect(github.comments).toHaveLength(1);
    expect(writes()).toEqual(['POST /repos/shop/infra/check-runs']);
  });

  test('fails the job only if the workflow says that changes do', async () => {
    const job = await run({ command: 'plan', 'fail-on': 'changes' });
    expect([job.code, job.outputs['exit-code']]).toEqual([1, '2']);
  });

  test('keeps its verdict when the comment fails', async () => {
    github.fail({ method: 'POST', path: /comments/, status: 500, times: 9 });
    const job = await run({ command: 'plan' });
    expect([job.code, job.outputs['exit-code']]).toEqual([0, '2']);
    expect(job.log).toMatch(/::warning::keeping the comment: POST .*the verdict stands/);
    expect(github.checks).toHaveLength(1);
  });

  test('goes on without a check run where the token may not write one', async () => {
    github.tokens.set(TOKEN, { login: BOT, write: ['pull-requests'] });
    const job = await run({ command: 'plan' });
    expect(job.code).toBe(0);
    expect(job.log).toMatch(/::warning::leaving the check run: .*Resource not accessible by integration/);
    expect(github.comments).toHaveLength(1);
  });

  test('comments only where it is asked to', async () => {
    await run({ command: 'plan', comment: 'false', check: 'false' });
    expect(writes()).toEqual([]);
  });
});

describe('problems in specs', () => {
  const files = { 'scaling/web.yaml': BROKEN };

  test('fail the job, stand at their line, and take the place of an earlier plan', async () => {
    await run({ command: 'plan' });
    const job = await run({ command: 'plan' }, { files });
    expect([job.code, job.outputs['exit-code']]).toEqual([1, '1']);
    expect(job.log).toMatch(/^::error title=Thermostat%3A problem,file=scaling\/web.yaml,line=6,col=\d+::/m);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('so there is no plan');
    expect(github.checks.at(-1)?.conclusion).toBe('failure');
  });

  test('are shown at the path from the root of the repository', async () => {
    const job = await run(
      { command: 'validate', 'working-directory': 'infra' },
      { files: { 'infra/scaling/web.yaml': BROKEN } },
    );
    expect(job.log).toContain('file=infra/scaling/web.yaml,line=6');
    expect(writes()).toEqual([]);
  });

  test('of hostile words give the runner no command', async () => {
    const hostile = BROKEN.replace('max: five', 'max: "\\n::error::owned\\n##[add-mask]x"');
    const job = await run({ command: 'validate' }, { files: { 'scaling/web.yaml': hostile } });
    const token = /^::stop-commands::(.*)$/m.exec(job.log)?.[1] ?? '?';
    const [before = '', inside = '', after = ''] = job.log.split(
      new RegExp(`^::(?:stop-commands::)?${token}(?:::)?$`, 'm'),
    );
    expect(token.length).toBeGreaterThan(20);
    expect(inside).toContain('owned');
    // A line that begins with `::` is read as one command, escaped; the rest must hold none.
    const rest = (before + after).split('\n').filter((line) => !line.startsWith('::error title='));
    expect(rest.join('\n')).not.toMatch(/owned|##\[/);
  });
});

describe('secrets', () => {
  const clouds = `clouds:
  prod:
    auth:
      auth_url: http://127.0.0.1:9/v3
      username: demo
      password: "hunter2 and more"
      project_name: demo
      user_domain_name: Default
      project_domain_name: Default
`;

  test('of clouds-yaml and the token are masked first and never shown', async () => {
    const job = await run({ command: 'plan', cloud: 'prod', 'clouds-yaml': clouds });
    expect(job.code).toBe(1);
    expect(job.log.split('\n')[0]).toBe(`::add-mask::${TOKEN}`);
    expect(job.log).toContain('::add-mask::hunter2 and more');
    const everywhere = [shown(job.log), job.summary, job.report, ...github.comments.map(({ body }) => body)];
    for (const text of everywhere) {
      expect(text).not.toContain('hunter2');
      expect(text).not.toContain(TOKEN);
    }
  });

  test('are not needed to say that the cloud can not be reached, in one line and in the comment', async () => {
    const job = await run({ command: 'plan', cloud: 'prod', 'clouds-yaml': clouds });
    expect(job.log.match(/^::error::.*127\.0\.0\.1:9/gm)).toHaveLength(1);
    expect(job.log).not.toMatch(/^\s+at .*main\.js/m);
    expect(github.comments[0]?.body).toContain('There is no plan');
    expect(github.checks[0]?.conclusion).toBe('failure');
    expect(job.outputs['exit-code']).toBe('1');
  });

  test('given as a clouds.yaml without that cloud name those there are', async () => {
    const job = await run({ command: 'plan', cloud: 'stage', 'clouds-yaml': clouds });
    expect(job.log).toMatch(/^::error::.*"stage".*prod/m);
  });
});

describe('a pull request from a fork', () => {
  const payload = pullRequest('mallory/infra');

  test('is planned against the sandbox, in the summary alone', async () => {
    github.tokens.set(TOKEN, { login: BOT, write: [] });
    const job = await run({ command: 'plan', cloud: 'prod' }, { payload });
    expect(job.code).toBe(0);
    expect(writes()).toEqual([]);
    expect(job.summary).toContain('is created with');
    expect(job.summary).toContain('sandbox');
  });

  test('is never applied', async () => {
    const job = await run({ command: 'apply' }, { payload });
    expect(job.code).toBe(1);
    expect(job.log).toMatch(/::error::apply on a pull request from a fork is refused/);
  });
});

describe('apply by schedule', () => {
  const bySchedule = { command: 'apply', 'only-schedules': 'true', approval: 'required' };
  const tick = { event: 'schedule', payload: {}, sha: MERGED };

  test('asks nobody for an approval, and creates nothing', async () => {
    const job = await run(bySchedule, tick);
    expect([job.code, job.outputs['exit-code'], job.outputs['changes']]).toEqual([0, '0', 'false']);
    expect(job.summary).toContain('web is left as it is');
    expect(github.requests).toEqual([]);
  });

  test('is no other command', async () => {
    const job = await run({ ...bySchedule, command: 'plan' }, tick);
    expect(job.code).toBe(1);
    expect(job.log).toContain('reading input only-schedules: it goes with apply, not with "plan"');
  });
});

const MERGED_PULL = {
  number: 7,
  merged_at: '2026-11-01T00:00:00Z',
  merge_commit_sha: MERGED,
  head: { sha: HEAD },
};

describe('apply on a push', () => {
  const push = { event: 'push', payload: {}, sha: MERGED };
  const careful = { command: 'apply', approval: 'required' };

  test('does what the plan on the merged pull request showed', async () => {
    github.pulls.set(MERGED, [MERGED_PULL]);
    await run({ command: 'plan' });
    const job = await run(careful, push);
    expect([job.code, job.outputs['exit-code']]).toEqual([0, '0']);
  });

  test('refuses what it did not show', async () => {
    github.pulls.set(MERGED, [MERGED_PULL]);
    await run({ command: 'plan' });
    const other = { ...push, files: { 'scaling/web.yaml': WEB.replace('max: 5', 'max: 50') } };
    const job = await run(careful, other);
    expect([job.code, job.outputs['exit-code'], job.outputs['refused']]).toEqual([1, '3', 'true']);
    expect(job.summary).toContain('is not what was approved');
  });

  test('refuses everything when nothing was planned, or nothing merged', async () => {
    const direct = await run(careful, push);
    expect([direct.code, direct.outputs['exit-code']]).toEqual([1, '3']);
    github.pulls.set(MERGED, [MERGED_PULL]);
    const unplanned = await run(careful, push);
    expect([unplanned.code, unplanned.outputs['exit-code']]).toEqual([1, '3']);
  });

  test('reports on the pull request that was merged, beside its plan', async () => {
    github.pulls.set(MERGED, [MERGED_PULL]);
    await run({ command: 'plan' });
    const job = await run({ command: 'apply' }, push);
    expect(job.log).not.toContain('::error');
    expect([job.code, job.outputs['exit-code']]).toEqual([0, '0']);
    expect(github.comments.map(({ body }) => body.split(' ')[1])).toEqual([
      'thermostat:plan',
      'thermostat:apply',
    ]);
    expect(github.comments[1]?.body).toContain('Done: **web** is created · 2 servers created');
  });

  test('without a pull request comments nowhere', async () => {
    const job = await run({ command: 'apply' }, push);
    expect(job.code).toBe(0);
    expect(github.comments).toEqual([]);
    expect(job.summary).toContain('Done');
  });
});

describe('drift by schedule', () => {
  const schedule = { event: 'schedule', payload: { schedule: '17 2 * * *' } };

  test('fails the job by default and warns at the spec', async () => {
    const job = await run({ command: 'drift' }, schedule);
    expect([job.code, job.outputs['exit-code'], job.outputs['changes']]).toEqual([1, '2', 'true']);
    expect(job.log).toMatch(/^::warning title=web.*file=scaling\/web.yaml/m);
  });

  test('does not where the workflow says so', async () => {
    const job = await run({ command: 'drift', 'fail-on': 'refused' }, schedule);
    expect([job.code, job.outputs['exit-code']]).toEqual([0, '2']);
  });
});

describe('inputs', () => {
  test('that are wrong are all told at once', async () => {
    const job = await run({
      command: 'destroy',
      'fail-on': 'bugs',
      comment: 'maybe',
      'wait-minutes': 'long',
    });
    expect(job.code).toBe(1);
    for (const value of ['destroy', 'bugs', 'maybe', 'long']) expect(job.log).toContain(`"${value}"`);
    expect(github.requests).toEqual([]);
  });

  test('may not lead out of the repository', async () => {
    const job = await run({ command: 'plan', 'working-directory': '../..' });
    expect(job.log).toMatch(/::error::.*"\.\.\/\.\." leads out of the repository/);
    expect(job.code).toBe(1);
  });

  test('that are missing take their defaults', async () => {
    const job = await run({ command: 'validate', specs: '', 'fail-on': '', comment: '', token: '' });
    expect([job.code, job.outputs['verdict']]).toEqual([0, '1 spec valid']);
  });
});

test('runs without GitHub: no token, no repository, no summary', async () => {
  const job = await run(
    { command: 'validate', token: '' },
    {
      env: { GITHUB_REPOSITORY: '', GITHUB_STEP_SUMMARY: '', GITHUB_EVENT_PATH: '/nowhere', RUNNER_TEMP: '' },
    },
  );
  expect([job.code, job.outputs['exit-code']]).toEqual([0, '0']);
  expect(github.requests).toEqual([]);
});
