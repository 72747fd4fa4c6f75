/** Finds alarms that fire though nothing happens: the group has room, and does not move. */
import type { DriftItem } from '../../model/drift.ts';
import type { ObservedGroup, StackPulse } from '../../model/observed.ts';
import { referencedResources } from '../heat/resolve.ts';
import { driftItem } from './kinds.ts';
import { remakeWords } from './remake.ts';
import type { Told } from './told.ts';
import type { StackView } from './view.ts';

/** An alarm of a policy that could change the size of its group right now. */
interface Firing {
  readonly alarm: Told;
  readonly policy: Told;
  readonly group: ObservedGroup;
}

/** True when somebody should look closer: the group may be busy, in its cooldown, stuck, or deaf. */
export function wantsToScale(view: StackView): boolean {
  return firing(view).length > 0;
}

function firing({ told, stack, around }: StackView): readonly Firing[] {
  const policies = told.filter(({ type }) => type === 'OS::Heat::ScalingPolicy');
  return told
    .filter(({ type, physicalId }) => {
      const alarm = type.startsWith('OS::Aodh::') ? around.things.of.alarm?.get(physicalId) : undefined;
      return alarm?.fields['state'] === 'alarm' && alarm.fields['enabled'] !== false;
    })
    .flatMap((alarm) =>
      [...referencedResources(alarm.properties['alarm_actions'] ?? null)].flatMap((name) => {
        const policy = policies.find(({ address }) => address === name);
        const group = stack.groups.find(
          ({ nested }) => nested !== null && nested.id === policy?.properties['auto_scaling_group_id'],
        );
        return policy && group && hasRoom(policy, group, told) ? [{ alarm, policy, group }] : [];
      }),
    );
}

function hasRoom({ properties }: Told, { address, members }: ObservedGroup, told: readonly Told[]): boolean {
  const bounds = told.find((one) => one.address === address)?.properties ?? {};
  const change = Number(properties['scaling_adjustment']);
  const [min, max] = [Number(bounds['min_size']), Number(bounds['max_size'])];
  if (properties['adjustment_type'] === 'exact_capacity') {
    const wanted = Math.max(min, Math.min(max, change));
    return !Number.isNaN(wanted) && members.length !== wanted;
  }
  return change > 0 ? members.length < max : members.length > min;
}

/** Aodh repeats the signal at each evaluation; Heat takes a while. So long nothing may happen. */
export const UNHEARD_AFTER_MINUTES = 10;

/** The alarm's trust or address is dead, or the engine is: whatever it is, the group does not scale. */
export function unheardAlarms(view: StackView, pulse: StackPulse): readonly DriftItem[] {
  return firing(view).flatMap(({ alarm, policy, group }) => {
    const now = pulse.groups.find(({ address }) => address === group.address);
    const live = view.around.things.of.alarm?.get(alarm.physicalId);
    if (now === undefined || live?.fields['repeat_actions'] === false || isMoving(view, group, now))
      return [];
    return [
      driftItem({
        kind: 'alarm-unheard',
        subject: `alarm ${alarm.address}`,
        about: { service: 'alarm', id: alarm.physicalId },
        repository: `signals ${policy.address}`,
        cloud: `in alarm, the group has room (${group.members.length} servers) and does not move`,
        remedy: `the trust of the alarm may be dead (its owner was disabled or lost the role), or its address: have Heat make it anew, as a user with a password: ${remakeWords(view.stack.name, alarm.address)}`,
      }),
    ];
  });
}

function isMoving(
  { now: clock }: StackView,
  { members }: ObservedGroup,
  { activity, nestedState }: StackPulse['groups'][number],
): boolean {
  if (activity.scalingInProgress || nestedState?.status === 'IN_PROGRESS') return true;
  const last = [activity.cooldownUntil, ...members.map(({ createdAt }) => createdAt)]
    .map((time) => Date.parse(time ?? ''))
    .filter((time) => !Number.isNaN(time));
  return Date.parse(clock) - Math.max(...last) < UNHEARD_AFTER_MINUTES * 60_000;
}
