/** The action as a process, from its inputs to GitHub's memory. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { serverError } from '../github/faults.ts';
import { type GitHub, gitHub } from '../github/github.ts';
import type { ActionOptions, ActionResult } from '../github/one-action.ts';
import type { Permissions, Pull } from '../github/state/store.ts';

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

/** As the shipped workflows declare them. */
const PERMISSIONS: Readonly<Record<string, Permissions>> = {
  plan: { contents: 'read', 'pull-requests': 'write', checks: 'write', actions: 'read' },
  drift: { contents: 'read', issues: 'write', actions: 'read' },
  apply: {
    ...{ actions: 'read', checks: 'read', contents: 'read', deployments: 'write' },
    ...{ issues: 'write', 'pull-requests': 'write' },
  },
};

let github: GitHub;
let pull: Pull;

beforeEach(async () => {
  github = await gitHub({ dist: inject('dist'), firstNumber: 7 });
  pull = github.open({ branch: 'web', title: 'Add web', files: { 'scaling/web.yaml': WEB } });
});

afterEach(() => github.stop());

function run(inputs: Readonly<Record<string, string>>, more: ActionOptions = {}): Promise<ActionResult> {
  const permissions = PERMISSIONS[inputs['command'] ?? ''] ?? PERMISSIONS['plan'] ?? {};
  return github.act({ cloud: 'sandbox', ...inputs }, { permissions, ...more });
}

const merge = () => github.merge(pull, { method: 'squash' });

describe('plan on a pull request', () => {
  test('leaves a check run with the fingerprint, then one comment, and does not fail the job', async () => {
    const job = await run({ command: 'plan' });
    expect(job.annotations).toEqual([]);
    expect(job.code).toBe(0);
    expect(github.writes).toEqual([
      'POST /repos/shop/infra/check-runs',
      'POST /repos/shop/infra/issues/7/comments',
    ]);
    const [check] = github.checks;
    expect(check).toMatchObject({ headSha: pull.headSha, name: 'Thermostat plan', conclusion: 'success' });
    expect(check?.externalId).toBe(job.outputs['fingerprint']);
    expect(check?.text).toContain(job.outputs['fingerprint']);
    const [comment] = github.comments;
    expect(comment?.body).toContain('**web** is created with **2 servers** and may have 2 to 5');
    expect(comment?.body).toContain(
      `[run](https://github.example/shop/infra/actions/runs/${github.store.runs[0]?.id})`,
    );
    expect(comment?.body).toContain(
      `Plan of \`${pull.headSha.slice(0, 7)}\` against \`${pull.baseSha.slice(0, 7)}\``,
    );
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
    expect(job.summary).toContain(`/shop/infra/blob/${pull.headSha}/scaling/web.yaml#L1">`);
    expect(job.outputs['document']).toMatch(/thermostat-plan\.md$/);
  });

  test('writes no second comment, and no edit when nothing changed', async () => {
    await run({ command: 'plan' });
    github.forgetRequests();
    await run({ command: 'plan' }, { again: true });
    expect(github.comments).toHaveLength(1);
    expect(github.writes).toEqual(['POST /repos/shop/infra/check-runs']);
  });

  test('fails the job only if the workflow says that changes do', async () => {
    const job = await run({ command: 'plan', 'fail-on': 'changes' });
    expect([job.code, job.outputs['exit-code']]).toEqual([1, '2']);
  });

  test('keeps its verdict when the comment fails', async () => {
    github.fail('POST', /comments/, serverError(500), { times: 9 });
    const job = await run({ command: 'plan' });
    expect([job.code, job.outputs['exit-code']]).toEqual([0, '2']);
    expect(job.annotations).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(/^keeping the comment: POST .*the verdict stands$/),
      },
    ]);
    expect(github.checks).toHaveLength(1);
  });

  test('fails where the token may not write the check run that merging would approve', async () => {
    const permissions = { contents: 'read', 'pull-requests': 'write' } as const;
    const job = await run({ command: 'plan' }, { permissions });
    expect(github.forgive('permission')).toMatchObject([{ message: 'the token lacks checks=write' }]);
    expect([job.code, job.outputs['exit-code'], job.outputs['changes']]).toEqual([1, '1', 'true']);
    expect(job.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['warning', expect.stringMatching(/^leaving the check run: .*Resource not accessible by integration/)],
      ['error', expect.stringContaining('so merging approves nothing')],
    ]);
    expect(github.comments).toHaveLength(1);
    for (const text of [github.comments[0]?.body, job.summary])
      expect(text).toMatch(/\n> \[!CAUTION\]\n> What this plan shows could not be left on the commit/);
  });

  test('goes on where the host has no check runs', async () => {
    const missing = { ...serverError(500), status: 404 };
    github.fail('POST', /check-runs/, missing, { times: 9 });
    const job = await run({ command: 'plan' });
    expect([job.code, job.outputs['exit-code']]).toEqual([0, '2']);
    expect(github.comments[0]?.body).not.toContain('CAUTION');
  });

  test('comments only where it is asked to', async () => {
    await run({ command: 'plan', comment: 'false', check: 'false' });
    expect(github.writes).toEqual([]);
  });
});

