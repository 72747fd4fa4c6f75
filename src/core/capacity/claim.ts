/** What one stack may take of the project's quotas: now, at its smallest and its largest, and while its servers are exchanged. */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import type { Flavor } from '../../model/facts.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { GroupPlan } from '../../model/plan.ts';
import type { Take } from '../../model/quota.ts';
import { describeGroups } from '../heat/describe-groups.ts';
import type { Pair } from '../plan/plan.ts';
import { boundsOf } from './bounds.ts';
import { liveMembers } from './live-members.ts';
import type { Part } from './parts.ts';
import { type StackParts, stackParts } from './stack-parts.ts';
import { exchangedAtOnce, failedAsBefore, leaving, lingering } from './surge.ts';
import { NOTHING, sum, takeOf, times } from './take.ts';

export interface Claim {
  readonly name: string;
  readonly now: Take;
  /** It always holds at least that, once it is applied. */
  readonly least: Take;
  readonly most: Take;
  /** At the largest size that the live groups may have. */
  readonly mostBefore: Take;
  /** Further, while it is changed or its servers are exchanged. */
  readonly surge: Take;
  /** One member and what is there beside members; null where there is not exactly one group. */
  readonly single: { readonly each: Take; readonly beside: Take; readonly max: number | null } | null;
  /** Servers that one server group holds together; null where there is none. */
  readonly apart: { readonly most: number | null; readonly surge: number | null } | null;
  /** At the largest size that the live groups may have; null = only Heat can tell. */
  readonly apartBefore: number | null;
}

export function claimOf(
  { desired, observed }: Pair,
  { changes }: Pick<GroupPlan, 'changes'>,
  flavors: readonly Flavor[],
): Claim {
  const { parts, ...before } = observed.presence === 'present' ? liveClaim(observed, flavors) : NO_CLAIM;
  const { name } = desired;
  // it goes only while the others come
  if (desired.presence === 'absent') return { name, ...before, ...NO_CLAIM_AFTER, surge: before.now };
  const partsAfter = stackParts(desired, desired.groups);
  const after = desiredClaim(desired, observed, { parts: partsAfter, flavors });
  if (observed.presence === 'absent' || parts === null) return { name, ...before, ...after };
  const both = { observed, desired, changes, before: parts, after: partsAfter, flavors };
  const surge = sum([after.surge, failedAsBefore(both), leaving(both), lingering(both)]);
  return { name, ...before, ...after, surge };
}

const NO_CLAIM = { now: NOTHING, mostBefore: NOTHING, apartBefore: 0, parts: null };
const NO_CLAIM_AFTER = { least: NOTHING, most: NOTHING, surge: NOTHING, single: null, apart: null };

interface LiveClaim extends Pick<Claim, 'now' | 'mostBefore' | 'apartBefore'> {
  readonly parts: StackParts;
}

function liveClaim(observed: PresentStack, flavors: readonly Flavor[]): LiveClaim {
  const groups = describeGroups({ ...observed, initial: [] });
  const parts = stackParts(observed, groups);
  const beside = takeOf(parts.beside, flavors);
  const largest = groups.map(({ address, max }) => times(eachOf(parts, address, flavors), max));
  const together = apart(
    groups.map((group) => ({ group, max: group.max, surge: 0 })),
    parts,
  );
  return {
    parts,
    now: sum([beside, liveMembers(observed.groups, parts, flavors)]),
    mostBefore: sum([beside, ...largest]),
    apartBefore: together === null ? 0 : together.most,
  };
}

function desiredClaim(
  desired: DesiredStack,
  observed: Pair['observed'],
  { parts, flavors }: { readonly parts: StackParts; readonly flavors: readonly Flavor[] },
): Omit<Claim, 'name' | keyof LiveClaim> {
  const beside = takeOf(parts.beside, flavors);
  const sized = desired.groups.map((group) => {
    const { min, max } = boundsOf(desired, group);
    const each = eachOf(parts, group.address, flavors);
    const surge = exchangedAtOnce(desired, group, { max, observed });
    return { group, each, min, max, surge };
  });
  const total = (size: (one: (typeof sized)[number]) => number | null) =>
    sum([beside, ...sized.map((one) => times(one.each, size(one)))]);
  const [first, second] = sized;
  const surge = sum(sized.map((one) => times(one.each, one.surge)));
  return {
    least: total(({ min }) => min),
    most: total(({ max }) => max),
    // a floating IP moves from the old server to its successor (core/heat/group/member-template.ts)
    surge: desired.kind === 'AutoScalingGroup' ? { ...surge, floatingIps: 0 } : surge,
    single: first && !second ? { each: first.each, beside, max: first.max } : null,
    apart: apart(sized, parts),
  };
}

function eachOf(parts: StackParts, address: string, flavors: readonly Flavor[]): Take {
  return takeOf(parts.each.get(address) ?? [], flavors);
}

interface Sized {
  readonly group: Pick<DesiredGroup, 'address'>;
  readonly max: number | null;
  readonly surge: number | null;
}

/** All groups of a stack share its server group. */
function apart(sized: readonly Sized[], { each }: StackParts): Claim['apart'] {
  const inside = sized.flatMap((one) => {
    const servers = (each.get(one.group.address) ?? []).filter(isKeptApart).length;
    return servers === 0 ? [] : [{ ...one, servers }];
  });
  if (inside.length === 0) return null;
  const total = (size: (one: Sized) => number | null) =>
    inside.reduce<number | null>((sofar, one) => {
      const members = size(one);
      return sofar === null || members === null ? null : sofar + members * one.servers;
    }, 0);
  return { most: total(({ max }) => max), surge: total(({ surge }) => surge) };
}

function isKeptApart(part: Part): boolean {
  return part.kind === 'server' && part.inServerGroup;
}
