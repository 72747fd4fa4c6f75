// A resource as Heat's API gives it: in a list, alone, and inside a preview.

import type { Cloud } from '../../cloud.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { describeServer } from '../../nova/server-view.ts';
import { seconds } from '../../times.ts';
import { rowAttribute } from '../look.ts';
import { InvalidValue } from '../problem.ts';
import type { Resource, Stack } from '../records.ts';
import { currentRows } from '../rows.ts';
import { siteOf } from '../site.ts';
import { resourceType } from '../types/registry.ts';
import { stackUrl } from './stack-view.ts';

export interface ResourceViewOptions {
  readonly detail: boolean;
  /** Rows that other rows need, by name. */
  readonly requiredBy: ReadonlyMap<string, readonly string[]>;
}

export function resourceView(
  cloud: Cloud,
  stack: Stack,
  row: Resource,
  options: ResourceViewOptions,
): JsonObject {
  return {
    updated_time: seconds(row.updated),
    creation_time: seconds(row.created),
    logical_resource_id: row.name,
    resource_name: row.name,
    physical_resource_id: row.physicalId ?? '',
    resource_status: `${row.action}_${row.status}`,
    resource_status_reason: row.reason,
    resource_type: row.type,
    links: links(cloud, stack, row),
    required_by: [...(options.requiredBy.get(row.name) ?? [])],
    ...(stack.parent === null ? {} : { parent_resource: stack.parent.resource }),
    ...(options.detail
      ? { description: row.definition.description, attributes: attributesView(cloud, stack, row) }
      : {}),
  };
}

/** Who needs whom, over the rows that the API shows. */
export function requiredByOf(stack: Stack): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const row of currentRows(stack)) {
    for (const name of row.requires) found.set(name, [...(found.get(name) ?? []), row.name]);
  }
  return found;
}

export function nestedStackOf(cloud: Cloud, stack: Stack, row: Resource): Stack | undefined {
  if (resourceType(stack.content, row.type)?.nestedStack !== true || row.physicalId === null)
    return undefined;
  return cloud.world.stacks.get(row.physicalId);
}

function links(cloud: Cloud, stack: Stack, row: Resource): JsonObject[] {
  const nested = nestedStackOf(cloud, stack, row);
  return [
    { href: `${stackUrl(cloud, stack)}/resources/${row.name}`, rel: 'self' },
    { href: stackUrl(cloud, stack), rel: 'stack' },
    ...(nested === undefined ? [] : [{ href: stackUrl(cloud, nested), rel: 'nested' }]),
  ];
}

/** What `show` gives, where a type has it; the group's own come only through outputs: null here (measured). */
function attributesView(cloud: Cloud, stack: Stack, row: Resource): JsonObject {
  const type = resourceType(stack.content, row.type);
  const names = (type?.schema.attributes ?? []).filter((name) => name !== 'show');
  const server = cloud.world.servers.get(row.physicalId ?? '');
  if (row.type === 'OS::Nova::Server' && server !== undefined) {
    return { ...describeServer(cloud, server, 96, true), os_collect_config: {} };
  }
  const shown = type?.show?.(siteOf(cloud, stack, row));
  if (shown !== undefined) return shown;
  const isGroup = type?.nestedStack === true && type.isTemplate !== true;
  const whole = isGroup ? null : shownAttribute(cloud, stack, row, 'show');
  if (isObject(whole)) return whole;
  return Object.fromEntries(
    names.map((name): [string, Json] => [name, isGroup ? null : shownAttribute(cloud, stack, row, name)]),
  );
}

/** As the two previews list a resource (heat/engine/api.py format_stack_resource). */
export function previewView(cloud: Cloud, stack: Stack, row: Resource, fresh: boolean): JsonObject {
  const nested = nestedStackOf(cloud, stack, row);
  const identity = { tenant: stack.project, stack_name: stack.name, stack_id: stack.id };
  return {
    updated_time: fresh ? null : seconds(row.updated),
    creation_time: fresh ? null : seconds(row.created),
    resource_name: row.name,
    physical_resource_id: fresh ? '' : (row.physicalId ?? ''),
    resource_action: fresh ? 'INIT' : row.action,
    resource_status: fresh ? 'COMPLETE' : row.status,
    resource_status_reason: fresh ? '' : row.reason,
    resource_type: row.type,
    resource_identity: { ...identity, path: `/resources/${row.name}` },
    stack_identity: { ...identity, path: '' },
    stack_name: stack.name,
    ...(stack.parent === null ? {} : { parent_resource: stack.parent.resource }),
    required_by: [...(requiredByOf(stack).get(row.name) ?? [])],
    ...(nested === undefined || fresh
      ? {}
      : {
          nested_stack_id: { tenant: nested.project, stack_name: nested.name, stack_id: nested.id, path: '' },
        }),
    description: row.definition.description,
    metadata: fresh ? {} : row.metadata,
    attributes: fresh ? emptyAttributes(stack, row) : attributesView(cloud, stack, row),
  };
}

function emptyAttributes(stack: Stack, row: Resource): JsonObject {
  const names = resourceType(stack.content, row.type)?.schema.attributes ?? [];
  return Object.fromEntries(names.filter((name) => name !== 'show').map((name) => [name, null]));
}

/** An attribute that cannot be told is null here, and an error in an output. */
function shownAttribute(cloud: Cloud, stack: Stack, row: Resource, name: string): Json {
  try {
    return rowAttribute(cloud, stack, row, [name]);
  } catch (error) {
    if (error instanceof InvalidValue) return null;
    throw error;
  }
}
