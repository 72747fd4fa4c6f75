/** What a plan says of settings that act by themselves: schedules, and the pause of the alarms. */
import type { DesiredStack } from '../../model/desired.ts';
import type { ScalingGroupPlan } from '../../model/plan.ts';
import type { Finding } from '../../model/problem.ts';

export function settingFindings(
  desired: DesiredStack,
  groups: readonly ScalingGroupPlan[],
): readonly Finding[] {
  return [...schedules(desired), ...pause(desired, groups)];
}

function schedules({ scheduled, source }: DesiredStack): readonly Finding[] {
  if (scheduled === null) return [];
  return [{ rule: 'scheduled-bounds', severity: 'info', source, message: scheduled.words }];
}

function pause(
  { paused, scheduled, source }: DesiredStack,
  groups: readonly ScalingGroupPlan[],
): readonly Finding[] {
  if (!paused) return [];
  const sizes = groups.flatMap(({ address, size }) =>
    size.after === null ? [] : [groups.length > 1 ? `${address} at ${size.after}` : String(size.after)],
  );
  const stays =
    groups.length > 1 ? `the groups stay: ${sizes.join(', ')}` : `the group stays at ${sizes.join()}`;
  const clock = scheduled === null ? '' : ', and schedules go on';
  const message = `scaling is paused: the alarms are switched off; ${stays}${clock}`;
  return [{ rule: 'scaling-paused', severity: 'warn', source, message }];
}
