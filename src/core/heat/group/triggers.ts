/** What the alarms of a group will do, and how soon, for the plan. */
import type { GroupSpec } from '../../../model/spec.ts';
import type { Trigger } from '../../../model/trigger.ts';
import { BOOT_SECONDS, EVALUATION_SECONDS } from '../../assumptions.ts';
import { positionOf } from '../../spec/positions.ts';
import { changeWords, conditionsWords } from './condition-words.ts';
import type { PlannedAlarm, PlannedPolicy } from './planned-policies.ts';

export function triggersOf(spec: GroupSpec, policies: readonly PlannedPolicy[]): readonly Trigger[] {
  return policies.flatMap((policy): readonly Trigger[] => {
    if (policy.alarm === null) return [];
    const measures = policy.alarm.conditions.flatMap(({ window }) => (window ? [window.granularity] : []));
    return [
      {
        policy: policy.name,
        source: positionOf(spec, policy.pointer),
        effect: `${changeWords(policy)}${spec.zones.length > 1 ? ', each zone for itself,' : ''}`,
        when: conditionsWords(policy.alarm),
        reaction: reaction(policy, policy.alarm),
        measuredEverySeconds: measures.length === 0 ? null : Math.max(...measures),
        enabled: !spec.scaling.paused,
      },
    ];
  });
}

/**
 * The load changes somewhere inside a measure, and each of the window must cross: W whole measures at best, one more at
 * worst, then Aodh's next look, then the server's start.
 */
function reaction(policy: PlannedPolicy, { conditions, match }: PlannedAlarm): Trigger['reaction'] {
  const windows = conditions.flatMap(({ window }) => (window ? [window] : []));
  if (windows.length === 0) return null;
  const boot = policy.adjustment === 'exact' || policy.amount > 0 ? BOOT_SECONDS : 0;
  const shortest = windows.map(({ granularity, periods }) => granularity * periods);
  const longest = windows.map(({ granularity, periods }) => granularity * (periods + 1));
  return {
    earliestSeconds: (match === 'any' ? Math.min(...shortest) : Math.max(...shortest)) + boot,
    latestSeconds: Math.max(...longest) + EVALUATION_SECONDS + boot,
  };
}
