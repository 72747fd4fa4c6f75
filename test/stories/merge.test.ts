/** From pull request to cloud: what merging approved is done once, in turn, and told where it was asked for. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LOST_ANSWER, secondaryLimit, serverError } from '../github/faults.ts';
import type { MergeMethod } from '../github/state/merging.ts';
import { Story, spec } from './story.ts';

let story: Story;

beforeEach(async () => {
  story = await Story.begin();
});

afterEach(() => story.end());

const open = (branch: string, files: Readonly<Record<string, string>>) =>
  story.github.open({ branch, files });
const exit = (job: { readonly outputs: Readonly<Record<string, string>> }) => job.outputs['exit-code'];

/** The first group is there before the story begins. */
async function withWeb(): Promise<void> {
  story.github.push({ 'scaling/web.yaml': spec(5) });
  const job = await story.apply({ inputs: { approval: 'none' } });
  expect(exit(job), job.log).toBe('0');
}

describe.each<MergeMethod>(['merge', 'squash', 'rebase'])('by %s', (method) => {
  test('a plan is shown, merged, done, and told in the same comment', async () => {
    await withWeb();
    const pull = open('wider', { 'scaling/web.yaml': spec(6) });
    await story.plan();
    story.github.pushTo(pull, { 'scaling/web.yaml': spec(8) });
    await story.plan();
    expect(story.comment).toContain('8');
    story.github.merge(pull, { method });
    const job = await story.apply();
    expect(exit(job), job.log).toBe('0');
    expect(story.github.comments).toHaveLength(1);
    expect(story.comment).toContain('Done: **web** is updated');
    expect(story.deployments.at(-1)).toBe('in_progress success');
    expect(story.github.issues).toEqual([]);
  });
});

test('a merge queue brings two, each approved by its own plan', async () => {
  const web = open('web', { 'scaling/web.yaml': spec(6) });
  await story.plan();
  const api = open('api', { 'scaling/api.yaml': spec(4, { name: 'api' }) });
  await story.plan();
  const before = story.github.store.branch('main');
  story.github.queue(web)();
  story.github.queue(api)();
  // GitHub moves the branch once for the whole group
  const push = story.newest('push');
  const job = await story.apply({ event: { ...push, payload: { ...push.payload, before } } });
  expect(exit(job), job.log).toBe('0');
  expect(job.outputs['verdict']).toContain('2 groups changed');
  for (const { body } of story.github.comments) expect(body).toContain('Done: 2 groups changed');
  expect(story.github.comments.map(({ number }) => number)).toEqual([web.number, api.number]);
});

test('the cloud moved between plan and merge: refused, with the difference', async () => {
  await withWeb();
  const pull = open('wider', { 'scaling/web.yaml': spec(8) });
  await story.plan();
  // somebody else applies something else by hand meanwhile
  story.github.push({ 'scaling/web.yaml': spec(6) });
  await story.apply({ inputs: { approval: 'none' } });
  story.github.pushTo(pull, {});
  story.github.store.refs.set('heads/main', story.github.store.branch('main'));
  story.github.push({ 'scaling/web.yaml': spec(5) });
  const commit = story.github.merge(pull);
  expect(commit).toBeTruthy();
  const job = await story.apply();
  expect([job.code, exit(job), job.outputs['refused']]).toEqual([1, '3', 'true']);
  expect(job.summary).toMatch(/approved was .*5 .*8.*now it is .*6 .*8/);
  expect(story.comment).toContain('was refused');
  expect(story.deployments.at(-1)).toBe('in_progress failure');
});

test('a re-run of the same commit has nothing to do and says so', async () => {
  const pull = open('first', { 'scaling/web.yaml': spec(6) });
  await story.plan();
  story.github.merge(pull);
  await story.apply();
  const again = await story.apply();
  expect([exit(again), again.outputs['changes']]).toEqual(['0', 'false']);
  expect(story.github.comments).toHaveLength(1);
});

