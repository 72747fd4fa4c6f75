// Replaces every intrinsic function in a value by its result.

import { isObject, type Json, type JsonObject } from '../../json.ts';
import { functionNamed, type Place, type Resolved, type Scope } from './functions.ts';

/** `where` is the path of the value in the template, for messages. */
export function resolve(
  value: Json,
  scope: Scope,
  where: readonly string[] = [],
  place: Place = 'value',
): Resolved {
  if (Array.isArray(value)) return resolveList(value, scope, where);
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  const [name] = keys;
  const run = keys.length === 1 && name !== undefined ? functionNamed(scope.dialect, name, place) : undefined;
  if (run === undefined || name === undefined) return resolveObject(value, scope, where);
  const argument = value[name] ?? null;
  return run({
    name,
    argument,
    scope,
    where,
    evaluate: (item) => resolve(item, scope, where, place),
    decide: (item) => resolve(item, scope, where, 'condition'),
  });
}

export function resolveObject(value: JsonObject, scope: Scope, where: readonly string[]): JsonObject {
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const resolved = resolve(item, scope, [...where, key]);
    if (resolved !== undefined) result[key] = resolved;
  }
  return result;
}

function resolveList(value: readonly Json[], scope: Scope, where: readonly string[]): Json[] {
  return value
    .map((item, index) => resolve(item, scope, [...where, String(index)]))
    .filter((item) => item !== undefined);
}
