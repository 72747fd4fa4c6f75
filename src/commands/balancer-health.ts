/** Compares one backend of one balancer with the group, and puts it right where that is asked for. */
import { decideBalancer } from '../core/balancer/decide.ts';
import { balancerVerdict, planned } from '../core/balancer/verdict.ts';
import type { BalancerMember } from '../model/balancer.ts';
import type { HAProxySpec } from '../model/balancer-spec.ts';
import type { BalancerHealth } from '../model/health.ts';
import type { Balancer } from '../ports/balancer.ts';
import { BalancerError } from '../ports/errors.ts';
import { follow } from './follow.ts';
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
  const { drainSeconds } = check;
  try {
    const balancer = balancers.open(api);
    const before = await look(balancer, check);
    const found = balancerVerdict({ api, backend, plan: before.plan, steps: planned(before.plan) });
    if (!check.heal || found.status === 'healthy') return found;
    const { servers, plan } = before;
    const work = { group: check.group, backend, drainSeconds, servers, actions: plan.actions };
    const steps = await follow({ balancer, clock: balancers.clock, log }, work);
    // what HAProxy answered is not the end: somebody else may have been at work
    const after = await look(balancer, check);
    return balancerVerdict({ api, backend, plan: after.plan, steps });
  } catch (error) {
    if (!(error instanceof BalancerError)) throw error;
    return { api, backend, status: 'unchecked', message: error.message, steps: [], foreign: [], notes: [] };
  }
}

async function look(balancer: Balancer, { group, min, members, balancer: { backend, port } }: BalancerCheck) {
  const servers = await balancer.servers(backend);
  return { servers, plan: decideBalancer({ group, min, port, members, servers }) };
}