describe('problems in specs', () => {
  test('fail the job, stand at their line, and take the place of an earlier plan', async () => {
    await run({ command: 'plan' });
    github.pushTo(pull, { 'scaling/web.yaml': BROKEN });
    const job = await run({ command: 'plan' });
    expect([job.code, job.outputs['exit-code']]).toEqual([1, '1']);
    const place = { level: 'error', title: 'Thermostat: problem', file: 'scaling/web.yaml', line: 6 };
    expect(job.annotations).toContainEqual(expect.objectContaining(place));
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('so there is no plan');
    expect(github.checks.at(-1)?.conclusion).toBe('failure');
  });

  test('are shown at the path from the root of the repository', async () => {
    github.pushTo(pull, { 'infra/scaling/web.yaml': BROKEN });
    const job = await run({ command: 'validate', 'working-directory': 'infra' });
    expect(job.annotations[0]).toMatchObject({ file: 'infra/scaling/web.yaml', line: 6 });
    expect(github.writes).toEqual([]);
  });

  test('of hostile words give the runner no command', async () => {
    const hostile = BROKEN.replace('max: five', 'max: "\\n::error::owned\\n##[add-mask]x"');
    github.pushTo(pull, { 'scaling/web.yaml': hostile });
    const job = await run({ command: 'validate' });
    expect(job.log).toContain('owned');
    // Read as commands, the words would be an error of their own, and hide every x.
    expect(job.annotations.filter(({ level }) => level === 'error')).toMatchObject([
      { title: 'Thermostat: problem', file: 'scaling/web.yaml', line: 6 },
      { message: job.outputs['verdict'] },
    ]);
    expect(job.log).not.toContain('***');
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
    const [token = ''] = github.store.tokens.keys();
    const lines = job.raw.split('\n').slice(1);
    expect(lines[0]).toBe(`::add-mask::${token}`);
    expect(lines).toContain('::add-mask::hunter2 and more');
    // Not even the runner has anything to hide.
    const unmasked = lines.filter((line) => !line.startsWith('::add-mask::'));
    const everywhere = [...unmasked, job.summary, job.report, ...github.comments.map(({ body }) => body)];
    for (const text of everywhere) {
      expect(text).not.toContain('hunter2');
      expect(text).not.toContain(token);
    }
  });

  test('are not needed to say that the cloud can not be reached, in one line and in the comment', async () => {
    const job = await run({ command: 'plan', cloud: 'prod', 'clouds-yaml': clouds });
    const errors = job.annotations.filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ message: expect.stringContaining('127.0.0.1:9') }]);
    expect(job.log).not.toMatch(/^\s+at .*main\.js/m);
    expect(github.comments[0]?.body).toContain('There is no plan');
    expect(github.checks[0]?.conclusion).toBe('failure');
    expect(job.outputs['exit-code']).toBe('1');
  });

  test('given as a clouds.yaml without that cloud name those there are', async () => {
    const job = await run({ command: 'plan', cloud: 'stage', 'clouds-yaml': clouds });
    expect(job.annotations.at(-1)?.message).toMatch(/"stage".*prod/);
  });
});

describe('a pull request from a fork', () => {
  beforeEach(() => {
    const evil = { by: 'mallory', from: 'mallory/infra', branch: 'evil' };
    github.open({ ...evil, files: { 'scaling/web.yaml': WEB } });
  });

  test('is planned against the sandbox, in the summary alone', async () => {
    const job = await run({ command: 'plan', cloud: 'prod' });
    expect(job.code).toBe(0);
    expect(github.writes).toEqual([]);
    expect(job.summary).toContain('is created with');
    expect(job.summary).toContain('sandbox');
  });

  test('is never applied', async () => {
    const job = await run({ command: 'apply' });
    expect(job.code).toBe(1);
    expect(job.annotations[0]?.message).toMatch(/^apply on a pull request from a fork is refused/);
  });
});

describe('apply by schedule', () => {
  const bySchedule = { command: 'apply', 'only-schedules': 'true', approval: 'required' };
  beforeEach(() => {
    merge();
    github.tick('3-59/10 * * * *');
  });

  test('asks nobody for an approval, and creates nothing', async () => {
    const job = await run(bySchedule);
    expect([job.code, job.outputs['exit-code'], job.outputs['changes']]).toEqual([0, '0', 'false']);
    expect(job.summary).toContain('web is left as it is');
    expect(github.writes).toEqual([]);
  });

  test('is no other command', async () => {
    const job = await run({ ...bySchedule, command: 'plan' });
    expect(job.code).toBe(1);
    expect(job.log).toContain('reading input only-schedules: it goes with apply, not with "plan"');
  });
});

