/** The scaling part of a group, checked by the schema, with every default filled in. */
import type {
  Condition,
  Metric,
  Scaling,
  ScalingPolicy,
  ScalingStep,
  Schedule,
} from '../../generated/spec-types.ts';
import type {
  AdjustmentSpec,
  AlarmSpec,
  ConditionSpec,
  MetricSpec,
  ScalingPolicySpec,
  ScalingSpec,
  ScheduleSpec,
  Threshold,
} from '../../model/scaling-spec.ts';
import { DEFAULTS } from './defaults.ts';
import { secondsOf } from './durations.ts';

export function scalingSpec(scaling: Scaling): ScalingSpec {
  const { target } = scaling;
  return {
    cooldownSeconds: secondsOf(scaling.cooldown) ?? DEFAULTS.cooldownSeconds,
    granularitySeconds: secondsOf(scaling.granularity),
    policies: (scaling.policies ?? []).map(policySpec),
    target: target
      ? {
          metric: metricSpec(target.metric),
          value: threshold(target.value),
          forSeconds: secondsOf(target.for),
        }
      : null,
    schedules: (scaling.schedules ?? []).map(scheduleSpec),
    paused: scaling.paused ?? false,
  };
}

function policySpec(policy: ScalingPolicy): ScalingPolicySpec {
  return {
    name: policy.name,
    ...adjustment(policy),
    minStep: policy.minStep ?? null,
    cooldownSeconds: secondsOf(policy.cooldown),
    alarm: alarmSpec(policy),
    steps: (policy.steps ?? []).map((step) => ({
      ...adjustment(step),
      threshold: threshold(step.above ?? step.below ?? 0),
    })),
  };
}

function adjustment(policy: ScalingPolicy | ScalingStep): AdjustmentSpec {
  if (policy.add !== undefined) return { adjustment: 'change', amount: policy.add };
  if (policy.remove !== undefined) return { adjustment: 'change', amount: -policy.remove };
  if (policy.addPercent !== undefined) return { adjustment: 'percent', amount: policy.addPercent };
  if (policy.removePercent !== undefined) return { adjustment: 'percent', amount: -policy.removePercent };
  return { adjustment: 'exact', amount: policy.setTo ?? 0 };
}

function alarmSpec(policy: ScalingPolicy): AlarmSpec | null {
  const conditions = (policy.all ?? policy.any ?? [policy]).flatMap(conditionSpec);
  if (conditions.length === 0) return null;
  return {
    match: policy.any ? 'any' : 'all',
    conditions,
    repeat: policy.repeat ?? true,
    severity: policy.severity ?? 'low',
  };
}

/** Nothing for a condition that names no source or no threshold, which the checks have refused. */
function conditionSpec(condition: Condition): readonly ConditionSpec[] {
  const { metric, prometheus, above, below } = condition;
  const value = above ?? below;
  if ((metric === undefined && prometheus === undefined) || value === undefined) return [];
  return [
    {
      source: metric === undefined ? { kind: 'prometheus', query: prometheus ?? '' } : metricSpec(metric),
      comparison: above === undefined ? 'below' : 'above',
      threshold: threshold(value),
      forSeconds: secondsOf(condition.for),
    },
  ];
}

export function metricSpec(metric: Metric): MetricSpec {
  if (typeof metric === 'string') return { kind: 'built-in', name: metric };
  return {
    kind: 'own',
    name: metric.name,
    unit: metric.unit ?? '',
    resourceType: metric.resourceType ?? 'instance',
    rate: metric.rate ?? false,
    aggregation: metric.aggregation ?? 'mean',
    isNew: metric.new ?? false,
  };
}

/** `80%`, `500MB`, `20 jobs`, or a plain number. */
export function threshold(given: string | number): Threshold {
  if (typeof given === 'number') return { value: given, unit: '' };
  const [, value = '0', unit = ''] = /^([0-9.]+) ?(.*)$/.exec(given) ?? [];
  return { value: Number(value), unit };
}

function scheduleSpec(schedule: Schedule): ScheduleSpec {
  return {
    name: schedule.name,
    cron: schedule.cron,
    timezone: schedule.timezone ?? DEFAULTS.timezone,
    forSeconds: secondsOf(schedule.for) ?? 0,
    min: schedule.size.min ?? null,
    max: schedule.size.max ?? null,
  };
}
