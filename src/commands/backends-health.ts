/** Looks after every backend that follows the groups of one stack. */
import { keptMinimum } from '../core/balancer/kept-minimum.ts';
import { liveGroups } from '../core/balancer/live-groups.ts';
import { balancerMembers } from '../core/balancer/members.ts';
import { balancerNetwork } from '../core/balancer/network.ts';
import type { BalancerHealth } from '../model/health.ts';
import type { LiveStack } from '../model/observed.ts';
import type { GroupSpec, TemplateSpec } from '../model/spec.ts';
import { balancerHealth } from './balancer-health.ts';
import type { HealthRun } from './health-run.ts';

export async function backendsHealth(
  { parts, cloud, heal, around }: HealthRun,
  spec: GroupSpec | TemplateSpec,
  stack: LiveStack,
): Promise<readonly BalancerHealth[]> {
  if (spec.kind !== 'AutoScalingGroup' || spec.loadBalancer?.kind !== 'haproxy') return [];
  const { loadBalancer, rollout } = spec;
  const groups = liveGroups(stack.groups);
  const template = (await cloud.template(stack)) ?? {};
  const check = {
    group: spec.name,
    min: keptMinimum({ template, groups }, spec),
    balancer: loadBalancer,
    drainSeconds: rollout.drainSeconds,
    members: balancerMembers(groups, balancerNetwork(loadBalancer, around.networks)),
    heal,
  };
  return Promise.all(loadBalancer.runtimeApis.map((api) => balancerHealth(parts, api, check)));
}
