// GET /stacks: filters, order, pages.

import type { Cloud } from '../../cloud.ts';
import { type Answer, json } from '../../http/answer.ts';
import type { Call } from '../../http/call.ts';
import type { Session } from '../../keystone/tokens.ts';
import type { Stack } from '../records.ts';
import { booleanQuery, integerQuery } from './query.ts';
import { listedStack } from './stack-view.ts';

type Test = (stack: Stack) => boolean;

/** An unknown key, sort key or marker is passed over; `limit` adds the link to the next page even when it is the last (measured). */
export function listStacks(cloud: Cloud, call: Call, session: Session): Answer {
  const limit = integerQuery(call, 'limit');
  const tests = filters(call, session.project.id);
  const found: Stack[] = [];
  for (const stack of candidates(cloud, call)) {
    if (limit !== undefined && found.length >= limit) break;
    if (tests.every((test) => test(stack))) found.push(stack);
  }
  const count = booleanQuery(call, 'with_count') ? { count: countStacks(cloud, tests) } : {};
  const links =
    limit !== undefined && found.length > 0 && found.length === limit
      ? { links: nextLink(cloud, call, found, session) }
      : {};
  return json(200, { stacks: found.map((stack) => listedStack(cloud, stack)), ...links, ...count });
}

export function listStacksDetailed(cloud: Cloud, _call: Call, session: Session): Answer {
  const stacks = [...cloud.world.stacks.newestFirst()].filter(
    (stack) => stack.project === session.project.id && stack.deleted === null && stack.parent === null,
  );
  return json(200, { stacks: stacks.map((stack) => listedStack(cloud, stack)) });
}

function* candidates(cloud: Cloud, call: Call): Iterable<Stack> {
  const marker = cloud.world.stacks.get(call.query.get('marker') ?? '');
  const [key] = call.query.getAll('sort_keys');
  const order = SORTS[key ?? ''];
  if (order === undefined && call.query.get('sort_dir') !== 'asc') {
    yield* cloud.world.stacks.newestFirst(marker);
    return;
  }
  const sorted = [...cloud.world.stacks.values()].sort(order ?? bySerial);
  if (call.query.get('sort_dir') !== 'asc') sorted.reverse();
  yield* marker === undefined ? sorted : sorted.slice(sorted.indexOf(marker) + 1);
}

const bySerial = (one: Stack, other: Stack) => one.serial - other.serial;

const SORTS: Readonly<Record<string, (one: Stack, other: Stack) => number>> = {
  name: (one, other) => byText(one.name, other.name) || bySerial(one, other),
  stack_name: (one, other) => byText(one.name, other.name) || bySerial(one, other),
  status: (one, other) => byText(one.status, other.status) || bySerial(one, other),
  stack_status: (one, other) => byText(one.status, other.status) || bySerial(one, other),
  created_at: bySerial,
  creation_time: bySerial,
  updated_at: (one, other) => (one.updated ?? 0) - (other.updated ?? 0) || bySerial(one, other),
  updated_time: (one, other) => (one.updated ?? 0) - (other.updated ?? 0) || bySerial(one, other),
};

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function filters(call: Call, project: string): readonly Test[] {
  const { query } = call;
  const nested = booleanQuery(call, 'show_nested');
  const deleted = booleanQuery(call, 'show_deleted');
  const tests: Test[] = [(stack) => stack.project === project && (nested || stack.parent === null)];
  if (!deleted) tests.push((stack) => stack.deleted === null);
  const oneOf = (key: string, value: (stack: Stack) => string) => {
    const wanted = query.getAll(key).flatMap((item) => item.split(','));
    if (wanted.length > 0) tests.push((stack) => wanted.includes(value(stack)));
  };
  oneOf('name', (stack) => stack.name);
  oneOf('id', (stack) => stack.id);
  oneOf('action', (stack) => stack.action);
  oneOf('owner_id', (stack) => stack.parent?.stack ?? '');
  const statuses = query.getAll('status').flatMap((item) => item.split(','));
  if (statuses.length > 0) {
    tests.push(
      (stack) => statuses.includes(stack.status) || statuses.includes(`${stack.action}_${stack.status}`),
    );
  }
  return [...tests, ...tagFilters(query)];
}

/** Whole tags only; a comma means all of them, or any in the `_any` forms. */
function tagFilters(query: URLSearchParams): readonly Test[] {
  const tests: Test[] = [];
  const each = (key: string, test: (tags: readonly string[], wanted: readonly string[]) => boolean) => {
    const value = query.get(key);
    if (value !== null) tests.push((stack) => test(stack.tags, value.split(',')));
  };
  each('tags', (tags, wanted) => wanted.every((tag) => tags.includes(tag)));
  each('tags_any', (tags, wanted) => wanted.some((tag) => tags.includes(tag)));
  each('not_tags', (tags, wanted) => !wanted.every((tag) => tags.includes(tag)));
  each('not_tags_any', (tags, wanted) => !wanted.some((tag) => tags.includes(tag)));
  return tests;
}

function countStacks(cloud: Cloud, tests: readonly Test[]): number {
  return [...cloud.world.stacks.values()].filter((stack) => tests.every((test) => test(stack))).length;
}

function nextLink(cloud: Cloud, call: Call, found: readonly Stack[], session: Session) {
  const query = new URLSearchParams(call.query);
  query.delete('marker');
  query.set('marker', found.at(-1)?.id ?? '');
  return [{ rel: 'next', href: `${cloud.base}/orchestration/v1/${session.project.id}/stacks?${query}` }];
}
