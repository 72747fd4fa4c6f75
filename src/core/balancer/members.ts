/** Tells which servers of a group belong behind its balancer, and at which address. */
import type { BalancerMember } from '../../model/balancer.ts';
import type { ObservedGroup, ObservedMember, ObservedServer } from '../../model/observed.ts';

/** @param network the name Nova gives it; null = whichever comes first */
export function balancerMembers(
  groups: readonly ObservedGroup[],
  network: string | null,
): readonly BalancerMember[] {
  const members = groups.flatMap((group) => group.members);
  return members.flatMap((member) =>
    member.servers.map((server) => ({
      name: server.name || server.id,
      address: addressIn(server, network),
      ...belonging(member, server),
    })),
  );
}

/** IPv4 before IPv6: a network with both has its balancers on the first, mostly. */
export function addressIn({ interfaces }: ObservedServer, network: string | null): string | null {
  const named = network ?? interfaces[0]?.network;
  const there = interfaces.filter((one) => one.network === named);
  return (there.find(({ address }) => !address.includes(':')) ?? there[0])?.address ?? null;
}

const GONE: readonly string[] = ['MISSING', 'DELETED', 'SOFT_DELETED'];

function belonging(member: ObservedMember, server: ObservedServer): Pick<BalancerMember, 'belongs' | 'why'> {
  const { state } = member;
  if (GONE.includes(server.status)) return { belongs: 'out', why: 'does not exist in Nova' };
  // the window that OS::Heat::Delay leaves before the server goes (measured: docs/openstack-facts.md)
  if (state.action === 'DELETE' || server.taskState === 'deleting') {
    return { belongs: 'out', why: 'is being deleted' };
  }
  if (server.status !== 'ACTIVE') return { belongs: 'as-is', why: `is ${server.status}` };
  if (state.action === 'UPDATE' && member.servers.length > 1) return handingOver(member, server);
  // a member may wait for its service inside its creation; one that failed is about to be replaced
  if (state.status !== 'COMPLETE') {
    return { belongs: 'as-is', why: `stands at ${state.action}_${state.status} in Heat` };
  }
  return { belongs: 'in', why: '' };
}

/** Its own check tells when the new one may be asked; the old one serves until its drain begins. */
function handingOver(
  { servers, draining }: ObservedMember,
  server: ObservedServer,
): Pick<BalancerMember, 'belongs' | 'why'> {
  const newest = servers.toSorted((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1))[0];
  if (server === newest) return { belongs: 'in', why: '' };
  return draining
    ? { belongs: 'out', why: 'is being replaced' }
    : { belongs: 'as-is', why: 'serves until its successor does' };
}
