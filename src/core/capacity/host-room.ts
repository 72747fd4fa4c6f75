/** What groups may still ask of the hosts, and whether these have room for it: a warning, for hosts are shared. */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import type { Flavor } from '../../model/facts.ts';
import type { HostQuestion, HostRoom } from '../../model/host-room.ts';
import type { ObservedStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import type { Finding, Position } from '../../model/problem.ts';
import { only } from '../plan/check-references.ts';
import type { Pair } from '../plan/plan.ts';
import { quote } from '../spec/quote.ts';
import { boundsOf } from './bounds.ts';
import type { Part } from './parts.ts';
import { stackParts } from './stack-parts.ts';

/** Each flavor of these stacks' members once, by name; a flavor that only Heat can tell is left out. */
export function hostQuestions(pairs: readonly Pair[], flavors: readonly Flavor[]): readonly HostQuestion[] {
  const all = pairs.flatMap((pair) => needsOf(pair, flavors).map(({ question }) => question));
  const byKey = new Map(all.map((question) => [keyOf(question), question]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, question]) => question);
}

function keyOf({ flavor, diskGiB }: HostQuestion): string {
  return JSON.stringify([flavor, diskGiB]);
}

interface Need {
  readonly question: HostQuestion;
  /** Servers that may come until the groups are at their largest. */
  readonly more: number;
}

function needsOf({ desired, observed }: Pair, flavors: readonly Flavor[]): readonly Need[] {
  if (desired.presence === 'absent') return [];
  const { each } = stackParts(desired, desired.groups);
  return desired.groups.flatMap((group) => {
    const servers = (each.get(group.address) ?? []).flatMap((part) => serverOf(part, flavors));
    const distinct = new Map(servers.map((question) => [keyOf(question), question]));
    return [...distinct.values()].map((question) => {
      const perMember = servers.filter((one) => keyOf(one) === keyOf(question)).length;
      return { question, more: stillToCome(group, perMember, { desired, observed, question }) };
    });
  });
}

function serverOf(part: Part, flavors: readonly Flavor[]): readonly HostQuestion[] {
  if (part.kind !== 'server' || part.flavor === null) return [];
  const found = only(flavors, part.flavor);
  if (found === null) return [];
  const { name, vcpus, ramMiB, diskGiB } = found;
  return [{ flavor: name, vcpus, ramMiB, diskGiB: part.onVolume ? 0 : diskGiB }];
}

function stillToCome(
  group: DesiredGroup,
  perMember: number,
  {
    desired,
    observed,
    question,
  }: Pick<Pair, 'observed'> & {
    readonly desired: DesiredStack;
    readonly question: HostQuestion;
  },
): number {
  const { max } = boundsOf(desired, group);
  const there = serversIn(observed, group.address).filter(
    ({ flavor, status }) => flavor === question.flavor && status !== 'MISSING',
  );
  return max === null ? 0 : Math.max(0, max * perMember - there.length);
}

function serversIn(observed: ObservedStack, at: string) {
  if (observed.presence === 'absent') return [];
  const found = observed.groups.find(({ address }) => address === at);
  return (found?.members ?? []).flatMap(({ servers }) => servers);
}

/** Of a group that changes; `at`: where its largest size is written. */
export function hostFindings(
  { group, pair, at }: { readonly group: GroupPlan; readonly pair: Pair; readonly at: Position },
  rooms: readonly HostRoom[],
  flavors: readonly Flavor[],
): readonly Finding[] {
  if (group.action === 'no-op' || group.action === 'delete' || group.byClock) return [];
  const needs = needsOf(pair, flavors);
  return rooms.flatMap((room): readonly Finding[] => {
    if (room.kind === 'unknown' || room.orMore) return [];
    const same = needs.filter(({ question }) => keyOf(question) === keyOf(room));
    const more = same.reduce((sum, need) => sum + need.more, 0);
    if (more <= room.servers) return [];
    const message = `the hosts have room for about ${room.servers} more ${room.servers === 1 ? 'server' : 'servers'} of flavor ${quote(room.flavor)}, and until its largest size ${more} more may come; beyond that no alarm brings a server, so ask the cloud's operator for hosts, or take a smaller flavor`;
    return [{ rule: 'hosts-full', severity: 'warn', message, source: at }];
  });
}
