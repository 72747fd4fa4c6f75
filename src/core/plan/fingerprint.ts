/** The fingerprint of a group's plan: what a reviewer approves, and what apply compares again. */
import type { Change } from '../../model/change.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { GroupPlan, ScalingGroupPlan } from '../../model/plan.ts';
import { digest } from '../heat/canonical.ts';
import { isRecorded, scheduleJson } from '../heat/rule-output.ts';
import { type Clock, isBound, withoutClock } from './by-clock.ts';

/**
 * Covers the settings that change and what becomes of running servers, not how many servers there are at the moment,
 * nor which schedule is on: an alarm or a new hour between review and merge must not invalidate an approval, but a plan
 * that begins to delete or replace must.
 */
export function fingerprint(plan: Omit<GroupPlan, 'fingerprint' | 'byClock'>, clock: Clock): string {
  const content: Json = {
    version: 1,
    name: plan.name,
    action: plan.action,
    changes: withoutClock(plan.changes, plan.scalingGroups, clock).map((change) => changeJson(change, clock)),
    groups: plan.scalingGroups.map((group) => ({
      address: group.address,
      ...bounds(group, clock),
      fates: fates(group, clock),
    })),
  };
  return digest(content);
}

/** Where the clock decides what a bound becomes, only the bound that somebody set by hand tells anything. */
function changeJson({ address, action, fields }: Change, { declared }: Clock): JsonObject {
  return {
    address,
    action,
    fields: fields.map((field) => ({
      path: field.path,
      before: field.before,
      after: declared !== null && isBound(field) ? 'as scheduled' : field.after,
    })),
  };
}

function bounds({ size }: ScalingGroupPlan, { declared }: Clock): JsonObject {
  if (declared === null) return { min: size.min, max: size.max };
  return { min: declared.min, max: declared.max, schedules: declared.schedules.map(scheduleJson) };
}

function fates({ size, members }: ScalingGroupPlan, clock: Clock): readonly string[] {
  const all = [...new Set(members.map(({ fate, how }) => `${fate}: ${how}`))].sort();
  return all.filter((fate) => !isResize(fate, size.current, clock));
}

/** Servers that come with a minimum; servers that go with a maximum only by a rule that the stack already carries. */
function isResize(fate: string, current: number, { declared, live }: Clock): boolean {
  if (declared === null) return false;
  if (fate === 'create: new') return true;
  const most = Math.max(...[declared, ...declared.schedules].map(({ max }) => max ?? 0));
  return fate === 'delete: oldest of the group' && current <= most && isRecorded(declared, live);
}
