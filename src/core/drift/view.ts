/** What the checks of one stack look at, and indexes that all stacks share. */
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import type { Catalogue, ObservedServer, PresentStack } from '../../model/observed.ts';
import type { MeteredServer, ProjectThings, Thing, ThingKind } from '../../model/things.ts';
import type { Told } from './told.ts';

/** The project's things, found by what hangs on what. */
export interface Surroundings {
  readonly things: ProjectThings;
  readonly portsByDevice: ReadonlyMap<string, readonly Thing[]>;
  /** By the id of the stack that they say they belong to. */
  readonly meteredByStack: ReadonlyMap<string, readonly MeteredServer[]>;
}

export interface StackView {
  readonly stack: PresentStack;
  readonly told: readonly Told[];
  readonly around: Surroundings;
  readonly catalogue: Catalogue;
  /** Servers of the groups by id. */
  readonly servers: ReadonlyMap<string, ObservedServer>;
  /** ISO 8601. */
  readonly now: string;
}

export function surroundingsOf(things: ProjectThings): Surroundings {
  return {
    things,
    portsByDevice: listedBy(things.of.port?.values() ?? [], ({ fields }) => textField(fields, 'device_id')),
    meteredByStack: listedBy(things.metered, ({ serverGroup }) => serverGroup),
  };
}

/** What has no key is left out. */
function listedBy<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const lists = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === '') continue;
    const known = lists.get(key);
    if (known === undefined) lists.set(key, [item]);
    else known.push(item);
  }
  return lists;
}

/** The thing behind a resource; undefined = it is gone; null = nobody can tell, or Heat has not made it yet. */
export function thingBehind(
  { around }: StackView,
  kind: ThingKind,
  { physicalId }: Told,
): Thing | null | undefined {
  const list = around.things.of[kind];
  if (list === null || physicalId === '') return null;
  return list.get(physicalId);
}

export function textField(fields: JsonObject, key: string): string {
  const value = fields[key];
  return typeof value === 'string' ? value : '';
}

export function objectsIn(fields: JsonObject, key: string): readonly JsonObject[] {
  const value = fields[key];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** Octavia and Neutron leave the zone out in places; all of them mean UTC. */
export function timeField(fields: JsonObject, key: string): string | null {
  const value = textField(fields, key);
  if (value === '') return null;
  return /(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`;
}
