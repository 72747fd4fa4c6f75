// The `repeat` function: one filled-in template for each combination of its lists.

import { isObject, type Json, type JsonObject, objectOr } from '../../json.ts';
import { InvalidValue } from '../problem.ts';
import { type FunctionCall, list, type Resolved } from './functions.ts';

export function repeat(call: FunctionCall): Resolved {
  const argument = objectOr(call.argument);
  const rows = Object.entries(objectOr(call.evaluate(argument['for_each'] ?? {})));
  const pairwise = argument['permutations'] === false;
  const combinations = pairwise ? zipped(rows) : crossed(rows);
  return combinations.map(
    (values) => call.evaluate(substituted(argument['template'] ?? null, texts(values, call.where))) ?? null,
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

const PYTHON_TYPES: Readonly<Record<string, string>> = { boolean: 'bool', object: 'dict' };

/** Python's own words: heat/engine/hot/functions.py Repeat._do_replacement puts only texts into texts. */
function texts(values: JsonObject, where: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (typeof value === 'string') return [key, value];
      throw new InvalidValue(
        'Property error',
        where,
        `replace() argument 2 must be str, not ${pythonType(value)}`,
      );
    }),
  );
}

function pythonType(value: Json): string {
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return PYTHON_TYPES[typeof value] ?? typeof value;
}

function substituted(value: Json, values: Readonly<Record<string, string>>): Json {
  if (typeof value === 'string')
    return Object.entries(values).reduce((text, [key, item]) => text.replaceAll(key, item), value);
  if (Array.isArray(value)) return value.map((item) => substituted(item, values));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [String(substituted(key, values)), substituted(item, values)]),
  );
}
