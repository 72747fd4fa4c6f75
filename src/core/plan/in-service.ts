/** Finds rollouts that would leave fewer servers in service than the spec asks to keep. */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import type { ScalingGroupPlan } from '../../model/plan.ts';
import type { WalkedGroup } from './members.ts';

export function belowMinInService(view: {
  readonly desired: DesiredStack;
  readonly walked: readonly WalkedGroup[];
}): readonly string[] {
  return view.walked.flatMap(({ plan, desired, observed, change }) => {
    if (!desired || !observed || !change.effect?.interrupts) return [];
    const failed = observed.members.filter(({ state }) => state.status === 'FAILED').length;
    const kept = keptOf(desired, plan, failed);
    const index = plan.batches.findIndex(({ inService }) => inService < kept);
    const batch = plan.batches[index];
    if (!batch) return [];
    const least = Math.min(...plan.batches.map(({ inService }) => inService));
    const names = settingNames(view.desired, desired);
    const order = `batch ${index + 1} of ${plan.batches.length}`;
    const asked = `${names.minInService} ${desired.keepInService} asks for ${kept}`;
    return [
      `${plan.address}: this change takes servers out of service (${change.effect.how}), and of ${sizeOf(plan)} only ${batch.inService} would serve during ${order}, where ${asked}; ${permits(names, { desired, most: sizeOf(plan) - failed - kept, least })}`,
    ];
  });
}

/**
 * As Heat counts: no more than there are (heat/scaling/rolling_update.py next_batch). It takes the failed ones for members in
 * service, and to mend them must never be refused.
 */
function keptOf({ keepInService }: DesiredGroup, plan: ScalingGroupPlan, failed: number): number {
  return Math.min(keepInService, sizeOf(plan)) - failed;
}

/** Of what is rolled: what is above max goes first. */
function sizeOf({ size }: ScalingGroupPlan): number {
  return Math.min(size.current, size.max ?? size.current);
}

function permits(
  names: SettingNames,
  { desired, most, least }: { desired: DesiredGroup; most: number; least: number },
): string {
  const smaller = `${names.minInService} of at most ${least}`;
  // a nested stack's members may change all at once, whatever the batch
  const isBatch = most > 0 && most < desired.rolling.maxBatch && !desired.address.includes('/');
  return isBatch ? `${names.maxBatch} of at most ${most} permits it, or ${smaller}` : `${smaller} permits it`;
}

interface SettingNames {
  readonly minInService: string;
  readonly maxBatch: string;
}

function settingNames({ kind }: DesiredStack, { type }: DesiredGroup): SettingNames {
  if (kind === 'AutoScalingGroup')
    return { minInService: 'rollout.minInService', maxBatch: 'rollout.maxBatch' };
  return type === 'OS::Heat::AutoScalingGroup'
    ? { minInService: 'min_in_service', maxBatch: 'max_batch_size' }
    : { minInService: 'MinInstancesInService', maxBatch: 'MaxBatchSize' };
}
