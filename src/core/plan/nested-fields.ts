/** Shows what differs inside nested files, the values of their hidden parameters out of sight. */
import type { FieldChange } from '../../model/change.ts';
import { isJsonObject, type JsonObject, own } from '../../model/json.ts';
import { groupType } from '../heat/group-types.ts';
import { nestedStack } from '../heat/member-servers.ts';
import { object } from '../heat/template.ts';
import { fieldDiff, redacted } from './field-diff.ts';
import { alignGenerations, withoutGenerations } from './generations.ts';
import { type Side, typeOf } from './resource-change.ts';

export interface BothFiles {
  readonly before: Side['files'];
  readonly after: Side['files'];
}

type Resources = Side['resources'];

/** By the names of the resources without their generation. */
export function nestedFields(old: JsonObject, next: JsonObject, files: BothFiles): readonly FieldChange[] {
  const hidden = hiddenNames([old, next], files);
  const inside = {
    old: nestedStack(typeOf(old), object(old['properties']), files.before, hidden),
    next: nestedStack(typeOf(next), object(next['properties']), files.after, hidden),
  };
  if (!inside.old || !inside.next) return [];
  const { old: aligned } = alignGenerations(inside.old.resources, inside.next.resources);
  const shown = { old: withoutGenerations(aligned), next: withoutGenerations(inside.next.resources) };
  const parameters = {
    old: onlyRedacted(inside.old.parameters, hidden),
    next: onlyRedacted(inside.next.parameters, hidden),
  };
  return [
    ...fieldDiff(parameters.old, parameters.next, 'nested.parameters'),
    ...fieldDiff(
      concealAll(shown.old, shown.next, files),
      concealAll(shown.next, shown.old, files),
      'nested',
    ),
  ];
}

/** A definition without what it gives to hidden parameters; `other` is the same resource on the other side. */
export function conceal(definition: JsonObject, other: JsonObject, files: BothFiles): JsonObject {
  const properties = object(definition['properties']);
  const group = groupType(typeOf(definition));
  const member = group && properties[group.member.property];
  if (group && isJsonObject(member)) {
    const twin = object(object(other['properties'])[group.member.property]);
    const concealed = { ...properties, [group.member.property]: conceal(member, twin, files) };
    return { ...definition, properties: concealed };
  }
  const hidden = hiddenNames([definition, other], files);
  if (!Object.keys(properties).some((name) => hidden.has(name))) return definition;
  return { ...definition, properties: { ...properties, ...onlyRedacted(properties, hidden) } };
}

function concealAll(resources: Resources, others: Resources, files: BothFiles): Resources {
  return Object.fromEntries(
    Object.entries(resources).map(([name, body]) => [name, conceal(body, own(others, name) ?? {}, files)]),
  );
}

/** What is hidden on one side is hidden on both. */
function hiddenNames(definitions: readonly JsonObject[], { before, after }: BothFiles): ReadonlySet<string> {
  const stacks = definitions.flatMap((definition) =>
    [before, after].map((files) => nestedStack(typeOf(definition), {}, files)),
  );
  return new Set(stacks.flatMap((stack) => [...(stack?.hidden ?? [])]));
}

function onlyRedacted(values: JsonObject, names: ReadonlySet<string>): JsonObject {
  const chosen = Object.entries(values).filter(([name, value]) => names.has(name) && value !== null);
  return Object.fromEntries(chosen.map(([name, value]) => [name, redacted(value)]));
}
