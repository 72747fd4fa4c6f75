/** How Aodh shows the alarms that the walks make. */
import type { Value } from '../row.ts';

const GROUP_RULE = 'gnocchi_aggregation_by_resources_threshold';

/** The growth of `cpu` over the group, measured every ten seconds. */
export const CPU = {
  metric: 'cpu',
  resource_type: 'instance',
  aggregation_method: 'rate:mean',
  granularity: 10,
  comparison_operator: 'gt',
};

type Part = Readonly<Record<string, Value>>;

/** An alarm over one condition. */
export function plain(rule: Part, more: Part = {}): Value {
  return { type: GROUP_RULE, enabled: true, [`${GROUP_RULE}_rule`]: rule, ...more };
}

export function prometheus(query: string, threshold: number, comparison = 'gt'): Value {
  return {
    type: 'prometheus',
    enabled: true,
    prometheus_rule: { query, threshold, comparison_operator: comparison },
  };
}

/** An alarm over several; the rules as `part` and `series` write them. */
export function composite(operator: 'and' | 'or', rules: readonly Value[], more: Part = {}): Value {
  return { type: 'composite', enabled: true, composite_rule: { [operator]: rules }, ...more };
}

export function part(rule: Part, periods: number): Value {
  return { type: GROUP_RULE, evaluation_periods: periods, ...rule };
}

export function series(query: string, threshold: number, comparison = 'gt'): Value {
  return { type: 'prometheus', query, threshold, comparison_operator: comparison };
}
