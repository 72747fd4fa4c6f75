// What a resource is to become: its definition with every function evaluated.

import type { Cloud } from '../cloud.ts';
import { type JsonObject, sameJson } from '../json.ts';
import { customCheck } from './constraints.ts';
import { stackScope } from './look.ts';
import { checkedProperties, withDefaults } from './properties.ts';
import type { Definition, Resource, Stack } from './records.ts';
import { siteOf } from './site.ts';
import { referencesIn } from './template/references.ts';
import { resolveObject } from './template/resolve.ts';
import { readTemplate } from './template/template.ts';
import { resourceType } from './types/registry.ts';

export interface Target {
  readonly definition: Definition;
  readonly properties: JsonObject;
  readonly changed: readonly string[];
  readonly requires: readonly string[];
}

/** Throws InvalidValue if a value does not fit its property. */
export function resolveTarget(cloud: Cloud, stack: Stack, row: Resource, definition: Definition): Target {
  const type = resourceType(stack.content, definition.type);
  const table = type?.schema.properties ?? {};
  const scope = stackScope(cloud, stack);
  const path = ['resources', row.name, 'properties'];
  const raw = resolveObject(definition.properties, scope, path);
  const checked = checkedProperties(table, raw, path.slice(2), customCheck(cloud));
  const metadata = resolveObject(definition.metadata, scope, ['resources', row.name, 'metadata']);
  const properties = shared(checked, definition.properties);
  const ownMetadata = shared(metadata, definition.metadata);
  const resolved =
    ownMetadata === definition.metadata ? definition : { ...definition, metadata: ownMetadata };
  const target = { definition: resolved, properties, requires: requiresOf(stack, definition) };
  return { ...target, changed: changedNames(cloud, stack, row, table, properties) };
}

/** The template's own object where nothing was evaluated: thousands of equal members then hold one. */
function shared(value: JsonObject, template: JsonObject): JsonObject {
  return sameJson(value, template) ? template : value;
}

/** The row as it is, for work that changes nothing (deletion). */
export function currentTarget(row: Resource): Target {
  return { definition: row.definition, properties: row.properties, changed: [], requires: row.requires };
}

function requiresOf(stack: Stack, definition: Definition): readonly string[] {
  const { dialect, resources } = readTemplate(stack.content.template);
  const found = referencesIn(
    [definition.properties, definition.metadata],
    dialect,
    new Set(resources.keys()),
  );
  return [...new Set([...definition.dependsOn, ...found.resources])].filter((name) => resources.has(name));
}

function changedNames(
  cloud: Cloud,
  stack: Stack,
  row: Resource,
  table: Parameters<typeof withDefaults>[0],
  properties: JsonObject,
): readonly string[] {
  if (row.action === 'INIT') return [];
  const before = withDefaults(table, row.properties);
  const after = withDefaults(table, properties);
  const same = resourceType(stack.content, row.type)?.sameValue;
  const site = siteOf(cloud, stack, row);
  return Object.keys(table).filter((name) => {
    if (sameJson(before[name], after[name])) return false;
    return !(same?.(site, name, before[name], after[name]) ?? false);
  });
}
