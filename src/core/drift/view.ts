/** What the checks of one stack look at, and indexes that all stacks share. */
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import type { Catalogue, ObservedServer, PresentStack } from '../../model/observed.ts';
import type { ProjectThings, Thing, ThingKind } from '../../model/things.ts';
import type { Told } from './told.ts';

/** The project's things, found by what hangs on what. */
export interface Surroundings {
  readonly things: ProjectThings;
  readonly portsByDevice: ReadonlyMap<string, readonly Thing[]>;
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
  const portsByDevice = new Map<string, Thing[]>();
  for (const port of things.of.port?.values() ?? []) {
    const device = port.fields['device_id'];
    if (typeof device !== 'string' || device === '') continue;
    const known = portsByDevice.get(device);
    if (known === undefined) portsByDevice.set(device, [port]);
    else known.push(port);
  }
  return { things, portsByDevice };
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
