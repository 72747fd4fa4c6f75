/** The minimum below which a backend is not emptied: what Heat keeps now. */
import { expect, test } from 'vitest';
import { keptMinimum } from '../../../src/core/balancer/kept-minimum.ts';
import type { PresentStack } from '../../../src/model/observed.ts';
import type { GroupSpec } from '../../../src/model/spec.ts';
import { COMPLETE, WEB } from '../live-stack.ts';

const group = (min: unknown) => ({
  type: 'OS::Heat::AutoScalingGroup',
  properties: { min_size: min, max_size: 9, resource: { type: 'OS::Nova::Server' } },
});

const live = (minima: Readonly<Record<string, unknown>>): PresentStack => ({
  presence: 'present',
  name: 'web',
  id: 's1',
  state: COMPLETE,
  createdAt: '2026-01-05T12:00:00Z',
  updatedAt: null,
  owner: null,
  tags: [],
  template: JSON.parse(
    JSON.stringify({
      heat_template_version: '2018-08-31',
      resources: Object.fromEntries(Object.entries(minima).map(([name, min]) => [name, group(min)])),
    }),
  ),
  files: {},
  environment: { parameters: {}, parameter_defaults: {}, resource_registry: {} },
  parameters: {},
  timeoutMinutes: null,
  resources: [],
  groups: Object.keys(minima).map((address) => ({
    address,
    type: 'OS::Heat::AutoScalingGroup',
    state: COMPLETE,
    holder: { name: 'web', id: 'web' },
    nested: { name: `web-${address}`, id: address },
    checked: false,
    members: [],
  })),
});

const NIGHT = { name: 'night', cron: '0 20 * * *', timezone: 'UTC', forSeconds: 36_000, min: 1, max: null };
const spec = (min: number, schedules = [NIGHT]): Pick<GroupSpec, 'size' | 'scaling'> => ({
  size: { min, max: 9, initial: min },
  scaling: { ...WEB.scaling, schedules },
});

test('is the live one, when a schedule has lowered it for the night', () => {
  expect(keptMinimum(live({ group: 1 }), spec(4))).toBe(1);
});

test('is the live one, when a higher one is merged and not applied', () => {
  expect(keptMinimum(live({ group: 2 }), spec(6, []))).toBe(2);
});

test('is that of all live groups together, whichever zones the spec names', () => {
  expect(keptMinimum(live({ 'group-a': 2, 'group-b': 3 }), spec(4))).toBe(5);
});

test('counts no group that is being deleted', () => {
  const stack = live({ 'group-a': 2, 'group-b': 3 });
  const state = { ...COMPLETE, action: 'DELETE', status: 'IN_PROGRESS' } as const;
  const groups = stack.groups.map((one) => (one.address === 'group-b' ? { ...one, state } : one));
  expect(keptMinimum({ ...stack, groups }, spec(4))).toBe(2);
});

test('is the smallest that is written, where somebody made it a parameter by hand', () => {
  const stack = live({ group: { get_param: 'least' } });
  const template = { ...stack.template, parameters: { least: { type: 'number', default: 7 } } };
  expect(keptMinimum({ ...stack, template }, spec(4, []))).toBe(4);
});

test('is the smallest that is written, where Heat does not tell it', () => {
  const unknown = { get_attr: ['other', 'value'] };
  expect(keptMinimum(live({ group: unknown }), spec(4))).toBe(1);
  expect(keptMinimum(live({ group: unknown }), spec(4, []))).toBe(4);
});
