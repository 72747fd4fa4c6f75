/** Measures that an alarm needs, and that may not come. */
import { durationWords } from '../duration-words.ts';
import { meterOf } from '../heat/group/meters.ts';
import { list } from '../spec/quote.ts';
import type { Advice, ScalingView } from './scaling-view.ts';

interface Unmeasured extends Advice {
  readonly kind: 'never' | 'other-granularity' | 'not-yet';
}

/** Built-in metrics that no resource of the project has; what has it was checked against its archive policy. */
function unmeasured({ alarmed, facts }: ScalingView): readonly Unmeasured[] {
  const { telemetry } = facts;
  if (!telemetry?.services.gnocchi) return [];
  const all = alarmed.flatMap(({ alarm }) => alarm.conditions);
  const found = all.flatMap(({ source, window, pointer }): readonly Unmeasured[] => {
    if (source.kind !== 'built-in' || window === null) return [];
    const meter = meterOf(source);
    const known = telemetry.metrics.find(({ name }) => name === meter?.metric);
    if (!meter || !known || known.archivePolicies.length > 0) return [];
    const at = `${pointer}/metric`;
    const none = `no server of this project has measures of ${meter.metric}`;
    const policy = telemetry.archivePolicies.find(({ name }) => name === meter.archivePolicy);
    if (!policy) {
      const message = `${none}, and Gnocchi lacks Ceilometer’s archive policy \`${meter.archivePolicy}\`: Ceilometer has never published here, so the alarm may stay without data for ever; ask the operator`;
      return [{ kind: 'never', pointer: at, message }];
    }
    if (!policy.granularities.includes(window.granularity)) {
      const kept = list(policy.granularities.map(durationWords), 'or');
      const message = `${none} yet, and Ceilometer’s archive policy \`${policy.name}\` keeps them every ${kept}, not every ${durationWords(window.granularity)} as scaling.granularity says: unless the operator has another for this metric, the alarm stays without data for ever`;
      return [{ kind: 'other-granularity', pointer: at, message }];
    }
    return [
      { kind: 'not-yet', pointer: at, message: `${none} yet; the first come with the group’s servers` },
    ];
  });
  return [...new Map(found.map((one) => [one.message, one])).values()];
}

export function measuresMissing(view: ScalingView): readonly Advice[] {
  return unmeasured(view).filter(({ kind }) => kind === 'never');
}

export function granularityNotKept(view: ScalingView): readonly Advice[] {
  return unmeasured(view).filter(({ kind }) => kind === 'other-granularity');
}

export function notMeasuredYet(view: ScalingView): readonly Advice[] {
  return unmeasured(view).filter(({ kind }) => kind === 'not-yet');
}

/** aodh/evaluator/prometheus.py: without its client the alarm is passed over, and says "insufficient data" for ever (measured). */
export function needsPrometheus({ alarmed }: ScalingView): readonly Advice[] {
  const first = alarmed
    .flatMap(({ alarm }) => alarm.conditions)
    .find(({ source }) => source.kind === 'prometheus');
  if (!first) return [];
  return [
    {
      pointer: `${first.pointer}/prometheus`,
      message:
        'a cloud whose Aodh has no Prometheus takes such an alarm and never evaluates it: it says "insufficient data" for ever; nothing that a project may read tells which kind this cloud is',
    },
  ];
}

const AGGREGATION =
  /^\s*(?:avg|sum|min|max|count|quantile|stddev|stdvar|group|scalar|vector)\b(?!\s*(?:by|without)\b)/i;

/** Each series counts as one value of a window (aodh/evaluator/prometheus.py): only a query that yields one is meant. */
export function severalSeries({ alarmed }: ScalingView): readonly Advice[] {
  return alarmed
    .flatMap(({ alarm }) => alarm.conditions)
    .flatMap(({ source, pointer }): readonly Advice[] => {
      if (source.kind !== 'prometheus' || yieldsOne(source.query)) return [];
      const message =
        'the query may yield several series, and Aodh then fires only when each of them crosses; put an aggregation around it that leaves one, such as avg(…)';
      return [{ pointer: `${pointer}/prometheus`, message }];
    });
}

function yieldsOne(query: string): boolean {
  return AGGREGATION.test(query) && !/\)\s*(?:by|without)\s*\(/i.test(query);
}
