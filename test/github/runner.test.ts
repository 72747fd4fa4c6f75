/** The runner does what GitHub's does: filters, order, permissions, secrets, masks, files, limits, turns. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type GitHub, type GitHubInput, gitHub } from './github.ts';
import type { OwnAction } from './runner/job.ts';
import { Masks } from './runner/masks.ts';
import { matches } from './runner/triggers.ts';

const FIXTURE = join(import.meta.dirname, 'fixture');

let folder: string;
let action: OwnAction;
let github: GitHub;

/** Bundles are ES modules by the package.json above them. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thermostat-fixture-'));
  mkdirSync(join(folder, 'dist'));
  cpSync(join(FIXTURE, 'main.js'), join(folder, 'dist/main.js'));
  cpSync(join(FIXTURE, 'package.json'), join(folder, 'package.json'));
  action = { file: join(FIXTURE, 'action.yml'), dist: join(folder, 'dist') };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => github.stop());

/** As a workflow writes an expression. */
const $ = (expression: string) => `\${{ ${expression} }}`;

const STEP = `      - uses: OWNER/thermostat@v1
        with:`;

/** A workflow of one job; the last step is the action, with these inputs. */
function workflow(
  inputs: Readonly<Record<string, unknown>>,
  more: { on?: string; top?: string; job?: string } = {},
) {
  const { on = 'push', top = '', job = '' } = more;
  const lines = Object.entries({ code: '0', ...inputs }).map(
    ([name, value]) => `          ${name}: ${JSON.stringify(value)}`,
  );
  return `name: Test
on: ${on}
${top}
jobs:
  one:
    runs-on: ubuntu-24.04
${job}
    steps:
      - uses: actions/checkout@v7
${STEP}
${lines.join('\n')}
`;
}

async function start(text: string, more: GitHubInput = {}): Promise<void> {
  github = await gitHub({ action, workflows: { 'test.yml': text }, ...more });
}

/** Pushes a file to main and runs the workflow for it. */
async function pushed(text: string, more: GitHubInput = {}) {
  await start(text, more);
  github.push({ 'scaling/web.yaml': 'size: 2\n' });
  return github.run('test.yml');
}

describe('what sets a workflow off', () => {
  const skipped = async () => (await github.run('test.yml')).skipped;

  test('the event', async () => {
    await start(workflow({}, { on: 'pull_request' }));
    github.push({ 'a.txt': '' });
    expect(await skipped()).toBe('it is not on push');
    github.open({ branch: 'b', files: { 'b.txt': '' } });
    expect(await skipped()).toBe(null);
  });

  test('its activity: closing is not among the usual ones', async () => {
    await start(workflow({}, { on: 'pull_request' }));
    const pull = github.open({ branch: 'b', files: { 'b.txt': '' } });
    github.pushTo(pull, { 'b.txt': 'more' });
    expect(await skipped()).toBe(null);
    github.close(pull);
    expect(await skipped()).toBe('type closed');
    github.reopen(pull);
    expect(await skipped()).toBe(null);
  });

  test('the branch and the paths', async () => {
    const on = "{ push: { branches: [main], paths: ['scaling/**', '!**/*.md'] } }";
    await start(workflow({}, { on }));
    github.push({ 'scaling/README.md': '' });
    expect(await skipped()).toBe('paths scaling/README.md');
    github.push({ 'scaling/eu/web.yaml': '' });
    expect(await skipped()).toBe(null);
    github.open({ branch: 'b', files: { 'scaling/web.yaml': '' } });
    github.push({ 'scaling/web.yaml': 'more' }, { branch: 'b' });
    expect(await skipped()).toBe('branch b');
  });

  test('the clock, by the line of the schedule', async () => {
    await start(workflow({}, { on: "{ schedule: [{ cron: '17 2 * * *' }] }" }));
    github.tick('17 2 * * *');
    expect(await skipped()).toBe(null);
    github.tick('3 * * * *');
    expect(await skipped()).toBe('cron "3 * * * *"');
  });

  test('no pull request whose branches conflict', async () => {
    await start(workflow({}, { on: 'pull_request' }));
    const pull = github.open({ branch: 'b', files: { 'a.txt': 'b' } });
    github.push({ 'a.txt': 'main' });
    github.pushTo(pull, { 'b.txt': '' });
    expect(await skipped()).toBe('the branches conflict');
  });

  test.each([
    [['scaling/**'], 'scaling/a/b.yaml', true],
    [['scaling/*'], 'scaling/a/b.yaml', false],
    [['**/web.yaml'], 'web.yaml', true],
    [['**.yaml'], 'a/b.yaml', true],
    [['*.yaml', '!b.yaml'], 'b.yaml', false],
    [['!b.yaml', '*.yaml'], 'b.yaml', true],
    [['v[12].[0-9]+'], 'v2.10', true],
    [['releases?'], 'release', true],
  ])('%j and %s: %s', (patterns, name, so) => {
    expect(matches(patterns, name)).toBe(so);
  });
});

