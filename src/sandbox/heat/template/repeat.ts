// The `repeat` function: one filled-in template for each combination of its lists.

import { isObject, type Json, type JsonObject, objectOr } from '../../json.ts';
import { asText, type FunctionCall, list, type Resolved } from './functions.ts';

export function repeat(call: FunctionCall): Resolved {
  const argument = objectOr(call.argument);
  const rows = Object.entries(objectOr(call.evaluate(argument['for_each'] ?? {})));
  const pairwise = argument['permutations'] === false;
  const combinations = pairwise ? zipped(rows) : crossed(rows);
  return combinations.map(
    (values) => call.evaluate(substituted(argument['template'] ?? null, values)) ?? null,
  );
}

function crossed(rows: readonly (readonly [string, Json])[]): JsonObject[] {
  return rows.reduce<JsonObject[]>(
    (made, [name, items]) =>
      made.flatMap((values) => keysOf(items).map((item) => ({ ...values, [name]: item }))),
    [{}],
  );
}

function zipped(rows: readonly (readonly [string, Json])[]): JsonObject[] {
  const length = Math.max(0, ...rows.map(([, items]) => keysOf(items).length));
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(rows.map(([name, items]) => [name, keysOf(items)[index] ?? null])),
  );
}

function keysOf(items: Json): Json[] {
  return isObject(items) ? Object.keys(items) : list(items);
}

function substituted(value: Json, values: JsonObject): Json {
  if (typeof value === 'string') {
    const whole = values[value];
    if (whole !== undefined) return whole;
    return Object.entries(values).reduce((text, [key, item]) => text.replaceAll(key, asText(item)), value);
  }
  if (Array.isArray(value)) return value.map((item) => substituted(item, values));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [String(substituted(key, values)), substituted(item, values)]),
  );
}
