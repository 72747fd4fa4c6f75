/** Finds a size that nobody's alarm, signal or update explains: somebody updated the group's own stack by hand. */
import type { DriftItem } from '../../model/drift.ts';
import type { ObservedGroup, StackEvent, StackPulse } from '../../model/observed.ts';
import type { Pair } from '../plan/plan.ts';
import { driftItem } from './kinds.ts';

/** Groups at rest, inside their bounds, at another size than they began with: only of them anybody is asked. */
export function standingAside({ desired, observed }: Pair): readonly ObservedGroup[] {
  if (desired.presence === 'absent' || observed.presence === 'absent') return [];
  if (observed.state.status !== 'COMPLETE') return [];
  return observed.groups.filter(({ address, state, nested, members }) => {
    const wanted = desired.groups.find((group) => group.address === address);
    if (wanted === undefined || nested === null || state.status !== 'COMPLETE') return false;
    const inside = members.length >= (wanted.min ?? 0) && members.length <= (wanted.max ?? members.length);
    const resting = members.every((member) => member.state.status === 'COMPLETE');
    return inside && resting && members.length !== (wanted.initial ?? wanted.min);
  });
}

export interface SizeChange {
  /** When the group's own stack began to be updated; milliseconds since 1970. */
  readonly at: number;
  readonly time: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The last change of size, if the events show that nobody else was at work; in doubt null.
 * @param events the newest of the whole tree, oldest first, without a gap
 */
export function unexplainedChange(
  { address, members }: ObservedGroup,
  events: readonly StackEvent[],
): SizeChange | null {
  const starts = events.filter((event) => isOwn(event, address) && event.status === 'UPDATE_IN_PROGRESS');
  for (const [index, start] of [...starts.entries()].reverse()) {
    const [at, end] = [Date.parse(start.at), Date.parse(starts[index + 1]?.at ?? '')];
    const inside = events.filter((event) => isBetween(event, at, Number.isNaN(end) ? Infinity : end));
    const gained = gain(inside, address);
    if (gained === 0) continue;
    const over = endOf(inside, address);
    const sure = over !== null && knowsBefore(events, at) && !isExplained(events, address, { at, over });
    return sure ? { at, time: start.at, from: members.length - gained, to: members.length } : null;
  }
  return null;
}

/** Heat keeps no word of a signal that broke off half-way; the group's cooldown, or its claim, may tell of one. */
export function unexplainedSize(
  group: ObservedGroup,
  change: SizeChange,
  pulse: StackPulse,
): DriftItem | null {
  const now = pulse.groups.find(({ address }) => address === group.address);
  if (now === undefined || now.activity.scalingInProgress || now.nestedState?.status !== 'COMPLETE')
    return null;
  if (Date.parse(now.activity.cooldownUntil ?? '') > change.at) return null;
  return driftItem({
    kind: 'size-unexplained',
    subject: `group ${group.address}`,
    about: group.nested && { service: 'stack', id: group.nested.id },
    repository: 'the size follows alarms, signals and updates',
    cloud: `went from ${change.from} to ${change.to} with none of them: its own stack was updated by hand`,
    remedy: `nothing, if it was meant; \`openstack stack event list ${group.nested?.name ?? ''}\` tells what was done`,
    since: change.time,
  });
}

/** Heat's engines write in any order. */
const AROUND_MS = 10 * 60_000;
const STACK = 'OS::Heat::Stack';

/** Of the group's own stack, as a stack. */
function isOwn(
  { address, resourceType }: Pick<StackEvent, 'address' | 'resourceType'>,
  group: string,
): boolean {
  return address === group && resourceType === STACK;
}

function isBetween({ at }: StackEvent, from: number, to: number): boolean {
  const time = Date.parse(at);
  return time >= from && time < to;
}

/** Members that came, less those that went; one that is replaced does both. */
function gain(events: readonly StackEvent[], group: string): number {
  // a member that is a stack of its own tells twice
  const direct = events.filter(
    ({ address, resourceType }) => isMember(address, group) && resourceType !== STACK,
  );
  const count = (wanted: string) => direct.filter(({ status }) => status === wanted).length;
  return count('CREATE_COMPLETE') - count('DELETE_COMPLETE');
}

function isMember(address: string, group: string): boolean {
  return address.startsWith(`${group}/`) && !address.slice(group.length + 1).includes('/');
}

/** null: it is under way, or something went wrong. */
function endOf(events: readonly StackEvent[], group: string): number | null {
  const last = events.filter((event) => isOwn(event, group)).at(-1);
  const failed = events.some(
    ({ address, status }) => address.startsWith(`${group}/`) && status.endsWith('_FAILED'),
  );
  return last?.status === 'UPDATE_COMPLETE' && !failed ? Date.parse(last.at) : null;
}

/** Whoever set it off would be among the events, if anybody did. */
function knowsBefore(events: readonly StackEvent[], at: number): boolean {
  return Date.parse(events[0]?.at ?? '') < at - AROUND_MS;
}

/** A signal's word comes when its work is done, however long that took (measured). */
function isExplained(
  events: readonly StackEvent[],
  group: string,
  { at, over }: { readonly at: number; readonly over: number },
): boolean {
  const near = events.filter((event) => isBetween(event, at - AROUND_MS, over + AROUND_MS));
  return near.some((event) => explains(event, group)) || wasUnderWay(events, group, at);
}

/** A signal, a mark, work on the group or on a stack around it. */
function explains(event: StackEvent, group: string): boolean {
  const { address, status } = event;
  if (status.startsWith('SIGNAL_') || status.startsWith('CHECK_')) return true;
  return isAround(address, group) && !isOwn(event, group);
}

function isAround(address: string, group: string): boolean {
  return address === '' || address === group || group.startsWith(`${address}/`);
}

/** A longer update of the stack around it: batch after batch is an update of the group's own. */
function wasUnderWay(events: readonly StackEvent[], group: string, at: number): boolean {
  const last = new Map<string, string>();
  for (const { address, resourceType, status, at: time } of events) {
    if (Date.parse(time) >= at) break;
    if (isOwn({ address, resourceType }, group)) continue;
    if (isAround(address, group)) last.set(`${address} ${resourceType}`, status);
  }
  return [...last.values()].some((status) => status.endsWith('_IN_PROGRESS'));
}
