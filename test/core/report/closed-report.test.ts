/** The short form of a plan's comment: found again, its last plan kept once, never more than fits. */
import { describe, expect, test } from 'vitest';
import { CUT_OFF } from '../../../src/core/report/begun-before.ts';
import { closedReport } from '../../../src/core/report/closed-report.ts';
import { withLastPlan } from '../../../src/core/report/last-plan.ts';
import { bodyOf, digestOf, parseMarker } from '../../../src/core/report/marker.ts';
import { planReport } from '../../../src/core/report/plan-report.ts';
import * as sample from './samples.ts';

const CONTEXT = { cloud: 'cloud "prod"', commit: '4f2c9e1', key: 'prod' };
const plan = planReport(sample.planOf([sample.grows, sample.replaces]), CONTEXT);
const outcome = sample.outcomeOf([sample.outcome(sample.grows)]);
const begun = closedReport({ kind: 'begun', groups: [sample.grows] }, CONTEXT, plan.markdown);
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
  const { markdown, title } = closedReport(
    { kind: 'applied', outcome, begun: true },
    CONTEXT,
    begun.markdown,
  );
  expect(title).toBe('Done: web is updated');
  expect(markdown).not.toContain(fold);
  expect(markdown).toContain('- **web**: max 8 → 12 · kept 5');
});

describe('of a run that died after it had begun', () => {
  const OTHER = { ...CONTEXT, commit: '0a1b2c3' };
  const nothingLeft = sample.outcomeOf([
    sample.outcome(sample.grows, { status: 'nothing-to-do', steps: [] }),
  ]);
  const again = closedReport(
    { kind: 'applied', outcome: nothingLeft, begun: false },
    CONTEXT,
    begun.markdown,
  );

  test('its word holds the plan it went by', () => {
    expect(begun.title).toBe('Applying web');
    expect(begun.markdown).toContain(`${fold}\n\n${kept}\n\n</details>`);
  });

  test('the next one that finds nothing left to do says so, with that plan', () => {
    expect(again.title).toBe('Done: an earlier run of this commit did it');
    expect(again.markdown).toContain(CUT_OFF);
    expect(again.markdown).toContain(`${fold}\n\n${kept}\n\n</details>`);
  });

  test('the next one that does the rest tells the rest beside that plan', () => {
    const more = closedReport({ kind: 'begun', groups: [sample.grows] }, CONTEXT, begun.markdown);
    const { title, markdown } = closedReport(
      { kind: 'applied', outcome, begun: true },
      CONTEXT,
      more.markdown,
    );
    expect(title).toBe('Done: web is updated');
    expect(markdown).toContain(CUT_OFF);
    expect(markdown.split(fold)).toHaveLength(2);
    expect(markdown).toContain(kept);
  });

  test('the next one that breaks off, and the one after that, still know of it', () => {
    const broke = closedReport({ kind: 'broke', message: 'no answer' }, CONTEXT, begun.markdown);
    const after = closedReport(
      { kind: 'applied', outcome: nothingLeft, begun: false },
      CONTEXT,
      broke.markdown,
    );
    expect([broke.markdown, after.markdown].map((text) => text.includes(CUT_OFF))).toEqual([true, true]);
    expect(after.markdown).toContain(kept);
  });

  test.each([
    [
      'another commit',
      closedReport({ kind: 'begun', groups: [sample.grows] }, OTHER, plan.markdown).markdown,
    ],
    ['another hand', begun.markdown.replace('What comes', 'Nothing comes')],
    ['a plan', plan.markdown],
  ])('the word of %s tells nothing', (_, earlier) => {
    const { markdown } = closedReport(
      { kind: 'applied', outcome: nothingLeft, begun: false },
      CONTEXT,
      earlier,
    );
    expect(markdown).not.toContain(CUT_OFF);
  });

  test('without a plan to keep its own list is kept', () => {
    const bare = closedReport({ kind: 'begun', groups: [sample.grows] }, CONTEXT);
    const { markdown } = closedReport(
      { kind: 'applied', outcome: nothingLeft, begun: false },
      CONTEXT,
      bare.markdown,
    );
    expect(markdown).toContain('- **web**: update');
  });
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