describe('where the workflow file comes from', () => {
  test('a pull request brings its own', async () => {
    await start(workflow({ say: 'as on main' }, { on: 'pull_request' }));
    const edited = {
      '.github/workflows/test.yml': workflow({ say: 'as on the branch' }, { on: 'pull_request' }),
    };
    github.open({ branch: 'b', files: edited });
    expect((await github.run('test.yml')).job.log).toContain('as on the branch');
  });

  test('a comment takes the default branch, whatever the pull request says', async () => {
    await start(workflow({ say: 'as on main' }, { on: 'issue_comment' }));
    const edited = {
      '.github/workflows/test.yml': workflow({ say: 'as on the branch' }, { on: 'issue_comment' }),
    };
    const pull = github.open({ branch: 'b', files: edited });
    github.comment(pull, 'mara', '/thermostat plan');
    const run = await github.run('test.yml');
    expect(run.job.log).toContain('as on main');
    expect(github.lastEvent.sha).toBe(github.store.branch('main'));
  });

  test('a pull request is checked out as it would be merged', async () => {
    await start(
      workflow(
        { show: 'FILES GITHUB_SHA GITHUB_REF GITHUB_HEAD_REF GITHUB_BASE_REF' },
        { on: 'pull_request' },
      ),
    );
    const pull = github.open({ branch: 'b', files: { 'b.txt': '' } });
    github.push({ 'main.txt': '' });
    github.pushTo(pull, { 'c.txt': '' });
    const { log } = (await github.run('test.yml')).job;
    expect(log).toContain('README.md,b.txt,c.txt,main.txt');
    expect(log).toContain(`GITHUB_SHA=${github.store.refs.get('pull/1/merge')}`);
    expect(log).toContain('GITHUB_REF=refs/pull/1/merge\nGITHUB_HEAD_REF=b\nGITHUB_BASE_REF=main');
  });
});

test('a pull request that was merged runs on what it was merged into', async () => {
  const on = '{ pull_request: { types: [closed] } }';
  await start(workflow({ show: 'GITHUB_SHA GITHUB_REF' }, { on }));
  const sha = github.merge(github.open({ branch: 'b', files: { 'b.txt': '' } }), { method: 'squash' });
  const { job } = await github.run('test.yml', github.lastOf('pull_request'));
  expect(job.log).toContain(`GITHUB_SHA=${sha}\nGITHUB_REF=refs/heads/main`);
  const other = github.open({ branch: 'c', files: { 'c.txt': '' } });
  github.close(other);
  const closed = await github.run('test.yml');
  expect(closed.job.log).toContain(`GITHUB_REF=refs/pull/${other.number}/merge`);
});

describe('the token', () => {
  const asks = (path: string) => ({ request: `GET /repos/shop/infra/${path}` });

  test('may what the job declares', async () => {
    const job = '    permissions: { contents: read, issues: read }';
    const run = await pushed(workflow(asks('issues'), { job, top: 'permissions: {}' }));
    expect(run.job.log).toContain('answered 200');
  });

  test('may nothing else', async () => {
    const job = '    permissions: { contents: read }';
    const run = await pushed(workflow(asks('issues'), { job }));
    expect(run.job.log).toContain('answered 403');
    expect(github.forgive('permission')).toHaveLength(1);
  });

  test('may read the code where nothing is declared', async () => {
    const run = await pushed(workflow(asks('branches')));
    expect([run.job.permissions, run.conclusion]).toEqual([
      { contents: 'read', packages: 'read' },
      'success',
    ]);
  });

  test('may not even check out where nothing is given', async () => {
    const run = await pushed(workflow({}, { top: 'permissions: {}' }));
    expect(run.conclusion).toBe('failure');
    expect(run.job.steps.map(({ outcome }) => outcome)).toEqual(['failure', 'skipped']);
    expect(run.job.annotations[0]?.message).toMatch(/^fatal: repository .* not found$/);
  });

  test('is no variable of the job', async () => {
    const run = await pushed(workflow({ show: 'GITHUB_TOKEN' }));
    expect(run.job.log).toContain('GITHUB_TOKEN=undefined');
  });
});

