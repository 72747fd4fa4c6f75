/** What a report tells its reader at its end: what to do next, what it is. */
import { expect, test } from 'vitest';
import { failureReport } from '../../../src/core/report/failure-report.ts';
import { goOn } from '../../../src/core/report/next.ts';
import { grows, outcome, outcomeOf } from './samples.ts';

const frozen = {
  rule: 'freeze-window',
  severity: 'error',
  message: 'the freeze window "sale" is on',
} as const;
const other = { rule: 'own', severity: 'error', message: 'too large' } as const;
const words = (...findings: readonly (typeof frozen | typeof other)[]) => {
  const plan = { ...grows, findings };
  return JSON.stringify(goOn(outcomeOf([outcome(plan, { status: 'refused' })])));
};

test('what only a freeze window refused needs no new plan, but the same commit again', () => {
  expect(words(frozen)).toContain('run the same commit again when the freeze window has ended');
  expect(words(frozen)).not.toContain('a new plan');
});

test('what anything else refuses as well needs a change', () => {
  expect(words(frozen, other)).toContain('a new plan to approve');
  expect(words()).toContain('a new plan to approve');
});

test.each([
  ['drift', 'Drift check'],
  ['health', 'Health check'],
  ['validate', 'Validation'],
] as const)('a %s that broke is called as one that came about: %s', (kind, name) => {
  const { markdown } = failureReport({ kind, message: 'no answer' }, { cloud: 'cloud "prod"' });
  expect(markdown).toContain(`<sub>${name} · cloud "prod"</sub>`);
});
