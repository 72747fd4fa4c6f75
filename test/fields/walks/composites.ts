/** Alarms over several conditions, and steps. */
import { SERVER, SIZE, type Value, type Walk } from '../row.ts';
import { CPU, composite, part, plain, prometheus, series } from './aodh-shows.ts';

const OWN: Value = {
  name: 'thermostat.fields.new',
  unit: 'jobs',
  resourceType: 'instance',
  rate: false,
  aggregation: 'mean',
  new: true,
};
const JOBS = {
  metric: 'thermostat.fields.new',
  resource_type: 'instance',
  aggregation_method: 'mean',
  granularity: 10,
};

export const composites: Walk = {
  title: 'alarms over several conditions',
  word: 'composites',
  start: {
    size: SIZE,
    server: SERVER,
    scaling: {
      granularity: '10s',
      policies: [
        {
          name: 'busy',
          all: [
            { metric: 'cpu', above: '60%', for: '30s' },
            { prometheus: 'avg(jobs)', above: 4 },
          ],
          add: 1,
          severity: 'critical',
          repeat: false,
        },
      ],
    },
  },
  first: {
    alarms: {
      busy: composite(
        'and',
        [
          part({ ...CPU, threshold: 6_000_000_000 }, 3),
          part({ ...CPU, threshold: 6_000_000_000 }, 1),
          series('avg(jobs)', 4),
        ],
        { severity: 'critical', repeat_actions: false },
      ),
    },
  },
  rows: [
    {
      put: {
        'scaling/policies': [
          {
            name: 'busy',
            all: [
              { metric: OWN, below: '3 jobs', for: '20s' },
              { prometheus: 'max(jobs)', below: 4 },
            ],
            add: 1,
          },
        ],
      },
      fate: 'keep',
      alarms: {
        busy: composite(
          'and',
          [
            part({ ...JOBS, comparison_operator: 'lt', threshold: 3 }, 2),
            part({ ...JOBS, comparison_operator: 'lt', threshold: 3 }, 1),
            series('max(jobs)', 4, 'lt'),
          ],
          { severity: 'low', repeat_actions: true },
        ),
      },
    },
    {
      put: {
        'scaling/policies': [
          {
            name: 'busy',
            any: [
              { metric: OWN, above: 30, for: '20s' },
              { metric: OWN, below: 3, for: '10s' },
              { prometheus: 'max(jobs)', below: 4 },
            ],
            add: 1,
          },
        ],
      },
      fate: 'keep',
      alarms: {
        busy: composite('or', [
          {
            and: [
              part({ ...JOBS, comparison_operator: 'gt', threshold: 30 }, 2),
              part({ ...JOBS, comparison_operator: 'gt', threshold: 30 }, 1),
            ],
          },
          part({ ...JOBS, comparison_operator: 'lt', threshold: 3 }, 1),
          series('max(jobs)', 4, 'lt'),
        ]),
      },
    },
    {
      put: { 'scaling/policies': [{ name: 'busy', metric: 'cpu', above: '60%', add: 1 }] },
      fate: 'keep',
      alarms: { busy: plain({ ...CPU, evaluation_periods: 2, threshold: 6_000_000_000 }) },
    },
    {
      put: {
        'scaling/policies': [
          {
            name: 'busy',
            metric: 'cpu',
            above: '60%',
            add: 1,
            steps: [
              { above: '70%', addPercent: 100 },
              { above: '90%', setTo: 3 },
            ],
          },
        ],
      },
      fate: 'keep',
      alarms: {
        busy: composite('and', [
          part({ ...CPU, threshold: 6_000_000_000 }, 2),
          part({ ...CPU, threshold: 6_000_000_000 }, 1),
          part({ ...CPU, comparison_operator: 'le', threshold: 7_000_000_000 }, 1),
        ]),
        'busy-step1': composite('and', [
          part({ ...CPU, threshold: 7_000_000_000 }, 2),
          part({ ...CPU, threshold: 7_000_000_000 }, 1),
          part({ ...CPU, comparison_operator: 'le', threshold: 9_000_000_000 }, 1),
        ]),
        'busy-step2': plain({ ...CPU, evaluation_periods: 2, threshold: 9_000_000_000 }),
      },
      keeps: {
        'busy-step1': { adjustment_type: 'percent_change_in_capacity', scaling_adjustment: 100 },
        'busy-step2': { adjustment_type: 'exact_capacity', scaling_adjustment: 3 },
      },
    },
    {
      put: {
        'scaling/policies': [
          {
            name: 'busy',
            metric: 'cpu',
            above: '60%',
            add: 1,
            steps: [{ above: '80%', add: 2 }],
          },
        ],
      },
      fate: 'keep',
      alarms: {
        busy: composite('and', [
          part({ ...CPU, threshold: 6_000_000_000 }, 2),
          part({ ...CPU, threshold: 6_000_000_000 }, 1),
          part({ ...CPU, comparison_operator: 'le', threshold: 8_000_000_000 }, 1),
        ]),
        'busy-step1': plain({ ...CPU, evaluation_periods: 2, threshold: 8_000_000_000 }),
      },
      keeps: { 'busy-step1': { adjustment_type: 'change_in_capacity', scaling_adjustment: 2 } },
      lacks: ['busy-step2', 'busy-step2-alarm'],
    },
    {
      put: {
        'scaling/policies': [
          {
            name: 'idle',
            prometheus: 'avg(jobs)',
            below: 5,
            remove: 1,
            steps: [
              { below: 2, remove: 2 },
              { below: 1, removePercent: 50 },
            ],
          },
        ],
      },
      fate: 'keep',
      alarms: {
        idle: composite('and', [series('avg(jobs)', 5, 'lt'), series('avg(jobs)', 2, 'ge')]),
        'idle-step1': composite('and', [series('avg(jobs)', 2, 'lt'), series('avg(jobs)', 1, 'ge')]),
        'idle-step2': prometheus('avg(jobs)', 1, 'lt'),
      },
      keeps: {
        'idle-step1': { adjustment_type: 'change_in_capacity', scaling_adjustment: -2 },
        'idle-step2': { adjustment_type: 'percent_change_in_capacity', scaling_adjustment: -50 },
      },
      lacks: ['busy', 'busy-alarm', 'busy-step1'],
    },
    { put: { 'scaling/policies': null }, fate: 'keep', lacks: ['idle', 'idle-alarm', 'idle-step2-alarm'] },
  ],
};
