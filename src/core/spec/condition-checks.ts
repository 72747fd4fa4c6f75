/** What one condition must fulfil: one source, one threshold in a unit that the source has. */
import type { Condition } from '../../generated/spec-types.ts';
import type { ConditionSpec } from '../../model/scaling-spec.ts';
import { metricComplaint, thresholdComplaint } from '../heat/group/meters.ts';
import type { Complaint } from './complaint.ts';
import { list } from './quote.ts';
import { metricSpec, threshold } from './scaling-spec.ts';

export function conditionComplaints(condition: Condition, pointer: string): readonly Complaint[] {
  const { metric, prometheus, above, below } = condition;
  const given = above ?? below;
  return [
    ...exactlyOne(condition, ['metric', 'prometheus'], pointer),
    ...exactlyOne(condition, ['above', 'below'], pointer),
    ...(prometheus !== undefined && condition.for !== undefined
      ? [
          {
            pointer: `${pointer}/for`,
            message:
              'for goes with a metric; the window of a PromQL query stands in the query, such as avg_over_time(…[10m:])',
          },
        ]
      : []),
    ...(metric === undefined ? [] : metricComplaints(metric, `${pointer}/metric`)),
    ...(given === undefined
      ? []
      : thresholdComplaints(condition, given, `${pointer}/${above === undefined ? 'below' : 'above'}`)),
  ];
}

function exactlyOne(
  condition: Condition,
  keys: readonly [keyof Condition, keyof Condition],
  pointer: string,
): readonly Complaint[] {
  const has = keys.filter((key) => condition[key] !== undefined);
  if (has.length === 1) return [];
  const what = has.length === 0 ? `has neither ${list(keys, 'nor')}` : `has both ${list(keys)}`;
  return [
    {
      pointer: has[1] === undefined ? pointer : `${pointer}/${has[1]}`,
      message: `the condition ${what}; it needs exactly one of them`,
    },
  ];
}

export function metricComplaints(
  metric: NonNullable<Condition['metric']>,
  pointer: string,
): readonly Complaint[] {
  const message = metricComplaint(metricSpec(metric));
  return message === null ? [] : [{ pointer, message }];
}

export function thresholdComplaints(
  { metric, prometheus }: Condition,
  given: string | number,
  pointer: string,
): readonly Complaint[] {
  const source = metric === undefined ? prometheusSource(prometheus) : metricSpec(metric);
  const message = source && thresholdComplaint(source, threshold(given));
  return message === null ? [] : [{ pointer, message }];
}

function prometheusSource(query: string | undefined): ConditionSpec['source'] | null {
  return query === undefined ? null : { kind: 'prometheus', query };
}
