/** Holds what a group costs at its largest against the budget of its spec. */
import { type GroupCost, MONTH_HOURS } from '../../model/cost.ts';
import type { GroupPlan } from '../../model/plan.ts';
import type { Finding } from '../../model/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { positionOf } from '../spec/positions.ts';
import { money, rounded } from './cost-words.ts';

/** `cost` null = no price list is named, or none is valid. */
export function budgetFindings(spec: Spec, group: GroupPlan, cost: GroupCost | null): readonly Finding[] {
  if (spec.kind !== 'AutoScalingGroup' || spec.budget === null) return [];
  if (group.action === 'no-op' || group.action === 'delete' || group.byClock) return [];
  const { monthly, severity } = spec.budget;
  const source = positionOf(spec, '/spec/budget/monthly');
  if (cost === null) {
    const message = `whether it keeps its budget of ${money(monthly)} a month nobody can tell: no price list is named as prices in .thermostat.yaml, or none is valid yet`;
    return [{ rule: 'budget-unknown', severity: 'warn', message, source }];
  }
  const { currency, after, unknown } = cost;
  const most = rounded(after.max.atLeast * MONTH_HOURS);
  const least = after.max.exact ? '' : 'at least ';
  if (most > monthly) {
    const message = `at its largest it costs ${least}${money(most)} ${currency} a month, the budget is ${money(monthly)}; make the largest size or the flavor smaller, or raise spec.budget.monthly`;
    return [{ rule: 'over-budget', severity, message, source }];
  }
  if (after.max.exact) return [];
  const message = `whether it keeps its budget of ${money(monthly)} ${currency} a month nobody can tell: there is no price for ${unknown.join(', ')}`;
  return [{ rule: 'budget-unknown', severity: 'warn', message, source }];
}
