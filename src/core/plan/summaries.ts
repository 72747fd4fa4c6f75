/** Adds up the scaling groups of one stack. */
import type { Fate, ScalingGroupPlan, ServerCounts, SizePlan } from '../../model/plan.ts';

export function countServers(groups: readonly ScalingGroupPlan[]): ServerCounts {
  const fates = groups.flatMap(({ members }) => members.map(({ fate }) => fate));
  const count = (...wanted: readonly Fate[]) => fates.filter((fate) => wanted.includes(fate)).length;
  return {
    keep: count('keep', 'update'),
    update: count('update'),
    create: count('create'),
    replace: count('replace'),
    delete: count('delete'),
  };
}

export function addSizes(groups: readonly ScalingGroupPlan[]): SizePlan {
  const sizes = groups.map(({ size }) => size);
  const staying = sizes.filter(({ min, max, after }) => min !== null || max !== null || after !== 0);
  const before = sizes.flatMap((size) => (size.before ? [size.before] : []));
  return {
    // a group that goes has no bounds, and takes away none
    min: sum(staying.map(({ min }) => min)),
    max: sum(staying.map(({ max }) => max)),
    current: sum(sizes.map(({ current }) => current)) ?? 0,
    after: sum(sizes.map(({ after }) => after)),
    before:
      before.length === 0
        ? null
        : { min: sum(before.map(({ min }) => min)), max: sum(before.map(({ max }) => max)) },
  };
}

/** null as soon as one part is unknown, or when there is nothing to add. */
function sum(values: readonly (number | null)[]): number | null {
  if (values.length === 0) return null;
  return values.reduce<number | null>(
    (total, value) => (total === null || value === null ? null : total + value),
    0,
  );
}
