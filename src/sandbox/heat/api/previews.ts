// The two previews, as uninformative as the real ones (measured on 2025.1).

import type { Cloud } from '../../cloud.ts';
import { shortId } from '../../generator.ts';
import { type Answer, json } from '../../http/answer.ts';
import type { Call } from '../../http/call.ts';
import { type JsonObject, objectOr, sameJson } from '../../json.ts';
import type { Session } from '../../keystone/tokens.ts';
import { stackScope } from '../look.ts';
import { badRequest } from '../problem.ts';
import { checkedProperties, withDefaults } from '../properties.ts';
import type { Resource, Stack, StackContent } from '../records.ts';
import { addRow, currentRow, currentRows } from '../rows.ts';
import { requirements } from '../template/dependencies.ts';
import { resolveObject } from '../template/resolve.ts';
import { readTemplate } from '../template/template.ts';
import { resourceType } from '../types/registry.ts';
import { booleanQuery } from './query.ts';
import { nestedStackOf, previewView } from './resource-view.ts';
import { scratchCloud } from './scratch-cloud.ts';
import { checkContent, patchedContent, wholeContent } from './stack-content.ts';
import { shownStack } from './stack-view.ts';
import { bodyOf, checkedName, makeStack, optionsOf } from './stacks.ts';

/** Makes nothing; ids are the word "None". */
export function previewCreate(cloud: Cloud, call: Call, session: Session): Answer {
  const body = bodyOf(call);
  const name = checkedName(body['stack_name']);
  const content = wholeContent(body);
  checkContent(cloud, content);
  const scratch = scratchCloud(cloud);
  const stack: Stack = { ...makeStack(scratch, session, name, content, optionsOf(body)), id: 'None' };
  const rows = freshRows(scratch, stack);
  const { stack_status: _status, stack_status_reason: _reason, ...shown } = shownStack(cloud, stack, true);
  const resources = rows.map((row) => ({
    ...previewView(cloud, stack, row, true),
    properties: row.properties,
  }));
  return json(200, { stack: { ...shown, stack_user_project_id: null, resources } });
}

export function previewReplace(cloud: Cloud, call: Call, _session: Session, stack: Stack): Answer {
  return previewUpdate(cloud, call, stack, wholeContent(bodyOf(call)));
}

export function previewPatch(cloud: Cloud, call: Call, _session: Session, stack: Stack): Answer {
  const body = call.body.trim() === '' ? {} : bodyOf(call);
  return previewUpdate(cloud, call, stack, patchedContent(body, stack.content));
}

/**
 * Whatever the change: every nested stack "updated", every scaling policy "replaced"; with show_nested all members
 * are deleted and as many of new names added (heat/engine/update.py preview).
 */
function previewUpdate(cloud: Cloud, call: Call, stack: Stack, content: StackContent): Answer {
  checkContent(cloud, content);
  const scratch = scratchCloud(cloud);
  const after = readTemplate(content.template).resources;
  const before = currentRows(stack);
  const changes: Record<'unchanged' | 'updated' | 'replaced' | 'added' | 'deleted', JsonObject[]> = {
    unchanged: [],
    updated: [],
    replaced: [],
    added: [],
    deleted: [],
  };
  const next = freshRows(scratch, { ...stack, content, rows: new Map() });
  const replaced = replacedAlways(scratch, stack, next);
  for (const row of before) {
    const definition = after.get(row.name);
    if (definition === undefined) changes.deleted.push(previewView(cloud, stack, row, false));
    else {
      const kind = replaced.has(row.name) ? 'replaced' : kindOf(stack, row, definition.type);
      changes[kind].push(previewView(cloud, stack, row, isPolicy(row)));
    }
    const nested = booleanQuery(call, 'show_nested');
    const fresh = next.find(({ name }) => name === row.name);
    if (nested && (hasFileMembers(cloud, stack, row) || isMadeOfFiles(content, fresh)))
      throw badRequest(MALFORMED);
    if (nested) addNested(cloud, scratch, stack, { row, after: fresh }, changes);
  }
  for (const row of next) {
    if (currentRow(stack, row.name) === undefined) changes.added.push(previewView(cloud, stack, row, true));
  }
  return json(200, { resource_changes: changes });
}

