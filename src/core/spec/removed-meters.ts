/** Meters that Ceilometer no longer writes: an alarm on one waits for ever in `insufficient data`. */

/** What is so, and what to write instead; null when nothing is known against the meter. */
export function removedMeter(metric: string): string | null {
  if (metric === 'cpu_util') return CPU;
  if (metric === 'cpu.delta') return CPU.replaceAll('cpu_util', 'cpu.delta');
  const successor = RATES.get(metric);
  return successor === undefined
    ? null
    : `${metric} ${GONE}; watch ${successor} with aggregation_method: rate:mean, per granularity instead of per second`;
}

// ceilometer 12.0.0 (Stein), release note remove-transformers: these were computed from the cumulative ones
const GONE = 'is gone since OpenStack Stein, so the alarm would stay in "insufficient data" for ever';

const CPU = `cpu_util ${GONE}; watch cpu with aggregation_method: rate:mean, and as threshold the nanoseconds of CPU in one granularity: 80 % is 0.8 × granularity × vCPUs × 1e9 (300 s, one vCPU: 240000000000)`;

const RATES: ReadonlyMap<string, string> = new Map<string, string>([
  ...['read', 'write'].flatMap((way) =>
    ['bytes', 'requests'].flatMap((unit): [string, string][] => [
      [`disk.${way}.${unit}.rate`, `disk.device.${way}.${unit}`],
      [`disk.device.${way}.${unit}.rate`, `disk.device.${way}.${unit}`],
    ]),
  ),
  ...['incoming', 'outgoing'].flatMap((way) =>
    ['bytes', 'packets'].map((unit): [string, string] => [
      `network.${way}.${unit}.rate`,
      `network.${way}.${unit}`,
    ]),
  ),
]);