describe('a pull request from a fork', () => {
  const job = '    permissions: { contents: read, pull-requests: write }\n    environment: production';
  const inputs = { say: `key=${$('secrets.KEY')} own=${$('secrets.OWN')}` };
  const settings = {
    secrets: { KEY: 'k3y-of-all' },
    environments: { production: { secrets: { OWN: '0wn' } } },
  };

  test('gets no secrets and writes nothing', async () => {
    await start(workflow(inputs, { on: 'pull_request', job }), settings);
    github.open({ by: 'mallory', from: 'mallory/infra', branch: 'b', files: { 'b.txt': '' } });
    const run = await github.run('test.yml');
    expect(run.job.log).toContain('key= own=');
    expect(run.job.permissions).toEqual({ contents: 'read', 'pull-requests': 'read' });
  });

  test('is no fork when it comes from the repository itself', async () => {
    await start(workflow(inputs, { on: 'pull_request', job }), settings);
    github.open({ branch: 'b', files: { 'b.txt': '' } });
    const run = await github.run('test.yml');
    expect(run.job.raw).toContain('key=k3y-of-all own=0wn');
    expect(run.job.log).toContain('key=*** own=***');
  });
});

describe('masks', () => {
  test('hide secrets, their lines, and what encoders make of them', () => {
    const masks = new Masks();
    masks.add('first "line"\nsecond line');
    expect(masks.apply('a first "line" b')).toBe('a *** b');
    expect(masks.apply('second line, second%20line')).toBe('***, ***');
    expect(masks.apply(JSON.stringify({ a: 'first "line"' }))).toBe('{"a":"***"}');
    expect(masks.apply(Buffer.from('user:second line').toString('base64'))).not.toContain('c2Vjb25k');
  });

  test('that a step adds hold from the next line on, and in its summary', async () => {
    const say = 'early pa55\n::add-mask::pa55\nlate pa55';
    const run = await pushed(workflow({ say, summary: 'has pa55' }));
    expect(run.job.log).toContain('early pa55\nlate ***');
    expect(run.job.summary).toBe('has ***');
  });
});

describe('commands in the log', () => {
  test('leave words at lines', async () => {
    const say = '::error title=web%3A bad,file=scaling/web.yaml,line=3,col=5::one%0Atwo %25\n::notice::fine';
    const run = await pushed(workflow({ say }));
    expect(run.job.annotations).toEqual([
      { level: 'error', title: 'web: bad', file: 'scaling/web.yaml', line: 3, col: 5, message: 'one\ntwo %' },
      { level: 'notice', message: 'fine' },
    ]);
  });

  test('are kept up to ten of each kind, and 4,096 characters', async () => {
    const twelve = Array.from({ length: 12 }, (_, at) => `::warning::${at}${'x'.repeat(5000)}`);
    const run = await pushed(workflow({ say: [...twelve, '::error::e'].join('\n') }));
    expect(run.job.annotations.map(({ level }) => level)).toEqual([...Array(10).fill('warning'), 'error']);
    expect(run.job.annotations[0]?.message).toHaveLength(4096);
  });

  test('are none while they are stopped', async () => {
    const say = '::stop-commands::key\n::error::not one\n::key::\n::error::one\nold ##[warning]style';
    const run = await pushed(workflow({ say }));
    expect(run.job.annotations.map(({ message }) => message)).toEqual(['one', 'style']);
    expect(run.job.log).toContain('::error::not one');
  });
});

