// OS::Heat::ResourceGroup: numbered copies of one definition in a nested stack.

import { isObject, type Json, type JsonObject, objectOr, textOr } from '../../json.ts';
import { rowAttribute, rowReference } from '../look.ts';
import { DONE, type ResourceType, type Site } from '../plug-in.ts';
import type { StackContent } from '../records.ts';
import { currentRow } from '../rows.ts';
import { validateMemberTemplate } from './group.ts';
import { childContent } from './template-resource.ts';

export const RESOURCE_GROUP: Omit<ResourceType, 'schema'> = {
  nestedStack: true,
  validate: (properties, site) => validateMemberTemplate(site, member(properties, '0'), '0'),
  create: (site) => site.nested.create(site, content(site), 'made'),
  update: (site) => site.nested.update(site, content(site), 'updated'),
  remove: (site) => site.nested.remove(site, 'removed'),
  resume: () => DONE,
  attribute,
};

function content(site: Site): StackContent {
  const resources = Object.fromEntries(names(site).map((name) => [name, member(site.properties, name)]));
  const outputs = {
    refs_map: { value: Object.fromEntries(names(site).map((name) => [name, { get_resource: name }])) },
  };
  return childContent(site.stack.content, { heat_template_version: '2015-04-30', resources, outputs }, {});
}

/** Numbers from 0, without those that removal_policies took out (resource_group.py _resource_names). */
function names(site: Site): string[] {
  const count = Number(site.properties['count'] ?? 1);
  const removed = removedNames(site);
  const found: string[] = [];
  for (let index = 0; found.length < count; index += 1)
    if (!removed.has(String(index))) found.push(String(index));
  return found;
}

function removedNames(site: Site): ReadonlySet<string> {
  const policies = site.properties['removal_policies'];
  const lists = Array.isArray(policies) ? policies.map((one) => objectOr(one)['resource_list']) : [];
  return new Set(lists.flatMap((one) => (Array.isArray(one) ? one.map(String) : [])));
}

/** The definition with `%index%` filled in. */
function member(properties: JsonObject, index: string): JsonObject {
  const variable = textOr(properties['index_var'], '%index%');
  return objectOr(filled(objectOr(properties['resource_def']), variable, index));
}

function filled(value: Json, variable: string, index: string): Json {
  if (typeof value === 'string') return value.replaceAll(variable, index);
  if (Array.isArray(value)) return value.map((item) => filled(item, variable, index));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, variable, index)]));
}

function attribute(site: Site, name: string, path: readonly string[]): Json | undefined {
  const nested = site.nested.find(site);
  if (nested === undefined) return undefined;
  const rows = names(site).flatMap((one) => currentRow(nested, one) ?? []);
  if (name === 'refs') return rows.map((row) => rowReference(site.cloud, nested, row));
  if (name === 'refs_map')
    return Object.fromEntries(rows.map((row) => [row.name, rowReference(site.cloud, nested, row)]));
  if (name === 'attributes')
    return Object.fromEntries(rows.map((row) => [row.name, rowAttribute(site.cloud, nested, row, path)]));
  const [word, index, ...rest] = name.split('.');
  if (word !== 'resource') return rows.map((row) => rowAttribute(site.cloud, nested, row, [name, ...path]));
  const row = rows.find((one) => one.name === index);
  if (row === undefined) return undefined;
  const at = [...rest, ...path];
  return at.length === 0 ? rowReference(site.cloud, nested, row) : rowAttribute(site.cloud, nested, row, at);
}
