/** Decides what an update does to the members of one group, before it is walked batch by batch. */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import { type JsonObject, own } from '../../model/json.ts';
import type { ObservedGroup, PresentStack } from '../../model/observed.ts';
import { isUnresolved } from '../heat/resolve.ts';
import { object, viewResource } from '../heat/template.ts';
import { clamp, type MemberChange } from './members.ts';
import type { GroupChange } from './nested-change.ts';
import { type Effect, strongest } from './replacement.ts';
import { definitionEffect } from './resource-diff.ts';
import { handedDown } from './sides.ts';

export function memberChange(input: {
  readonly desired: DesiredStack;
  readonly observed: PresentStack;
  readonly definitions: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  readonly change: GroupChange | null;
  readonly group: DesiredGroup;
  readonly counterpart: ObservedGroup;
}): MemberChange {
  const { observed, group, counterpart } = input;
  const fromTemplates = input.change?.member ?? null;
  // of members whose file changes under its name nobody can tell which text each has
  const left = input.change?.atOnce ? null : leftBehind(input);
  const effect = combine(fromTemplates, left?.effect ?? null);
  const shrinks = group.max !== null && counterpart.members.length > group.max;
  return {
    effect,
    rolls: effect !== null && group.rolls,
    upToDate: left?.upToDate ?? null,
    // neither can be said to one nested stack alone: its file may be used twice
    shrinkFirst: shrinks && effect !== null && effect.kind !== 'none' && !isNested(group),
    hold: isNested(group) ? null : hold(group, counterpart, observed),
    visited: true,
  };
}

function isNested({ address }: DesiredGroup): boolean {
  return address.includes('/');
}

/** After a failed update the members differ among themselves; each one's own definition tells (GET template of the nested stack). */
function leftBehind(input: {
  readonly desired: DesiredStack;
  readonly observed: PresentStack;
  readonly definitions: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  readonly group: DesiredGroup;
}): { effect: Effect | null; upToDate: ReadonlySet<string> } | null {
  const definitions = own(input.definitions, input.group.address);
  if (!definitions) return null;
  const wanted = handedDown(input.group, input.observed);
  if (isUnresolved(wanted)) return null;
  const files = { before: input.observed.files, after: input.desired.files };
  const verdicts = Object.entries(definitions).map(
    ([name, body]) => [name, memberDifference(readDefinition(body), wanted, files)] as const,
  );
  const effects = verdicts.flatMap(([, effect]) => (effect ? [effect] : []));
  return {
    effect: effects.length > 0 ? strongest(effects) : null,
    upToDate: new Set(verdicts.filter(([, effect]) => effect === null).map(([name]) => name)),
  };
}

type Files = Parameters<typeof definitionEffect>[2];

/** null when the member already is what it should be; what Heat adds around the properties does not count. */
export function memberDifference(own: JsonObject, wanted: JsonObject, files: Files): Effect | null {
  const core = ({ type, properties }: JsonObject): JsonObject => ({
    type: type ?? '',
    properties: properties ?? {},
  });
  const scaled = own['type'] === 'AWS::EC2::Instance';
  return definitionEffect(core(scaled ? onlyKnownTo(wanted, own) : own), core(wanted), files);
}

/** A CloudFormation-style group adds the subnet and tags of its own to what the launch configuration says (measured). */
function onlyKnownTo(wanted: JsonObject, own: JsonObject): JsonObject {
  const known = object(wanted['properties']);
  const kept = Object.entries(object(own['properties'])).filter(([key]) => Object.hasOwn(known, key));
  return { ...own, properties: Object.fromEntries(kept) };
}

/** A member's definition in a nested template, in one shape; a scaled resource is an instance by another name. */
export function readDefinition(body: JsonObject): JsonObject {
  if (!('Type' in body)) return body;
  return { type: 'AWS::EC2::Instance', properties: viewResource(body, 'cfn').properties };
}

function combine(first: Effect | null, second: Effect | null): Effect | null {
  if (!first) return second;
  return second ? strongest([first, second]) : first;
}

/**
 * Heat does not count failed members: an update that names no size would drop them for good
 * (heat/scaling/../grouputils.get_size). So the update holds the size that the group had, unless the member never came to be.
 */
function hold(group: DesiredGroup, counterpart: ObservedGroup, observed: PresentStack): number | null {
  if (observed.state.action === 'CREATE' && observed.state.status === 'FAILED') {
    return Math.max(group.initial ?? 0, counterpart.members.length);
  }
  const failed = counterpart.members.filter(({ state }) => state.status === 'FAILED');
  const neverCame =
    counterpart.state.status === 'COMPLETE' ? failed.filter(({ state }) => state.action === 'CREATE') : [];
  if (failed.length === neverCame.length) return null;
  return clamp(counterpart.members.length - neverCame.length, group);
}
