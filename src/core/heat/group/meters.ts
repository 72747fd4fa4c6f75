/** The metrics that have a short name in specs: what each is in Gnocchi, in which units its threshold is written. */
import type { Flavor } from '../../../model/facts.ts';
import type { ConditionSpec, MetricSpec, Threshold } from '../../../model/scaling-spec.ts';
import { list, quote } from '../../spec/quote.ts';
import { hint } from '../../spec/suggest.ts';

export interface Meter {
  /** Its name in Gnocchi. */
  readonly metric: string;
  readonly resourceType: string;
  /** Grows for ever: what counts is its growth from one measure to the next. */
  readonly rate: boolean;
  /** How the members' values become the group's, and what the archive policy must keep of each. */
  readonly aggregation: 'mean' | 'max' | 'min' | 'sum';
  /** The archive policy that Ceilometer gives it; whose granularity holds when the spec names none. */
  readonly archivePolicy: 'ceilometer-low' | 'ceilometer-low-rate';
  /** What one of each unit is in the metric's own unit (a second of it, for a rate). */
  readonly units: Readonly<Record<string, number>>;
  /** What 100 % is, where a threshold may be in percent of the flavor. */
  readonly whole: ((flavor: Flavor) => number) | null;
  /** It falls when servers share the load with more: the arithmetic of flapping holds. */
  readonly shared: boolean;
  /** `the mean CPU of the group`. */
  readonly words: string;
}

const BYTES: Meter['units'] = {
  'B/s': 1,
  'kB/s': 1e3,
  'KB/s': 1e3,
  'MB/s': 1e6,
  'GB/s': 1e9,
  'KiB/s': 2 ** 10,
  'MiB/s': 2 ** 20,
  'GiB/s': 2 ** 30,
};
const BITS: Meter['units'] = { 'bit/s': 1 / 8, 'kbit/s': 1e3 / 8, 'Mbit/s': 1e6 / 8, 'Gbit/s': 1e9 / 8 };

const counter = (metric: string, resourceType: string, units: Meter['units'], words: string): Meter => ({
  metric,
  resourceType,
  rate: true,
  aggregation: 'mean',
  archivePolicy: 'ceilometer-low-rate',
  units,
  whole: null,
  shared: true,
  words,
});

/** Names and units as in ceilometer/publisher/data/gnocchi_resources.yaml and ceilometer/compute/pollsters. */
const METERS: Readonly<Record<string, Meter>> = {
  cpu: {
    ...counter('cpu', 'instance', {}, 'the mean CPU of the group'),
    // nanoseconds of all vCPUs together, per second
    whole: ({ vcpus }) => vcpus * 1e9,
  },
  memory: {
    metric: 'memory.usage',
    resourceType: 'instance',
    rate: false,
    aggregation: 'mean',
    archivePolicy: 'ceilometer-low',
    // Ceilometer's MB are 2^20 bytes, as the flavor's are (ceilometer/compute/virt/libvirt/inspector.py)
    units: { MB: 1, MiB: 1, GB: 1024, GiB: 1024 },
    whole: ({ ramMiB }) => ramMiB,
    shared: false,
    words: 'the mean memory use of the group',
  },
  'network.incoming': counter(
    'network.incoming.bytes',
    'instance_network_interface',
    { ...BYTES, ...BITS },
    'the mean incoming traffic of the group’s interfaces',
  ),
  'network.outgoing': counter(
    'network.outgoing.bytes',
    'instance_network_interface',
    { ...BYTES, ...BITS },
    'the mean outgoing traffic of the group’s interfaces',
  ),
  'disk.read': counter(
    'disk.device.read.bytes',
    'instance_disk',
    BYTES,
    'the mean reading of the group’s disks',
  ),
  'disk.write': counter(
    'disk.device.write.bytes',
    'instance_disk',
    BYTES,
    'the mean writing of the group’s disks',
  ),
};

const OWN_WORDS: Readonly<Record<Meter['aggregation'], string>> = {
  mean: 'the mean',
  max: 'the highest',
  min: 'the lowest',
  sum: 'the sum of all measures of',
};

