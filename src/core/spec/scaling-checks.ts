/** What a group's scaling must fulfil beyond the schema: names, conditions, thresholds, steps, target. */
import type { Scaling, ScalingPolicy } from '../../generated/spec-types.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { meterOf, thresholdComplaint } from '../heat/group/meters.ts';
import { adjustmentComplaints } from './adjustment-checks.ts';
import type { Complaint } from './complaint.ts';
import { conditionComplaints, metricComplaints } from './condition-checks.ts';
import { list, quote } from './quote.ts';
import { nameComplaints } from './scaling-names.ts';
import { metricSpec, threshold } from './scaling-spec.ts';
import { stepComplaints } from './step-checks.ts';

export function scalingComplaints(scaling: Scaling, spec: GroupSpec): readonly Complaint[] {
  const policies = scaling.policies ?? [];
  return [
    ...uniqueNames(policies),
    ...nameComplaints(spec),
    ...granularityComplaints(spec),
    ...policies.flatMap((policy, index) => {
      const pointer = `/spec/scaling/policies/${index}`;
      return [...adjustmentComplaints(policy, pointer, spec), ...policyComplaints(policy, pointer)];
    }),
    ...targetComplaints(scaling, spec),
  ];
}

function uniqueNames(policies: readonly ScalingPolicy[]): readonly Complaint[] {
  const seen = new Set<string>();
  return policies.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      {
        pointer: `/spec/scaling/policies/${index}/name`,
        message: `the scaling policy ${quote(name)} stands here for the second time; give each its own name`,
      },
    ];
  });
}

/** aodh/api/controllers/v2/alarm_rules/gnocchi.py: from a second to a year. */
function granularityComplaints({ scaling: { granularitySeconds } }: GroupSpec): readonly Complaint[] {
  if (granularitySeconds === null || (granularitySeconds >= 1 && granularitySeconds <= YEAR)) return [];
  const message = `scaling.granularity is "${granularitySeconds}" seconds; it must be from 1s to a year`;
  return [{ pointer: '/spec/scaling/granularity', message }];
}

const YEAR = 31_536_000;

function policyComplaints(policy: ScalingPolicy, pointer: string): readonly Complaint[] {
  const several = policy.all ? 'all' : policy.any ? 'any' : null;
  const own = CONDITION_KEYS.filter((key) => policy[key] !== undefined);
  if (several !== null) {
    const mixed = [...own, ...(policy.all && policy.any ? (['any'] as const) : [])];
    return [
      ...mixed.map((key) => ({
        pointer: `${pointer}/${key}`,
        message: `${key} stands beside ${several}; a scaling policy has either one condition of its own or ${list(['all', 'any'], 'or')}`,
      })),
      ...(policy[several] ?? []).flatMap((condition, index) =>
        conditionComplaints(condition, `${pointer}/${several}/${index}`),
      ),
      ...(policy.steps
        ? [
            {
              pointer: `${pointer}/steps`,
              message: `steps go with one condition, not with ${several}; write them as scaling policies of their own`,
            },
          ]
        : []),
    ];
  }
  if (own.length === 0) return withoutAlarm(policy, pointer);
  return [...conditionComplaints(policy, pointer), ...stepComplaints(policy, pointer)];
}

const CONDITION_KEYS = ['metric', 'prometheus', 'above', 'below', 'for'] as const;

/** Keys of an alarm that there is none of would be believed in. */
function withoutAlarm(policy: ScalingPolicy, pointer: string): readonly Complaint[] {
  return (['steps', 'repeat', 'severity'] as const)
    .filter((key) => policy[key] !== undefined)
    .map((key) => ({
      pointer: `${pointer}/${key}`,
      message: `${key} belongs to an alarm, and the scaling policy ${quote(policy.name)} has none; name a metric or a prometheus query with above or below, or remove ${key}`,
    }));
}

function targetComplaints({ target }: Scaling, { size }: GroupSpec): readonly Complaint[] {
  if (!target) return [];
  const pointer = '/spec/scaling/target';
  const source = metricSpec(target.metric);
  const { value, unit } = threshold(target.value);
  const unsuitable = meterOf(source)?.shared === false;
  const message = thresholdComplaint(source, { value, unit });
  return [
    ...metricComplaints(target.metric, `${pointer}/metric`),
    ...(unsuitable
      ? [
          {
            pointer: `${pointer}/metric`,
            message: `a target needs a mean that falls when more servers share the load; ${quote(source.name)} does not, so write scaling policies with above and below`,
          },
        ]
      : []),
    ...(message === null ? [] : [{ pointer: `${pointer}/value`, message }]),
    ...(value <= 0 || (unit === '%' && value >= 100)
      ? [
          {
            pointer: `${pointer}/value`,
            message: `the target is ${quote(target.value)}; it must be more than 0${unit === '%' ? ' and less than 100%' : ''}, so that the metric can be above and below it`,
          },
        ]
      : []),
    ...(size.min === 0
      ? [
          {
            pointer: '/spec/size/min',
            message:
              'size.min is "0" and there is a target; without servers there is no measure, and the group would never grow again, so it must be at least 1',
          },
        ]
      : []),
  ];
}
