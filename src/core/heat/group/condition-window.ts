/** How long a condition must hold, counted in measures as the cloud keeps them. */
import type { CloudFacts } from '../../../model/facts.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { durationWords } from '../../duration-words.ts';
import { list, quote } from '../../spec/quote.ts';
import { type Meter, meterOf } from './meters.ts';
import type { DraftPolicy, PlannedCondition } from './planned-policies.ts';

export interface Window {
  /** Seconds from one measure to the next. */
  readonly granularity: number;
  readonly periods: number;
}

export interface Judged {
  readonly window: Window | null;
  readonly complaint: { readonly pointer: string; readonly message: string } | null;
}

/** aodh/api/controllers/v2/alarm_rules/gnocchi.py: evaluation_periods from 1 to 100. */
export const MOST_PERIODS = 100;
/** What Ceilometer ships with. */
const USUAL_GRANULARITY = 300;

export function conditionWindow(
  condition: Omit<PlannedCondition, 'window'>,
  policy: DraftPolicy,
  spec: GroupSpec,
  facts: CloudFacts,
): Judged {
  const meter = condition.source.kind === 'prometheus' ? null : meterOf(condition.source);
  if (meter === null) return { window: null, complaint: null };
  const granularity = granularityOf(meter, spec, facts);
  const { forSeconds } = condition;
  const fewest = fewestPeriods(meter, condition, policy);
  if (forSeconds === null) return { window: { granularity, periods: Math.max(2, fewest) }, complaint: null };
  const periods = forSeconds / granularity;
  const window = { granularity, periods: Math.max(1, Math.round(periods)) };
  // without a cloud and without a granularity in the spec nobody can tell
  const unknown = facts.telemetry === null && spec.scaling.granularitySeconds === null;
  const message =
    unknown || policy.mostPeriods === null
      ? null
      : wrongPeriods({ seconds: forSeconds, granularity, fewest, most: policy.mostPeriods, meter });
  return { window, complaint: message === null ? null : { pointer: `${condition.pointer}/for`, message } };
}

/** The same before the stack exists and after: that of Ceilometer's archive policy, not that of a metric. */
export function granularityOf(meter: Meter, { scaling }: GroupSpec, { telemetry }: CloudFacts): number {
  const policy = telemetry?.archivePolicies.find(({ name }) => name === meter.archivePolicy);
  return scaling.granularitySeconds ?? policy?.granularities[0] ?? USUAL_GRANULARITY;
}

/**
 * Aodh takes the mean of the members' counters and only then its growth, so a server that joins or leaves makes one measure
 * absurdly low, and a missing one makes it low and the next one high (measured: −8620 % beside 80 %). One such measure
 * must not be enough; two servers that join one after the other must not shrink the group.
 */
function fewestPeriods(
  { rate }: Meter,
  { comparison }: Pick<PlannedCondition, 'comparison'>,
  { adjustment, amount }: DraftPolicy,
): number {
  if (!rate) return 1;
  return comparison === 'below' || (adjustment !== 'exact' && amount < 0) ? 3 : 2;
}

function wrongPeriods(given: {
  readonly seconds: number;
  readonly granularity: number;
  readonly fewest: number;
  readonly most: number;
  readonly meter: Meter;
}): string | null {
  const { seconds, granularity, fewest, most, meter } = given;
  const periods = seconds / granularity;
  const written = `for is ${quote(durationWords(seconds))}`;
  const measured = `${meter.metric} is measured every ${durationWords(granularity)}`;
  const least = `${durationWords(fewest * granularity)} (${count(fewest)})`;
  if (!Number.isInteger(periods) || periods < 1) {
    const near = [Math.floor(periods), Math.ceil(periods)]
      .filter((one) => one >= fewest && one <= most)
      .map((one) => durationWords(one * granularity));
    const right = near.length === 0 ? `at least ${least}` : `such as ${list(near, 'or')}`;
    return `${written}, and ${measured}; it must be a multiple of that, ${right}`;
  }
  if (periods < fewest) {
    return `${written}, which is ${count(periods)} (${measured}); the growth of a counter over the group is wrong in a measure in which a server comes or goes, so it must be at least ${least}`;
  }
  if (periods <= most) return null;
  return `${written}, which is ${count(periods)} (${measured}); it must be at most ${durationWords(most * granularity)} (${count(most)}), for Aodh looks at no more than ${MOST_PERIODS}`;
}

function count(measures: number): string {
  return measures === 1 ? 'one measure' : `${measures} measures`;
}
