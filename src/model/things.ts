/** What a project holds beside its stacks, as its services list it: one list for all groups. */
import type { JsonObject } from './json.ts';

export const THING_KINDS = [
  'alarm',
  'floatingIp',
  'healthMonitor',
  'listener',
  'loadBalancer',
  'pool',
  'port',
  'securityGroup',
] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** One row of a service's list; the fields are the service's own. */
export interface Thing {
  readonly id: string;
  readonly fields: JsonObject;
}

/** By id; null = nobody can tell (not asked, no such service, or no right to ask). */
export type ThingsById = ReadonlyMap<string, Thing> | null;

export interface ProjectThings {
  readonly of: Readonly<Record<ThingKind, ThingsById>>;
  /** By the pool's id; a pool that could not be read is not there. */
  readonly poolMembers: ReadonlyMap<string, readonly Thing[]>;
  /** Servers that say by `metering.server_group` that they belong to a group; those that were wanted. */
  readonly metered: readonly MeteredServer[];
  /** The asking user. */
  readonly userId: string;
}

/** A server that Gnocchi counts to the group of this stack. */
export interface MeteredServer {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly taskState: string | null;
  readonly serverGroup: string;
  /** ISO 8601. */
  readonly createdAt: string | null;
}

/** The stack that a thing is a resource of. */
export interface Maker {
  readonly stack: string;
  /** Names of resources from the root down. */
  readonly resource: string;
}

/** What somebody did to a thing, as its service remembers it. */
export interface Deed {
  /** ISO 8601. */
  readonly at: string;
  /** In the service's words: `stop`, `rule change`. */
  readonly what: string;
  /** Of Keystone's; null = not said. */
  readonly userId: string | null;
}
