/** Reports of any size stay within GitHub's limits, with the verdict and the danger in them. */
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyReport } from '../../../src/core/report/apply-report.ts';
import { driftReport } from '../../../src/core/report/drift-report.ts';
import { type Detail, LEVELS } from '../../../src/core/report/fit.ts';
import { planReport } from '../../../src/core/report/plan-report.ts';
import { problemsReport } from '../../../src/core/report/problems-report.ts';
import type { GroupPlan } from '../../../src/model/plan.ts';
import type { Report } from '../../../src/model/report.ts';
import * as sample from './samples.ts';

const CONTEXT = { cloud: 'cloud "prod"', commit: '4f2c9e1' };
const HUGE = `${'€'.repeat(500)}\n`.repeat(7000);

function many(number: number, group: GroupPlan): readonly GroupPlan[] {
  return Array.from({ length: number }, (_, index) => ({ ...group, name: `${group.name}-${index}` }));
}

const hugeDiff: GroupPlan = {
  ...sample.grows,
  changes: [
    sample.change('files.member.yaml', [{ path: 'content', before: HUGE, after: `${HUGE}more` }]),
    sample.change('resources.group', [
      { path: 'properties.user_data', before: 'x'.repeat(1_000_000), after: 'y'.repeat(4_000_000) },
    ]),
  ],
};

const longWords: GroupPlan = {
  ...sample.replaces,
  name: 'n'.repeat(200_000),
  findings: [{ rule: 'r'.repeat(100_000), severity: 'error', message: '|'.repeat(1_000_000) }],
};

const drift = sample.drifted('web', {
  status: 'drifted',
  items: Array.from({ length: 3000 }, (_, index) => ({
    kind: 'k',
    subject: `resources.x${index}`,
    repository: '1'.repeat(300),
    cloud: '2',
    remedy: 'run apply',
    severity: 'warn' as const,
    cannotScale: false,
    about: null,
    since: null,
    through: '',
    mends: [],
    left: '',
  })),
  notDrift: Array.from({ length: 3000 }, (_, index) => `fact ${index}`),
});

const CASES: Readonly<Record<string, () => Report>> = {
  '2,000 groups that are replaced': () => planReport(sample.planOf(many(2000, sample.replaces)), CONTEXT),
  '2,000 unchanged groups': () =>
    planReport(sample.planOf([sample.grows, ...many(2000, sample.quiet[0] ?? sample.grows)]), CONTEXT),
  '5 MB of diff': () => planReport(sample.planOf([hugeDiff, sample.replaces]), CONTEXT),
  'endless names and messages': () => planReport(sample.planOf([longWords, sample.shrinks]), CONTEXT),
  '10,000 problems': () =>
    problemsReport(
      {
        problems: Array.from({ length: 10_000 }, (_, line) => ({
          file: 'a.yaml',
          line,
          column: 1,
          message: '`$@#',
        })),
        specs: 1,
        kind: 'plan',
      },
      CONTEXT,
    ),
  '2,000 outcomes': () =>
    applyReport(
      sample.outcomeOf(
        many(2000, sample.replaces).map((plan) =>
          sample.outcome(plan, { status: 'failed', message: 'm'.repeat(3000) }),
        ),
      ),
      CONTEXT,
    ),
  '6,000 differences': () => driftReport(sample.driftOf([drift, { ...drift, name: 'api' }]), CONTEXT),
  '2,000 drifted groups': () =>
    driftReport(
      sample.driftOf(
        Array.from({ length: 2000 }, (_, index) => ({
          ...drift,
          name: `g${index}`,
          items: drift.items.slice(0, 3),
        })),
      ),
      CONTEXT,
    ),
};

describe.each(Object.entries(CASES))('%s', (_, make) => {
  const report = make();

  test('make a comment below 65,536 UTF-16 units', () => {
    expect(report.markdown.length).toBeLessThan(65_536);
  });

  test('make a summary below 1 MiB', () => {
    expect(Buffer.byteLength(report.summary)).toBeLessThan(1024 * 1024);
  });

  test('make Markdown that closes what it opens', () => {
    for (const text of [report.markdown, report.summary]) {
      expect(text.match(/<details( open)?>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
      expect((text.match(/^`{3,}/gm)?.length ?? 0) % 2).toBe(0);
    }
  });

  test('keep the verdict as the heading', () => {
    expect(report.markdown.split('\n')[1]).toMatch(/^### .{10,}/);
  });
});

test('2,000 groups keep their verdict, their danger and the head of their table', () => {
  const { markdown } = planReport(sample.planOf(many(2000, sample.replaces)), CONTEXT);
  expect(markdown).toContain('2,000 groups change · 18,000 servers replaced');
  expect(markdown).toContain('> [!WARNING]');
  expect(markdown).toContain('| group | min · now · max | after | servers |');
  expect(markdown).toMatch(/\| [\d,]+ more \|.*see the summary.*replace [\d,]+/);
});

test('unchanged groups are shed before the diff of a changed one', () => {
  const { markdown } = planReport(
    sample.planOf([sample.grows, ...many(6000, sample.quiet[0] ?? sample.grows)]),
    CONTEXT,
  );
  expect(markdown).not.toContain('6,000 unchanged');
  expect(markdown).toContain('+   properties.max_size: 12');
  expect(markdown).toContain('| 6,000 more |');
});

test('the summary of 150 replaced groups shows diffs that the comment had to shed', () => {
  const report = planReport(sample.planOf(many(150, sample.replaces)), CONTEXT);
  expect(report.summary).toContain('start api --workers 4');
  expect(report.markdown).not.toContain('start api --workers 4');
  expect(report.markdown).toContain('1 change: see the summary');
});

/** What a level leaves out, as docs/comments.md says it; in this order. */
const LEFT_OUT: Readonly<Record<Exclude<keyof Detail, 'level'>, (limit: string) => string>> = {
  unchangedNames: () => 'the list of unchanged groups',
  bars: () => 'all bars (the numbers stay)',
  diffLines: (limit) => (limit === '0' ? 'all diffs' : `lines beyond ${limit} of a group's diff`),
  columns: (limit) => `characters beyond ${limit} of such a line`,
  serverNames: (limit) =>
    limit === '0' ? 'all names of servers in the folds' : `names of servers beyond ${limit} in one place`,
  folds: (limit) => (limit === '0' ? 'all folds' : `folds beyond ${limit}`),
  rows: (limit) => `rows of the table beyond ${limit}`,
  sentences: (limit) => `sentences and warnings beyond ${limit}`,
  dangerNames: (limit) => (limit === '0' ? 'all names in warnings' : `names in a warning beyond ${limit}`),
  words: (limit) => `characters of a text beyond ${limit}`,
};

test('docs/comments.md says what is left out, step by step, in these numbers', () => {
  const page = readFileSync(new URL('../../../docs/comments.md', import.meta.url), 'utf8');
  const [full, ...steps] = LEVELS.map((level, index) => leftOut(level, LEVELS[index - 1]));
  expect(page.replaceAll(/\s+/g, ' ')).toContain(` Neither shows ${full}. When it does not fit, `);
  const list = steps.map((step, index) => `${index + 1}. ${step}\n`).join('');
  expect(page).toContain(`\n\n${list}\n`);
});

function leftOut(level: Detail, before: Detail | undefined): string {
  const said = Object.entries(LEFT_OUT).map(([name, words]) => {
    const limit: unknown = Reflect.get(level, name);
    const isSame = before === undefined ? limit === true : limit === Reflect.get(before, name);
    return isSame ? '' : words(Number(limit).toLocaleString('en'));
  });
  return said.filter((one) => one !== '').join('; ');
}
