/** The stand-in does what GitHub does: who may write what, how lists are cut, how merges go, what goes wrong. */
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  doneAnyway,
  type Fault,
  HTML_PAGE,
  JUNK_JSON,
  LOST_ANSWER,
  LOST_REQUEST,
  primaryLimit,
  STALL,
  secondaryLimit,
  serverError,
} from './faults.ts';
import { type GitHub, gitHub } from './github.ts';
import type { Permissions, Pull } from './state/store.ts';

const REPOSITORY = { owner: 'shop', repo: 'infra' };

let github: GitHub;
let pull: Pull;

beforeEach(async () => {
  github = await gitHub({ files: { 'scaling/web.yaml': 'size: 2\n', 'scaling/db.yaml': 'size: 1\n' } });
  pull = github.open({ branch: 'bigger', title: 'Grow', files: { 'scaling/web.yaml': 'size: 3\n' } });
});

afterEach(() => github.stop());

function open(token: string) {
  return getOctokit(token, { baseUrl: github.url });
}

const job = (permissions: Permissions) => open(github.jobToken(permissions));
const comment = { ...REPOSITORY, issue_number: 1, body: 'hello' };

describe('permissions', () => {
  test('that the job does not have are told, and answered as GitHub answers', async () => {
    const reader = job({ contents: 'read', 'pull-requests': 'read' });
    await expect(reader.rest.issues.createComment(comment)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    await expect(github.stop()).rejects.toThrow('lacks issues=write; pull_requests=write');
    expect(github.forgive('permission')).toHaveLength(1);
  });

  test('for pull requests reach no issue', async () => {
    const issue = github.plantIssue({ login: 'mara', title: 'web is slow', body: '' });
    const writer = job({ 'pull-requests': 'write' });
    await writer.rest.issues.createComment(comment);
    await expect(
      writer.rest.issues.createComment({ ...comment, issue_number: issue.number }),
    ).rejects.toMatchObject({ status: 403 });
    expect(github.forgive('permission')).toMatchObject([{ message: 'the token lacks issues=write' }]);
  });

  test('of a token that nobody knows are none', async () => {
    await expect(open('ghs_unknown').rest.repos.get(REPOSITORY)).rejects.toMatchObject({ status: 401 });
  });

  test('do not reach another repository', async () => {
    const elsewhere = { owner: 'shop', repo: 'secrets' };
    await expect(job({ contents: 'read' }).rest.repos.get(elsewhere)).rejects.toMatchObject({ status: 404 });
  });
});

describe('check runs', () => {
  const check = { ...REPOSITORY, name: 'plan', conclusion: 'success' } as const;

  test('are written by Apps only', async () => {
    const mara = open(github.personalToken('mara', { checks: 'write' }));
    await expect(mara.rest.checks.create({ ...check, head_sha: pull.headSha })).rejects.toThrow(
      'You must authenticate via a GitHub App',
    );
  });

  test('are changed by the App that made them only', async () => {
    const { data } = await job({ checks: 'write' }).rest.checks.create({ ...check, head_sha: pull.headSha });
    const other = open(github.appToken('other-bot', { checks: 'write' }));
    await expect(
      other.rest.checks.update({ ...REPOSITORY, check_run_id: data.id, name: 'mine' }),
    ).rejects.toThrow(/Invalid app_id .* can only be modified by the GitHub App that created it/);
    await other.rest.checks.create({ ...check, head_sha: pull.headSha });
    const all = await other.rest.checks.listForRef({ ...REPOSITORY, ref: pull.headSha, check_name: 'plan' });
    expect(all.data.check_runs.map(({ app }) => app?.slug)).toEqual(['other-bot', 'github-actions']);
  });

  test('of the same name and App hide the older one, unless all are asked for', async () => {
    const { checks } = job({ checks: 'write' }).rest;
    await checks.create({ ...check, head_sha: pull.headSha });
    const { data } = await checks.create({ ...check, head_sha: pull.headSha });
    const ref = { ...REPOSITORY, ref: pull.headSha };
    expect((await checks.listForRef(ref)).data.check_runs.map(({ id }) => id)).toEqual([data.id]);
    expect((await checks.listForRef({ ...ref, filter: 'all' })).data.total_count).toBe(2);
  });

  test('take 65,535 bytes of text', async () => {
    const { checks } = job({ checks: 'write' }).rest;
    const output = (length: number) => ({ title: 't', summary: 's', text: 'ä'.repeat(length / 2) });
    await checks.create({ ...check, head_sha: pull.headSha, output: output(65_534) });
    const long = { ...check, head_sha: pull.headSha, output: output(65_536) };
    await expect(checks.create(long)).rejects.toMatchObject({ status: 422 });
    expect(github.forgive('limit')).toHaveLength(1);
  });
});

describe('lists', () => {
  test('come in pages with links', async () => {
    for (let index = 0; index < 65; index += 1) github.plant(pull, 'mara', `chat ${index}`);
    const reader = job({ 'pull-requests': 'read' });
    const first = await reader.rest.issues.listComments({ ...REPOSITORY, issue_number: 1 });
    expect(first.data).toHaveLength(30);
    const address = `${github.url}/repos/shop/infra/issues/1/comments`;
    expect(first.headers.link).toBe(`<${address}?page=2>; rel="next", <${address}?page=3>; rel="last"`);
    const asked = { ...REPOSITORY, issue_number: 1, per_page: 20 };
    const all = await reader.paginate(reader.rest.issues.listComments, asked);
    expect(all.map(({ body }) => body)).toEqual(github.comments.map(({ body }) => body));
    expect(github.requests).toHaveLength(5);
  });

  test('hold no more than 100 a page', async () => {
    for (let index = 0; index < 120; index += 1) github.plant(pull, 'mara', `chat ${index}`);
    const asked = { ...REPOSITORY, issue_number: 1, per_page: 1000 };
    const { data } = await job({ 'pull-requests': 'read' }).rest.issues.listComments(asked);
    expect(data).toHaveLength(100);
  });

  test('of issues hold pull requests, too', async () => {
    github.plantIssue({ login: 'mara', title: 'web is slow', body: '', labels: ['Drift'] });
    const { issues } = job({ issues: 'read' }).rest;
    const all = await issues.listForRepo(REPOSITORY);
    expect(all.data.map(({ pull_request: of }) => of !== undefined)).toEqual([false, true]);
    const labelled = await issues.listForRepo({ ...REPOSITORY, labels: 'drift' });
    expect(labelled.data.map(({ title }) => title)).toEqual(['web is slow']);
  });
});

describe('merging', () => {
  const numbersOf = async (sha: string) => {
    const { repos } = job({ 'pull-requests': 'read' }).rest;
    const asked = { ...REPOSITORY, commit_sha: sha };
    return (await repos.listPullRequestsAssociatedWithCommit(asked)).data.map(({ number }) => number);
  };

  test.each(['merge', 'squash', 'rebase'] as const)(
    'by %s brings the change, and the commit tells its pull request',
    async (method) => {
      github.pushTo(pull, { 'scaling/web.yaml': 'size: 4\n' });
      github.push({ 'scaling/db.yaml': 'size: 2\n' });
      const sha = github.merge(pull, { method });
      const { history } = github.store;
      expect(github.store.branch('main')).toBe(sha);
      expect([history.text(sha, 'scaling/web.yaml'), history.text(sha, 'scaling/db.yaml')]).toEqual([
        'size: 4\n',
        'size: 2\n',
      ]);
      expect(history.get(sha).parents).toHaveLength(method === 'merge' ? 2 : 1);
      expect(await numbersOf(sha)).toEqual([1]);
      const before = history.get(sha).parents[0] ?? '';
      // Only rebasing makes each of its commits anew.
      expect(await numbersOf(before)).toEqual(method === 'rebase' ? [1] : []);
      const { data } = await job({ 'pull-requests': 'read' }).rest.pulls.get({
        ...REPOSITORY,
        pull_number: 1,
      });
      expect(data).toMatchObject({
        state: 'closed',
        merged: true,
        merge_commit_sha: sha,
        merged_by: { login: 'olga' },
      });
      expect(github.events.slice(-2).map(({ name, action }) => [name, action])).toEqual([
        ['pull_request', 'closed'],
        ['push', null],
      ]);
    },
  );

  test('by a queue is tried as a merge group first', async () => {
    const finish = github.queue(pull);
    const { payload, sha, ref } = github.lastEvent;
    expect(payload).toMatchObject({
      action: 'checks_requested',
      merge_group: { head_sha: sha, head_ref: ref },
    });
    expect(await numbersOf(sha)).toEqual([]);
    expect(finish()).toBe(sha);
    expect(await numbersOf(sha)).toEqual([1]);
  });

  test('is not possible while the branches conflict', async () => {
    github.push({ 'scaling/web.yaml': 'size: 9\n' });
    const { data } = await job({ 'pull-requests': 'read' }).rest.pulls.get({ ...REPOSITORY, pull_number: 1 });
    expect(data).toMatchObject({ mergeable: false, mergeable_state: 'dirty', merge_commit_sha: null });
    expect(() => github.merge(pull)).toThrow('conflicts with main');
  });

  test('a renamed file is told as renamed', async () => {
    github.pushTo(pull, { 'scaling/db.yaml': null, 'scaling/data.yaml': 'size: 1\n' });
    const { pulls } = job({ 'pull-requests': 'read' }).rest;
    const { data } = await pulls.listFiles({ ...REPOSITORY, pull_number: 1 });
    expect(data.map(({ filename, status, previous_filename: from }) => [filename, status, from])).toEqual([
      ['scaling/data.yaml', 'renamed', 'scaling/db.yaml'],
      ['scaling/web.yaml', 'modified', undefined],
    ]);
  });
});

test('blobs, trees and commits are named as Git names them', () => {
  const { history } = github.store;
  const { sha, tree } = history.get(pull.baseSha);
  const blob = history.files(sha).get('scaling/web.yaml');
  // What `git hash-object`, `git write-tree` and `git commit-tree` print for the same.
  expect([blob, tree, sha]).toEqual([
    '0072c3e42512e2a33e95ae33b28c5a3d4e6532dc',
    'c071be476902ffae836e60c67c8620cecf2dcb3c',
    '794798be3b1e1c3e819808a35386d80a785f2d3c',
  ]);
});

test('a file that somebody changed meanwhile is not written over', async () => {
  const { repos } = job({ contents: 'write' }).rest;
  const sha = github.store.history.files(github.store.branch('main')).get('scaling/web.yaml') ?? '';
  github.push({ 'scaling/web.yaml': 'size: 5\n' });
  const file = { ...REPOSITORY, path: 'scaling/web.yaml', message: 'm', content: 'eA==' };
  await expect(repos.createOrUpdateFileContents({ ...file, sha })).rejects.toMatchObject({ status: 409 });
  await expect(repos.createOrUpdateFileContents(file)).rejects.toMatchObject({ status: 422 });
});

test('a deployment that succeeds takes the place of the one before', async () => {
  const { repos } = job({ deployments: 'write' }).rest;
  const asked = {
    ...REPOSITORY,
    ref: 'main',
    environment: 'stage',
    required_contexts: [],
    auto_merge: false,
  };
  for (const _ of [1, 2]) {
    const { data } = await repos.createDeployment(asked);
    const id = 'id' in data ? data.id : 0;
    await repos.createDeploymentStatus({ ...REPOSITORY, deployment_id: id, state: 'success' });
  }
  const states = github.store.deployments.map(({ statuses }) => statuses.map(({ state }) => state));
  expect(states).toEqual([['success', 'inactive'], ['success']]);
});

describe('scripted trouble', () => {
  const writer = () => job({ 'pull-requests': 'write' }).rest.issues.createComment(comment);

  test.each<[string, Fault, object, number]>([
    ['a server error', serverError(502), { status: 502 }, 0],
    ['a page for people', HTML_PAGE, { status: 502 }, 0],
    [
      'a primary limit',
      primaryLimit(600),
      { status: 403, message: expect.stringMatching(/rate limit exceeded/) },
      0,
    ],
    [
      'a secondary limit',
      secondaryLimit(60),
      { status: 403, message: expect.stringMatching(/secondary rate/) },
      0,
    ],
    ['a secondary limit of the newer kind', secondaryLimit(null, 429), { status: 429 }, 0],
    ['a request that is lost', LOST_REQUEST, { status: 500 }, 0],
    ['an answer that is lost', LOST_ANSWER, { status: 500 }, 1],
    ['a gateway that lost patience', doneAnyway(504), { status: 504 }, 1],
  ])('%s', async (_, fault, answer, done) => {
    github.fail('POST', /comments/, fault);
    await expect(writer()).rejects.toMatchObject(answer);
    expect(github.comments).toHaveLength(done);
    await writer();
    expect(github.comments).toHaveLength(done + 1);
  });

  test('says when there are new requests, and how long to wait', async () => {
    github.fail('POST', /comments/, primaryLimit(600));
    const limited = await writer().catch(
      (error: { response: { headers: object } }) => error.response.headers,
    );
    expect(limited).toMatchObject({
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': expect.stringMatching(/^\d+$/),
    });
    github.fail('POST', /comments/, secondaryLimit(7));
    const asked = await writer().catch((error: { response: { headers: object } }) => error.response.headers);
    expect(asked).toMatchObject({ 'retry-after': '7' });
  });

  test('junk in place of JSON', async () => {
    github.fail('GET', /comments/, JUNK_JSON);
    const { data } = await job({ 'pull-requests': 'read' }).rest.issues.listComments({
      ...REPOSITORY,
      issue_number: 1,
    });
    expect(data).toBe('[{"id": 1, "bo');
  });

  test('no answer at all', async () => {
    github.fail('POST', /comments/, STALL);
    const { issues } = job({ 'pull-requests': 'write' }).rest;
    const hanging = issues.createComment({ ...comment, request: { signal: AbortSignal.timeout(300) } });
    await expect(hanging).rejects.toThrow();
    expect(github.comments).toEqual([]);
  });

  test('begins after some requests, and ends after some', async () => {
    github.fail('POST', /comments/, serverError(500), { after: 1, times: 2 });
    const fates: string[] = [];
    for (const _ of [1, 2, 3, 4])
      fates.push(
        await writer().then(
          () => 'done',
          () => 'failed',
        ),
      );
    expect(fates).toEqual(['done', 'failed', 'failed', 'done']);
  });

  test('something else happens while the second request is on its way', async () => {
    github.when('POST', /comments/, 2, () => github.plant(pull, 'mallory', 'first!'));
    await writer();
    await writer();
    expect(github.comments.map(({ login }) => login)).toEqual([
      'github-actions[bot]',
      'mallory',
      'github-actions[bot]',
    ]);
  });
});
