/** Tells what the clock does to bounds from what people do to them. */
import type { Change, FieldChange } from '../../model/change.ts';
import type { DesiredStack } from '../../model/desired.ts';
import type { Json } from '../../model/json.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { GroupPlan, MemberPlan, ScalingGroupPlan } from '../../model/plan.ts';
import type { BoundsRule } from '../../model/schedule.ts';
import { isRecorded, type RecordedRule, recordedRule } from '../heat/rule-output.ts';

/** The rule of the spec beside the one that the stack carries; null where bounds stand still. */
export interface Clock {
  readonly declared: BoundsRule | null;
  readonly live: RecordedRule | null;
}

export const STANDS_STILL: Clock = { declared: null, live: null };

export function clockOf({ scheduled }: DesiredStack, observed: PresentStack | null): Clock {
  return { declared: scheduled?.rule ?? null, live: observed && recordedRule(observed.template) };
}

/**
 * True when nothing but the clock asks for the plan: the rule stands in the stack already, so it was approved; bounds
 * go from one of its values to another; and no server meets anything but coming or going with the size.
 */
export function isByClock(
  plan: Pick<GroupPlan, 'changes' | 'scalingGroups'>,
  { declared, live }: Clock,
): boolean {
  return (
    declared !== null &&
    isRecorded(declared, live) &&
    plan.changes.length > 0 &&
    withoutClock(plan.changes, plan.scalingGroups, { declared, live }).length === 0 &&
    plan.scalingGroups.every(({ members }) => members.every(isOfSize))
  );
}

/** The changes without those of bounds that the rules explain. */
export function withoutClock(
  changes: readonly Change[],
  groups: readonly Pick<ScalingGroupPlan, 'address'>[],
  clock: Clock,
): readonly Change[] {
  if (clock.declared === null && clock.live === null) return changes;
  const addresses = new Set(groups.map(({ address }) => `resources.${address}`));
  return changes.flatMap((change) => {
    if (!addresses.has(change.address)) return [change];
    const fields = change.fields.filter((field) => !isExplained(field, clock));
    return fields.length === 0 && change.fields.length > 0 ? [] : [{ ...change, fields }];
  });
}

/** Group resources of a compiled stack have Heat's own names for the bounds. */
const BOUNDS: Readonly<Record<string, 'min' | 'max'>> = {
  'properties.min_size': 'min',
  'properties.max_size': 'max',
};

export function isBound({ path }: FieldChange): boolean {
  return Object.hasOwn(BOUNDS, path);
}

function isExplained({ path, before }: FieldChange, { declared, live }: Clock): boolean {
  const bound = Object.hasOwn(BOUNDS, path) ? BOUNDS[path] : undefined;
  if (bound === undefined) return false;
  const of = { min: live?.mins ?? [], max: live?.maxes ?? [] }[bound];
  const now = declared === null ? [] : [declared, ...declared.schedules].map((one) => one[bound]);
  return [...of, ...now].some((value) => value !== null && equal(value, before));
}

function equal(value: number, before: Json): boolean {
  return before !== null && String(value) === String(before);
}

/** Kept, new, or removed as the oldest of a group that is too large. */
export function isOfSize({ fate, how }: MemberPlan): boolean {
  return fate === 'keep' || fate === 'create' || (fate === 'delete' && how === 'oldest of the group');
}
