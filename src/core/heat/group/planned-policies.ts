/** The scaling policies that a group really gets: those written, their steps, the pair of its target. */
import type { CloudFacts } from '../../../model/facts.ts';
import type { Problem } from '../../../model/problem.ts';
import type {
  AdjustmentSpec,
  AlarmSpec,
  ConditionSpec,
  ScalingPolicySpec,
  Threshold,
} from '../../../model/scaling-spec.ts';
import type { GroupSpec } from '../../../model/spec.ts';
import { positionOf } from '../../spec/positions.ts';
import type { SizeChange } from '../group-size.ts';
import { conditionWindow, MOST_PERIODS, type Window } from './condition-window.ts';
import { stepName } from './resource-names.ts';
import { targetPolicies } from './target.ts';

export interface PlannedPolicy extends SizeChange {
  readonly name: string;
  /** Where it is written. */
  readonly pointer: string;
  /** Seconds; null = the group's. */
  readonly cooldownSeconds: number | null;
  readonly alarm: PlannedAlarm | null;
}

export interface PlannedAlarm extends Omit<AlarmSpec, 'conditions'> {
  readonly conditions: readonly PlannedCondition[];
}

export interface PlannedCondition extends ConditionSpec {
  readonly pointer: string;
  /** null where Prometheus decides. */
  readonly window: Window | null;
  /** Beyond this the next stronger step acts instead; null = no stronger one. */
  readonly until: Threshold | null;
}

/** A planned policy before its windows are known. */
export interface DraftPolicy extends Omit<PlannedPolicy, 'alarm'> {
  /** The most measures that its `for` may be; null = it is derived from another's. */
  readonly mostPeriods: number | null;
  readonly alarm:
    | (Omit<PlannedAlarm, 'conditions'> & {
        readonly conditions: readonly Omit<PlannedCondition, 'window'>[];
      })
    | null;
}

export interface PlannedScaling {
  readonly policies: readonly PlannedPolicy[];
  readonly problems: readonly Problem[];
}

export function plannedPolicies(spec: GroupSpec, facts: CloudFacts): PlannedScaling {
  const problems: Problem[] = [];
  const drafts = [...spec.scaling.policies.flatMap(withSteps), ...targetPolicies(spec, facts)];
  const policies = drafts.map((draft): PlannedPolicy => {
    const { name, pointer, adjustment, amount, minStep, cooldownSeconds } = draft;
    const policy = { name, pointer, adjustment, amount, minStep, cooldownSeconds };
    if (draft.alarm === null) return { ...policy, alarm: null };
    const conditions = draft.alarm.conditions.map((condition): PlannedCondition => {
      const { window, complaint } = conditionWindow(condition, draft, spec, facts);
      if (complaint) problems.push({ ...positionOf(spec, complaint.pointer), message: complaint.message });
      return { ...condition, window };
    });
    return { ...policy, alarm: { ...draft.alarm, conditions } };
  });
  // a policy and its steps share one line: its problem is told once
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return { policies, problems: [...once.values()] };
}

/**
 * A scaling policy with its steps, weakest first. The members share one cooldown, so the first that acts silences the
 * others: at 97 % the one for 80 % could take the turn of the one for 95 %. Each therefore acts only up to the next
 * threshold. Measured by its newest value alone: a load that swings around the threshold still calls for the weaker one,
 * and one that stays beyond it for the whole window calls for the stronger.
 */
function withSteps(policy: ScalingPolicySpec, index: number): readonly DraftPolicy[] {
  const pointer = `/spec/scaling/policies/${index}`;
  const { name, minStep, cooldownSeconds, alarm, adjustment, amount } = policy;
  const base = { name, minStep, cooldownSeconds, pointer, mostPeriods: MOST_PERIODS };
  const [condition] = alarm?.conditions ?? [];
  if (alarm === null || condition === undefined || policy.steps.length === 0) {
    return [{ ...base, adjustment, amount, alarm: alarm && draftAlarm(alarm, pointer) }];
  }
  const levels = [
    { adjustment, amount, threshold: condition.threshold, pointer, minStep },
    ...strongestLast(policy.steps, condition.comparison).map((step) => ({
      ...step,
      pointer: `${pointer}/steps/${policy.steps.indexOf(step)}`,
      minStep: step.adjustment === 'percent' ? minStep : null,
    })),
  ];
  return levels.map((level, rank) => ({
    name: rank === 0 ? name : stepName(name, rank),
    pointer: level.pointer,
    adjustment: level.adjustment,
    amount: level.amount,
    minStep: level.minStep,
    cooldownSeconds,
    mostPeriods: MOST_PERIODS,
    alarm: {
      ...alarm,
      conditions: [
        { ...condition, threshold: level.threshold, pointer, until: levels[rank + 1]?.threshold ?? null },
      ],
    },
  }));
}

function draftAlarm(alarm: AlarmSpec, pointer: string): DraftPolicy['alarm'] {
  const many = alarm.conditions.length > 1;
  return {
    ...alarm,
    conditions: alarm.conditions.map((condition, index) => ({
      ...condition,
      pointer: many ? `${pointer}/${alarm.match}/${index}` : pointer,
      until: null,
    })),
  };
}

type Step = AdjustmentSpec & { readonly threshold: Threshold };

function strongestLast(steps: readonly Step[], comparison: ConditionSpec['comparison']): readonly Step[] {
  const sign = comparison === 'above' ? 1 : -1;
  return steps.toSorted((a, b) => sign * (a.threshold.value - b.threshold.value));
}