/** What has another value where Heat knows no update (measured of a launch configuration). */
function replacedAlways(scratch: Cloud, stack: Stack, next: readonly Resource[]): ReadonlySet<string> {
  const before = new Map(
    freshRows(scratch, { ...stack, rows: new Map() }).map((row) => [row.name, row.properties]),
  );
  const changed = next.filter(({ name, type, properties }) => {
    const old = before.get(name);
    const table = resourceType(stack.content, type)?.schema.properties ?? {};
    return (
      old !== undefined &&
      Object.entries(table).some(
        ([key, { update }]) => update !== true && !sameJson(old[key], properties[key]),
      )
    );
  });
  return new Set(changed.map(({ name }) => name));
}

function kindOf(stack: Stack, row: Resource, type: string): 'unchanged' | 'updated' | 'replaced' {
  if (type !== row.type || isPolicy(row)) return 'replaced';
  return resourceType(stack.content, row.type)?.nestedStack === true ? 'updated' : 'unchanged';
}

function isPolicy(row: Resource): boolean {
  return row.type.endsWith('::ScalingPolicy');
}

const MALFORMED =
  'The server could not comply with the request since it is either malformed or otherwise incorrect.';

/** Nested files for members, before or after: Heat has no preview of what is inside them (measured). */
function hasFileMembers(cloud: Cloud, stack: Stack, row: Resource): boolean {
  const nested = nestedStackOf(cloud, stack, row);
  if (nested === undefined || resourceType(stack.content, row.type)?.isTemplate === true) return false;
  return currentRows(nested).some(({ type }) => resourceType(nested.content, type)?.isTemplate === true);
}

function isMadeOfFiles(content: StackContent, row: Resource | undefined): boolean {
  const { type } = objectOr(row?.properties['resource']);
  return typeof type === 'string' && resourceType(content, type)?.isTemplate === true;
}

function addNested(
  cloud: Cloud,
  scratch: Cloud,
  stack: Stack,
  { row, after }: { readonly row: Resource; readonly after: Resource | undefined },
  changes: { added: JsonObject[]; deleted: JsonObject[] },
): void {
  const nested = nestedStackOf(cloud, stack, row);
  if (nested === undefined || resourceType(stack.content, row.type)?.isTemplate === true) return;
  const members = currentRows(nested);
  for (const member of members) changes.deleted.push(previewView(cloud, nested, member, false));
  const { DesiredCapacity, MinSize, desired_capacity: desired, min_size: least } = after?.properties ?? {};
  const wanted = after === undefined ? 0 : Number(desired || least || DesiredCapacity || MinSize || 0);
  const [sample] = members;
  if (sample === undefined) return;
  for (let index = 0; index < wanted; index += 1) {
    changes.added.push(previewView(cloud, nested, { ...sample, name: shortId(scratch.world) }, true));
  }
}

/** Rows as a stack would begin with, with their properties and all defaults. */
function freshRows(scratch: Cloud, stack: Stack): Resource[] {
  const { resources } = readTemplate(stack.content.template);
  const needs = requirements(stack.content.template, resources);
  const scope = stackScope(scratch, stack);
  return [...resources].map(([name, definition]) => {
    const row = addRow(scratch, stack, name, definition, needs.get(name) ?? []);
    const table = resourceType(stack.content, definition.type)?.schema.properties ?? {};
    const empties = Object.fromEntries(Object.keys(table).map((key) => [key, null]));
    const given = checkedProperties(table, resolveObject(definition.properties, scope, []), [], undefined);
    row.properties = { ...empties, ...withDefaults(table, given) };
    return row;
  });
}
