/** Keeps a rule of bounds as an output of its stack, so that everybody can see which one was applied last. */
import type { Json, JsonObject } from '../../model/json.ts';
import type { ScheduleSpec } from '../../model/scaling-spec.ts';
import type { Bounds, BoundsRule } from '../../model/schedule.ts';
import { sameValue } from './canonical.ts';
import { object } from './template.ts';

const NAME = 'bounds';

export function ruleOutput(rule: BoundsRule | null): JsonObject {
  if (rule === null) return {};
  const description = 'The bounds that are declared; those of the group follow the schedules';
  return { [NAME]: { description, value: recorded(rule) } };
}

/** What a stack's template holds of it; the bounds of it all, for the rule itself can't be told from here. */
export interface RecordedRule {
  readonly value: JsonObject;
  readonly mins: readonly number[];
  readonly maxes: readonly number[];
}

export function recordedRule(template: JsonObject): RecordedRule | null {
  const value = object(object(object(template['outputs'])[NAME])['value']);
  const { schedules } = value;
  if (!Array.isArray(schedules)) return null;
  const all = [value, ...schedules.map(object)];
  return { value, mins: numbers(all, 'min'), maxes: numbers(all, 'max') };
}

export function isRecorded(rule: BoundsRule, live: RecordedRule | null): boolean {
  return live !== null && sameValue(recorded(rule), live.value);
}

function recorded({ min, max, schedules }: BoundsRule): JsonObject {
  return { min, max, schedules: schedules.map(scheduleJson) };
}

/** The schedules of a rule as data, for people and for digests. */
export function scheduleJson({ name, cron, timezone, forSeconds, min, max }: ScheduleSpec): JsonObject {
  return {
    name,
    cron,
    timezone,
    for: forSeconds,
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
  };
}

function numbers(all: readonly JsonObject[], key: keyof Bounds): readonly number[] {
  return all.flatMap((one: Readonly<Record<string, Json>>) => {
    const value = one[key];
    return typeof value === 'number' ? [value] : [];
  });
}
