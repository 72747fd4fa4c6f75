// The numbers of a scaling group: new sizes, batches, which members change or go.

import { type JsonObject, sameJson } from '../../json.ts';

export interface Adjustment {
  readonly current: number;
  readonly adjustment: number;
  readonly type: string;
  readonly minStep: number | null;
  readonly min: number;
  readonly max: number;
}

export interface Batch {
  readonly size: number;
  /** Members that get the new definition, newly made ones included. */
  readonly changes: number;
}

export interface Member {
  readonly name: string;
  readonly definition: JsonObject;
}

/** heat/scaling/scalingutil.py calculate_new_capacity. */
export function newCapacity({ current, adjustment, type, minStep, min, max }: Adjustment): number {
  return Math.max(min, Math.min(max, unbounded(current, adjustment, type, minStep)));
}

function unbounded(current: number, adjustment: number, type: string, minStep: number | null): number {
  switch (type) {
    case 'change_in_capacity':
    case 'ChangeInCapacity':
      return current + adjustment;
    case 'exact_capacity':
    case 'ExactCapacity':
      return adjustment;
    default:
      return current + stepOf(roundedPercent(current, adjustment), minStep);
  }
}

/** Away from zero below one, towards zero above. */
function roundedPercent(current: number, percent: number): number {
  const delta = (current * percent) / 100;
  const away = delta > 0 ? Math.ceil(delta) : Math.floor(delta);
  return Math.abs(delta) < 1 ? away : Math.trunc(delta);
}

function stepOf(adjustment: number, minStep: number | null): number {
  if (minStep === null || minStep <= Math.abs(adjustment)) return adjustment;
  return adjustment > 0 ? minStep : -minStep;
}

/** heat/scaling/rolling_update.py: needs_update and next_batch, until all are done. */
export function rollingBatches(
  target: number,
  capacity: number,
  batchSize: number,
  minInService: number,
): readonly Batch[] {
  const batches: Batch[] = [];
  let current = capacity;
  let updated = 0;
  while (!(updated >= current && current === target)) {
    const least = Math.min(minInService, target, current);
    const changes = Math.min(batchSize, Math.max(target - updated, 0));
    const size = changes + Math.max(Math.min(current, target - changes), least);
    batches.push({ size, changes });
    current = size;
    updated += changes;
  }
  return batches;
}

/** heat/scaling/template.py member_definitions: `old` is in the order in which members are replaced or removed. */
export function memberDefinitions(
  old: readonly Member[],
  definition: JsonObject,
  batch: Batch,
  newName: () => string,
): readonly Member[] {
  const kept = batch.size === 0 ? [] : old.slice(-batch.size);
  let replace = batch.changes - (batch.size - kept.length);
  const members = kept.map((member) => {
    if (replace <= 0 || sameJson(member.definition, definition)) return member;
    replace -= 1;
    return { name: member.name, definition };
  });
  const added = Array.from({ length: batch.size - kept.length }, () => ({ name: newName(), definition }));
  return [...members, ...added];
}
