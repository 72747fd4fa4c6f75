/** What the steps of a scaling policy must fulfil: each further than the policy itself, in its direction. */
import type { Condition, ScalingPolicy, ScalingStep } from '../../generated/spec-types.ts';
import { meterOf } from '../heat/group/meters.ts';
import { adjustmentsOf, oneAdjustment } from './adjustment-checks.ts';
import type { Complaint } from './complaint.ts';
import { thresholdComplaints } from './condition-checks.ts';
import { quote } from './quote.ts';
import { metricSpec, threshold } from './scaling-spec.ts';

export function stepComplaints(policy: ScalingPolicy, pointer: string): readonly Complaint[] {
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

function stepAdjustment(step: ScalingStep, policy: ScalingPolicy, pointer: string): readonly Complaint[] {
  const several = oneAdjustment(step, 'the step', { pointer });
  if (several.length > 0) return several;
  const grows = policy.add !== undefined || policy.addPercent !== undefined;
  const shrinks = policy.remove !== undefined || policy.removePercent !== undefined;
  const wrong = adjustmentsOf(step).find(
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
