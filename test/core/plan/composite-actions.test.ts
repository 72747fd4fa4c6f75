/** A composite alarm that an update would leave without actions is refused, with the way out. */
import { expect, test } from 'vitest';
import { planGroup } from '../../../src/core/plan/plan.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { live, template } from '../live-stack.ts';

const stack = (type: string, properties: JsonObject) =>
  template({
    heat_template_version: '2018-08-31',
    resources: {
      g: { type: 'OS::Heat::AutoScalingGroup', properties: { min_size: 1, max_size: 3, resource: SERVER } },
      busy: { type, properties },
    },
  });
const SERVER = { type: 'OS::Nova::Server', properties: { image: 'i', flavor: 'f' } };
const COMPOSITE = 'OS::Aodh::CompositeAlarm';
const rules = (value: number): JsonObject => ({
  composite_rule: { operator: 'or', rules: [{ threshold: value }, { threshold: 9 }] },
});
const findings = (type: string, next: JsonObject, old: JsonObject) =>
  planGroup({ desired: stack(type, next), observed: live(stack(type, old), [2]), definitions: {} })
    .findings.filter(({ rule }) => rule === 'composite-loses-actions')
    .map(({ severity, message }) => `${severity}: ${message}`);

test('its rule changes and its action does not', () => {
  const action = { alarm_actions: ['http://up'] };
  expect(findings(COMPOSITE, { ...rules(2), ...action }, { ...rules(1), ...action })).toEqual([
    expect.stringMatching(
      /^error: busy: Heat updates a composite alarm without its alarm_actions unless they change/,
    ),
  ]);
});

test.each([
  ['the action changes with it', COMPOSITE, ['http://up'], ['http://up?change=2']],
  ['there was never an action', COMPOSITE, [], []],
  ['a plain alarm is sent whole', 'OS::Aodh::GnocchiResourcesAlarm', ['http://up'], ['http://up']],
])('nothing is said where %s', (_, type, before, after) => {
  const made = (value: number, actions: readonly string[]) =>
    type === COMPOSITE
      ? { ...rules(value), alarm_actions: [...actions] }
      : { threshold: value, alarm_actions: [...actions] };
  expect(findings(type, made(2, after), made(1, before))).toEqual([]);
});

test('nothing is said where nothing changes', () => {
  const same = { ...rules(1), alarm_actions: ['http://up'] };
  expect(findings(COMPOSITE, same, same)).toEqual([]);
});
