/** What a group's scaling must fulfil beyond the schema: names, conditions, thresholds, steps, target. */
import type { Condition, Scaling, ScalingPolicy, ScalingStep } from '../../generated/spec-types.ts';
import type { ConditionSpec } from '../../model/scaling-spec.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { meterOf, metricComplaint, thresholdComplaint } from '../heat/group/meters.ts';
import { isReserved, stepName, TARGET, zoneNames } from '../heat/group/resource-names.ts';
import { list, quote } from './quote.ts';
import { metricSpec, threshold } from './scaling-spec.ts';

export interface Complaint {
  readonly pointer: string;
  readonly message: string;
}

export function scalingComplaints(scaling: Scaling, spec: GroupSpec): readonly Complaint[] {
  return [
    ...names(spec),
    ...(scaling.policies ?? []).flatMap((policy, index) =>
      policyComplaints(policy, `/spec/scaling/policies/${index}`),
    ),
    ...targetComplaints(scaling, spec),
  ];
}

/** Every name in Heat that the policies bring, with those of their steps, the target and the zones. */
function names({ scaling, zones }: GroupSpec): readonly Complaint[] {
  const taken = new Map<string, string>();
  const places = (zones.length > 0 ? zones : [null]).map(zoneNames);
  const claim = (own: readonly string[], whose: string, pointer: string): readonly Complaint[] => {
    const all = own.flatMap((name) => places.map((place) => place.policy(name)));
    const clash = all.find((name) => (taken.get(name) ?? whose) !== whose);
    for (const name of all) taken.set(name, taken.get(name) ?? whose);
    if (clash === undefined) return [];
    const message = `${whose} needs the name ${quote(clash)} in the stack, which ${taken.get(clash)} has already; rename one of them`;
    return [{ pointer, message }];
  };
  const target = scaling.target ? claim([TARGET.out, TARGET.in], 'the target', '/spec/scaling/target') : [];
  return [
    ...target,
    ...scaling.policies.flatMap(({ name, steps }, index) => {
      const pointer = `/spec/scaling/policies/${index}/name`;
      if (isReserved(name)) {
        const message = `the scaling policy can't be called ${quote(name)}, because the stack gives that name to something else (group…, …-alarm, load_balancer and the like); choose another`;
        return [{ pointer, message }];
      }
      const ranks = steps.map((_, rank) => stepName(name, rank + 1));
      return claim([name, ...ranks], `the scaling policy ${quote(name)}`, pointer);
    }),
  ];
}

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

function conditionComplaints(condition: Condition, pointer: string): readonly Complaint[] {
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

function metricComplaints(metric: NonNullable<Condition['metric']>, pointer: string): readonly Complaint[] {
  const message = metricComplaint(metricSpec(metric));
  return message === null ? [] : [{ pointer, message }];
}

function thresholdComplaints(
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

function stepComplaints(policy: ScalingPolicy, pointer: string): readonly Complaint[] {
  const key = policy.above !== undefined ? 'above' : 'below';
  const base = policy[key];
  if (base === undefined) return [];
  const seen: number[] = [comparableValue(policy, base)];
  return (policy.steps ?? []).flatMap((step, index) => {
    const at = `${pointer}/steps/${index}`;
    const given = step[key];
    const other = key === 'above' ? 'below' : 'above';
    if (given === undefined || step[other] !== undefined) {
      const message = `the step needs ${key}, and not ${other}: it goes further in the direction of the scaling policy ${quote(policy.name)}`;
      return [{ pointer: step[other] === undefined ? at : `${at}/${other}`, message }];
    }
    const value = comparableValue(policy, given);
    const first = seen[0] ?? 0;
    const stronger = key === 'above' ? value > first : value < first;
    const twice = seen.includes(value);
    seen.push(value);
    return [
      ...stepAdjustment(step, policy, at),
      ...thresholdComplaints(policy, given, `${at}/${key}`),
      ...(stronger && !twice
        ? []
        : [
            {
              pointer: `${at}/${key}`,
              message: twice
                ? `the threshold ${quote(given)} stands there already; give each step its own`
                : `the threshold ${quote(given)} is not beyond the scaling policy's own ${quote(base)}; a step must be ${key === 'above' ? 'higher' : 'lower'}`,
            },
          ]),
    ];
  });
}

const ADJUSTMENTS = ['add', 'remove', 'addPercent', 'removePercent', 'setTo'] as const;

function stepAdjustment(step: ScalingStep, policy: ScalingPolicy, pointer: string): readonly Complaint[] {
  const given = ADJUSTMENTS.filter((key) => step[key] !== undefined);
  if (given.length !== 1) {
    const has = given.length === 0 ? 'says nothing of what it does' : `has ${list(given)}`;
    return [
      {
        pointer: given[1] === undefined ? pointer : `${pointer}/${given[1]}`,
        message: `the step ${has}; it needs exactly one of ${list(ADJUSTMENTS)}`,
      },
    ];
  }
  const grows = policy.add !== undefined || policy.addPercent !== undefined;
  const shrinks = policy.remove !== undefined || policy.removePercent !== undefined;
  const wrong = given.find(
    (key) => (grows && key.startsWith('remove')) || (shrinks && key.startsWith('add')),
  );
  return wrong === undefined
    ? []
    : [
        {
          pointer: `${pointer}/${wrong}`,
          message: `the step has ${wrong}, the opposite of what the scaling policy ${quote(policy.name)} does; a step does more of the same`,
        },
      ];
}

/** In the metric's own unit, so that 1GB is more than 500MB. */
function comparableValue({ metric }: Condition, given: string | number): number {
  const { value, unit } = threshold(given);
  const meter = metric === undefined ? null : meterOf(metricSpec(metric));
  return value * (meter?.units[unit] ?? 1);
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
