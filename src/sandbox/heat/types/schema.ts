// The property and attribute tables of every resource type, as a real Heat publishes them (GET /resource_types/{type}).

import type { JsonObject } from '../../json.ts';
import schemas from './schemas.json' with { type: 'json' };

export interface PropertySchema {
  readonly type: string;
  readonly required?: boolean;
  /** May change in place; else a change replaces the resource. */
  readonly update?: boolean;
  readonly default?: unknown;
  readonly constraints?: readonly JsonObject[];
  readonly items?: PropertySchema;
  readonly schema?: Readonly<Record<string, PropertySchema>>;
}

export interface TypeSchema {
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly attributes: readonly string[];
}

const TABLE = new Map<string, TypeSchema>(Object.entries(schemas as unknown as Record<string, TypeSchema>));

export function typeSchema(type: string): TypeSchema | undefined {
  return TABLE.get(type);
}

export function typeNames(): readonly string[] {
  return [...TABLE.keys()].sort();
}
