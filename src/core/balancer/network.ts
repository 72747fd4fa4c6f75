/** Finds the name that Nova gives to the network on which a balancer reaches the members. */
import type { Catalogue } from '../../model/observed.ts';
import type { GroupSpec } from '../../model/spec.ts';

/** Nova lists addresses by the network's name; a spec may hold its id. */
export function balancerNetwork(
  { server, loadBalancer }: GroupSpec,
  networks: Catalogue['network'],
): string | null {
  const written = loadBalancer?.network ?? server.networks[0] ?? null;
  return networks.find(({ id }) => id === written)?.name ?? written;
}
