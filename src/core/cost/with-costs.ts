/** The plan with what each group costs, held against the budgets. */
import type { PriceList } from '../../model/cost.ts';
import type { Flavor } from '../../model/facts.ts';
import type { GroupPlan, Plan } from '../../model/plan.ts';
import type { Spec } from '../../model/spec.ts';
import type { Pair } from '../plan/plan.ts';
import { budgetFindings } from './budget-findings.ts';
import { groupCost } from './group-cost.ts';

export interface Costed {
  /** The specs and pairs of the plan's groups, in their order. */
  readonly specs: readonly Spec[];
  readonly pairs: readonly Pair[];
  readonly flavors: readonly Flavor[];
}

export function withCosts(plan: Plan, { specs, pairs, flavors }: Costed, prices: PriceList | null): Plan {
  const groups = plan.groups.map((group, index): GroupPlan => {
    const [spec, pair] = [specs[index], pairs[index]];
    if (!spec || !pair) return group;
    const cost = prices === null ? null : groupCost(pair, group, { prices, flavors });
    return { ...group, cost, findings: [...group.findings, ...budgetFindings(spec, group, cost)] };
  });
  return { ...plan, groups };
}
