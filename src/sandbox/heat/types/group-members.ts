// The members of a scaling group, read from its nested stack, and the template of its next state.

import { shortId } from '../../generator.ts';
import { type Json, type JsonObject, objectOr } from '../../json.ts';
import { rowAttribute, rowReference } from '../look.ts';
import type { Site } from '../plug-in.ts';
import type { Resource, StackContent } from '../records.ts';
import { currentRows } from '../rows.ts';
import { select } from '../template/functions.ts';
import { referencesIn } from '../template/references.ts';
import { readTemplate } from '../template/template.ts';
import { type Batch, type Member, memberDefinitions } from './group-arithmetic.ts';
import { childContent } from './template-resource.ts';

/** Failed ones first, then the oldest (heat/common/grouputils.py sort_key): the order in which they go. */
export function membersOf(site: Site): Resource[] {
  const nested = site.nested.find(site);
  const failed = (row: Resource) => (row.status === 'FAILED' ? 0 : 1);
  return (nested === undefined ? [] : currentRows(nested)).sort(
    (one, other) =>
      failed(one) - failed(other) ||
      wholeSeconds(one) - wholeSeconds(other) ||
      (one.name < other.name ? -1 : 1),
  );
}

export function groupSize(site: Site): number {
  return membersOf(site).filter((row) => row.status !== 'FAILED').length;
}

/** The content of the nested stack with `batch.size` members; files of before stay beside the new ones. */
export function groupContent(site: Site, definition: JsonObject, batch: Batch): StackContent {
  const nested = site.nested.find(site);
  const stored = objectOr(nested?.content.template['resources']);
  const old = membersOf(site).flatMap(({ name }): Member[] => {
    const raw = stored[name];
    return raw === undefined ? [] : [{ name, definition: objectOr(raw) }];
  });
  const members = memberDefinitions(old, definition, batch, () => shortId(site.cloud.world));
  const content = childContent(site.stack.content, groupTemplate(site, members), {});
  return { ...content, files: filesFor(site) };
}

/** heat/common/grouputils.py get_child_template_files: an update has those of the one before besides, however that ended. */
function filesFor(site: Site): StackContent['files'] {
  const { files } = site.stack.content;
  return site.row.work?.action === 'UPDATE' ? { ...site.stack.last?.files, ...files } : files;
}

function groupTemplate(site: Site, members: readonly Member[]): JsonObject {
  const outputs: JsonObject = {};
  for (const path of attributePaths(site)) {
    const value = Object.fromEntries(members.map(({ name }) => [name, { get_attr: [name, ...path] }]));
    outputs[['outputs', ...path].join(', ')] = { value };
  }
  outputs['refs_map'] = {
    value: Object.fromEntries(members.map(({ name }) => [name, { get_resource: name }])),
  };
  return {
    heat_template_version: '2015-04-30',
    resources: Object.fromEntries(members.map(({ name, definition }) => [name, definition])),
    outputs,
  };
}

/** Which attributes of the members the surrounding template asks the group for. */
function attributePaths(site: Site): readonly (readonly string[])[] {
  const { template } = site.stack.content;
  const { dialect } = readTemplate(template);
  const places: Json = [
    template['resources'] ?? template['Resources'] ?? {},
    template['outputs'] ?? template['Outputs'] ?? {},
  ];
  const found = new Map<string, readonly string[]>();
  for (const { resource, path } of referencesIn(places, dialect, new Set()).attributes) {
    const [name = '', ...rest] = path;
    if (resource !== site.row.name || rest.length === 0) continue;
    if (name === 'outputs' || name === 'outputs_list') found.set(rest.join(', '), rest);
  }
  return [...found.values()];
}

/** heat/engine/resources/openstack/heat/autoscaling_group.py get_attribute. */
export function groupAttribute(site: Site, name: string, path: readonly string[]): Json | undefined {
  const nested = site.nested.find(site);
  if (nested === undefined) return undefined;
  const rows = membersOf(site).filter((row) => row.status !== 'FAILED');
  const reference = (row: Resource) => rowReference(site.cloud, nested, row);
  const attribute = (row: Resource, at: readonly string[]) => rowAttribute(site.cloud, nested, row, at);
  switch (name) {
    case 'current_size':
      return rows.length;
    case 'refs':
      return select(rows.map(reference), [...path]);
    case 'refs_map':
      return select(Object.fromEntries(rows.map((row) => [row.name, reference(row)])), [...path]);
    case 'outputs_list':
      return rows.map((row) => attribute(row, path));
    case 'outputs':
      return Object.fromEntries(rows.map((row) => [row.name, attribute(row, path)]));
    case 'InstanceList':
      return rows.map((row) => attribute(row, ['PublicIp'])).join(',');
    default:
      return memberAttribute(rows, name, path, reference, attribute);
  }
}

function memberAttribute(
  rows: readonly Resource[],
  name: string,
  path: readonly string[],
  reference: (row: Resource) => Json,
  attribute: (row: Resource, at: readonly string[]) => Json,
): Json | undefined {
  const [word, index, ...rest] = name.split('.');
  const row = word === 'resource' ? rows[Number(index)] : undefined;
  if (row === undefined) return undefined;
  const at = [...rest, ...path];
  return at.length === 0 ? reference(row) : attribute(row, at);
}

function wholeSeconds(row: Resource): number {
  return Math.floor(row.created / 1000);
}
