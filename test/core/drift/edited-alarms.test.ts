/** Alarms that somebody edited in Aodh, and that a plan changes: what a rule names goes along, or the plan is refused. */
import { expect, test } from 'vitest';
import { alarmsInQuestion, leaveEditedAlarms } from '../../../src/core/drift/edited-alarms.ts';
import { planGroup } from '../../../src/core/plan/plan.ts';
import { live, template } from '../live-stack.ts';

const stack = (periods: number) =>
  template({
    heat_template_version: '2018-08-31',
    resources: {
      high: {
        type: 'OS::Aodh::GnocchiAggregationByResourcesAlarm',
        properties: { metric: 'cpu', threshold: 80, evaluation_periods: periods },
      },
    },
  });
const pair = { desired: stack(3), observed: live(stack(2), []), definitions: {} };
const ignoring = (path: string) => ({
  rules: [
    {
      group: 'web',
      path,
      reason: 'known',
      expires: '2026-12-31',
      source: { file: '.thermostat.yaml', line: 5, column: 7 },
    },
  ],
  now: new Date('2026-01-05T12:00:00Z'),
});

test.each(['resources.high.properties.threshold', 'r*.threshold', 'alarm high', 'a*high', '*'])(
  'Aodh is asked when a rule speaks of an alarm that changes, however its pattern begins: %s',
  (path) => {
    expect(alarmsInQuestion(pair, ignoring(path))).toEqual(['high']);
  },
);

test.each(['resources.low.properties.threshold', 'resources.high.metadata', 'server *'])(
  'and not when it speaks of something else: %s',
  (path) => {
    expect(alarmsInQuestion(pair, ignoring(path))).toEqual([]);
  },
);

test('where nobody can read the alarm, the plan that would send it whole is refused', () => {
  const left = leaveEditedAlarms(pair, ['high'], null, ignoring('resources.high.properties.threshold'));
  expect(planGroup(left).findings).toContainEqual(
    expect.objectContaining({ rule: 'ignored-not-left', severity: 'error' }),
  );
});
