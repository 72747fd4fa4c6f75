/** What the scaling policies of a group may do that nobody wants: one rule a line. */
import type { CloudFacts } from '../../model/facts.ts';
import type { Finding, Severity } from '../../model/problem.ts';
import type { GroupSpec } from '../../model/spec.ts';
import type { PlannedPolicy } from '../heat/group/planned-policies.ts';
import { positionOf } from '../spec/positions.ts';
import { flapping } from './flapping.ts';
import {
  granularityNotKept,
  measuresMissing,
  needsPrometheus,
  notMeasuredYet,
  severalSeries,
} from './measures.ts';
import { asleepForEver, changesNothing, neverFires, oneWay } from './reach.ts';
import { type Advice, type ScalingView, scalingView } from './scaling-view.ts';
import { hastyScaleIn, lostSignal, shortCooldown } from './timing.ts';

interface Rule {
  readonly rule: string;
  readonly severity: Severity;
  readonly check: (view: ScalingView) => readonly Advice[];
}

const RULES: readonly Rule[] = [
  { rule: 'scaling-flaps', severity: 'warn', check: flapping },
  { rule: 'alarm-never-fires', severity: 'warn', check: neverFires },
  { rule: 'alarm-changes-nothing', severity: 'warn', check: changesNothing },
  { rule: 'alarm-asleep-for-ever', severity: 'warn', check: asleepForEver },
  { rule: 'cooldown-too-short', severity: 'warn', check: shortCooldown },
  { rule: 'scale-in-too-fast', severity: 'warn', check: hastyScaleIn },
  { rule: 'signal-lost-to-cooldown', severity: 'warn', check: lostSignal },
  { rule: 'measures-missing', severity: 'warn', check: measuresMissing },
  { rule: 'granularity-not-kept', severity: 'warn', check: granularityNotKept },
  { rule: 'several-series', severity: 'warn', check: severalSeries },
  { rule: 'needs-prometheus', severity: 'info', check: needsPrometheus },
  { rule: 'measures-to-come', severity: 'info', check: notMeasuredYet },
  { rule: 'scales-one-way', severity: 'info', check: oneWay },
];

export function scalingAdvice(
  spec: GroupSpec,
  policies: readonly PlannedPolicy[],
  facts: CloudFacts,
): readonly Finding[] {
  const view = scalingView(spec, policies, facts);
  return RULES.flatMap(({ rule, severity, check }) =>
    check(view).map(
      ({ pointer, message }): Finding => ({
        rule,
        severity,
        source: positionOf(spec, pointer),
        message,
      }),
    ),
  );
}
