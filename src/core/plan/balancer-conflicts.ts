/**
 * Changes of a load balancer that Heat would never finish: it makes the successor before the old one goes, Octavia answers 409
 * for the second, and Heat tries again until its time is up (octavia_base.py check_create_complete; measured on 2025.1).
 */
import { type Json, type JsonObject, own } from '../../model/json.ts';
import { sameValue } from '../heat/canonical.ts';
import { nestedResources } from '../heat/member-servers.ts';
import { object } from '../heat/template.ts';
import { effectOf } from './replacement.ts';
import type { Side } from './resource-change.ts';

export interface BalancerConflict {
  readonly name: string;
  readonly type: string;
  /** The group whose member it is part of; null = the stack's own. */
  readonly group: string | null;
  readonly message: string;
}

export function balancerConflicts(before: Side, after: Side): readonly BalancerConflict[] {
  const replaced = replacedNames(before, after);
  const members = groupNames(after).flatMap((group) => {
    const [old, next] = [memberOf(group, before), memberOf(group, after)];
    if (old === null || next === null) return [];
    const inside = replacedNames(old, next);
    return conflictsOf(inside, new Set([...inside, ...replaced]), old, next).map((one) => ({
      ...one,
      group,
      message: `${group}: ${one.message}`,
    }));
  });
  return [...conflictsOf(replaced, replaced, before, after), ...members];
}

function conflictsOf(
  names: ReadonlySet<string>,
  replaced: ReadonlySet<string>,
  before: Side,
  after: Side,
): readonly BalancerConflict[] {
  return [...names].sort().flatMap((name) => {
    const pair = pairOf(name, before, after);
    const message = pair === null ? null : conflict(name, pair, replaced);
    return message === null ? [] : [{ name, type: pair?.type ?? '', group: null, message }];
  });
}

function groupNames({ resources }: Side): readonly string[] {
  return Object.keys(resources).filter((name) => resources[name]?.['type'] === 'OS::Heat::AutoScalingGroup');
}

/** The resources of a group's member that is a nested stack. */
function memberOf(group: string, { resources, files }: Side): Side | null {
  const member = object(object(own(resources, group)?.['properties'] ?? null)['resource'] ?? null);
  const inside = nestedResources(String(member['type'] ?? ''), object(member['properties'] ?? null), files);
  return inside === null ? null : { resources: inside, files };
}

interface Pair {
  readonly type: string;
  readonly old: JsonObject;
  readonly next: JsonObject;
}

function pairOf(name: string, before: Side, after: Side): Pair | null {
  const old = own(before.resources, name);
  const next = own(after.resources, name);
  const type = next?.['type'];
  if (!old || !next || typeof type !== 'string' || old['type'] !== type) return null;
  return { type, old: object(old['properties']), next: object(next['properties']) };
}

/** Also those that belong to something which is replaced. */
function replacedNames(before: Side, after: Side): ReadonlySet<string> {
  const replaced = new Set<string>();
  for (let size = -1; size !== replaced.size; ) {
    size = replaced.size;
    for (const name of Object.keys(after.resources)) {
      const pair = pairOf(name, before, after);
      if (pair !== null && isReplaced(pair, replaced)) replaced.add(name);
    }
  }
  return replaced;
}

function isReplaced({ type, old, next }: Pair, replaced: ReadonlySet<string>): boolean {
  if (!type.startsWith('OS::Octavia::')) return false;
  return [...new Set([...Object.keys(old), ...Object.keys(next)])].some((key) => {
    const target = referred(own(next, key));
    const changes =
      !sameValue(own(old, key) ?? null, own(next, key) ?? null) || (target !== null && replaced.has(target));
    return changes && effectOf(type, key, next).kind === 'replace';
  });
}

export function referred(value: Json | undefined): string | null {
  const target = object(value ?? null)['get_resource'];
  return typeof target === 'string' ? target : null;
}

/** What there can be but one of, and where. */
const ONLY_ONE: Readonly<
  Record<string, { readonly place: readonly string[]; readonly words: (name: string) => string }>
> = {
  'OS::Octavia::HealthMonitor': {
    place: ['pool'],
    words: (name) =>
      `${name}: a pool has but one monitor, and Heat would try to make the new one until its time is up; take the monitor away and apply, then give the new one`,
  },
  'OS::Octavia::Pool': {
    place: ['listener'],
    words: (name) =>
      `${name}: a listener has but one pool, and Heat would try to make the new one until its time is up; give the listener another port in the same change, or take the load balancer away and apply, then give it anew`,
  },
  'OS::Octavia::PoolMember': {
    place: ['pool', 'address', 'protocol_port'],
    words: (name) =>
      `${name}: a pool has each address and port but once, and Heat would try to make the new member until its time is up; change its port or the servers in the same commit, or take the load balancer away and apply, then give it anew`,
  },
  'OS::Octavia::Listener': {
    place: ['loadbalancer', 'protocol_port'],
    words: (name) =>
      `${name}: the old listener holds its port until the new one is there, and Heat would try to make that until its time is up; give it another port in the same change, or take the load balancer away and apply, then give it anew`,
  },
};

function conflict(name: string, pair: Pair, replaced: ReadonlySet<string>): string | null {
  const rule = own(ONLY_ONE, pair.type);
  if (rule === undefined || transportDiffers(pair)) return null;
  const stays = rule.place.every((key) => {
    const target = referred(own(pair.next, key));
    return (
      sameValue(own(pair.old, key) ?? null, own(pair.next, key) ?? null) &&
      !(target !== null && replaced.has(target))
    );
  });
  const isPlaced = rule.place.every((key) => (own(pair.next, key) ?? null) !== null);
  return stays && isPlaced ? rule.words(name) : null;
}

/** A port of UDP and the same of TCP are two (octavia constants.py L4_PROTOCOL_MAP). */
function transportDiffers({ type, old, next }: Pair): boolean {
  if (type !== 'OS::Octavia::Listener') return false;
  return (old['protocol'] === 'UDP') !== (next['protocol'] === 'UDP');
}
