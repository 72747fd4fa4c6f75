/** Every operation of the stand-in answers as GitHub's description says; what it does not describe is told. */
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OPERATIONS, PAYLOAD_NAMES, schemaProblems } from './contract/contract.ts';
import { type GitHub, gitHub } from './github.ts';
import { NEEDS } from './permissions.ts';
import { ROUTES } from './reply.ts';
import type { Pull } from './state/store.ts';

const REPOSITORY = { owner: 'shop', repo: 'infra' };
const EVERYTHING = {
  ...({ actions: 'write', checks: 'write', contents: 'write', deployments: 'write' } as const),
  ...({ issues: 'write', 'pull-requests': 'write', statuses: 'write' } as const),
};

let github: GitHub;
let pull: Pull;
let octokit: ReturnType<typeof getOctokit>;

beforeEach(async () => {
  github = await gitHub({ files: { 'scaling/web.yaml': 'size: 2\n' } });
  pull = github.open({ branch: 'bigger', files: { 'scaling/web.yaml': 'size: 3\n', 'scaling/db.yaml': '' } });
  octokit = open(github.jobToken(EVERYTHING));
});

afterEach(() => github.stop());

function open(token: string) {
  return getOctokit(token, { baseUrl: github.url });
}

test('what the script takes from GitHub, what is modelled and what needs permissions are the same', () => {
  const described = OPERATIONS.map(({ id }) => id).sort();
  expect(Object.keys(ROUTES).sort()).toEqual(described);
  expect(Object.keys(NEEDS).sort()).toEqual(described);
});

/** What was asked for by now: the last test looks whether an operation was left out. */
const asked = new Set<string>();

afterEach(() => {
  for (const { operation } of github.server.seen) if (operation !== null) asked.add(operation);
});