describe('drift that puts right', () => {
  test('is no other command', async () => {
    const job = await run({ command: 'apply', fix: 'true' });
    expect([job.code, job.log]).toEqual([
      1,
      expect.stringContaining('reading input fix: it goes with drift, not with "apply"'),
    ]);
  });

  test('is refused on a pull request, whose files nobody has approved', async () => {
    const job = await run({ command: 'drift', fix: 'true' });
    expect(job.code).toBe(1);
    expect(job.annotations[0]?.message).toMatch(/^drift with fix on a pull request is refused/);
  });

  test('makes no stack, and says so', async () => {
    merge();
    github.tick('17 2 * * *');
    const job = await run({ command: 'drift', fix: 'true' });
    expect(job.outputs['exit-code']).toBe('2');
    expect(job.summary).toContain('stack web: that is for apply');
  });
});

describe('apply on a push', () => {
  const careful = { command: 'apply', approval: 'required' };

  test('does what the plan on the merged pull request showed', async () => {
    await run({ command: 'plan' });
    merge();
    const job = await run(careful);
    expect([job.code, job.outputs['exit-code']]).toEqual([0, '0']);
  });

  test('refuses what it did not show', async () => {
    await run({ command: 'plan' });
    github.pushTo(pull, { 'scaling/web.yaml': WEB.replace('max: 5', 'max: 50') });
    const [check] = github.checks;
    // As if the older plan had been left on the newer commit.
    if (check) github.store.checks.push({ ...check, id: check.id + 1, headSha: pull.headSha });
    merge();
    const job = await run(careful);
    expect([job.code, job.outputs['exit-code'], job.outputs['refused']]).toEqual([1, '3', 'true']);
    expect(job.summary).toContain('is not what was approved');
  });

  test('refuses everything when nothing was planned, or nothing merged', async () => {
    merge();
    const unplanned = await run(careful);
    expect([unplanned.code, unplanned.outputs['exit-code']]).toEqual([1, '3']);
    github.push({ 'scaling/web.yaml': WEB.replace('max: 5', 'max: 6') });
    const direct = await run(careful);
    expect([direct.code, direct.outputs['exit-code']]).toEqual([1, '3']);
  });

  test('reports on the pull request that was merged, in the place of its plan', async () => {
    await run({ command: 'plan' });
    merge();
    const job = await run({ command: 'apply' });
    expect(job.annotations).toEqual([]);
    expect([job.code, job.outputs['exit-code']]).toEqual([0, '0']);
    expect(github.comments.map(({ body }) => body.split(' ')[1])).toEqual(['thermostat:plan']);
    expect(github.comments[0]?.body).toContain('Done: **web** is created · 2 servers created');
  });

  test('without a pull request comments nowhere', async () => {
    github.push({ 'scaling/web.yaml': WEB });
    const job = await run({ command: 'apply' });
    expect(job.code).toBe(0);
    expect(github.comments).toEqual([]);
    expect(job.summary).toContain('Done');
  });
});

describe('drift by schedule', () => {
  beforeEach(() => {
    merge();
    github.tick('17 2 * * *');
  });

  test('fails the job by default and warns at the spec', async () => {
    const job = await run({ command: 'drift' });
    expect([job.code, job.outputs['exit-code'], job.outputs['changes']]).toEqual([1, '2', 'true']);
    const warning = { level: 'warning', title: expect.stringMatching(/^web/), file: 'scaling/web.yaml' };
    expect(job.annotations).toContainEqual(expect.objectContaining(warning));
  });

  test('does not where the workflow says so', async () => {
    const job = await run({ command: 'drift', 'fail-on': 'refused' });
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
    for (const value of ['destroy', 'bugs', 'maybe', 'long'])
      expect(job.annotations[0]?.message).toContain(`"${value}"`);
    expect(github.requests).toEqual([]);
  });

  test('may not lead out of the repository', async () => {
    const job = await run({ command: 'plan', 'working-directory': '../..' });
    expect(job.annotations[0]?.message).toMatch(/"\.\.\/\.\." leads out of the repository/);
    expect(job.code).toBe(1);
  });

  test('that are missing take their defaults', async () => {
    const job = await run({ command: 'validate', specs: '', 'fail-on': '', comment: '', token: '' });
    expect([job.code, job.outputs['verdict']]).toEqual([0, '1 spec valid']);
  });
});

test('runs without GitHub: no token, no repository, no summary', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-alone-'));
  try {
    mkdirSync(join(folder, 'scaling'));
    writeFileSync(join(folder, 'scaling/web.yaml'), WEB);
    const env = { HOME: folder, INPUT_COMMAND: 'validate', GITHUB_OUTPUT: '', GITHUB_EVENT_PATH: '/nowhere' };
    const child = spawn(process.execPath, [join(inject('dist'), 'main.js')], { cwd: folder, env });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
