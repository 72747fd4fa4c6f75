/** The size that a scaling policy gives a group: Heat's own arithmetic. */
import type { AdjustmentSpec } from '../../model/scaling-spec.ts';

export interface SizeChange extends AdjustmentSpec {
  readonly minStep: number | null;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Every size that the bounds allow with servers in it, up to a number beyond which no ratio of sizes tells anything new. */
export function sizesWithin({ min, max }: Bounds): readonly number[] {
  const from = Math.max(1, min);
  return Array.from({ length: Math.max(0, Math.min(max - from + 1, 1000)) }, (_, index) => from + index);
}

/** heat/scaling/scalingutil.py calculate_new_capacity. */
export function sizeAfter(current: number, change: SizeChange, { min, max }: Bounds): number {
  return Math.max(min, Math.min(max, wanted(current, change)));
}

function wanted(current: number, { adjustment, amount, minStep }: SizeChange): number {
  switch (adjustment) {
    case 'exact':
      return amount;
    case 'change':
      return current + amount;
    case 'percent':
      return current + percentStep(current, amount, minStep ?? 0);
  }
}

/** Less than one is rounded away from zero, more toward it. */
function percentStep(current: number, percent: number, minStep: number): number {
  const exact = (current * percent) / 100;
  const rounded = Math.abs(exact) < 1 ? Math.sign(exact) * Math.ceil(Math.abs(exact)) : Math.trunc(exact);
  return Math.abs(rounded) < minStep ? Math.sign(percent) * minStep : rounded;
}
