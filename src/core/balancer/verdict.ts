/** Says of one backend whether it is as the group needs it, after what was done. */
import type { BalancerPlan } from '../../model/balancer.ts';
import type { BalancerHealth, BalancerStep } from '../../model/health.ts';

/** The steps of a plan that nobody carries out. */
export function planned({ actions }: BalancerPlan): readonly BalancerStep[] {
  return actions.map((action) => ({
    ...action,
    outcome: action.kind === 'keep' ? 'kept' : 'planned',
    message: '',
  }));
}

/** @param plan what is still to do now; steps, what was done or would be */
export function balancerVerdict(found: {
  readonly api: string;
  readonly backend: string;
  readonly plan: BalancerPlan;
  readonly steps: readonly BalancerStep[];
}): BalancerHealth {
  const { api, backend, plan, steps } = found;
  const left = plan.actions.filter(({ kind }) => kind !== 'keep').length;
  const failed = steps.filter(({ outcome }) => outcome === 'failed').length;
  const done = steps.some(({ outcome }) => outcome === 'done');
  const bad = left > 0 || failed > 0 || plan.brake !== null;
  return {
    api,
    backend,
    status: bad ? 'unhealthy' : done ? 'healed' : 'healthy',
    message: plan.brake ?? '',
    steps,
    foreign: plan.foreign,
    notes: plan.notes,
  };
}
