/** What Heat is asked, as data (Orchestration API v1). */
import type { JsonObject } from '../../../model/json.ts';
import type { StackRef } from '../../../model/observed.ts';
import type { StackRequest } from '../../../ports/cloud.ts';
import type { ServiceRequest } from '../service.ts';
import { metadataPath, resourcePath, STACKS, stackPart, stackPath } from './urls.ts';

/** Deeper than Heat nests at all (max_nested_stack_depth is 5, the root counts). */
const WHOLE_TREE = '5';
export const PAGE = 500;

type Query = NonNullable<ServiceRequest['query']>;

function read(doing: string, path: string, query: Query = []): ServiceRequest {
  return { service: 'orchestration', method: 'GET', path, query, repeat: 'read', doing };
}

export function listStacks(marker: string | null): ServiceRequest {
  const from: Query = marker === null ? [] : [['marker', marker]];
  return read('listing stacks', STACKS, [['limit', String(PAGE)], ...from]);
}

/** Heat takes `name` several times. */
export function listStacksNamed(names: readonly string[]): ServiceRequest {
  return read(
    'listing stacks',
    STACKS,
    names.map((name) => ['name', name] as const),
  );
}

/** Outputs may hold secrets in clear and cost Heat many calls. */
export function showStack(stack: StackRef): ServiceRequest {
  return read(`reading stack "${stack.name}"`, stackPath(stack), [['resolve_outputs', 'false']]);
}

export function readTemplate(stack: StackRef): ServiceRequest {
  return read(`reading the template of stack "${stack.name}"`, stackPart(stack, 'template'));
}

export function readEnvironment(stack: StackRef): ServiceRequest {
  return read(`reading the environment of stack "${stack.name}"`, stackPart(stack, 'environment'));
}

export function readFiles(stack: StackRef): ServiceRequest {
  return read(`reading the files of stack "${stack.name}"`, stackPart(stack, 'files'));
}

/**
 * The whole tree in one call. Without with_detail: creation_time comes anyway (heat/engine/api.py
 * format_stack_resource), and with it Heat would ask Nova for each server, one after another.
 */
export function listResources(stack: StackRef): ServiceRequest {
  return read(`reading the resources of stack "${stack.name}"`, stackPart(stack, 'resources'), [
    ['nested_depth', WHOLE_TREE],
  ]);
}

export function readMetadata(stack: StackRef, resource: string): ServiceRequest {
  return read(
    `reading the metadata of "${resource}" in stack "${stack.name}"`,
    metadataPath(stack, resource),
  );
}

export function listEvents(stack: StackRef, marker: string | null): ServiceRequest {
  const from: Query = marker === null ? [] : [['marker', marker]];
  return read(`reading the events of stack "${stack.name}"`, stackPart(stack, 'events'), [
    ['nested_depth', WHOLE_TREE],
    ['sort_keys', 'event_time'],
    ['sort_dir', 'asc'],
    ['limit', String(PAGE)],
    ...from,
  ]);
}

export function listLatestEvents(stack: StackRef): ServiceRequest {
  return read(`reading the latest events of stack "${stack.name}"`, stackPart(stack, 'events'), [
    ['nested_depth', WHOLE_TREE],
    ['sort_keys', 'event_time'],
    ['sort_dir', 'desc'],
    ['limit', String(PAGE)],
  ]);
}

export function createStack(request: StackRequest): ServiceRequest {
  return {
    service: 'orchestration',
    method: 'POST',
    path: STACKS,
    json: { stack_name: request.name, ...wholeOf(request) },
    repeat: 'once',
    doing: `creating stack "${request.name}"`,
  };
}

export function updateStack(stack: StackRef, request: StackRequest): ServiceRequest {
  return {
    service: 'orchestration',
    method: 'PUT',
    path: stackPath(stack),
    json: wholeOf(request),
    repeat: 'once',
    doing: `updating stack "${stack.name}"`,
  };
}

export function deleteStack(stack: StackRef): ServiceRequest {
  return {
    service: 'orchestration',
    method: 'DELETE',
    path: stackPath(stack),
    repeat: 'repeatable',
    doing: `deleting stack "${stack.name}"`,
  };
}

/** The same mark again is the same mark. */
export function markResource(
  stack: StackRef,
  resource: string,
  mark: { readonly unhealthy: boolean; readonly reason: string },
): ServiceRequest {
  return {
    service: 'orchestration',
    method: 'PATCH',
    path: resourcePath(stack, resource),
    json: { mark_unhealthy: mark.unhealthy, resource_status_reason: mark.reason },
    repeat: 'repeatable',
    doing: `${mark.unhealthy ? 'marking' : 'taking the mark from'} "${resource}" in stack "${stack.name}"`,
  };
}

export function patchStack(stack: StackRef): ServiceRequest {
  return {
    service: 'orchestration',
    method: 'PATCH',
    path: stackPath(stack),
    json: {},
    repeat: 'once',
    doing: `updating stack "${stack.name}" as it is`,
  };
}

/** PUT drops tags and parameters that are not sent; Heat wants tags as one text. */
function wholeOf({ template, files, environment, tags, timeoutMinutes }: StackRequest): JsonObject {
  return {
    template,
    files,
    environment: { ...environment },
    disable_rollback: true,
    ...(tags.length === 0 ? {} : { tags: tags.join(',') }),
    ...(timeoutMinutes === null ? {} : { timeout_mins: timeoutMinutes }),
  };
}
