/** Holds a group's largest size against the addresses that its subnets have left. */
import type { AddressDemand, Desired } from '../../model/desired.ts';
import type { Catalogue, ObservedStack, Subnet } from '../../model/observed.ts';
import type { Finding, Problem } from '../../model/problem.ts';
import { addressOf } from '../spec/addresses.ts';
import { only } from './check-references.ts';

/** Ids of the networks whose addresses in use must be known. */
export function networksInQuestion(desired: readonly Desired[], catalogue: Catalogue): readonly string[] {
  const demands = desired.flatMap((one) => (one.presence === 'present' ? one.addresses : []));
  const ids = demands.flatMap(({ network }) => only(catalogue.network, network)?.id ?? []);
  return [...new Set(ids)].sort();
}

export interface Room {
  /** The largest size can never be reached. */
  readonly problems: readonly Problem[];
  /** It can, and then nothing is left for an exchange of its servers. */
  readonly findings: readonly Finding[];
}

/** `inUse`: addresses by network id. Those of other projects stay unseen, so there may be less room, never more. */
export function checkRoom(
  { desired, observed }: { readonly desired: Desired; readonly observed: ObservedStack },
  catalogue: Catalogue,
  inUse: Readonly<Record<string, readonly string[]>>,
): Room {
  if (desired.presence === 'absent') return { problems: [], findings: [] };
  const own = new Set(serverAddresses(observed));
  const rooms = desired.addresses.flatMap((demand) => {
    const subnets = subnetsOf(demand, catalogue);
    const network = subnets[0]?.networkId;
    if (network === undefined) return [];
    return [{ demand, name: nameOf(demand, subnets), ...count(subnets, inUse[network] ?? [], own) }];
  });
  return {
    problems: rooms.flatMap((room) => {
      const message = neverReached(room);
      return message === null ? [] : [{ ...room.demand.at, message }];
    }),
    findings: rooms.flatMap((room) => {
      const message = noExchange(room);
      const rule = 'no-addresses-for-rollout';
      return message === null ? [] : [{ rule, severity: 'warn' as const, message, source: room.demand.at }];
    }),
  };
}

interface Counted {
  readonly demand: AddressDemand;
  readonly name: string;
  readonly free: bigint;
  readonly held: bigint;
}

function neverReached({ demand, name, free, held }: Counted): string | null {
  const { servers, each } = demand;
  if (BigInt(servers * each) <= free + held) return null;
  const most = (free + held) / BigInt(each);
  return `${servers} servers at most can never be reached: ${stock(name, free, held)}, enough for ${most} servers${perServer(each)}; make size.max smaller, or the subnet larger`;
}

function noExchange({ demand, name, free, held }: Counted): string | null {
  const { servers, surge, each } = demand;
  const room = free + held;
  if (surge === 0 || BigInt(servers * each) > room || BigInt((servers + surge) * each) <= room) return null;
  return `at ${servers} servers there would be no addresses to exchange them: a rollout or a healing needs ${surge} more servers for a while, and ${stock(name, free, held)}${perServer(each)}`;
}

function stock(name: string, free: bigint, held: bigint): string {
  const more = held === 0n ? '' : ` beside the ${held} that this group holds`;
  return `${free} addresses are free in ${name}${more}`;
}

function perServer(each: number): string {
  return each === 1 ? '' : ` with ${each} each`;
}

/** IPv6 subnets have room for everybody. */
function subnetsOf({ network, subnet }: AddressDemand, catalogue: Catalogue): readonly Subnet[] {
  const net = only(catalogue.network, network);
  if (net === null) return [];
  const own = catalogue.subnet.filter(({ networkId }) => networkId === net.id);
  const chosen = subnet === null ? own : [only(own, subnet)].filter((one) => one !== null);
  return chosen.filter(({ ipVersion }) => ipVersion === 4);
}

function nameOf({ network }: AddressDemand, subnets: readonly Subnet[]): string {
  const [one, ...more] = subnets;
  return one && more.length === 0
    ? `the subnet "${one.name || one.id}"`
    : `the subnets of the network "${network}"`;
}

function count(
  subnets: readonly Subnet[],
  inUse: readonly string[],
  own: ReadonlySet<string>,
): Pick<Counted, 'free' | 'held'> {
  const ranges = subnets.flatMap(({ pools }) =>
    pools.map(({ start, end }) => ({ first: numberOf(start), last: numberOf(end) })),
  );
  const size = ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  const used = [...new Set(inUse)].filter((text) => {
    const value = numberOf(text);
    return ranges.some(({ first, last }) => value >= first && value <= last);
  });
  return { free: size - BigInt(used.length), held: BigInt(used.filter((text) => own.has(text)).length) };
}

function numberOf(text: string): bigint {
  const read = addressOf(text);
  return read?.version === 4 ? read.value : -1n;
}

function serverAddresses(observed: ObservedStack): readonly string[] {
  if (observed.presence === 'absent') return [];
  return observed.groups.flatMap(({ members }) =>
    members.flatMap(({ servers }) => servers.flatMap(({ addresses }) => addresses)),
  );
}
