// The events of a stack, and of those nested in it: newest first, filtered, in pages.

import type { Cloud } from '../../cloud.ts';
import { type Answer, json } from '../../http/answer.ts';
import type { Call } from '../../http/call.ts';
import type { JsonObject } from '../../json.ts';
import type { Session } from '../../keystone/tokens.ts';
import { seconds } from '../../times.ts';
import { HeatProblem } from '../problem.ts';
import type { Stack, StackEvent } from '../records.ts';
import { currentRow, currentRows } from '../rows.ts';
import { integerQuery } from './query.ts';
import { nestedStackOf } from './resource-view.ts';
import { stackUrl } from './stack-view.ts';

interface Owned {
  readonly stack: Stack;
  readonly event: StackEvent;
}

export function listEvents(cloud: Cloud, call: Call, _session: Session, stack: Stack): Answer {
  const depth = integerQuery(call, 'nested_depth');
  const limit = integerQuery(call, 'limit');
  const marker = call.query.get('marker');
  const owners = depth === undefined ? [stack] : withNested(cloud, stack, depth);
  const passed = owners
    .flatMap((owner) => owner.events.map((event): Owned => ({ stack: owner, event })))
    .filter(({ event }) => passes(call.query, event))
    .sort((one, other) => other.event.serial - one.event.serial);
  if (call.query.get('sort_dir') === 'asc') passed.reverse();
  const start = marker === null ? 0 : passed.findIndex(({ event }) => event.id === marker) + 1;
  const page = passed.slice(start, limit === undefined ? undefined : start + limit);
  return json(200, {
    events: page.map((owned) => eventView(cloud, owned, depth === undefined ? undefined : stack)),
  });
}

export function listResourceEvents(
  cloud: Cloud,
  _call: Call,
  _session: Session,
  stack: Stack,
  name: string,
): Answer {
  const events = stack.events.filter((event) => event.resource === name).reverse();
  return json(200, { events: events.map((event) => eventView(cloud, { stack, event }, undefined)) });
}

export function showEvent(cloud: Cloud, stack: Stack, resource: string, id: string): Answer {
  const event = stack.events.find((one) => one.id === id && one.resource === resource);
  if (event === undefined) throw new HeatProblem('EntityNotFound', `The Event (${id}) could not be found.`);
  const view = eventView(cloud, { stack, event }, undefined);
  const properties = currentRow(stack, resource)?.properties ?? {};
  return json(200, { event: { ...view, resource_type: event.type, resource_properties: properties } });
}

function withNested(cloud: Cloud, stack: Stack, depth: number): readonly Stack[] {
  if (depth <= 0) return [stack];
  const nested = currentRows(stack).flatMap((row) => nestedStackOf(cloud, stack, row) ?? []);
  return [stack, ...nested.flatMap((one) => withNested(cloud, one, depth - 1))];
}

function passes(query: URLSearchParams, event: StackEvent): boolean {
  const [action = '', ...rest] = event.status.split('_');
  const values: Readonly<Record<string, string>> = {
    resource_name: event.resource,
    resource_type: event.type,
    resource_action: action,
    resource_status: rest.join('_'),
  };
  return Object.entries(values).every(([key, value]) => {
    const wanted = query.getAll(key);
    return wanted.length === 0 || wanted.includes(value);
  });
}

function eventView(cloud: Cloud, { stack, event }: Owned, root: Stack | undefined): JsonObject {
  const resource = `${stackUrl(cloud, stack)}/resources/${event.resource}`;
  return {
    id: event.id,
    links: [
      { href: `${resource}/events/${event.id}`, rel: 'self' },
      { href: resource, rel: 'resource' },
      { href: stackUrl(cloud, stack), rel: 'stack' },
      ...(root === undefined ? [] : [{ href: stackUrl(cloud, root), rel: 'root_stack' }]),
    ],
    event_time: seconds(event.at),
    logical_resource_id: event.resource,
    resource_name: event.resource,
    physical_resource_id: event.physicalId ?? '',
    resource_status: event.status,
    resource_status_reason: event.reason,
  };
}