describe('a direct push', () => {
  beforeEach(() => void story.github.push({ 'scaling/web.yaml': spec(9) }));

  test('is refused, with the input that permits it', async () => {
    const job = await story.apply();
    expect(exit(job)).toBe('3');
    expect(job.summary).toMatch(/no pull request brought this commit.*direct-push: apply/s);
  });

  test('is applied with a note where the workflow says so', async () => {
    const job = await story.apply({ inputs: { 'direct-push': 'apply' } });
    expect(exit(job), job.log).toBe('0');
    expect(job.log).toMatch(/no pull request brought this commit: it is applied all the same/);
  });
});

describe('two merges', () => {
  test('the older one stands back when the newer one is applied', async () => {
    const first = open('first', { 'scaling/web.yaml': spec(6) });
    await story.plan();
    story.github.merge(first);
    const older = story.newest('push');
    const second = open('second', { 'scaling/web.yaml': spec(8) });
    await story.plan();
    story.github.merge(second);
    expect(exit(await story.apply())).toBe('0');
    const late = await story.apply({ event: older });
    expect([late.code, exit(late)]).toEqual([0, '0']);
    expect(late.outputs['verdict']).toBe('Nothing was applied: a newer commit has it');
    const [one, other] = story.github.comments.map(({ body }) => body);
    expect(one).toContain('Applied with a newer commit');
    expect(other).toContain('Done: **web**');
    expect(story.deployments).toEqual(['in_progress success', 'in_progress inactive']);
  });

  test('a merge whose apply never ran is done with the next one, as its own plan showed', async () => {
    await withWeb();
    const first = open('first', { 'scaling/web.yaml': spec(6) });
    await story.plan();
    story.github.merge(first);
    const second = open('second', { 'scaling/api.yaml': spec(3, { name: 'api' }) });
    // Planned before the first was merged, as it were: it shows nothing of web.
    await story.plan({ inputs: { only: 'api' } });
    story.github.merge(second);
    const job = await story.apply();
    expect(exit(job), job.log).toBe('0');
    expect(job.outputs['verdict']).toContain('2 groups changed');
  });

  test('without records of runs the stacks tell who was there', async () => {
    const permissions = { contents: 'read', checks: 'read', 'pull-requests': 'write' } as const;
    story.github.push({ 'scaling/web.yaml': spec(6) });
    const older = story.newest('push');
    story.github.push({ 'scaling/web.yaml': spec(8) });
    const inputs = { approval: 'none' };
    expect(exit(await story.apply({ inputs, permissions }))).toBe('0');
    const late = await story.apply({ event: older, inputs, permissions });
    expect(exit(late), late.log).toBe('0');
    expect(late.summary).toMatch(/last applied from [0-9a-f]{7}, a newer commit of the branch/);
    expect(late.log).toContain('deployments: write');
    story.github.forgive('permission');
  });

  test('a commit that was taken off the branch is not applied', async () => {
    const before = story.github.store.branch('main');
    story.github.push({ 'scaling/web.yaml': spec(6) });
    const gone = story.newest('push');
    story.github.store.refs.set('heads/main', before);
    story.github.push({ 'README.md': '# other\n' });
    const job = await story.apply({ event: gone, inputs: { approval: 'none' } });
    expect(job.outputs['verdict']).toBe('Nothing was applied: it is not on the branch any more');
  });

  test('two runs of one commit at once: the one that came second waits, then says who it waits for', async () => {
    story.github.push({ 'scaling/web.yaml': spec(6) });
    const event = story.newest('push');
    const other = story.github.store.startRun({ path: '.github/workflows/apply.yml', event: 'push' });
    story.github.store.deployments.push({
      ...{
        id: 5,
        sha: event.sha,
        ref: event.sha,
        task: 'deploy',
        environment: story.cloud,
        description: 'Thermostat apply',
      },
      ...{
        payload: {},
        transient: false,
        production: false,
        login: 'github-actions[bot]',
        app: null,
        at: story.github.store.now(),
      },
      statuses: [
        {
          ...{
            id: 6,
            login: 'github-actions[bot]',
            state: 'in_progress',
            description: '',
            environment: story.cloud,
          },
          ...{
            logUrl: `https://github.example/shop/infra/actions/runs/${other.id}`,
            environmentUrl: '',
            at: story.github.store.now(),
          },
        },
      ],
    });
    const job = await story.apply({ inputs: { approval: 'none', 'wait-minutes': '0' } });
    expect([job.code, exit(job)]).toEqual([1, '1']);
    expect(job.summary).toContain(`runs/${other.id}`);
    Object.assign(other, { status: 'completed', conclusion: 'cancelled' });
    expect(exit(await story.apply({ inputs: { approval: 'none', 'wait-minutes': '0' } }))).toBe('0');
  });
});