/** null: a short name that there is none of (`metricComplaint` says more). */
export function meterOf(metric: MetricSpec): Meter | null {
  if (metric.kind === 'built-in') {
    return Object.hasOwn(METERS, metric.name) ? (METERS[metric.name] ?? null) : null;
  }
  const { name, unit, resourceType, rate, aggregation } = metric;
  return {
    metric: name,
    resourceType,
    rate,
    aggregation,
    archivePolicy: rate ? 'ceilometer-low-rate' : 'ceilometer-low',
    units: { '': 1, ...(unit === '' ? {} : { [unit]: 1, ...(rate ? { [`${unit}/s`]: 1 } : {}) }) },
    whole: null,
    shared: aggregation === 'mean',
    words: `${OWN_WORDS[aggregation]} ${name} of the group${rate ? ', its growth per second,' : ''}`,
  };
}

/** Ceilometer 12 (Stein) took its transformers out, and with them whatever they computed. */
const REMOVED: readonly { readonly name: RegExp; readonly instead: string }[] = [
  { name: /^cpu(_util|\.util|\.delta)$/, instead: 'cpu' },
  { name: /^memory\.util$/, instead: 'memory' },
  { name: /^network\.incoming\.(bytes|packets)\.rate$/, instead: 'network.incoming' },
  { name: /^network\.outgoing\.(bytes|packets)\.rate$/, instead: 'network.outgoing' },
  {
    name: /^disk\.(device\.)?read\.(bytes|requests)\.rate$|^disk\.read\.(bytes|requests)$/,
    instead: 'disk.read',
  },
  {
    name: /^disk\.(device\.)?write\.(bytes|requests)\.rate$|^disk\.write\.(bytes|requests)$/,
    instead: 'disk.write',
  },
];

/** What is wrong with a metric's name, or null. */
export function metricComplaint(metric: MetricSpec): string | null {
  if (metric.kind === 'own' || Object.hasOwn(METERS, metric.name)) return null;
  const { name } = metric;
  const removed = REMOVED.find((one) => one.name.test(name));
  if (removed) {
    return `the metric ${quote(name)} is measured no more since Ceilometer 12 (Stein); name ${quote(removed.instead)}, or as your own metric: { name: ${name}, … }`;
  }
  const same = Object.entries(METERS).find(([, meter]) => meter.metric === name);
  const known = Object.keys(METERS);
  const tail = same
    ? `; it is called ${quote(same[0])} here`
    : hint(name, known, `there are ${list(known)}; your own metric is written { name: ${name}, … }`);
  return `${quote(name)} is none of the metrics that have a short name${tail}`;
}

/** What is wrong with a threshold for this source, or null. */
export function thresholdComplaint(
  source: ConditionSpec['source'],
  { value, unit }: Threshold,
): string | null {
  const given = `${value}${unit}`;
  if (source.kind === 'prometheus') {
    return unit === ''
      ? null
      : `the threshold ${quote(given)} has a unit; a PromQL query has none, so write the number alone`;
  }
  const meter = meterOf(source);
  if (meter === null) return null;
  const units = [...(meter.whole ? ['%'] : []), ...Object.keys(meter.units)];
  if (units.includes(unit)) return null;
  const shown = units.filter((one) => one !== '');
  const right =
    shown.length === 0
      ? 'a number alone, for the metric has no unit'
      : units.includes('')
        ? `a number, alone or in ${list(shown, 'or')}`
        : `a number in ${list(shown, 'or')}`;
  const example = shown.length === 0 ? '' : `, such as ${quote(`${meter.whole ? 80 : 20}${shown[0] ?? ''}`)}`;
  return `the threshold ${quote(given)} is ${unit === '' ? 'without a unit' : `in ${quote(unit)}`}; ${source.name} takes ${right}${example}`;
}

/** The number that Aodh compares with: a rate's is the growth within one granularity. null = the flavor is not known. */
export function thresholdIn(
  meter: Meter,
  { value, unit }: Threshold,
  granularity: number,
  flavor: Flavor | null,
): number | null {
  const seconds = meter.rate ? granularity : 1;
  if (unit !== '%') return exactly(value * (meter.units[unit] ?? 1) * seconds);
  return meter.whole && flavor ? partOf(value, meter.whole(flavor) * seconds) : null;
}

/** Whole numbers all the way: 80 % of 300 s of 1 vCPU is 240000000000 ns and not a billionth beside it. */
function partOf(percent: number, whole: number): number {
  const billionths = (BigInt(Math.round(percent * 1e9)) * BigInt(whole)) / 100n;
  return Number(billionths / BILLION) + Number(billionths % BILLION) / 1e9;
}

const BILLION = 1_000_000_000n;

/** 0.1 × 3 is 0.3. */
function exactly(value: number): number {
  return Number(value.toPrecision(15));
}
