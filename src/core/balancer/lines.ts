/** Tells whose each line of a backend is: a member's, nobody's any more, or a slot to be had. */
import type { BackendServer, BalancerMember, Endpoint } from '../../model/balancer.ts';
import { type OwnName, ownName } from './names.ts';

export interface Line {
  readonly own: OwnName;
  readonly server: BackendServer;
}

export interface Wanted {
  readonly member: BalancerMember;
  readonly endpoint: Endpoint;
}

export function ownLines(group: string, servers: readonly BackendServer[]): readonly Line[] {
  const sorted = servers.toSorted((a, b) => compare(a.name, b.name));
  return sorted.flatMap((server) => {
    const own = ownName(group, server.name);
    return own === null ? [] : [{ own, server }];
  });
}

/** One for each address: Nova reuses an address as soon as its server is gone, so the one that stays wins. */
export function wantedMembers(members: readonly BalancerMember[], port: number): readonly Wanted[] {
  const rank = { in: 0, 'as-is': 1, out: 2 } as const;
  const byAddress = new Map<string, Wanted>();
  for (const member of members.toSorted((a, b) => rank[a.belongs] - rank[b.belongs])) {
    const { address } = member;
    if (address !== null && !byAddress.has(address))
      byAddress.set(address, { member, endpoint: { address, port } });
  }
  return [...byAddress.values()].toSorted((a, b) => compare(a.endpoint.address, b.endpoint.address));
}

/** Of two lines for one address, the one in service is kept. */
export function matchLines(lines: readonly Line[], wanted: readonly Wanted[]): ReadonlyMap<Wanted, Line> {
  const pairs = wanted.flatMap((want) => {
    const candidates = lines.filter((line) => !isUnused(line) && addressOf(line) === want.endpoint.address);
    const [best] = candidates.toSorted((a, b) => quality(b, want) - quality(a, want));
    return best === undefined ? [] : [[want, best] as const];
  });
  return new Map(pairs);
}

function quality({ own, server }: Line, { endpoint }: Wanted): number {
  const pointed = sameEndpoint(server.endpoint, endpoint) ? 4 : 0;
  return pointed + (server.state === 'ready' ? 2 : 0) + (own.kind === 'slot' ? 1 : 0);
}

/** Whose line it is: the address it has; null for one that is named after another address, which somebody pointed elsewhere. */
function addressOf({ own, server }: Line): string | null {
  const address = server.endpoint?.address ?? null;
  return own.kind === 'address' && own.address !== address ? null : address;
}

function isUnused({ own, server }: Line): boolean {
  return own.kind === 'slot' && server.endpoint === null;
}

/** Nobody's lines, without those that are about to be pointed back to whom they are named after. */
export function staleLines(
  lines: readonly Line[],
  wanted: readonly Wanted[],
  matched: ReadonlyMap<Wanted, Line>,
): readonly Line[] {
  const used = new Set(matched.values());
  const unplaced = wanted.filter((want) => want.member.belongs === 'in' && !matched.has(want));
  const coming = new Set(unplaced.map(({ endpoint }) => endpoint.address));
  return lines.filter((line) => {
    if (isUnused(line) || used.has(line)) return false;
    return line.own.kind === 'slot' || !coming.has(line.own.address);
  });
}

export function isServing({ server }: Line): boolean {
  return server.state === 'ready' && server.endpoint !== null;
}

/** Unused slots first, then those whose server is dead and has nothing under way. */
export function freeLines(
  lines: readonly Line[],
  matched: ReadonlyMap<Wanted, Line>,
  stale: readonly Line[],
): readonly Line[] {
  const used = new Set(matched.values());
  const slots = lines.filter((line) => line.own.kind === 'slot' && !used.has(line)).toSorted(bySlot);
  const dead = ({ server }: Line) => server.sessions === 0 && (!server.up || server.state === 'maint');
  return [...slots.filter(isUnused), ...slots.filter((line) => stale.includes(line) && dead(line))];
}

function bySlot(a: Line, b: Line): number {
  return (a.own.kind === 'slot' ? a.own.number : 0) - (b.own.kind === 'slot' ? b.own.number : 0);
}

export function sameEndpoint(a: Endpoint | null, b: Endpoint): boolean {
  return a !== null && a.address === b.address && a.port === b.port;
}

export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
