// The archive policies there are, and how Gnocchi writes them.

import type { Cloud } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import type { ArchivePolicy, Telemetry } from './records.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Gnocchi's own (gnocchi/archive_policy.py), Ceilometer's (gnocchi_resources.yaml) and the test cloud's. */
const USUAL = ['std', 'min', 'count', 'mean', 'max', 'sum'];

const POLICIES: readonly ArchivePolicy[] = [
  policy(
    'autoscale-10s',
    ['min', 'last', 'count', 'mean', 'max', 'rate:mean', 'sum'],
    [
      [10, DAY],
      [MINUTE, 7 * DAY],
    ],
  ),
  { ...policy('bool', ['last'], [[1, 365 * DAY]]), backWindow: 3600 },
  policy(
    'ceilometer-high',
    ['mean'],
    [
      [1, HOUR],
      [MINUTE, DAY],
      [HOUR, 365 * DAY],
    ],
  ),
  policy(
    'ceilometer-high-rate',
    ['mean', 'rate:mean'],
    [
      [1, HOUR],
      [MINUTE, DAY],
      [HOUR, 365 * DAY],
    ],
  ),
  policy('ceilometer-low', ['mean'], [[5 * MINUTE, 30 * DAY]]),
  policy('ceilometer-low-rate', ['mean', 'rate:mean'], [[5 * MINUTE, 30 * DAY]]),
  policy('high', USUAL, [
    [1, HOUR],
    [MINUTE, 7 * DAY],
    [HOUR, 365 * DAY],
  ]),
  policy('low', USUAL, [[5 * MINUTE, 30 * DAY]]),
  policy('medium', USUAL, [
    [MINUTE, 7 * DAY],
    [HOUR, 365 * DAY],
  ]),
];

export function seedTelemetry(): Telemetry {
  return { archivePolicies: POLICIES, metrics: {}, ended: [], random: 0x6e0c };
}

export function findPolicy(cloud: Cloud, name: string): ArchivePolicy | undefined {
  return cloud.world.telemetry.archivePolicies.find((one) => one.name === name);
}

export function describePolicy({ name, definition, methods, backWindow }: ArchivePolicy): JsonObject {
  return {
    name,
    back_window: backWindow,
    definition: definition.map(({ granularity, points }) => ({
      timespan: pythonTimedelta(granularity * points),
      granularity: pythonTimedelta(granularity),
      points,
    })),
    aggregation_methods: [...methods],
  };
}

function policy(
  name: string,
  methods: readonly string[],
  spans: readonly (readonly [granularity: number, timespan: number])[],
): ArchivePolicy {
  const definition = spans.map(([granularity, span]) => ({ granularity, points: span / granularity }));
  return { name, definition, methods, backWindow: 0 };
}

/** `1 day, 0:00:10` as Python's str(timedelta). */
function pythonTimedelta(seconds: number): string {
  const days = Math.floor(seconds / DAY);
  const rest = seconds % DAY;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const clock = `${Math.floor(rest / HOUR)}:${two((rest % HOUR) / MINUTE)}:${two(rest % MINUTE)}`;
  return days === 0 ? clock : `${days} day${days === 1 ? '' : 's'}, ${clock}`;
}
