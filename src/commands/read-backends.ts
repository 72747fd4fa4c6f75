/** Asks the balancers outside of OpenStack how the servers of one group fare, where its spec wants that checked. */
import { balancerNetwork } from '../core/balancer/network.ts';
import type { BackendAnswer, BackendsSeen } from '../model/evidence.ts';
import type { GroupSpec, TemplateSpec } from '../model/spec.ts';
import { BalancerError } from '../ports/errors.ts';
import { orFailure } from './follow.ts';
import type { HealthRun } from './health-run.ts';

/** null: it stands behind none, or nobody wants to know. */
export async function readBackends(
  { parts, around }: HealthRun,
  spec: GroupSpec | TemplateSpec,
): Promise<BackendsSeen | null> {
  if (spec.kind !== 'AutoScalingGroup' || spec.loadBalancer?.kind !== 'haproxy') return null;
  if (!(spec.health?.checks.some(({ kind }) => kind === 'loadBalancer') ?? false)) return null;
  const { loadBalancer } = spec;
  const { backend } = loadBalancer;
  const answers = loadBalancer.runtimeApis.map(async (api): Promise<BackendAnswer> => {
    const servers = await orFailure(() => parts.balancers.open(api).servers(backend));
    return servers instanceof BalancerError
      ? { api, backend, kind: 'unreadable', why: `HAProxy could not be asked: ${servers.message}` }
      : { api, backend, kind: 'read', servers };
  });
  return {
    group: spec.name,
    network: balancerNetwork(loadBalancer, around.networks),
    answers: await Promise.all(answers),
  };
}
