/** The workflow files that users copy: a group's life on the sandbox, and where things go wrong, what is half done is finished, told and closed. */
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { sandboxUnderTest } from '../contract/sandbox-under-test.ts';
import { type GitHub, gitHub, shippedWorkflows } from '../github/github.ts';
import { type SandboxCloud, sandboxCloud } from '../github/sandbox-cloud.ts';
import { defineShippedWorkflows } from './shipped-workflows.ts';
import { spec } from './story.ts';

defineShippedWorkflows('the sandbox', async () => {
  const { sandbox, cloudsYaml, close } = await sandboxCloud();
  return { raw: await sandboxUnderTest(sandbox), cloudsYaml, close };
});

let cloud: SandboxCloud;
let github: GitHub;

beforeEach(async () => {
  cloud = await sandboxCloud();
  github = await gitHub({
    dist: inject('dist'),
    workflows: shippedWorkflows(),
    secrets: { CLOUDS_YAML_READER: cloud.cloudsYaml },
    environments: { production: { secrets: { CLOUDS_YAML_WRITER: cloud.cloudsYaml }, branches: ['main'] } },
  });
});

afterEach(async () => {
  await github.stop();
  await cloud.close();
});

const created = () =>
  cloud.sandbox.requests().filter(({ method, path }) => method === 'POST' && /\/stacks$/.test(path)).length;

describe('an apply of two groups whose machine dies in between', () => {
  test('is finished by another attempt: nothing is made twice, one record, one comment', async () => {
    const files = { 'scaling/web.yaml': spec(5), 'scaling/api.yaml': spec(4, { name: 'api' }) };
    const pull = github.open({ branch: 'two', files });
    await github.run('plan.yml');
    github.merge(pull);
    cloud.when('GET', /\/stacks\/api\//, 3, () => github.kill());
    expect((await github.run('apply.yml')).conclusion).toBe('failure');
    const finished = await github.rerun('apply.yml');
    expect(finished.job.annotations).toEqual([]);
    expect(finished.conclusion).toBe('success');
    expect(created()).toBe(2);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).not.toContain('refused');
    expect(github.store.deployments.map(({ environment }) => environment)).toEqual([
      'production',
      'production',
    ]);
    expect(github.issues.filter(({ state }) => state === 'open')).toEqual([]);
  });

  test('after its last write, and before it said so, leaves the plan it went by to the attempt that finds nothing left', async () => {
    const pull = github.open({ branch: 'web', files: { 'scaling/web.yaml': spec(5) } });
    await github.run('plan.yml');
    github.merge(pull);
    github.killAt('GET', /\/issues\/\d+\/comments/, 2);
    expect((await github.run('apply.yml')).conclusion).toBe('failure');
    expect(github.comments[0]?.body).toContain('### 🌡️ Applying **web**\n');
    expect((await github.rerun('apply.yml')).conclusion).toBe('success');
    expect(created()).toBe(1);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('Done: an earlier run of this commit did it');
    expect(github.comments[0]?.body).toMatch(/The last plan here[\s\S]+create[\s\S]+Apply of/);
  });
});

const AT_MOST_FOUR = `apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: at-most }
spec:
  severity: error
  rule: spec.size.max <= 4
  message: max {{ spec.size.max }}; 4 is the most
  at: spec.size.max
  examples:
    passing: [ { spec: { size: { max: 4 } } } ]
    failing: [ { spec: { size: { max: 5 } } } ]
`;

describe('a pull request that is edited', () => {
  const branched = () => {
    github.push({ 'README.md': '# to come\n' });
    github.store.refs.set('heads/next', github.store.branch('main'));
    github.push({ 'policies/at-most.yaml': AT_MOST_FOUR }, { branch: 'next' });
    return github.open({ branch: 'web', files: { 'scaling/web.yaml': spec(5) } });
  };

  test('so that it goes to another branch is planned anew, by the rules there', async () => {
    const pull = branched();
    expect((await github.run('plan.yml')).conclusion).toBe('success');
    expect(github.comments[0]?.body).not.toContain('refused');
    github.retarget(pull, 'next');
    await github.run('plan.yml');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('refused');
    expect(github.checks.at(-1)?.conclusion).toBe('failure');
  });

  test('after it was merged has what apply said left as it is', async () => {
    const pull = branched();
    await github.run('plan.yml');
    github.merge(pull);
    await github.run('apply.yml');
    const [told, checks] = [github.comments[0]?.body, github.checks.length];
    github.rename(pull, 'Better words');
    expect((await github.run('plan.yml')).conclusion).toBe('success');
    expect(github.comments[0]?.body).toBe(told);
    expect(github.checks).toHaveLength(checks);
  });
});

