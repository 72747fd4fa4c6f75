/** An apply is recorded once, whoever records it, and a run that died does not block the others. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGitHub } from '../../../src/adapters/github/api.ts';
import { createDeployments } from '../../../src/adapters/github/deployments.ts';
import { type GitHub, gitHub } from '../../github/github.ts';
import type { Run } from '../../github/state/store.ts';

const REPOSITORY = { owner: 'shop', repo: 'infra' };

let github: GitHub;
let sha: string;

beforeEach(async () => {
  github = await gitHub();
  sha = github.push({ 'scaling/web.yaml': 'max: 9\n' });
});

afterEach(() => github.stop());

const startRun = (workflow = 'apply.yml') =>
  github.store.startRun({ path: `.github/workflows/${workflow}`, event: 'push' });
const urlOf = (run: Run) => `https://github.example/shop/infra/actions/runs/${run.id}`;

function deploymentsOf(run: Run, { environment = 'prod', commit = sha } = {}) {
  const token = github.jobToken({ deployments: 'write', actions: 'read', contents: 'read' });
  const client = openGitHub({ token, apiUrl: github.url, sleep: async () => {} });
  return createDeployments(client, REPOSITORY, { sha: commit, environment, runUrl: urlOf(run) });
}

/** As GitHub does for a job with `environment:`. */
async function deployedByJob(run: Run, environment: string): Promise<void> {
  const client = openGitHub({
    token: github.jobToken({ deployments: 'write', contents: 'read' }),
    apiUrl: github.url,
  });
  const { data } = await client.rest.repos.createDeployment({
    ...REPOSITORY,
    ref: sha,
    environment,
    required_contexts: [],
    auto_merge: false,
  });
  const id = 'id' in data ? data.id : 0;
  await client.rest.repos.createDeploymentStatus({
    ...REPOSITORY,
    deployment_id: id,
    state: 'in_progress',
    log_url: `${urlOf(run)}/job/7`,
  });
}

const states = () =>
  github.store.deployments.map(({ environment, statuses }) => [
    environment,
    ...statuses.map(({ state }) => state),
  ]);

test('it begins, and ends with a link to the run', async () => {
  const run = startRun();
  const deployments = deploymentsOf(run);
  await deployments.begin();
  await deployments.end({ state: 'success', description: 'Done: web is updated' });
  expect(states()).toEqual([['prod', 'in_progress', 'success']]);
  expect(github.store.deployments[0]).toMatchObject({
    sha,
    statuses: [{ logUrl: urlOf(run) }, { description: 'Done: web is updated' }],
  });
});

test('where the job has an environment its own record is the record', async () => {
  const run = startRun();
  await deployedByJob(run, 'production');
  const deployments = deploymentsOf(run);
  await deployments.begin();
  await deployments.end({ state: 'failure', description: 'web is refused' });
  expect(states()).toEqual([['production', 'in_progress']]);
});

test('the environment of the job is the one whose others are looked at', async () => {
  const [earlier, run] = [startRun(), startRun()];
  await deployedByJob(earlier, 'production');
  await deployedByJob(run, 'production');
  const deployments = deploymentsOf(run);
  await deployments.begin();
  expect(await deployments.others()).toMatchObject([{ state: 'in-progress', run: urlOf(earlier), sha }]);
});

test('others are told with how they ended; our own earlier attempt is no other', async () => {
  const [earlier, run] = [startRun(), startRun()];
  const [first, ours, again] = [deploymentsOf(earlier), deploymentsOf(run), deploymentsOf(run)];
  await first.begin();
  await first.end({ state: 'success', description: '' });
  await ours.begin();
  await again.begin();
  expect(await again.others()).toMatchObject([{ state: 'success', run: urlOf(earlier) }]);
});

test('one that was overtaken was an apply, one that stood back was none', async () => {
  const [overtaken, last, late] = [startRun(), startRun(), startRun()];
  for (const [run, state] of [
    [overtaken, 'success'],
    [last, 'success'],
    [late, 'inactive'],
  ] as const) {
    const deployments = deploymentsOf(run);
    await deployments.begin();
    await deployments.end({ state, description: 'A verdict' });
  }
  expect(states().map((all) => all.at(-1))).toEqual(['inactive', 'success', 'inactive']);
  const others = await deploymentsOf(startRun()).others();
  expect(others.map(({ run, state }) => [run, state])).toEqual([
    [urlOf(late), 'failure'],
    [urlOf(last), 'success'],
    [urlOf(overtaken), 'success'],
  ]);
});

test('a run that was killed does not count as being at work', async () => {
  const [killed, run] = [startRun(), startRun()];
  await deploymentsOf(killed).begin();
  Object.assign(killed, { status: 'completed', conclusion: 'cancelled' });
  const deployments = deploymentsOf(run);
  await deployments.begin();
  expect(await deployments.others()).toMatchObject([{ state: 'failure', run: urlOf(killed) }]);
});

test('without the permission to read runs it does', async () => {
  const [killed, run] = [startRun(), startRun()];
  await deploymentsOf(killed).begin();
  Object.assign(killed, { status: 'completed', conclusion: 'cancelled' });
  const client = openGitHub({
    token: github.jobToken({ deployments: 'write', contents: 'read' }),
    apiUrl: github.url,
  });
  const deployments = createDeployments(client, REPOSITORY, { sha, environment: 'prod', runUrl: urlOf(run) });
  await deployments.begin();
  expect(await deployments.others()).toMatchObject([{ state: 'in-progress' }]);
  github.forgive('permission');
});

test('what another workflow deployed to the same environment is no apply', async () => {
  const [shop, run] = [startRun('deploy-shop.yml'), startRun()];
  await deployedByJob(shop, 'production');
  await deployedByJob(run, 'production');
  const deployments = deploymentsOf(run);
  await deployments.begin();
  expect(await deployments.others()).toEqual([]);
});

test('what another workflow recorded as an apply is one', async () => {
  const [answered, run] = [startRun('comment.yml'), startRun()];
  await deploymentsOf(answered).begin();
  const deployments = deploymentsOf(run);
  await deployments.begin();
  expect(await deployments.others()).toMatchObject([{ state: 'in-progress', run: urlOf(answered) }]);
});

test('a record that a killed attempt left open is ended by the next one', async () => {
  const run = startRun();
  await deploymentsOf(run).begin();
  const again = deploymentsOf(run);
  await again.begin();
  await again.end({ state: 'success', description: '' });
  expect(states()).toEqual([['prod', 'in_progress', 'in_progress', 'success']]);
});

test('two jobs of one run, for two clouds, have a record each', async () => {
  const run = startRun();
  const [east, west] = [
    deploymentsOf(run, { environment: 'east' }),
    deploymentsOf(run, { environment: 'west' }),
  ];
  await east.begin();
  await west.begin();
  await west.end({ state: 'failure', description: '' });
  await east.end({ state: 'success', description: '' });
  expect(states()).toEqual([
    ['east', 'in_progress', 'success'],
    ['west', 'in_progress', 'failure'],
  ]);
});

test('to look again and again asks again only of those that are at work', async () => {
  for (let earlier = 0; earlier < 12; earlier += 1) {
    const ended = deploymentsOf(startRun());
    await ended.begin();
    await ended.end({ state: 'success', description: '' });
  }
  const [busy, run] = [startRun(), startRun()];
  await deploymentsOf(busy).begin();
  const deployments = deploymentsOf(run);
  await deployments.begin();
  await deployments.others();
  github.forgetRequests();
  expect(await deployments.others()).toHaveLength(13);
  // the list, the status of the one, its run
  expect(github.requests).toHaveLength(3);
});
