/** What each check means for the issues of its groups, status by status. */
import { describe, expect, test } from 'vitest';
import { applyBroke, applyVerdicts } from '../../../src/core/issues/apply-verdicts.ts';
import { compare, remember } from '../../../src/core/issues/compare.ts';
import { driftVerdicts } from '../../../src/core/issues/drift-verdicts.ts';
import { healthVerdicts } from '../../../src/core/issues/health-verdicts.ts';
import { checkFailed } from '../../../src/core/issues/unchecked-verdict.ts';
import type { IssueFact, IssueVerdict } from '../../../src/model/issue.ts';
import { healthOf, healthOfGroup } from '../report/health-samples.ts';
import { CONTEXT, difference } from '../report/issue-samples.ts';
import * as sample from '../report/samples.ts';

const told = (verdicts: readonly IssueVerdict[]) =>
  verdicts
    .filter(({ subject }) => subject.group !== '')
    .map(({ state, subject }) => `${subject.kind}: ${state}`);

test.each([
  ['clean', ['drift-unchecked: clean', 'drift: clean']],
  ['drifted', ['drift-unchecked: clean', 'drift: found']],
  ['unchecked', ['drift-unchecked: found']],
  ['in-progress', []],
] as const)('drift: a group that is %s', (status, expected) => {
  const items = status === 'drifted' ? [difference()] : [];
  const drift = sample.driftOf([sample.drifted('web', { status, items })]);
  expect(told(driftVerdicts(drift, CONTEXT))).toEqual(expected);
});

test.each([
  ['healthy', ['health-unchecked: clean', 'health: clean']],
  ['healed', ['health-unchecked: clean', 'health: clean']],
  ['unhealthy', ['health-unchecked: clean', 'health: found']],
  ['unchecked', ['health-unchecked: found']],
] as const)('health: a group that is %s', (status, expected) => {
  expect(told(healthVerdicts(healthOf([healthOfGroup('web', { status })]), CONTEXT))).toEqual(expected);
});

test('health: a group whose stack is not there yet is the business of apply and drift', () => {
  const absent = healthOfGroup('web', { status: 'unchecked', presence: 'absent' });
  expect(told(healthVerdicts(healthOf([absent]), CONTEXT))).toEqual([]);
});

test.each([
  ['done', ['apply-failed: clean']],
  ['nothing-to-do', ['apply-failed: clean']],
  ['failed', ['apply-failed: found']],
  ['not-started', ['apply-failed: found']],
  ['refused', []],
  ['left', []],
] as const)('apply: a group that is %s', (status, expected) => {
  const outcome = sample.outcomeOf([sample.outcome(sample.shrinks, { status })]);
  const [whole, ...groups] = applyVerdicts(outcome, CONTEXT);
  expect(whole).toMatchObject({ state: 'clean', subject: { kind: 'apply-failed', group: '' } });
  expect(told(groups)).toEqual(expected);
});

test('apply: one that broke off is an issue of no group, the same for the same trouble', () => {
  const broken = (message: string) => applyBroke({ message, problems: [] }, CONTEXT);
  expect(broken('Heat answered 503 (request req-1a2b)')).toMatchObject({
    state: 'found',
    subject: { kind: 'apply-failed', group: '' },
    wanted: { title: 'What was merged is not applied' },
  });
  const facts = (message: string) => Reflect.get(Reflect.get(broken(message), 'wanted'), 'facts');
  const details = (message: string) => facts(message).map(({ id, detail }: IssueFact) => [id, detail]);
  expect(details('answered 503 after 31 s (req-1a2b)')).toEqual(details('answered 503 after 29 s (req-9f)'));
  expect(details('the password is wrong')).not.toEqual(details('answered 503'));
});

describe('every check that comes about', () => {
  test.each([
    ['drift', driftVerdicts(sample.driftOf([]), CONTEXT)],
    ['health', healthVerdicts(healthOf([]), CONTEXT)],
  ])('%s closes the issue about the check as a whole', (what, verdicts) => {
    expect(verdicts).toContainEqual(
      expect.objectContaining({ state: 'clean', subject: { kind: `${what}-unchecked`, group: '' } }),
    );
  });
});

test('what belongs to no spec has an issue of its own', () => {
  const drift = { ...sample.driftOf([]), strays: [difference({ subject: 'stack old' })] };
  expect(driftVerdicts(drift, CONTEXT)).toContainEqual(
    expect.objectContaining({ state: 'found', subject: { kind: 'drift', group: '' } }),
  );
});

test('the same trouble with another request id and other seconds is no change', () => {
  const failed = (message: string) =>
    factsOf(checkFailed({ what: 'drift', group: 'web', message, problems: [] }, CONTEXT));
  const first = remember(failed('timeout after 30.1 s (req-1a2b-3c)'));
  expect(compare(first, failed('timeout after 29.8 s (req-9f8e-7d)'))).toBe('same');
  expect(compare(first, failed('403 forbidden'))).toBe('other');
});

test('when and by whom is no reason to rewrite, a new value is', () => {
  const of = (parts: Parameters<typeof difference>[0]) => {
    const group = sample.drifted('web', { status: 'drifted', items: [difference(parts)] });
    return driftVerdicts(sample.driftOf([group]), CONTEXT).flatMap(factsOf);
  };
  const first = remember(of({}));
  expect(compare(first, of({ since: null, through: '', remedy: 'other' }))).toBe('same');
  expect(compare(first, of({ cloud: 'ERROR' }))).toBe('other');
  expect(compare(first, of({ subject: 'server web-other' }))).toBe('worse');
});

function factsOf(verdict: IssueVerdict) {
  return verdict.state === 'found' ? verdict.wanted.facts : [];
}
