// The resources of a stack: list, one, its metadata, marking it unhealthy, signalling it.

import type { Cloud } from '../../cloud.ts';
import { type Answer, empty, json } from '../../http/answer.ts';
import { type Call, objectBody } from '../../http/call.ts';
import type { JsonObject } from '../../json.ts';
import type { Session } from '../../keystone/tokens.ts';
import { recordRow, setRowState } from '../events.ts';
import { rowAttribute } from '../look.ts';
import { badRequest, HeatProblem, pythonRepr } from '../problem.ts';
import type { Resource, Stack } from '../records.ts';
import { currentRow, currentRows } from '../rows.ts';
import { siteOf } from '../site.ts';
import { resourceType } from '../types/registry.ts';
import { typeNames, typeSchema } from '../types/schema.ts';
import { boolean, booleanQuery, integerQuery } from './query.ts';
import { nestedStackOf, requiredByOf, resourceView } from './resource-view.ts';
import { bodyOf } from './stacks.ts';

const LIST_KEYS = ['nested_depth', 'with_detail'];
const FILTER_KEYS = ['type', 'status', 'name', 'action', 'id', 'uuid', 'physical_resource_id'];
/** heat.conf max_nested_stack_depth. */
const DEEPEST = 5;

export function listResources(cloud: Cloud, call: Call, _session: Session, stack: Stack): Answer {
  const unknown = [...new Set(call.query.keys())].filter(
    (key) => ![...LIST_KEYS, ...FILTER_KEYS].includes(key),
  );
  if (unknown.length > 0) throw badRequest(`Invalid filter parameters ${pythonRepr(unknown)}`);
  const detail = booleanQuery(call, 'with_detail');
  const depth = Math.min(integerQuery(call, 'nested_depth') ?? 0, DEEPEST);
  const found: JsonObject[] = [];
  collect(cloud, stack, depth, (owner, rows) => {
    const requiredBy = requiredByOf(owner);
    for (const row of rows) {
      if (passes(call.query, row)) found.push(resourceView(cloud, owner, row, { detail, requiredBy }));
    }
  });
  return json(200, { resources: found });
}

function collect(
  cloud: Cloud,
  stack: Stack,
  depth: number,
  take: (owner: Stack, rows: readonly Resource[]) => void,
): void {
  const rows = currentRows(stack);
  take(stack, rows);
  if (depth <= 0) return;
  for (const row of rows) {
    const nested = nestedStackOf(cloud, stack, row);
    if (nested !== undefined) collect(cloud, nested, depth - 1, take);
  }
}

function passes(query: URLSearchParams, row: Resource): boolean {
  const values: Readonly<Record<string, string>> = {
    type: row.type,
    status: row.status,
    name: row.name,
    action: row.action,
    physical_resource_id: row.physicalId ?? '',
  };
  return Object.entries(values).every(([key, value]) => {
    const wanted = query.getAll(key);
    return wanted.length === 0 || wanted.includes(value);
  });
}

export function showResource(
  cloud: Cloud,
  call: Call,
  _session: Session,
  stack: Stack,
  name: string,
): Answer {
  const row = findRow(stack, name);
  const view = resourceView(cloud, stack, row, { detail: true, requiredBy: requiredByOf(stack) });
  const more = call.query.getAll('with_attr').filter((attribute) => !isGroup(stack, row) && attribute !== '');
  const attributes = { ...(view['attributes'] as JsonObject) };
  for (const attribute of more) attributes[attribute] = rowAttribute(cloud, stack, row, [attribute]);
  return json(200, { resource: { ...view, attributes } });
}

export function showMetadata(
  _cloud: Cloud,
  _call: Call,
  _session: Session,
  stack: Stack,
  name: string,
): Answer {
  return json(200, { metadata: findRow(stack, name).metadata });
}

/** heat/engine/service.py resource_mark_unhealthy. */
export function markUnhealthy(
  cloud: Cloud,
  call: Call,
  _session: Session,
  stack: Stack,
  name: string,
): Answer {
  const body = bodyOf(call);
  const stranger = Object.keys(body).find(
    (key) => key !== 'mark_unhealthy' && key !== 'resource_status_reason',
  );
  const unhealthy = boolean('mark_unhealthy', body['mark_unhealthy']);
  if (unhealthy === undefined)
    throw badRequest('Missing mandatory (mark_unhealthy) key from mark unhealthy request');
  if (stranger !== undefined)
    throw badRequest(`Unexpected keys found in mark unhealthy request: ${stranger}`);
  const row = findRow(stack, name);
  if (row.work !== null) {
    throw new HeatProblem(
      'ActionInProgress',
      `Stack ${stack.name} already has an action (${row.work.action}) in progress.`,
    );
  }
  const reason = String(body['resource_status_reason'] ?? 'state changed by resource_mark_unhealthy api');
  if (unhealthy) setRowState(cloud, stack, row, 'CHECK', 'FAILED', reason);
  else if (row.action === 'CHECK' && row.status === 'FAILED') {
    if (row.metadata['scaling_in_progress'] !== undefined)
      row.metadata = { ...row.metadata, scaling_in_progress: false };
    setRowState(cloud, stack, row, 'CHECK', 'COMPLETE', reason);
  }
  return empty(200);
}

/** Answered at once; what follows happens in its own time. */
export function signalResource(
  cloud: Cloud,
  call: Call,
  _session: Session | undefined,
  stack: Stack,
  name: string,
): Answer {
  const row = findRow(stack, name);
  const type = resourceType(stack.content, row.type);
  if (row.action === 'DELETE' || row.action === 'SUSPEND') {
    recordRow(
      cloud,
      stack,
      row,
      `${row.action}_${row.status}`,
      `Cannot signal resource during ${row.action}`,
    );
    throw new HeatProblem('NotSupported', `Signal resource during ${row.action} is not supported.`);
  }
  if (type?.signal !== undefined) type.signal(siteOf(cloud, stack, row), objectBody(call) ?? {});
  return empty(200);
}

export function listTypes(_cloud: Cloud, call: Call): Answer {
  const name = call.query.get('name');
  return json(200, {
    resource_types: typeNames().filter((one) => name === null || new RegExp(name).test(one)),
  });
}

export function showType(_cloud: Cloud, _call: Call, _session: Session, name: string): Answer {
  const schema = typeSchema(name);
  if (schema === undefined)
    throw new HeatProblem('EntityNotFound', `The Resource Type (${name}) could not be found.`);
  const properties = Object.fromEntries(
    Object.entries(schema.properties).map(([key, { update, required, ...rest }]) => [
      key,
      { ...rest, required: required === true, update_allowed: update === true, immutable: false },
    ]),
  );
  const attributes = Object.fromEntries(schema.attributes.map((key) => [key, {}]));
  return json(200, { resource_type: name, properties, attributes });
}

/** By name, or (since Heat 8) by physical id. */
export function findRow(stack: Stack, name: string): Resource {
  const row = currentRow(stack, name) ?? currentRows(stack).find((one) => one.physicalId === name);
  if (row !== undefined) return row;
  throw new HeatProblem(
    'ResourceNotFound',
    `The Resource (${name}) could not be found in Stack ${stack.name}.`,
  );
}

function isGroup(stack: Stack, row: Resource): boolean {
  const type = resourceType(stack.content, row.type);
  return type?.nestedStack === true && type.isTemplate !== true;
}