describe('the files of a step', () => {
  test('give outputs, variables and a summary', async () => {
    const output = 'plain=1\nlong<<END\ntwo\nlines\nEND\n';
    const first = `${STEP}\n          output: ${JSON.stringify(output)}\n          env: "GREETING=hello"\n          summary: "# Hi"\n        id: first\n`;
    const text = workflow({
      say: `${$('steps.first.outputs.long')} ${$('steps.first.conclusion')}`,
      show: 'GREETING',
    }).replace(STEP, `${first}${STEP}`);
    const run = await pushed(text);
    expect(run.job.steps[1]?.outputs).toEqual({ plain: '1', long: 'two\nlines' });
    expect(run.job.log).toContain('GREETING=hello\ntwo\nlines success');
    expect(run.job.summary).toBe('# Hi');
  });

  test('take no summary of more than 1 MiB, and go on', async () => {
    const run = await pushed(workflow({ summary: 'x'.repeat(1024), times: '1025' }));
    expect([run.job.summary, run.conclusion]).toEqual(['', 'success']);
    expect(run.job.annotations[0]?.message).toMatch(/up to a size of 1024k/);
  });
});

describe('what a job is told', () => {
  test('is what the runner says, also against its own env', async () => {
    const job = `    env: { GITHUB_SHA: forged, CLOUD: "${$('github.ref_name')}-cloud" }`;
    const run = await pushed(workflow({ show: 'CLOUD GITHUB_SHA GITHUB_EVENT_NAME' }, { job }));
    const sha = github.store.branch('main');
    expect(run.job.log).toContain(`CLOUD=main-cloud\nGITHUB_SHA=${sha}\nGITHUB_EVENT_NAME=push`);
  });

  test('an input that nobody declared is warned of', async () => {
    const run = await pushed(workflow({ sya: 'hello' }));
    expect(run.job.annotations[0]?.message).toMatch(/^Unexpected input\(s\) 'sya', valid inputs are/);
  });
});

describe('jobs', () => {
  const two = (condition: string) => `name: Two
on: push
jobs:
  second:
    needs: first
    ${condition}
    runs-on: ubuntu-24.04
    steps:
${STEP}
          say: "got \${{ needs.first.outputs.word }}"
  first:
    runs-on: ubuntu-24.04
    outputs: { word: "\${{ steps.a.outputs.word }}" }
    steps:
${STEP}
          output: "word=hello"
          code: "\${{ vars.CODE }}"
        id: a
`;

  test('wait for those that they need, and get their outputs', async () => {
    const run = await pushed(two(''), { vars: { CODE: '0' } });
    expect(Object.keys(run.jobs)).toEqual(['first', 'second']);
    expect(run.jobs['second']?.log).toBe('got hello');
  });

  test('are skipped when those failed, unless they ask not to be', async () => {
    const run = await pushed(two(''), { vars: { CODE: '3' } });
    expect([run.conclusion, run.jobs['second']?.conclusion]).toEqual(['failure', 'skipped']);
    expect(run.jobs['first']?.steps[0]?.code).toBe(3);
    await github.stop();
    const other = await pushed(two('if: failure()'), { vars: { CODE: '3' } });
    expect(other.jobs['second']?.conclusion).toBe('success');
  });

  test('go on after a step that may fail', async () => {
    const text = workflow({ say: 'here' }).replace(
      STEP,
      `${STEP}\n          code: "1"\n        continue-on-error: true\n${STEP}`,
    );
    const run = await pushed(text);
    expect([run.conclusion, run.job.steps.map(({ outcome }) => outcome)]).toEqual([
      'success',
      ['success', 'failure', 'success'],
    ]);
  });
});

describe('environments', () => {
  const job = '    environment: production';

  test('keep a deployment of each job', async () => {
    await pushed(workflow({}, { job }));
    const [deployment] = github.store.deployments;
    expect(deployment).toMatchObject({
      environment: 'production',
      sha: github.store.branch('main'),
      ref: 'main',
    });
    expect(deployment?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'success']);
  });

  test('keep none where the workflow says so', async () => {
    await pushed(workflow({}, { job: '    environment: { name: production, deployment: false }' }));
    expect(github.store.deployments).toEqual([]);
  });

  test('let in the branches that they name', async () => {
    await start(workflow({}, { job, on: 'workflow_dispatch' }), {
      environments: { production: { branches: ['release'] } },
    });
    github.dispatch();
    const run = await github.run('test.yml');
    expect([run.conclusion, run.job.annotations[0]?.message]).toEqual([
      'failure',
      'Branch "main" is not allowed to deploy to production due to environment protection rules.',
    ]);
  });
});

