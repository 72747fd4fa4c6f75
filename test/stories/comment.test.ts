/** Comments that ask for something: by whom, of what, and what strangers can't do. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Pull } from '../github/state/store.ts';
import { Story, spec } from './story.ts';

let story: Story;
let pull: Pull;

beforeEach(async () => {
  story = await Story.begin();
  pull = story.github.open({ branch: 'wider', files: { 'scaling/web.yaml': spec(8) } });
});

afterEach(() => story.end());

const ALL = { 'comment-commands': 'help plan apply' };
const short = () => pull.headSha.slice(0, 7);
const signs = () => story.github.comments.flatMap(({ reactions }) => reactions.map(({ content }) => content));
const answers = () =>
  story.github.comments
    .filter(({ login, body }) => login === 'github-actions[bot]' && !body.startsWith('<!--'))
    .map(({ body }) => body);
const exit = (job: { readonly outputs: Readonly<Record<string, string>> }) => job.outputs['exit-code'];

test('help says what there is, with the commit to name', async () => {
  story.github.comment(pull, 'mara', '/thermostat help');
  expect(exit(await story.answer({ inputs: ALL }))).toBe('0');
  expect(answers()[0]).toContain(`/thermostat apply ${short()}`);
});

test('plan plans the trial merge, and rewrites the one comment', async () => {
  await story.plan();
  const told = story.comment;
  story.github.push({ 'scaling/api.yaml': spec(3, { name: 'api' }) });
  story.github.comment(pull, 'mara', '/thermostat plan');
  const job = await story.answer();
  expect(exit(job), job.log).toBe('2');
  expect(story.comment).not.toBe(told);
  expect(story.comment).toContain('api');
  expect(signs()).toEqual(['eyes', 'rocket']);
});

test('what breaks is answered, too, and the plan that stood there holds no more', async () => {
  await story.plan();
  story.github.comment(pull, 'mara', '/thermostat plan');
  const job = await story.answer({ inputs: { cloud: 'nowhere' } });
  expect(exit(job)).toBe('1');
  expect(signs()).toEqual(['eyes', 'confused']);
  expect(answers()[0]).toContain('looking for cloud "nowhere"');
  expect(story.comment).not.toContain('merge to do this');
});

describe('apply', () => {
  test('does what the plan of the named commit showed, and tells it', async () => {
    await story.plan();
    story.github.comment(pull, 'mara', `/thermostat apply ${short()}`);
    const job = await story.answer({ inputs: ALL });
    expect(exit(job), job.log).toBe('0');
    expect(story.comment).toContain('Done: **web** is created');
    expect(story.deployments).toEqual(['in_progress success']);
    story.github.merge(pull, { method: 'squash' });
    const merged = await story.apply();
    expect([exit(merged), merged.outputs['changes']]).toEqual(['0', 'false']);
  });

  test('is refused without a plan of that commit', async () => {
    story.github.comment(pull, 'mara', `/thermostat apply ${short()}`);
    expect(exit(await story.answer({ inputs: ALL }))).toBe('3');
    expect(story.comment).toContain('no plan was left on its commits');
  });

  test('is not for a commit that came after it was asked for', async () => {
    await story.plan();
    story.github.comment(pull, 'mara', `/thermostat apply ${short()}`);
    story.github.pushTo(pull, { 'scaling/web.yaml': spec(80) });
    expect(exit(await story.answer({ inputs: ALL }))).toBe('0');
    expect(answers()[0]).toContain('Not done: the pull request is at');
    expect(story.deployments).toEqual([]);
  });

  test('is not for one that comes while it is looked at', async () => {
    await story.plan();
    story.github.comment(pull, 'mara', `/thermostat apply ${short()}`);
    story.github.when('POST', /reactions/, 1, () =>
      story.github.pushTo(pull, { 'scaling/web.yaml': spec(80) }),
    );
    await story.answer({ inputs: ALL, event: story.newest('issue_comment') });
    expect(answers()[0]).toContain('Not done: the pull request is at');
    expect(story.deployments).toEqual([]);
  });

  test('is not there for a base branch of whose rules nobody takes care', async () => {
    story.github.store.refs.set('heads/lax', story.github.store.branch('main'));
    const aside = story.github.open({
      branch: 'aside',
      base: 'lax',
      files: { 'scaling/web.yaml': spec(80) },
    });
    await story.plan();
    story.github.comment(aside, 'mara', `/thermostat apply ${aside.headSha.slice(0, 7)}`);
    await story.answer({ inputs: ALL });
    expect(answers()[0]).toContain('goes into "lax"');
    expect(story.deployments).toEqual([]);
  });

  test('is not forgotten when the pull request is closed without merging', async () => {
    await story.plan();
    story.github.comment(pull, 'mara', `/thermostat apply ${short()}`);
    await story.answer({ inputs: ALL });
    story.github.close(pull);
    await story.plan();
    expect(story.comment).toContain('Closed without merging');
    expect(story.comment).not.toContain('nothing was applied');
    expect(story.comment).not.toContain('The cloud is as it was');
  });

  test('is not there unless the workflow says so', async () => {
    await story.plan();
    story.github.comment(pull, 'mara', `/thermostat apply ${short()}`);
    await story.answer();
    expect(answers()[0]).toContain('is not enabled here');
  });
});

describe('a stranger', () => {
  test('gets a sign, and makes nobody write', async () => {
    story.github.comment(pull, 'mallory', '/thermostat plan');
    expect(exit(await story.answer())).toBe('0');
    expect(signs()).toEqual(['confused']);
    expect(story.github.comments).toHaveLength(1);
  });

  test('who edits the comment of somebody who may, changes nothing', async () => {
    const comment = story.github.comment(pull, 'mara', '/thermostat help');
    comment.body = '/thermostat plan';
    await story.answer();
    expect(signs()).toEqual(['confused']);
    expect(answers()).toEqual([]);
  });

  test('has no use of a pull request from a fork, whoever asks', async () => {
    const fork = story.github.open({
      branch: 'evil',
      from: 'mallory/infra',
      by: 'mallory',
      files: { 'scaling/web.yaml': spec(9) },
    });
    for (const ask of ['plan', `apply ${fork.headSha.slice(0, 7)}`]) {
      story.github.comment(fork, 'olga', `/thermostat ${ask}`);
      await story.answer({ inputs: ALL });
    }
    expect(answers()).toHaveLength(2);
    for (const words of answers()) expect(words).toContain('comes from a fork');
    expect(story.github.checks).toEqual([]);
    expect(story.deployments).toEqual([]);
  });
});

test('other talk is left alone', async () => {
  story.github.comment(pull, 'mara', 'I would /thermostat plan this');
  expect(exit(await story.answer())).toBe('0');
  expect(story.github.writes).toEqual([]);
});
