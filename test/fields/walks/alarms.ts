/** Alarms over one condition: metrics, thresholds, windows, a target. */
import { SERVER, SIZE, type Walk } from '../row.ts';
import { CPU, plain, prometheus } from './aodh-shows.ts';

const OWN = { resource_type: 'instance', granularity: 10, comparison_operator: 'gt' };

export const alarms: Walk = {
  title: 'alarms',
  word: 'alarms',
  start: {
    size: SIZE,
    server: SERVER,
    scaling: { policies: [{ name: 'high', metric: 'cpu', above: '80%', add: 1 }] },
  },
  first: {
    alarms: {
      high: plain(
        { ...CPU, granularity: 300, evaluation_periods: 2, threshold: 240_000_000_000 },
        { severity: 'low', repeat_actions: true },
      ),
    },
  },
  rows: [
    {
      put: { 'scaling/granularity': '10s' },
      fate: 'keep',
      alarms: { high: plain({ ...CPU, evaluation_periods: 2, threshold: 8_000_000_000 }) },
    },
    {
      put: {
        'scaling/policies': [
          {
            name: 'high',
            metric: 'cpu',
            above: '60%',
            for: '30s',
            add: 1,
            severity: 'critical',
            repeat: false,
          },
        ],
      },
      fate: 'keep',
      alarms: {
        high: plain(
          { ...CPU, evaluation_periods: 3, threshold: 6_000_000_000 },
          { severity: 'critical', repeat_actions: false },
        ),
      },
    },
    {
      put: { 'server/flavor': 'm1.medium' },
      fate: 'replace',
      alarms: { high: plain({ ...CPU, evaluation_periods: 3, threshold: 12_000_000_000 }) },
    },
    {
      put: {
        'scaling/policies': [
          { name: 'high', metric: 'memory', above: '75%', add: 1, severity: 'moderate' },
          { name: 'low', metric: 'cpu', below: '20%', remove: 1 },
        ],
      },
      fate: 'keep',
      alarms: {
        high: plain(
          { ...OWN, metric: 'memory.usage', aggregation_method: 'mean', threshold: 3072 },
          { severity: 'moderate', repeat_actions: true },
        ),
        low: plain({
          ...CPU,
          comparison_operator: 'lt',
          evaluation_periods: 3,
          threshold: 4_000_000_000,
        }),
      },
    },
    {
      put: { 'scaling/paused': true },
      fate: 'keep',
      alarms: { high: plain({}, { enabled: false }), low: plain({}, { enabled: false }) },
    },
    {
      put: { 'scaling/paused': null },
      fate: 'keep',
      alarms: { high: plain({}), low: plain({}) },
    },
    {
      put: {
        'scaling/policies': [
          {
            name: 'high',
            metric: {
              name: 'thermostat.fields.new',
              unit: 'jobs',
              resourceType: 'instance',
              rate: true,
              aggregation: 'max',
              new: true,
            },
            above: '2 jobs/s',
            add: 1,
          },
        ],
      },
      fate: 'keep',
      alarms: {
        high: plain({
          ...OWN,
          metric: 'thermostat.fields.new',
          aggregation_method: 'rate:max',
          threshold: 20,
        }),
      },
      lacks: ['low', 'low-alarm'],
    },
    {
      put: {
        'scaling/policies': [
          { name: 'high', metric: { name: '$metric', aggregation: 'sum' }, above: 5, for: '10s', add: 1 },
        ],
      },
      fate: 'keep',
      alarms: {
        high: plain({
          ...OWN,
          metric: '$metric',
          aggregation_method: 'sum',
          evaluation_periods: 1,
          threshold: 5,
        }),
      },
    },
    {
      put: { 'scaling/policies': [{ name: 'high', prometheus: 'avg(jobs)', above: 0.5, add: 1 }] },
      fate: 'keep',
      alarms: { high: prometheus('avg(jobs)', 0.5) },
    },
    {
      put: { 'scaling/policies': [{ name: 'high', prometheus: 'max(jobs)', below: 2.5, add: 1 }] },
      fate: 'keep',
      alarms: { high: prometheus('max(jobs)', 2.5, 'lt') },
    },
    {
      put: { 'scaling/policies': null, 'scaling/target': { metric: 'cpu', value: '60%' } },
      fate: 'keep',
      alarms: {
        'target-out': plain({ ...CPU, evaluation_periods: 2, threshold: 12_000_000_000 }),
        // 60 % · 0.9 · 1/2, for one server of two must not be too few
        'target-in': plain({
          ...CPU,
          comparison_operator: 'lt',
          evaluation_periods: 6,
          threshold: 5_400_000_000,
        }),
      },
      lacks: ['high', 'high-alarm'],
    },
    {
      put: { 'scaling/target': { metric: 'cpu', value: '40%', for: '30s' } },
      fate: 'keep',
      alarms: {
        'target-out': plain({ ...CPU, evaluation_periods: 3, threshold: 8_000_000_000 }),
        'target-in': plain({ evaluation_periods: 9, threshold: 3_600_000_000 }),
      },
    },
    {
      put: {
        'scaling/target': {
          metric: {
            name: 'thermostat.fields.new',
            unit: 'jobs',
            resourceType: 'instance',
            rate: false,
            aggregation: 'mean',
            new: true,
          },
          value: '10 jobs',
        },
      },
      fate: 'keep',
      alarms: {
        'target-out': plain({
          ...OWN,
          metric: 'thermostat.fields.new',
          aggregation_method: 'mean',
          threshold: 10,
        }),
        'target-in': plain({ metric: 'thermostat.fields.new', threshold: 4.5, comparison_operator: 'lt' }),
      },
    },
    {
      put: {
        'scaling/target': null,
        'scaling/policies': [{ name: 'high', metric: 'cpu', above: '80%', add: 1 }],
        zones: ['nova'],
      },
      fate: 'delete',
      alarms: { 'high-nova': plain({ ...CPU, threshold: 16_000_000_000 }) },
      lacks: ['target-out', 'target-in', 'high'],
    },
  ],
};
