/** What Heat answers, in our words. */
import type { Json, JsonObject } from '../../../model/json.ts';
import { isJsonObject } from '../../../model/json.ts';
import {
  type GroupActivity,
  type HeatState,
  STACK_ACTIONS,
  type StackRef,
  type StackStatus,
  type StackSummary,
} from '../../../model/observed.ts';
import type { StackEnvironment } from '../../../model/spec.ts';
import { markerIn, type Page } from '../pages.ts';
import { shortReason } from '../reason.ts';
import {
  listIn,
  numberOr,
  objectIn,
  objectOr,
  ShapeError,
  textIn,
  textMapOf,
  textOr,
  textsOf,
  timeOr,
} from '../shape.ts';
import { shared, sharedJson, sharedRecord } from '../sharing.ts';
import { stackInLink } from './urls.ts';

export interface StackShown extends StackSummary {
  readonly owner: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly timeoutMinutes: number | null;
}

/** A resource as Heat lists it, with the stack that holds it and the stack that it holds. */
export interface ListedResource {
  readonly name: string;
  readonly type: string;
  readonly physicalId: string;
  readonly state: HeatState;
  readonly createdAt: string;
  readonly stack: StackRef;
  readonly nested: StackRef | null;
}

export function stackPage(body: Json): Page<StackSummary> {
  const stacks = listIn(body, 'stacks').map(summaryOf);
  return { items: stacks, nextMarker: markerIn(body, 'links', stacks.at(-1)?.id) };
}

export function shownStack(body: Json): StackShown {
  const stack = objectIn(body, 'stack');
  return {
    ...summaryOf(stack),
    owner: textOr(stack['stack_owner'], null),
    parameters: textMapOf(stack['parameters']),
    timeoutMinutes: numberOr(stack['timeout_mins'], null),
  };
}

function summaryOf(stack: JsonObject): StackSummary {
  return {
    id: textIn(stack, 'id'),
    name: textIn(stack, 'stack_name'),
    state: stateOf(textIn(stack, 'stack_status'), stack['stack_status_reason']),
    tags: textsOf(stack['tags']),
    createdAt: timeOr(stack['creation_time'], ''),
    updatedAt: timeOr(stack['updated_time'], null),
  };
}

/** Heat joins action and status by `_`; either may hold one itself. */
export function stateOf(joined: string, reason: Json | undefined): HeatState {
  const [, before, after] = /^([A-Z]+)_(IN_PROGRESS|COMPLETE|FAILED)$/.exec(joined) ?? [];
  const action = STACK_ACTIONS.find((known) => known === before);
  if (action === undefined || after === undefined)
    throw new ShapeError(`the status "${joined.slice(0, 40)}" is unknown`);
  return sharedRecord({ action, status: after as StackStatus, reason: shortReason(textOr(reason, '')) });
}

export function createdStack(name: string, body: Json): StackRef {
  return { name, id: textIn(objectIn(body, 'stack'), 'id') };
}

export function templateOf(body: Json): JsonObject {
  if (!isJsonObject(body)) throw new ShapeError('the template is not an object');
  return body;
}

/** Members by name, from a nested stack's template, HOT or CloudFormation-style. */
export function definitionsOf(body: Json): Readonly<Record<string, JsonObject>> {
  const template = templateOf(body);
  const resources = objectOr(template['resources'] ?? template['Resources']);
  return Object.fromEntries(
    Object.entries(resources).map(([name, definition]) => [name, objectOr(sharedJson(definition))]),
  );
}

export function filesOf(body: Json): Readonly<Record<string, string>> {
  return textMapOf(body);
}

export function environmentOf(body: Json): StackEnvironment {
  const environment = objectOr(body);
  return {
    parameters: objectOr(environment['parameters']),
    parameter_defaults: objectOr(environment['parameter_defaults']),
    resource_registry: objectOr(environment['resource_registry']),
  };
}

export function listedResources(body: Json): readonly ListedResource[] {
  return listIn(body, 'resources').map((resource) => {
    const stack = linked(resource, 'stack');
    if (stack === null) throw new ShapeError('a resource has no link to its stack');
    return {
      name: textIn(resource, 'resource_name'),
      type: shared(textIn(resource, 'resource_type')),
      physicalId: textOr(resource['physical_resource_id'], ''),
      state: stateOf(textIn(resource, 'resource_status'), resource['resource_status_reason']),
      createdAt: timeOr(resource['creation_time'], ''),
      stack,
      nested: linked(resource, 'nested'),
    };
  });
}

export function linked(thing: JsonObject, rel: string): StackRef | null {
  const links = Array.isArray(thing['links']) ? thing['links'].filter(isJsonObject) : [];
  const href = links.find((link: JsonObject) => link['rel'] === rel)?.['href'];
  return typeof href === 'string' ? stackInLink(href) : null;
}

/** `{cooldown_end: {<time>: reason}, scaling_in_progress}` (heat/scaling/cooldown.py). */
export function activityOf(body: Json): GroupActivity {
  const metadata = objectOr(objectOr(body)['metadata']);
  const ends = Object.keys(objectOr(metadata['cooldown_end'])).map((time) => Date.parse(timeOr(time, '')));
  const last = Math.max(...ends.filter((end) => !Number.isNaN(end)));
  return {
    scalingInProgress: metadata['scaling_in_progress'] === true,
    cooldownUntil: Number.isFinite(last) ? new Date(last).toISOString() : null,
  };
}
