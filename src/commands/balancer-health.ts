/** Compares one backend of one balancer with the group, and puts it right where that is asked for. */
import { decideBalancer } from '../core/balancer/decide.ts';
import { balancerVerdict, planned } from '../core/balancer/verdict.ts';
import type { BalancerMember } from '../model/balancer.ts';
import type { HAProxySpec } from '../model/balancer-spec.ts';
import type { BalancerHealth, BalancerStep } from '../model/health.ts';
import type { Balancer } from '../ports/balancer.ts';
import { BalancerError } from '../ports/errors.ts';
import { follow, orFailure } from './follow.ts';
import type { HealParts } from './parts.ts';

export interface BalancerCheck {
  readonly group: string;
  readonly min: number;
  readonly balancer: HAProxySpec;
  readonly drainSeconds: number;
  readonly members: readonly BalancerMember[];
  readonly heal: boolean;
}

export async function balancerHealth(
  { balancers, log }: Pick<HealParts, 'balancers' | 'log'>,
  api: string,
  check: BalancerCheck,
): Promise<BalancerHealth> {
  const { backend } = check.balancer;
  const { group, drainSeconds } = check;
  const unchecked = (message: string, steps: readonly BalancerStep[]): BalancerHealth => {
    return { api, backend, status: 'unchecked', message, steps, foreign: [], notes: [] };
  };
  const before = await orFailure(() => look(balancers.open(api), check));
  if (before instanceof BalancerError) return unchecked(before.message, []);
  const { balancer, servers, plan } = before;
  const found = balancerVerdict({ api, backend, plan, steps: planned(plan) });
  if (!check.heal || found.status === 'healthy') return found;
  const work = { group, backend, drainSeconds, servers, actions: plan.actions };
  const { steps, failure } = await follow({ balancer, clock: balancers.clock, log }, work);
  if (failure !== null) return unchecked(failure.message, steps);
  // what HAProxy answered is not the end: somebody else may have been at work
  const after = await orFailure(() => look(balancer, check));
  if (after instanceof BalancerError) return unchecked(after.message, steps);
  return balancerVerdict({ api, backend, plan: after.plan, steps });
}

async function look(balancer: Balancer, { group, min, members, balancer: { backend, port } }: BalancerCheck) {
  const servers = await balancer.servers(backend);
  return { balancer, servers, plan: decideBalancer({ group, min, port, members, servers }) };
}