describe('concurrency', () => {
  const group = (more: string) => ({ top: `concurrency: { group: "g-\${{ github.ref }}", ${more} }` });
  const slow = { seconds: '0.5', request: 'GET /rate_limit' };

  test('waits, and drops who waited longer', async () => {
    await start(workflow(slow, group('cancel-in-progress: false')));
    github.push({ 'a.txt': '' });
    const runs = await Promise.all([1, 2, 3].map(() => github.run('test.yml')));
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'cancelled', 'success']);
  });

  test('lets all wait where the queue may be long', async () => {
    await start(workflow(slow, group('queue: max')));
    github.push({ 'a.txt': '' });
    const runs = await Promise.all([1, 2, 3].map(() => github.run('test.yml')));
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'success']);
    // One after the other: nobody asks before the one before is done.
    expect(github.store.runs.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
  });

  test('cancels who runs where it says so', async () => {
    await start(workflow({ ...slow, seconds: '20' }, group('cancel-in-progress: true')));
    github.push({ 'a.txt': '' });
    const runs: Promise<{ conclusion: string }>[] = [];
    github.when('GET', /rate_limit/, 1, () => {
      github.push({ '.github/workflows/test.yml': workflow({}, group('cancel-in-progress: true')) });
      runs.push(github.run('test.yml'));
    });
    const older = await github.run('test.yml');
    const [newer] = await Promise.all(runs);
    expect([older.conclusion, newer?.conclusion]).toEqual(['cancelled', 'success']);
    expect(older.job.steps.map(({ outcome }) => outcome)).toEqual(['success', 'cancelled']);
  });
});

test('a machine that dies in the middle fails the job', async () => {
  await start(workflow({ request: 'GET /rate_limit', seconds: '20', say: 'before' }));
  github.push({ 'a.txt': '' });
  github.killAt('GET', /rate_limit/);
  const run = await github.run('test.yml');
  expect([run.conclusion, run.job.steps.at(-1)?.code]).toEqual(['failure', null]);
  expect(run.job.log).toContain('before');
});

test('a run is remembered, and again is another attempt of it', async () => {
  await pushed(workflow({ show: 'GITHUB_RUN_ID GITHUB_RUN_ATTEMPT' }));
  const run = await github.rerun('test.yml');
  expect(github.store.runs).toMatchObject([{ attempt: 2, conclusion: 'success', event: 'push', number: 1 }]);
  expect(run.job.log).toContain(`GITHUB_RUN_ID=${github.store.runs[0]?.id}\nGITHUB_RUN_ATTEMPT=2`);
});

test('files are kept as artifacts', async () => {
  const upload = `      - uses: actions/upload-artifact@v5
        with:
          name: all
          path: |
            README.md
            scaling
            \${{ github.workspace }}/**/*.md
`;
  const text = `${workflow({})}${upload}`.replace(`${STEP}\n          code: "0"\n`, '');
  const run = await pushed(text, { files: { 'docs/a.md': 'a' } });
  expect(run.job.artifacts[0]?.name).toBe('all');
  expect(Object.keys(run.job.artifacts[0]?.files ?? {}).sort()).toEqual([
    'README.md',
    'docs/a.md',
    'web.yaml',
  ]);
});

describe('what this runner does not know is refused in words', () => {
  test.each([
    ['a shell', '      - run: echo hello', /step 2: this runner does not know "run"/],
    ['an action', '      - uses: evil/action@v1', /does not know "uses: evil\/action@v1"/],
    ['an input of checkout', '      - uses: actions/checkout@v7\n        with: { lfs: true }', /input "lfs"/],
  ])('%s', async (_, step, words) => {
    const text = workflow({}).replace(`${STEP}\n          code: "0"\n`, `${step}\n`);
    await start(text);
    github.push({ 'a.txt': '' });
    const outcome = await github.run('test.yml').then(
      ({ job }) => job.annotations.map(({ message }) => message).join(),
      (error: Error) => error.message,
    );
    expect(outcome).toMatch(words);
  });

  test('a matrix', async () => {
    await start(workflow({}, { job: '    strategy: { matrix: { cloud: [a, b] } }' }));
    github.push({ 'a.txt': '' });
    await expect(github.run('test.yml')).rejects.toThrow('job "one": this runner does not know "strategy"');
  });

  test('what GitHub itself does not take', async () => {
    await start(workflow({}, { job: '    permissions: { isues: write }' }));
    github.push({ 'a.txt': '' });
    await expect(github.run('test.yml')).rejects.toThrow(/GitHub takes no such workflow:\n.*isues/);
  });
});