describe('GitHub fails', () => {
  test('comments can not be written: the verdict stands, and the fingerprints are there', async () => {
    const pull = open('wider', { 'scaling/web.yaml': spec(6) });
    story.github.fail('*', /comments/, serverError(503), { times: 1000 });
    const planned = await story.plan();
    expect([planned.code, exit(planned)]).toEqual([0, '2']);
    expect(planned.log).toMatch(/keeping the comment: .*the verdict stands/);
    story.github.merge(pull);
    const applied = await story.apply();
    expect(exit(applied), applied.log).toBe('0');
    expect(applied.log).toMatch(/keeping the comment: .*the verdict stands/);
    expect(story.github.comments).toEqual([]);
  });

  test('a secondary limit and a lost answer make no second comment', async () => {
    open('wider', { 'scaling/web.yaml': spec(6) });
    story.github.fail('POST', /comments/, secondaryLimit(1));
    story.github.fail('POST', /comments/, LOST_ANSWER, { after: 1 });
    const job = await story.plan();
    expect(exit(job), job.log).toBe('2');
    expect(story.github.comments).toHaveLength(1);
  });

  test('what came after can not be read: nothing is applied on a guess', async () => {
    story.github.push({ 'scaling/web.yaml': spec(6) });
    story.github.fail('GET', /compare/, serverError(500), { times: 100 });
    const job = await story.apply({ inputs: { approval: 'none' } });
    expect([job.code, exit(job)]).toEqual([1, '1']);
    expect(story.deployments).toEqual([]);
  });
});

describe('somebody meddles', () => {
  test('an edited comment is put right, and an edit approves nothing', async () => {
    const pull = open('wider', { 'scaling/web.yaml': spec(6) });
    await story.plan();
    for (const comment of story.github.comments) comment.body = comment.body.replaceAll('6', '60');
    story.github.merge(pull);
    expect(exit(await story.apply())).toBe('0');
    expect(story.comment).toContain('Done');
  });

  test('a forged comment and a forged check run of another app count for nothing', async () => {
    const pull = open('wider', { 'scaling/web.yaml': spec(60) });
    await story.plan();
    const [honest] = story.github.checks;
    story.github.plant(pull, 'mallory', story.comment);
    const client = story.github.appToken('mallory-app', { checks: 'write' });
    story.github.pushTo(pull, { 'scaling/web.yaml': spec(6) });
    await fetch(`${story.github.url}/repos/shop/infra/check-runs`, {
      method: 'POST',
      headers: { authorization: `token ${client}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ name: 'Thermostat plan', head_sha: pull.headSha, status: 'completed', conclusion: 'success' },
        output: { title: honest?.title, summary: '-', text: honest?.text },
      }),
    });
    story.github.merge(pull);
    const job = await story.apply();
    expect(exit(job)).toBe('3');
    expect(story.github.comments.filter(({ login }) => login === 'mallory')[0]?.body).not.toContain('Done');
  });
});
