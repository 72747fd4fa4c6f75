/** How fast the alarms of a group act, as numbers: for guardrails. */
import type { AlarmTiming } from '../../model/desired.ts';
import type { CloudFacts } from '../../model/facts.ts';
import type { GroupSpec } from '../../model/spec.ts';
import type { PlannedPolicy } from '../heat/group/planned-policies.ts';
import { scalingView } from './scaling-view.ts';

export function alarmTimings(
  spec: GroupSpec,
  policies: readonly PlannedPolicy[],
  facts: CloudFacts,
): readonly AlarmTiming[] {
  return scalingView(spec, policies, facts).alarmed.map(
    ({ name, direction, windowSeconds, cooldown, alarm }) => ({
      policy: name,
      direction,
      windowSeconds,
      cooldownSeconds: cooldown,
      repeat: alarm.repeat,
    }),
  );
}