describe('plans of pull requests that are merged', () => {
  test('share no lane: two merged one after the other are both seen to the end', async () => {
    const pulls = ['web', 'api'].map((name) =>
      github.open({ branch: name, files: { [`scaling/${name}.yaml`]: spec(5, { name }) } }),
    );
    for (const event of github.events.filter(({ name }) => name === 'pull_request'))
      await github.run('plan.yml', event);
    for (const pull of pulls) github.merge(pull);
    const closed = github.events.filter(({ action }) => action === 'closed');
    const runs = await Promise.all(closed.map((event) => github.run('plan.yml', event)));
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    for (const { job } of runs) expect(job.log).toContain('Merged: nothing to plan any more');
  });

  test('are not cancelled by the merge: what they leave is what apply asks for', async () => {
    const pull = github.open({ branch: 'web', files: { 'scaling/web.yaml': spec(5) } });
    const opened = github.lastEvent;
    let closing: Promise<unknown> = Promise.resolve();
    cloud.when('GET', /\/stacks/, 1, () => {
      github.merge(pull);
      closing = github.run('plan.yml', github.lastOf('pull_request'));
    });
    expect((await github.run('plan.yml', opened)).conclusion).toBe('success');
    expect(await closing).toMatchObject({ conclusion: 'success' });
    expect((await github.run('apply.yml')).conclusion).toBe('success');
    expect(created()).toBe(1);
  });
});

test('an apply that fails opens one issue; the same commit again finishes the job and closes it', async () => {
  const pull = github.open({ branch: 'web', files: { 'scaling/web.yaml': spec(5) } });
  await github.run('plan.yml');
  github.merge(pull);
  cloud.sandbox.faults.server({ kind: 'spawn-fail', name: 'web' });
  const failed = await github.run('apply.yml');
  expect(failed.conclusion).toBe('failure');
  expect(github.comments[0]?.body).toContain('**web failed**');
  expect(github.issues.map(({ state, title }) => [state, title])).toEqual([['open', 'Applying web failed']]);
  expect(github.issues[0]?.body).toMatch(/run/i);
  cloud.sandbox.faults.clear();
  const finished = await github.rerun('apply.yml');
  expect(finished.conclusion, finished.job.log).toBe('success');
  expect(github.issues.map(({ state }) => state)).toEqual(['closed']);
  const told = github.comments.filter(({ number }) => number === pull.number);
  expect(told.map(({ body }) => body.includes('Done'))).toEqual([true]);
});

test('talk does not stand in the queue of applies', async () => {
  const pull = github.open({ branch: 'web', files: { 'scaling/web.yaml': spec(5) } });
  await github.run('plan.yml');
  github.merge(pull);
  const merged = github.lastEvent;
  let talk = 'still waiting';
  cloud.when('GET', /\/stacks/, 1, async () => {
    github.comment(pull, 'mallory', 'nice');
    const answered = github.run('comment.yml').then(({ conclusion }) => conclusion);
    talk = await Promise.race([answered, new Promise<string>((go) => setTimeout(go, 3000, talk))]);
  });
  expect((await github.run('apply.yml', merged)).conclusion).toBe('success');
  expect(talk).toBe('skipped');
});

/** As the file says that it is to be changed. */
function withApplyEnabled(text: string): string {
  const changes = [
    ['comment-commands: help plan', 'comment-commands: help plan apply'],
    ['CLOUDS_YAML_READER', 'CLOUDS_YAML_WRITER'],
    [/group: thermostat-comment-.*/, 'group: thermostat-apply'],
    [
      '    permissions:\n',
      '    environment: { name: production, deployment: false }\n    permissions:\n      deployments: write\n      actions: read\n',
    ],
  ] as const;
  for (const [before] of changes) expect(text).toMatch(before);
  return changes.reduce((changed, [before, after]) => changed.replace(before, after), text);
}

test('with apply enabled a comment applies the pull request, and only that is on record', async () => {
  const workflows = shippedWorkflows();
  const changed = { ...workflows, 'comment.yml': withApplyEnabled(workflows['comment.yml'] ?? '') };
  const early = await gitHub({
    dist: inject('dist'),
    workflows: changed,
    secrets: { CLOUDS_YAML_READER: cloud.cloudsYaml },
    environments: { production: { secrets: { CLOUDS_YAML_WRITER: cloud.cloudsYaml }, branches: ['main'] } },
  });
  const pull = early.open({ branch: 'web', files: { 'scaling/web.yaml': spec(5) } });
  await early.run('plan.yml');
  early.comment(pull, 'mara', '/thermostat help');
  await early.run('comment.yml');
  early.comment(pull, 'mara', `/thermostat apply ${pull.headSha.slice(0, 7)}`);
  const applied = await early.run('comment.yml');
  expect(applied.conclusion, applied.job.log).toBe('success');
  expect(applied.job.annotations).toEqual([]);
  expect(created()).toBe(1);
  expect(early.store.deployments.map(({ sha, statuses }) => [sha, statuses.at(-1)?.state])).toEqual([
    [pull.headSha, 'success'],
  ]);
  await early.stop();
});

test('a comment is answered by its own workflow, and other talk starts no job', async () => {
  const pull = github.open({ branch: 'web', files: { 'scaling/web.yaml': spec(5) } });
  github.comment(pull, 'mara', 'nice');
  expect((await github.run('comment.yml')).conclusion).toBe('skipped');
  github.comment(pull, 'mara', '/thermostat plan');
  const answered = await github.run('comment.yml');
  expect(answered.conclusion, answered.job.log).toBe('success');
  expect(answered.job.annotations).toEqual([]);
  expect(github.comments.map(({ body }) => body.split('\n')[1] ?? '').join('')).toContain('**web**');
});
