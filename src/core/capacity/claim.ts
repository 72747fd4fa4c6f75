/** What one stack may take of the project's quotas: now, at its smallest and its largest, and while its servers are exchanged. */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import type { Flavor } from '../../model/facts.ts';
import type { PresentStack } from '../../model/observed.ts';
import type { Take } from '../../model/quota.ts';
import { describeGroups } from '../heat/describe-groups.ts';
import type { Pair } from '../plan/plan.ts';
import { widestBounds } from '../schedule/widest-bounds.ts';
import type { Part } from './parts.ts';
import { type StackParts, stackParts } from './stack-parts.ts';
import { NOTHING, serverTake, sum, takeBy, takeOf, times } from './take.ts';

export interface Claim {
  readonly name: string;
  readonly now: Take;
  /** It always holds at least that, once it is applied. */
  readonly least: Take;
  readonly most: Take;
  /** At the largest size that the live groups may have. */
  readonly mostBefore: Take;
  /** Further, while its servers are exchanged. */
  readonly surge: Take;
  /** One member and what is there beside members; null where there is not exactly one group. */
  readonly single: { readonly each: Take; readonly beside: Take; readonly max: number | null } | null;
  /** Servers that one server group holds together; null where there is none. */
  readonly apart: { readonly most: number | null; readonly surge: number | null } | null;
  /** At the largest size that the live groups may have; null = only Heat can tell. */
  readonly apartBefore: number | null;
}

export function claimOf({ desired, observed }: Pair, flavors: readonly Flavor[]): Claim {
  const before = observed.presence === 'present' ? liveClaim(observed, flavors) : NO_CLAIM;
  if (desired.presence === 'absent') return { name: desired.name, ...before, ...NO_CLAIM_AFTER };
  const after = desiredClaim(desired, observed, flavors);
  return {
    name: desired.name,
    ...before,
    ...after,
    surge: sum([after.surge, excess(before.now, after.most)]),
  };
}

/** What is there now and above the largest size goes only while the change is made. */
function excess(now: Take, most: Take): Take {
  return takeBy((name) => {
    const [held, allowed] = [now[name], most[name]];
    return held === null || allowed === null ? null : Math.max(0, held - allowed);
  });
}

const NO_CLAIM = { now: NOTHING, mostBefore: NOTHING, apartBefore: 0 };
const NO_CLAIM_AFTER = { least: NOTHING, most: NOTHING, surge: NOTHING, single: null, apart: null };

function liveClaim(observed: PresentStack, flavors: readonly Flavor[]): Pick<Claim, keyof typeof NO_CLAIM> {
  const groups = describeGroups({ ...observed, initial: [] });
  const parts = stackParts(observed, groups);
  const beside = takeOf(parts.beside, flavors);
  const largest = groups.map(({ address, max }) => times(eachOf(parts, address, flavors), max));
  const together = apart(
    groups.map((group) => ({ group, max: group.max, surge: 0 })),
    parts,
  );
  return {
    now: sum([beside, liveMembers(observed, parts, flavors)]),
    mostBefore: sum([beside, ...largest]),
    apartBefore: together === null ? 0 : together.most,
  };
}

/** Servers as Nova has them, everything else as the template says. */
function liveMembers({ groups }: PresentStack, parts: StackParts, flavors: readonly Flavor[]): Take {
  const takes = groups.flatMap(({ address, members }) => {
    const others = (parts.each.get(address) ?? []).filter(({ kind }) => kind !== 'server');
    const servers = members.flatMap((member) => member.servers).filter(({ status }) => status !== 'MISSING');
    return [
      times(takeOf(others, flavors), members.length),
      ...servers.map(({ flavor }) => serverTake(flavor, flavors)),
    ];
  });
  return sum(takes);
}

function desiredClaim(
  desired: DesiredStack,
  observed: Pair['observed'],
  flavors: readonly Flavor[],
): Omit<Claim, 'name' | keyof typeof NO_CLAIM> {
  const parts = stackParts(desired, desired.groups);
  const beside = takeOf(parts.beside, flavors);
  const sized = desired.groups.map((group) => {
    const { min, max } = boundsOf(desired, group);
    const each = eachOf(parts, group.address, flavors);
    const surge = surgeOf(desired, group, largest(max, liveSize(observed, group)));
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

/** At any hour: what schedules may ask for counts, too. */
export function boundsOf(
  { scheduled }: DesiredStack,
  { min, max }: DesiredGroup,
): Pick<DesiredGroup, 'min' | 'max'> {
  return scheduled === null ? { min, max } : widestBounds({ size: scheduled.rule, scaling: scheduled.rule });
}

/**
 * Of a batch each is there twice: its successor is built first, or Heat adds extra members (heat/scaling/rolling_update.py
 * next_batch). Members of a nested stack, of Amazon's group without an update policy, or of a mapped type change all at once.
 */
function surgeOf(
  { environment }: DesiredStack,
  { address, type, rolling, member }: DesiredGroup,
  size: number | null,
): number | null {
  const mapped = Object.hasOwn(environment.resource_registry, String(member['type'] ?? ''));
  const allAtOnce = mapped || address.includes('/') || type.startsWith('AWS::');
  return size === null || allAtOnce ? size : Math.min(rolling.maxBatch, size);
}

function liveSize(observed: Pair['observed'], { address }: DesiredGroup): number {
  if (observed.presence === 'absent') return 0;
  return observed.groups.find((group) => group.address === address)?.members.length ?? 0;
}

function largest(max: number | null, current: number): number | null {
  return max === null ? null : Math.max(max, current);
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
