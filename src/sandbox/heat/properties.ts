// Checks resolved property values against a type's table and gives them their types.

import { isObject, type Json, type JsonObject } from '../json.ts';
import { InvalidValue, pythonRepr } from './problem.ts';
import { type CustomCheck, constraintTrouble, parameterText } from './template/constraint.ts';
import { UNKNOWN } from './template/functions.ts';
import type { PropertySchema } from './types/schema.ts';

type Table = Readonly<Record<string, PropertySchema>>;

/**
 * The values as given, each of its type; throws InvalidValue (heat/engine/properties.py Properties.validate).
 * Without `check` only the names are looked at, as for a nested stack that is not made yet.
 */
export function checkedProperties(
  table: Table,
  values: JsonObject,
  path: readonly string[],
  check: CustomCheck | undefined,
): JsonObject {
  return checkedMap(table, values, path, check);
}

/** The values with the table's defaults where nothing is given. */
export function withDefaults(table: Table, values: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const [name, schema] of Object.entries(table)) {
    const value = values[name] ?? (schema.default as Json | undefined);
    if (value === undefined || value === null) continue;
    result[name] =
      schema.schema !== undefined && isObject(value) ? withDefaults(schema.schema, value) : value;
  }
  return result;
}

function checkedMap(
  table: Table,
  values: JsonObject,
  path: readonly string[],
  check: CustomCheck | undefined,
): JsonObject {
  const stranger = Object.keys(values).find((name) => table[name] === undefined);
  if (stranger !== undefined) throw wrong(path, `Unknown Property ${stranger}`);
  const result: JsonObject = {};
  for (const [name, schema] of Object.entries(table)) {
    const value = values[name] ?? null;
    if (value === null && schema.required === true) throw wrong(path, `Property ${name} not assigned`);
    if (value !== null)
      result[name] = check === undefined ? value : checkedValue(schema, value, [...path, name], check);
  }
  return result;
}

function checkedValue(
  schema: PropertySchema,
  value: Json,
  path: readonly string[],
  check: CustomCheck,
): Json {
  if (isUnknown(value)) return value;
  const typed = typedValue(schema, value, path, check);
  for (const constraint of schema.constraints ?? []) {
    const trouble = constraintTrouble(constraint, typed, check);
    if (trouble !== undefined) throw wrong(path, trouble);
  }
  return typed;
}

function typedValue(schema: PropertySchema, value: Json, path: readonly string[], check: CustomCheck): Json {
  switch (schema.type) {
    case 'string':
      if (typeof value === 'object') throw wrong(path, `Value must be a string; got ${pythonRepr(value)}`);
      return parameterText(value);
    case 'integer':
      return integer(value, path);
    case 'number':
      return numeric(value, path);
    case 'boolean':
      return boolean(value, path);
    case 'list':
      return listValue(schema, value, path, check);
    case 'map':
      return mapValue(schema, value, path, check);
    default:
      return value;
  }
}

function integer(value: Json, path: readonly string[]): number {
  const number = typeof value === 'string' && !/^\s*-?\d+\s*$/.test(value) ? Number.NaN : Number(value);
  if (Number.isNaN(number) || typeof value === 'object' || typeof value === 'boolean') {
    throw wrong(path, `Value '${String(value)}' is not an integer`);
  }
  return Math.trunc(number);
}

function numeric(value: Json, path: readonly string[]): number {
  const number = typeof value === 'object' || value === '' ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw wrong(path, `Value '${String(value)}' is not a number`);
  return number;
}

function boolean(value: Json, path: readonly string[]): boolean {
  const text = String(value).toLowerCase();
  if (text === 'true') return true;
  if (text === 'false') return false;
  throw wrong(path, `"${String(value)}" is not a valid boolean`);
}

function listValue(schema: PropertySchema, value: Json, path: readonly string[], check: CustomCheck): Json {
  if (!Array.isArray(value)) throw wrong(path, `"${String(value)}" is not a list`);
  const { items } = schema;
  if (items === undefined) return value;
  return value.map((item, index) => checkedValue(items, item, [...path, String(index)], check));
}

function mapValue(schema: PropertySchema, value: Json, path: readonly string[], check: CustomCheck): Json {
  const map = typeof value === 'string' ? parsedMap(value) : value;
  if (!isObject(map)) throw wrong(path, `"${String(value)}" is not a map`);
  return schema.schema === undefined ? map : checkedMap(schema.schema, map, path, check);
}

function parsedMap(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** True if any part of the value waits for a resource. */
export function isUnknown(value: Json): boolean {
  return typeof value === 'string' && value.includes(UNKNOWN);
}

function wrong(path: readonly string[], message: string): InvalidValue {
  return new InvalidValue('Property error', path, message);
}
