/** What the change of size in a scaling policy or a step must fulfil: one kind, within the bounds. */
import type { ScalingPolicy, ScalingStep } from '../../generated/spec-types.ts';
import type { GroupSpec } from '../../model/spec.ts';
import { widestBounds } from '../schedule/widest-bounds.ts';
import type { Complaint } from './complaint.ts';
import { list, quote } from './quote.ts';

export function adjustmentComplaints(
  policy: ScalingPolicy,
  pointer: string,
  spec: GroupSpec,
): readonly Complaint[] {
  return [
    ...oneAdjustment(policy, `the scaling policy ${quote(policy.name)}`, { pointer, otherwise: 'name' }),
    ...minStep(policy, pointer),
    ...setTo(policy, pointer, spec),
  ];
}

const ADJUSTMENTS = ['add', 'remove', 'addPercent', 'removePercent', 'setTo'] as const;

export function adjustmentsOf(of: ScalingPolicy | ScalingStep): readonly (typeof ADJUSTMENTS)[number][] {
  return ADJUSTMENTS.filter((key) => of[key] !== undefined);
}

/** Complains at the second adjustment; where there is none, at `otherwise` below the pointer, or at the pointer. */
export function oneAdjustment(
  of: ScalingPolicy | ScalingStep,
  subject: string,
  { pointer, otherwise }: { readonly pointer: string; readonly otherwise?: string },
): readonly Complaint[] {
  const given = adjustmentsOf(of);
  if (given.length === 1) return [];
  const has = given.length === 0 ? 'says nothing of what it does' : `has ${list(given)}`;
  const key = given[1] ?? otherwise;
  return [
    {
      pointer: key === undefined ? pointer : `${pointer}/${key}`,
      message: `${subject} ${has}; it needs exactly one of ${list(ADJUSTMENTS)}`,
    },
  ];
}

function minStep(policy: ScalingPolicy, pointer: string): readonly Complaint[] {
  const percent = policy.addPercent !== undefined || policy.removePercent !== undefined;
  if (policy.minStep === undefined || percent) return [];
  const message = `minStep is "${policy.minStep}" without a percentage; it goes with addPercent or removePercent only`;
  return [{ pointer: `${pointer}/minStep`, message }];
}

function setTo(policy: ScalingPolicy, pointer: string, spec: GroupSpec): readonly Complaint[] {
  const { min, max } = widestBounds(spec);
  if (policy.setTo === undefined || max < min || (policy.setTo >= min && policy.setTo <= max)) return [];
  const who = spec.scaling.schedules.length > 0 ? 'size and schedules' : 'size.min and size.max';
  const message = `setTo is "${policy.setTo}"; it must be from ${min} to ${max}, as ${who} say`;
  return [{ pointer: `${pointer}/setTo`, message }];
}
