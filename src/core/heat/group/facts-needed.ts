/** Which facts of the cloud a spec's compilation depends on. */
import type { CloudFacts, TelemetryQuestion } from '../../../model/facts.ts';
import type { ConditionSpec } from '../../../model/scaling-spec.ts';
import type { Spec } from '../../../model/spec.ts';
import { meterOf } from './meters.ts';

export const NO_FACTS: CloudFacts = { flavors: [], telemetry: null };

export interface FactsNeeded {
  /** A threshold is in percent of the flavor. */
  readonly flavors: boolean;
  /** null: no spec has an alarm. */
  readonly telemetry: TelemetryQuestion | null;
}

export function factsNeeded(specs: readonly Spec[]): FactsNeeded {
  const watched = specs.flatMap(watchedBy);
  const meters = watched.flatMap(({ source }) => {
    const meter = source.kind === 'prometheus' ? null : meterOf(source);
    return meter ? [meter] : [];
  });
  return {
    flavors: watched.some(({ threshold }) => threshold.unit === '%'),
    telemetry:
      watched.length === 0
        ? null
        : {
            metrics: sorted(meters.map(({ metric }) => metric)),
            suggestFor: sorted(
              watched.flatMap(({ source }) => (source.kind === 'own' && !source.isNew ? [source.name] : [])),
            ),
            resourceTypes: sorted(meters.map(({ resourceType }) => resourceType)),
          },
  };
}

type Watched = Pick<ConditionSpec, 'source' | 'threshold'>;

function watchedBy(spec: Spec): readonly Watched[] {
  if (spec.kind !== 'AutoScalingGroup') return [];
  const { policies, target } = spec.scaling;
  return [
    ...policies.flatMap(({ alarm }) => alarm?.conditions ?? []),
    ...(target ? [{ source: target.metric, threshold: target.value }] : []),
  ];
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
