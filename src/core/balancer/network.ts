/** Finds the name that Nova gives to the network on which a balancer reaches the members. */
import type { HAProxySpec } from '../../model/balancer-spec.ts';
import type { Catalogue } from '../../model/observed.ts';

/** Nova lists addresses by the network's name; a spec may hold its id. */
export function balancerNetwork({ network }: HAProxySpec, networks: Catalogue['network']): string {
  return networks.find(({ id }) => id === network)?.name ?? network;
}
