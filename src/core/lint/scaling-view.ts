/** A group's scaling as the lints look at it. */
import type { CloudFacts } from '../../model/facts.ts';
import type { ConditionSpec } from '../../model/scaling-spec.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { type Meter, meterOf } from '../heat/group/meters.ts';
import type { PlannedAlarm, PlannedCondition, PlannedPolicy } from '../heat/group/planned-policies.ts';
import type { Bounds, SizeChange } from '../heat/group-size.ts';
import { widestBounds } from '../schedule/widest-bounds.ts';

export interface ScalingView {
  readonly spec: GroupSpec;
  readonly facts: CloudFacts;
  /** At any hour. */
  readonly bounds: Bounds;
  readonly alarmed: readonly AlarmedPolicy[];
}

export interface AlarmedPolicy extends Omit<PlannedPolicy, 'alarm'> {
  readonly alarm: PlannedAlarm;
  readonly direction: 'out' | 'in';
  /** Seconds that its conditions must hold; 0 where only Prometheus knows. */
  readonly windowSeconds: number;
  readonly cooldown: number;
  /** Written by the user; the pair of a target is not. */
  readonly written: boolean;
}

export interface Advice {
  readonly pointer: string;
  readonly message: string;
}

export function scalingView(
  spec: GroupSpec,
  policies: readonly PlannedPolicy[],
  facts: CloudFacts,
): ScalingView {
  const alarmed = policies.flatMap((policy): readonly AlarmedPolicy[] => {
    const { alarm } = policy;
    if (alarm === null) return [];
    const windows = alarm.conditions.flatMap(({ window }) =>
      window ? [window.granularity * window.periods] : [],
    );
    return [
      {
        ...policy,
        alarm,
        direction: directionOf(policy, alarm),
        windowSeconds: Math.max(0, ...windows),
        cooldown: policy.cooldownSeconds ?? spec.scaling.cooldownSeconds,
        written: policy.pointer !== '/spec/scaling/target',
      },
    ];
  });
  return { spec, facts, bounds: widestBounds(spec), alarmed };
}

/** An exact size is meant as the alarm that calls for it: much load, many servers. */
function directionOf({ adjustment, amount }: SizeChange, { conditions }: PlannedAlarm): 'out' | 'in' {
  if (adjustment !== 'exact') return amount > 0 ? 'out' : 'in';
  return conditions[0]?.comparison === 'below' ? 'in' : 'out';
}

/** The one condition of an alarm on a metric. */
export interface SingleCondition {
  readonly condition: PlannedCondition;
  readonly meter: Meter;
}

export function singleCondition({ alarm }: AlarmedPolicy): SingleCondition | null {
  const [condition] = alarm.conditions;
  if (alarm.conditions.length !== 1 || !condition || condition.source.kind === 'prometheus') return null;
  const meter = meterOf(condition.source);
  return meter && { condition, meter };
}

/** A threshold in the metric's own unit (percent stay percent), so that two can be compared. */
export function plainValue({ meter, condition: { threshold } }: SingleCondition): number {
  return threshold.value * (meter.units[threshold.unit] ?? 1);
}

/** Both in percent, or both not. */
export function comparable(a: ConditionSpec['threshold'], b: ConditionSpec['threshold']): boolean {
  return (a.unit === '%') === (b.unit === '%');
}
