/** The short form of a plan's comment: found again, its last plan kept once, never more than fits. */
import { describe, expect, test } from 'vitest';
import { closedReport } from '../../../src/core/report/closed-report.ts';
import { withLastPlan } from '../../../src/core/report/last-plan.ts';
import { bodyOf, digestOf, parseMarker } from '../../../src/core/report/marker.ts';
import { planReport } from '../../../src/core/report/plan-report.ts';
import * as sample from './samples.ts';

const CONTEXT = { cloud: 'cloud "prod"', commit: '4f2c9e1', key: 'prod' };
const plan = planReport(sample.planOf([sample.grows, sample.replaces]), CONTEXT);
const outcome = sample.outcomeOf([sample.outcome(sample.grows)]);
/** What is kept of it: all but the advice to merge it. */
const kept = bodyOf(plan.markdown)
  .split('\n\n')
  .filter((block) => !block.startsWith('<b>Next:</b>'))
  .join('\n\n')
  .trimEnd();
const fold = '<details><summary>The last plan here</summary>';

test('the comment is found by the same marker as the plan, and its digest is right', () => {
  const closed = closedReport({ kind: 'unmerged' }, CONTEXT, plan.markdown);
  expect(closed.marker).toBe(plan.marker);
  expect(closed.markdown.startsWith(plan.marker)).toBe(true);
  expect(parseMarker(closed.markdown)?.digest).toBe(digestOf(bodyOf(closed.markdown)));
});

test('the last plan is folded in whole, above the footer', () => {
  const { markdown } = closedReport({ kind: 'no-specs' }, CONTEXT, plan.markdown);
  expect(markdown).toContain(`${fold}\n\n${kept}\n\n</details>`);
  expect(kept).not.toBe(bodyOf(plan.markdown).trimEnd());
  expect(markdown.trimEnd().split('\n').at(-1)).toMatch(/^<sub>Plan of /);
});

describe('the same closing again', () => {
  test('gives the same bytes, and no fold in a fold', () => {
    const once = closedReport({ kind: 'unmerged' }, CONTEXT, plan.markdown);
    expect(closedReport({ kind: 'unmerged' }, CONTEXT, once.markdown)).toEqual(once);
  });

  test('is the same with the line ends of a web form, and with the last one lost', () => {
    const once = closedReport({ kind: 'unmerged' }, CONTEXT, plan.markdown);
    const stored = plan.markdown.trimEnd().replaceAll('\n', '\r\n');
    expect(closedReport({ kind: 'unmerged' }, CONTEXT, stored)).toEqual(once);
  });

  test('another closing keeps the plan of the first', () => {
    const first = closedReport({ kind: 'unmerged' }, CONTEXT, plan.markdown);
    const broke = closedReport({ kind: 'broke', message: 'no answer' }, CONTEXT, first.markdown);
    expect(broke.markdown).toContain(kept);
    expect(broke.markdown.split(fold)).toHaveLength(2);
  });
});

test.each([
  ['somebody has edited', plan.markdown.replace('web', 'shop')],
  ['has another key', planReport(sample.planOf([sample.grows]), { ...CONTEXT, key: 'test' }).markdown],
  ['has no marker', bodyOf(plan.markdown)],
  ['there is none of', null],
])('a plan that %s is not repeated', (_, earlier) => {
  const { markdown } = closedReport({ kind: 'unmerged' }, CONTEXT, earlier);
  expect(markdown).not.toContain(fold);
});

test('a plan too long for the fold is left out', () => {
  const { markdown } = closedReport({ kind: 'unmerged' }, CONTEXT);
  expect(withLastPlan(markdown, 'x'.repeat(64_000), 'prod')).toContain(fold);
  expect(withLastPlan(markdown, 'x'.repeat(64_900), 'prod')).toBe(markdown);
});

test('after an apply what was done takes the place of the plan', () => {
  const { markdown, title } = closedReport({ kind: 'applied', outcome }, CONTEXT, plan.markdown);
  expect(title).toBe('Done: web is updated');
  expect(markdown).not.toContain(fold);
  expect(markdown).toContain('- **web**: max 8 → 12 · kept 5');
});

test('a foreign line that looks like our fold is no fold of ours', () => {
  const text = `${fold}\n\n`;
  const forged = {
    ...sample.grows,
    changes: [sample.change('files.a', [{ path: 'content', before: `${text}old`, after: `${text}new` }])],
  };
  const real = planReport(sample.planOf([forged]), CONTEXT);
  const once = closedReport({ kind: 'unmerged' }, CONTEXT, real.markdown);
  expect(once.markdown).toContain(`\n      ${fold}\n\n`);
  expect(closedReport({ kind: 'unmerged' }, CONTEXT, once.markdown)).toEqual(once);
});
