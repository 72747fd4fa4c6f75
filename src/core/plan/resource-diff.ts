/** Compares the resources of two templates: which change, and what Heat does about each. */
import type { FieldChange } from '../../model/change.ts';
import { isJsonObject, type JsonObject, own } from '../../model/json.ts';
import { sameValue } from '../heat/canonical.ts';
import { groupType } from '../heat/group-types.ts';
import { nestedResources, SERVER_TYPES } from '../heat/member-servers.ts';
import { object } from '../heat/template.ts';
import { fieldDiff } from './field-diff.ts';
import { followReferences } from './follow-references.ts';
import { alignGenerations } from './generations.ts';
import { conceal, nestedFields } from './nested-fields.ts';
import { type Effect, effectOf, handOver, none, replace, strongest } from './replacement.ts';
import { insideEffect, type ResourceChange, type Side, typeOf } from './resource-change.ts';

export function diffResources(before: Side, after: Side): readonly ResourceChange[] {
  const names = [...new Set([...Object.keys(before.resources), ...Object.keys(after.resources)])].sort();
  const direct = names.flatMap((name): ResourceChange[] => {
    const old = own(before.resources, name);
    const next = own(after.resources, name);
    if (!old && next) return [{ name, kind: 'create', type: typeOf(next) }];
    if (old && !next) return [{ name, kind: 'delete', type: typeOf(old) }];
    return old && next ? compare(name, { old, next, before, after }) : [];
  });
  return followReferences(direct, { before, after, memberEffect });
}

/** What happens to a running resource when its definition changes from `old` to `next`. */
export function definitionEffect(
  old: JsonObject,
  next: JsonObject,
  files: { readonly before: Side['files']; readonly after: Side['files'] },
): Effect | null {
  if (sameValue(old, next)) return null;
  const nested = {
    old: nestedResources(typeOf(old), object(old['properties']), files.before),
    next: nestedResources(typeOf(next), object(next['properties']), files.after),
  };
  if (nested.old && nested.next) {
    const effect = nestedEffect(
      { resources: nested.old, files: files.before },
      { resources: nested.next, files: files.after },
    );
    return { ...effect, inside: true };
  }
  if (typeOf(old) !== typeOf(next)) {
    return replace(`another type: ${typeOf(next)}`);
  }
  const properties = { old: object(old['properties']), next: object(next['properties']) };
  const changed = changedKeys(properties.old, properties.next);
  const effects = changed.map((key) => effectOf(typeOf(next), key, properties.next));
  return strongest(effects.length > 0 ? effects : [none('no property changes')]);
}

function compare(
  name: string,
  { old, next, before, after }: { old: JsonObject; next: JsonObject; before: Side; after: Side },
): ResourceChange[] {
  const files = { before: before.files, after: after.files };
  const effect = definitionEffect(old, next, files);
  if (effect === null) return [];
  const type = typeOf(next);
  const inside = nestedFields(memberOrSelf(old, before), memberOrSelf(next, after), files);
  const shown = { old: conceal(old, next, files), next: conceal(next, old, files) };
  const fields = [...ownFields(shown.old, shown.next, type, inside), ...inside];
  return [{ name, kind: 'change', type, effect, fields, member: memberEffect(old, next, before, after) }];
}

function memberOrSelf(definition: JsonObject, side: Side): JsonObject {
  return groupType(typeOf(definition)) ? memberOf(definition, side) : definition;
}

/** The name of a member's file holds its content: what differs inside says more. */
function ownFields(
  old: JsonObject,
  next: JsonObject,
  type: string,
  inside: readonly FieldChange[],
): readonly FieldChange[] {
  const fields = fieldDiff(withoutType(old, type), withoutType(next, typeOf(old)));
  return inside.length === 0 ? fields : fields.filter(({ path }) => path !== 'properties.resource.type');
}

/** The type is shown only when it changes. */
function withoutType(definition: JsonObject, otherType: string): JsonObject {
  if (typeOf(definition) !== otherType) return definition;
  return Object.fromEntries(Object.entries(definition).filter(([key]) => key !== 'type'));
}

function memberEffect(old: JsonObject, next: JsonObject, before: Side, after: Side): Effect | null {
  const group = groupType(typeOf(next));
  if (!group) return null;
  const [oldMember, nextMember] = [memberOf(old, before), memberOf(next, after)];
  return definitionEffect(oldMember, nextMember, { before: before.files, after: after.files });
}

/** The definition that each member of a group gets. */
export function memberOf(definition: JsonObject, side: Side): JsonObject {
  const group = groupType(typeOf(definition));
  if (!group) return {};
  const value = object(definition['properties'])[group.member.property];
  if (group.member.kind === 'inline') return object(value);
  const name = isJsonObject(value) ? (value['Ref'] ?? value['get_resource']) : value;
  const configuration = typeof name === 'string' ? own(side.resources, name) : undefined;
  return { type: 'AWS::EC2::Instance', properties: object(configuration?.['properties']) };
}

/** A member that is a nested stack is updated in place; what happens inside decides for its servers. */
function nestedEffect(before: Side, after: Side): Effect {
  const { old, renewed } = alignGenerations(before.resources, after.resources);
  const changes = diffResources({ ...before, resources: old }, after);
  const newServer = [...renewed].find((name) => SERVER_TYPES.has(typeOf(own(after.resources, name) ?? {})));
  if (newServer !== undefined) return replacedServer(changes.find(({ name }) => name === newServer));
  if (isHandedOver(changes)) return handOver('new server');
  const effects = changes.map(insideEffect);
  return strongest(effects.length > 0 ? effects : [none('only the text of the file changes')]);
}

/** A server comes under another name and one goes: to Heat two resources, to people one that is replaced. */
function isHandedOver(changes: readonly ResourceChange[]): boolean {
  const servers = changes.filter(({ type }) => SERVER_TYPES.has(type));
  return ['create', 'delete'].every((wanted) => servers.some(({ kind }) => kind === wanted));
}

/** Under a new name it is a new server, whatever could have been changed in place. */
function replacedServer(change: ResourceChange | undefined): Effect {
  if (change?.kind !== 'change') return handOver('new server');
  if (change.effect.kind === 'replace') return handOver(change.effect.how);
  const changed = change.fields.flatMap(({ path }) => own(SETTINGS_IN_NAME, path) ?? []);
  if (changed.length > 0)
    return handOver(`new server: ${changed.join(' and ')} changes, and is part of its name`);
  return handOver(change.effect.kind === 'none' ? 'new server' : change.effect.how);
}

/** What a server's generation is made of, beside what Heat would replace it for. */
const SETTINGS_IN_NAME: Readonly<Record<string, string>> = {
  'properties.image_update_policy': 'imageChange',
  'properties.flavor_update_policy': 'flavorChange',
};

function changedKeys(old: JsonObject, next: JsonObject): readonly string[] {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])].sort();
  return keys.filter((key) => !sameValue(own(old, key), own(next, key)));
}