describe('every operation answers as described', () => {
  test('pull requests', async () => {
    const { pulls, repos } = octokit.rest;
    const one = { ...REPOSITORY, pull_number: pull.number };
    github.open({ by: 'mallory', from: 'mallory/infra', branch: 'evil', files: { 'a/b/c.txt': 'x' } });
    expect((await pulls.get(one)).data).toMatchObject({ number: 1, mergeable: true, changed_files: 2 });
    expect((await pulls.list({ ...REPOSITORY, state: 'all' })).data.map(({ number }) => number)).toEqual([
      2, 1,
    ]);
    expect((await pulls.listFiles(one)).data.map(({ filename, status }) => [filename, status])).toEqual([
      ['scaling/db.yaml', 'added'],
      ['scaling/web.yaml', 'modified'],
    ]);
    expect((await pulls.listCommits(one)).data.map(({ sha }) => sha)).toEqual([pull.headSha]);
    expect((await pulls.update({ ...one, title: 'Grow' })).data.title).toBe('Grow');
    const brought = await repos.listPullRequestsAssociatedWithCommit({
      ...REPOSITORY,
      commit_sha: pull.headSha,
    });
    expect(brought.data.map(({ number }) => number)).toEqual([1]);
  });

  test('files, branches and comparisons', async () => {
    const { repos, git } = octokit.rest;
    const content = (path: string) => repos.getContent({ ...REPOSITORY, path, ref: pull.headSha });
    expect((await content('scaling/web.yaml')).data).toMatchObject({ encoding: 'base64', size: 8 });
    expect((await content('')).data).toMatchObject([{ name: 'README.md' }, { name: 'scaling', type: 'dir' }]);
    const raw = { ...REPOSITORY, path: 'scaling/web.yaml', mediaType: { format: 'raw' } };
    expect((await repos.getContent(raw)).data).toBe('size: 2\n');
    expect((await repos.getBranch({ ...REPOSITORY, branch: 'main' })).data.name).toBe('main');
    expect((await repos.listBranches(REPOSITORY)).data.map(({ name }) => name)).toEqual(['bigger', 'main']);
    const basehead = `main...${pull.headSha}`;
    const compared = await repos.compareCommitsWithBasehead({ ...REPOSITORY, basehead });
    expect(compared.data).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
    expect((await repos.getCommit({ ...REPOSITORY, ref: pull.headSha })).data.files).toHaveLength(2);
    expect((await repos.listCommits({ ...REPOSITORY, path: 'scaling' })).data).toHaveLength(1);
    const tree = await git.getTree({ ...REPOSITORY, tree_sha: 'main', recursive: 'true' });
    expect(tree.data.tree.map(({ path }) => path)).toEqual(['README.md', 'scaling', 'scaling/web.yaml']);
    expect((await git.getRef({ ...REPOSITORY, ref: 'heads/main' })).data.ref).toBe('refs/heads/main');
  });

  test('a branch with a file and a pull request from it', async () => {
    const { repos, git, pulls } = octokit.rest;
    const main = github.store.branch('main');
    await git.createRef({ ...REPOSITORY, ref: 'refs/heads/adopt', sha: main });
    const file = { ...REPOSITORY, path: 'scaling/api.yaml', branch: 'adopt', message: 'Adopt api' };
    const put = (text: string, sha?: string) =>
      repos.createOrUpdateFileContents({
        ...file,
        content: Buffer.from(text).toString('base64'),
        ...(sha === undefined ? {} : { sha }),
      });
    const { data } = await put('size: 1\n');
    await put('size: 2\n', data.content?.sha);
    const opened = await pulls.create({ ...REPOSITORY, head: 'adopt', base: 'main', title: 'Adopt api' });
    expect(opened.data).toMatchObject({ number: 2, commits: 2, user: { login: 'github-actions[bot]' } });
    const sha = github.store.history.files(github.store.branch('adopt')).get(file.path) ?? '';
    await repos.deleteFile({ ...file, sha });
    await git.deleteRef({ ...REPOSITORY, ref: 'heads/adopt' });
  });

  test('many files in one commit', async () => {
    const { git } = octokit.rest;
    const main = github.store.branch('main');
    const blob = await git.createBlob({ ...REPOSITORY, content: 'size: 9\n' });
    const path = { path: 'scaling/nine.yaml', mode: '100644', type: 'blob', sha: blob.data.sha } as const;
    const tree = await git.createTree({ ...REPOSITORY, base_tree: main, tree: [path] });
    const commit = { ...REPOSITORY, message: 'Nine', tree: tree.data.sha, parents: [main] };
    const { data } = await git.createCommit(commit);
    await git.updateRef({ ...REPOSITORY, ref: 'heads/main', sha: data.sha });
    expect(github.store.history.text(github.store.branch('main'), 'scaling/nine.yaml')).toBe('size: 9\n');
    await git.getCommit({ ...REPOSITORY, commit_sha: data.sha });
    await git.getBlob({ ...REPOSITORY, file_sha: blob.data.sha });
    expect((await git.listMatchingRefs({ ...REPOSITORY, ref: 'heads/' })).data).toHaveLength(2);
  });

  test('issues and labels', async () => {
    const { issues } = octokit.rest;
    await issues.createLabel({ ...REPOSITORY, name: 'drift', color: 'aabbcc', description: 'Differs' });
    await issues.updateLabel({ ...REPOSITORY, name: 'drift', color: 'aabbcd' });
    await issues.getLabel({ ...REPOSITORY, name: 'drift' });
    expect((await issues.listLabelsForRepo(REPOSITORY)).data).toHaveLength(1);
    const { data } = await issues.create({
      ...REPOSITORY,
      title: 'web differs',
      body: 'x',
      labels: ['drift'],
    });
    const one = { ...REPOSITORY, issue_number: data.number };
    await issues.addLabels({ ...one, labels: ['web'] });
    await issues.setLabels({ ...one, labels: ['drift', 'db'] });
    await issues.removeLabel({ ...one, name: 'db' });
    expect((await issues.listLabelsOnIssue(one)).data.map(({ name }) => name)).toEqual(['drift']);
    expect((await issues.listEvents(one)).data.at(-1)).toMatchObject({
      event: 'unlabeled',
      label: { name: 'db' },
    });
    await issues.update({ ...one, state: 'closed', state_reason: 'completed' });
    expect((await issues.get(one)).data).toMatchObject({ state: 'closed', state_reason: 'completed' });
    const all = await issues.listForRepo({ ...REPOSITORY, state: 'all' });
    expect(all.data.map(({ number, pull_request: of }) => [number, of !== undefined])).toEqual([
      [2, false],
      [1, true],
    ]);
    const ours = { ...REPOSITORY, labels: 'drift', state: 'closed', creator: 'github-actions[bot]' } as const;
    expect((await issues.listForRepo(ours)).data).toHaveLength(1);
  });

  test('comments and reactions', async () => {
    const { issues, reactions } = octokit.rest;
    const { data } = await issues.createComment({ ...REPOSITORY, issue_number: pull.number, body: 'a' });
    const one = { ...REPOSITORY, comment_id: data.id };
    await issues.updateComment({ ...one, body: 'b' });
    expect((await issues.getComment(one)).data.body).toBe('b');
    expect((await issues.listComments({ ...REPOSITORY, issue_number: pull.number })).data).toHaveLength(1);
    expect((await issues.listCommentsForRepo(REPOSITORY)).data).toHaveLength(1);
    const reaction = await reactions.createForIssueComment({ ...one, content: 'eyes' });
    expect((await reactions.listForIssueComment(one)).data).toHaveLength(1);
    await reactions.deleteForIssueComment({ ...one, reaction_id: reaction.data.id });
    await issues.deleteComment(one);
    expect(github.comments).toEqual([]);
  });

  test('check runs and statuses', async () => {
    const { checks, repos } = octokit.rest;
    const annotation = {
      path: 'a',
      start_line: 1,
      end_line: 1,
      annotation_level: 'notice',
      message: 'm',
    } as const;
    const output = { title: 't', summary: 's', annotations: [annotation] };
    const made = { ...REPOSITORY, name: 'plan', head_sha: pull.headSha, conclusion: 'success' } as const;
    const { data } = await checks.create({ ...made, output });
    const one = { ...REPOSITORY, check_run_id: data.id };
    await checks.update({ ...one, output });
    expect((await checks.get(one)).data).toMatchObject({
      app: { slug: 'github-actions' },
      status: 'completed',
    });
    expect((await checks.listAnnotations(one)).data).toHaveLength(2);
    const listed = await checks.listForRef({ ...REPOSITORY, ref: pull.headSha, check_name: 'plan' });
    expect(listed.data.total_count).toBe(1);
    await repos.createCommitStatus({ ...REPOSITORY, sha: pull.headSha, state: 'success', context: 'c' });
    await repos.listCommitStatusesForRef({ ...REPOSITORY, ref: pull.headSha });
    const combined = await repos.getCombinedStatusForRef({ ...REPOSITORY, ref: pull.headSha });
    expect(combined.data.state).toBe('success');
  });

  test('deployments and environments', async () => {
    const { repos } = octokit.rest;
    const asked = {
      ...REPOSITORY,
      ref: 'main',
      required_contexts: [],
      auto_merge: false,
      environment: 'prod',
    };
    const { data } = await repos.createDeployment({ ...asked, payload: { groups: 2 } });
    const id = 'id' in data ? data.id : 0;
    const one = { ...REPOSITORY, deployment_id: id };
    await repos.createDeploymentStatus({
      ...one,
      state: 'in_progress',
      log_url: 'https://github.example/run',
    });
    await repos.createDeploymentStatus({ ...one, state: 'success' });
    const statuses = await repos.listDeploymentStatuses(one);
    expect(statuses.data.map(({ state }) => state)).toEqual(['success', 'in_progress']);
    expect((await repos.listDeployments({ ...REPOSITORY, environment: 'prod' })).data).toHaveLength(1);
    await repos.getDeployment(one);
    expect((await repos.getAllEnvironments(REPOSITORY)).data.total_count).toBe(1);
    await repos.getEnvironment({ ...REPOSITORY, environment_name: 'prod' });
  });

  test('people, the repository, limits and workflow runs', async () => {
    const { actions, rateLimit, repos } = octokit.rest;
    const mara = await repos.getCollaboratorPermissionLevel({ ...REPOSITORY, username: 'mara' });
    expect(mara.data).toMatchObject({ permission: 'write', role_name: 'write' });
    await repos.get(REPOSITORY);
    await rateLimit.get();
    const run = github.store.startRun({ path: '.github/workflows/drift.yml', event: 'schedule' });
    await actions.getWorkflowRun({ ...REPOSITORY, run_id: run.id });
    await actions.listWorkflowRunsForRepo(REPOSITORY);
    const runs = await actions.listWorkflowRuns({ ...REPOSITORY, workflow_id: 'drift.yml' });
    expect(runs.data.total_count).toBe(1);
    const workflow = await actions.getWorkflow({ ...REPOSITORY, workflow_id: 'drift.yml' });
    expect(workflow.data.state).toBe('active');
    const person = open(github.personalToken('mara', {}));
    expect((await person.rest.users.getAuthenticated()).data.login).toBe('mara');
  });

  test('and none was left out', () => {
    expect(OPERATIONS.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  });
});

test('every event tells workflows what GitHub would', () => {
  github.pushTo(pull, { 'scaling/web.yaml': 'size: 4\n' });
  const comment = github.comment(pull, 'mara', '/thermostat plan');
  github.edit(comment, 'olga', 'never mind');
  github.close(pull);
  github.reopen(pull);
  github.queue(pull)();
  github.dispatch();
  github.tick('17 2 * * *');
  const names = github.events.map(({ name, action }) =>
    [name, action].filter(Boolean).join('-').replaceAll('_', '-'),
  );
  // There is none for a schedule; what is wrong with one of the others, stop() tells.
  expect([...new Set(names)].filter((name) => name !== 'schedule').sort()).toEqual([...PAYLOAD_NAMES].sort());
});

describe('GraphQL', () => {
  test('tells who asks, and hides and shows comments', async () => {
    expect(await octokit.graphql('{ viewer { login } }')).toEqual({
      viewer: { login: 'github-actions[bot]' },
    });
    const comment = github.plant(pull, 'github-actions[bot]', 'old');
    const { data } = await octokit.rest.issues.getComment({ ...REPOSITORY, comment_id: comment.id });
    const hide =
      'mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } } }';
    await octokit.graphql(hide, { id: data.node_id });
    expect(comment.minimized).toBe('OUTDATED');
    await octokit.graphql(hide.replace('minimize', 'unminimize').replace(', classifier: OUTDATED', ''), {
      id: data.node_id,
    });
    expect(comment.minimized).toBe(null);
  });

  test('hides nothing for a token that may not write', async () => {
    const comment = github.plant(pull, 'github-actions[bot]', 'old');
    const hide = `mutation { minimizeComment(input: { subjectId: "IC_${comment.id}", classifier: OUTDATED }) { minimizedComment { isMinimized } } }`;
    await expect(open(github.jobToken({ contents: 'read' })).graphql(hide)).rejects.toThrow('not accessible');
    expect([comment.minimized, github.forgive('permission').length]).toEqual([null, 1]);
  });

  test('beyond that is not modelled, and says so', async () => {
    await expect(octokit.graphql('{ rateLimit { cost } }')).rejects.toThrow();
    expect(github.forgive('stand-in')[0]?.message).toContain('rateLimit');
  });
});

describe('what GitHub would not take is told, and answered as GitHub does', () => {
  const refusals: readonly [string, string, Record<string, unknown>, RegExp][] = [
    ['an unknown route', 'POST /repos/shop/infra/issuez', {}, /route: .*describes no such route/],
    [
      'an unknown field',
      'POST /repos/shop/infra/issues',
      { title: 'a', titel: 'b' },
      /request: .*\("titel"\)/,
    ],
    [
      'a wrong type',
      'POST /repos/shop/infra/issues',
      { title: 'a', labels: 7 },
      /request: .*labels must be array/,
    ],
    ['a missing field', 'POST /repos/shop/infra/labels', { color: 'ffffff' }, /request: .*property 'name'/],
    ['an unknown parameter', 'GET /repos/shop/infra/issues?lable=a', {}, /no query parameter "lable"/],
    ['a wrong parameter', 'GET /repos/shop/infra/issues?state=opn', {}, /"state" = "opn" .*allowed values/],
    ['a colour with #', 'POST /repos/shop/infra/labels', { name: 'a', color: '#fff' }, /limit: .*color/],
    [
      'a body too long',
      'POST /repos/shop/infra/issues',
      { title: 'a', body: 'x'.repeat(65_537) },
      /limit: .*65536/,
    ],
  ];
  test.each(refusals)('%s', async (_, request, body, told) => {
    const [method = '', path = ''] = request.split(' ');
    const sent = octokit.request(`${method} ${path}`, method === 'GET' ? {} : body);
    await expect(sent).rejects.toMatchObject({ status: /route/.test(told.source) ? 404 : 422 });
    await expect(github.stop()).rejects.toThrow(told);
    github.server.violations.length = 0;
  });

  test('51 annotations', async () => {
    const annotation = {
      path: 'a',
      start_line: 1,
      end_line: 1,
      annotation_level: 'notice',
      message: 'm',
    } as const;
    const output = { title: 't', summary: 's', annotations: Array.from({ length: 51 }, () => annotation) };
    const check = { ...REPOSITORY, name: 'plan', head_sha: pull.headSha, output };
    await expect(octokit.rest.checks.create(check)).rejects.toMatchObject({ status: 422 });
    expect(github.forgive('request')[0]?.message).toContain('must NOT have more than 50 items');
  });
});

test('an answer with a field missing is told', () => {
  expect(schemaProblems('label', { id: 1, name: 'drift' })).toContain(
    "/ must have required property 'color'",
  );
});
