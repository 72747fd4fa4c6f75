/** Scaling policies called by their URLs, and bounds by the calendar. */
import { SERVER, type Walk } from '../row.ts';

const SCHEDULE = { name: 'rush', cron: '$cron_now', for: '2h' };

export const schedules: Walk = {
  title: 'sizes',
  word: 'sizes',
  start: {
    size: { min: 1, max: 4 },
    server: SERVER,
    scaling: {
      cooldown: '1s',
      policies: [
        { name: 'out', add: 2 },
        { name: 'in', remove: 1 },
        { name: 'to', setTo: 1 },
      ],
    },
  },
  first: { keeps: { group: { min_size: 1, max_size: 4, cooldown: 1 } } },
  rows: [
    {
      put: { 'size/max': 3, 'scaling/cooldown': '2s' },
      fate: 'keep',
      keeps: { group: { max_size: 3, cooldown: 2 } },
      calls: [
        ['out', 3],
        ['in', 2],
        ['to', 1],
      ],
    },
    {
      put: {
        'scaling/policies': [
          { name: 'out', addPercent: 50, minStep: 2, cooldown: '1s' },
          { name: 'in', removePercent: 40 },
          { name: 'to', setTo: 1 },
        ],
      },
      fate: 'keep',
      keeps: {
        out: {
          adjustment_type: 'percent_change_in_capacity',
          scaling_adjustment: 50,
          min_adjustment_step: 2,
          cooldown: 1,
        },
      },
      calls: [
        ['out', 3],
        ['in', 2],
        ['to', 1],
      ],
    },
    {
      put: { 'scaling/schedules': [{ ...SCHEDULE, size: { max: 4 } }] },
      fate: 'keep',
      keeps: { group: { min_size: 1, max_size: 4 } },
    },
    {
      put: { 'scaling/schedules': [{ ...SCHEDULE, timezone: 'UTC', size: { min: 2, max: 5 } }] },
      fate: 'keep',
      size: 2,
      keeps: { group: { min_size: 2, max_size: 5 } },
    },
    {
      // at that hour of Tokyo's clocks it is not on
      put: { 'scaling/schedules': [{ ...SCHEDULE, timezone: 'Asia/Tokyo', size: { min: 2, max: 5 } }] },
      fate: 'keep',
      size: 2,
      keeps: { group: { min_size: 1, max_size: 3 } },
      calls: [['to', 1]],
    },
    {
      put: { 'scaling/schedules': null },
      fate: 'keep',
      keeps: { group: { min_size: 1, max_size: 3 } },
    },
  ],
};
