/** A pull request's comment from its first plan to its end, and what strangers may do to it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serverError } from '../github/faults.ts';
import { Story, spec } from './story.ts';

let story: Story;

beforeEach(async () => {
  story = await Story.begin();
});

afterEach(() => story.end());

const open = (branch: string, files: Readonly<Record<string, string | null>>) =>
  story.github.open({ branch, files });
const exit = (job: { readonly outputs: Readonly<Record<string, string>> }) => job.outputs['exit-code'];

describe('a pull request that touches no spec', () => {
  test('hears nothing of us, and the cloud is not asked', async () => {
    open('docs', { 'README.md': '# better\n' });
    const job = await story.plan({ inputs: { cloud: 'a-cloud-that-is-nowhere' } });
    expect([job.code, exit(job)]).toEqual([0, '0']);
    expect(job.outputs['verdict']).toBe('Nothing to plan: no spec is changed here');
    expect(story.github.writes).toEqual([]);
  });

  test('any more: its comment becomes short, and what it showed is approved no longer', async () => {
    const pull = open('wider', { 'scaling/web.yaml': spec(8) });
    await story.plan();
    story.github.pushTo(pull, { 'scaling/web.yaml': spec(5), 'README.md': '# better\n' });
    await story.plan();
    expect(story.github.comments).toHaveLength(1);
    expect(story.comment).toContain('Nothing to plan: no spec is changed here any more');
    expect(story.comment).toContain('<details><summary>The last plan here</summary>');
    const checks = story.github.checks.filter(({ headSha }) => headSha === pull.headSha);
    expect(checks.map(({ conclusion, text }) => [conclusion, text?.includes(' 0 groups,')])).toEqual([
      ['success', true],
    ]);
  });

  test.each([
    ['a file that is removed', { 'scaling/web.yaml': null, 'scaling/api.yaml': spec(3, { name: 'api' }) }],
    ['a file that a spec names', { 'cloud-init/web.yaml': '#cloud-config\npackages: [nginx]\n' }],
  ])('is not one that changes %s', async (_, files) => {
    const named = spec(5).replace(
      '    networks',
      '    cloudInit: { file: ../cloud-init/web.yaml }\n    networks',
    );
    story.github.push({ 'scaling/web.yaml': named, 'cloud-init/web.yaml': '#cloud-config\n' });
    open('any', files);
    expect((await story.plan()).outputs['verdict']).not.toContain('no spec is changed');
  });
});

test('closed without merging, its comment says so; opened again, it has a plan again', async () => {
  const pull = open('wider', { 'scaling/web.yaml': spec(8) });
  await story.plan();
  story.github.close(pull);
  await story.plan({ inputs: { cloud: 'a-cloud-that-is-nowhere' } });
  expect(story.comment).toContain('Closed without merging: nothing is to be applied');
  story.github.reopen(pull);
  await story.plan();
  expect(story.github.comments).toHaveLength(1);
  expect(story.comment).not.toContain('Closed without merging');
});

test('merged, what apply wrote there stays', async () => {
  const pull = open('wider', { 'scaling/web.yaml': spec(8) });
  await story.plan();
  story.github.merge(pull);
  await story.apply();
  const told = story.comment;
  const late = await story.plan();
  expect(exit(late)).toBe('0');
  expect(story.comment).toBe(told);
});

test('merged while it is planned, what apply wrote there stays', async () => {
  const pull = open('wider', { 'scaling/web.yaml': spec(8) });
  const opened = story.newest('pull_request');
  story.github.when('POST', /check-runs/, 1, async () => {
    story.github.merge(pull);
    await story.apply();
  });
  const job = await story.plan({ event: opened });
  expect(exit(job), job.log).toBe('2');
  expect(story.github.comments).toHaveLength(1);
  expect(story.comment).toContain('refused');
  expect(story.comment).not.toContain('merge to do this');
});

test('a plan of a commit that is not the last any more leaves the comment alone', async () => {
  const pull = open('wider', { 'scaling/web.yaml': spec(8) });
  const first = story.newest('pull_request');
  story.github.pushTo(pull, { 'scaling/web.yaml': spec(9) });
  await story.plan();
  const told = story.comment;
  const late = await story.plan({ event: first });
  expect(late.log).toContain('has newer commits');
  expect(story.comment).toBe(told);
});

describe('a pull request that changes the rules', () => {
  const settings = (most: number) =>
    `apiVersion: thermostat/v1\nkind: Settings\nspec:\n  limits: { maxDeletions: ${most} }\n`;
  const guardrail = (most: number) => `apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: at-most }
spec:
  severity: error
  rule: spec.size.max <= ${most}
  message: max {{ spec.size.max }}; ${most} is the most
  at: spec.size.max
  examples:
    passing: [ { spec: { size: { max: ${most} } } } ]
    failing: [ { spec: { size: { max: ${most + 1} } } } ]
`;

  test.each([
    ['.thermostat.yaml', settings(9)],
    ['policies/size.yaml', guardrail(99)],
  ])('%s: is marked so', async (path, text) => {
    open('rules', { [path]: text, 'scaling/web.yaml': spec(8) });
    await story.plan();
    expect(story.comment).toContain(`This pull request changes the rules: \`${path}\``);
  });

  test('is judged by those of the base branch', async () => {
    story.github.push({ '.thermostat.yaml': settings(1).replace('maxDeletions: 1', 'maxDeletions: none') });
    open('rules', { '.thermostat.yaml': settings(9), 'scaling/web.yaml': spec(8) });
    const job = await story.plan();
    expect(job.code).toBe(1);
    expect(job.summary).toContain('on the base branch, whose rules count');
  });

  test('and loosens a guardrail does not profit: refused, and merged all the same it approves nothing', async () => {
    story.github.push({ 'policies/size.yaml': guardrail(6) });
    const pull = open('greedy', { 'policies/size.yaml': guardrail(60), 'scaling/web.yaml': spec(50) });
    const planned = await story.plan();
    expect([planned.code, exit(planned)]).toEqual([1, '3']);
    expect(story.comment).toContain('max 50; 6 is the most (`at-most`)');
    const check = story.github.checks.find(({ headSha }) => headSha === pull.headSha);
    expect(check?.conclusion).toBe('failure');
    story.github.merge(pull);
    const applied = await story.apply();
    expect(exit(applied)).toBe('3');
    expect(applied.outputs['changes']).toBe('false');
  });
});

describe('a pull request that says where credentials are sent', () => {
  const redirecting = { 'secure.yaml': 'clouds: { prod: { auth: { auth_url: "https://evil.example" } } }\n' };

  test('is not planned with it, and no cloud is asked', async () => {
    open('evil', { ...redirecting, 'scaling/web.yaml': spec(8) });
    const job = await story.plan({ inputs: { cloud: 'prod' } });
    expect(exit(job)).toBe('1');
    expect(job.summary).toContain('this one changes "secure.yaml"');
  });

  test('nor when it can not be asked what it changes', async () => {
    open('evil', { ...redirecting, 'scaling/web.yaml': spec(8) });
    story.github.fail('GET', /files$/, serverError(502), { times: 9 });
    const job = await story.plan({ inputs: { cloud: 'prod' } });
    expect(job.summary).toContain('this one changes "secure.yaml"');
  });

  test('is planned where the files of the checkout say nothing of the cloud', async () => {
    open('harmless', { ...redirecting, 'scaling/web.yaml': spec(8) });
    expect(exit(await story.plan())).toBe('2');
  });
});

describe('during a freeze', () => {
  const frozen = (approvers: string) =>
    `apiVersion: thermostat/v1\nkind: Settings\nspec:\n  freeze:\n    windows: [ { name: all day, effect: allow, cron: "0 0 29 2 *", for: 1h } ]\n    approvers: ${approvers}\n`;

  test('a change is planned with a warning, and refused when it is merged', async () => {
    story.github.push({ '.thermostat.yaml': frozen('[ olga ]') });
    const pull = open('wider', { 'scaling/web.yaml': spec(8) });
    expect(exit(await story.plan())).toBe('2');
    expect(story.comment).toContain(
      'changes are allowed in the window "all day" only: apply would be refused until',
    );
    story.github.merge(pull);
    expect(exit(await story.apply())).toBe('3');
  });

  test.each([
    ['somebody who may', 'olga', '0'],
    ['somebody else', 'mallory', '3'],
  ])('the label of %s decides', async (_, who, code) => {
    story.github.push({ '.thermostat.yaml': frozen('[ olga ]') });
    const pull = open('wider', { 'scaling/web.yaml': spec(8) });
    story.github.label(pull, 'thermostat:override-freeze', who);
    expect(exit(await story.plan())).toBe('2');
    story.github.merge(pull);
    const applied = await story.apply();
    expect(exit(applied)).toBe(code);
    expect(applied.summary).toContain(
      who === 'olga'
        ? '"olga" lets this change pass all the same'
        : '"mallory" may not override it, but "olga" may',
    );
  });

  test('a label that was taken off again counts no more', async () => {
    story.github.push({ '.thermostat.yaml': frozen('[ olga ]') });
    const pull = open('wider', { 'scaling/web.yaml': spec(8) });
    story.github.label(pull, 'thermostat:override-freeze', 'olga');
    story.github.label(pull, 'thermostat:override-freeze', 'olga', 'unlabeled');
    await story.plan();
    story.github.merge(pull);
    expect(exit(await story.apply())).toBe('3');
  });
});

test('what it changes can not be asked for: it is planned', async () => {
  open('wider', { 'scaling/web.yaml': spec(8) });
  story.github.fail('GET', /files$/, serverError(502), { times: 9 });
  const job = await story.plan();
  expect(exit(job)).toBe('2');
  expect(job.log).toContain('it is planned as if it were all');
});

describe('a pull request from a fork', () => {
  test('is planned on the sandbox, in the summary alone, by the rules of the base branch', async () => {
    story.github.open({
      branch: 'evil',
      from: 'mallory/infra',
      by: 'mallory',
      files: { 'scaling/web.yaml': spec(8) },
    });
    const job = await story.plan({ inputs: { cloud: 'prod', 'clouds-yaml': '' } });
    expect(job.code, job.log).toBe(0);
    expect(job.summary).toContain('the embedded sandbox cloud');
    expect(story.github.writes).toEqual([]);
  });
});
