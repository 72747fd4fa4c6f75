/** Alarms that somebody edited in Aodh, and that a plan changes: what a rule names goes along, or the plan is refused. */
import { expect, test } from 'vitest';
import { alarmsInQuestion, leaveEditedAlarms } from '../../../src/core/drift/edited-alarms.ts';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import type { PresentStack } from '../../../src/model/observed.ts';
import { COMPLETE, live, template } from '../live-stack.ts';

const stack = (periods: number, more: JsonObject = {}) =>
  template({
    heat_template_version: '2018-08-31',
    resources: {
      high: {
        type: 'OS::Aodh::GnocchiAggregationByResourcesAlarm',
        properties: { metric: 'cpu', threshold: 80, evaluation_periods: periods, ...more },
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

const OFFICE = [{ name: 'office', start: '0 8 * * *', duration: 3600 }];
const shown = (
  more: JsonObject,
): ReadonlyMap<string, { readonly id: string; readonly fields: JsonObject }> => {
  const rule = { metric: 'cpu', threshold: 95, evaluation_periods: 2 };
  const fields = { enabled: true, gnocchi_aggregation_by_resources_threshold_rule: rule, ...more };
  return new Map([['physical-high', { id: 'physical-high', fields }]]);
};
const inCloud = (observed: PresentStack): PresentStack => ({
  ...observed,
  resources: [
    {
      ...{ address: 'high', type: 'OS::Aodh::GnocchiAggregationByResourcesAlarm', state: COMPLETE },
      ...{ physicalId: 'physical-high', createdAt: '2026-01-01T00:00:00Z' },
    },
  ],
});

test('time constraints can’t be sent as Aodh shows them: the plan that would lose them is refused', () => {
  const here = { ...pair, observed: inCloud(pair.observed) };
  const rules = ignoring('resources.high.properties.time_constraints');
  expect(alarmsInQuestion(here, rules)).toEqual(['high']);
  const left = leaveEditedAlarms(here, ['high'], shown({ time_constraints: OFFICE }), rules);
  expect(planGroup(left).findings).toContainEqual(
    expect.objectContaining({
      rule: 'ignored-not-left',
      severity: 'error',
      message: expect.stringContaining('resources.high.properties.time_constraints is to be left as it is'),
    }),
  );
});

test('a new alarm in its place gets the value that is ignored', () => {
  const desired = stack(2, { time_constraints: OFFICE });
  const here = { ...pair, desired, observed: inCloud(pair.observed) };
  const rules = ignoring('alarm high threshold');
  expect(alarmsInQuestion(here, rules)).toEqual(['high']);
  const left = leaveEditedAlarms(here, ['high'], shown({}), rules);
  expect(left.desired).toMatchObject({
    template: { resources: { high: { properties: { threshold: 95 } } } },
  });
  expect(planGroup(left).ignored).toMatchObject([{ live: 95, declared: 80 }]);
});
