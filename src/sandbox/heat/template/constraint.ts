// Checks a value against the constraints of its parameter or property.

import { isObject, type Json, type JsonObject, objectOr } from '../../json.ts';
import { pythonJson } from '../../python-text.ts';

/** Looks a name up in the cloud (an image, a flavor ...); undefined if it is there, else what to say. */
export type CustomCheck = (constraint: string, value: string) => string | undefined;

/** What is wrong with a value under one constraint (heat/engine/constraints.py); also for properties. */
export function constraintTrouble(
  constraint: JsonObject,
  value: Json,
  check: CustomCheck,
): string | undefined {
  if (constraint['range'] !== undefined) return rangeTrouble(objectOr(constraint['range']), Number(value));
  if (constraint['length'] !== undefined) return lengthTrouble(objectOr(constraint['length']), value);
  if (constraint['modulo'] !== undefined) return moduloTrouble(objectOr(constraint['modulo']), Number(value));
  const allowed = constraint['allowed_values'];
  if (Array.isArray(allowed)) return allowedTrouble(allowed, value);
  const pattern = constraint['allowed_pattern'];
  if (typeof pattern === 'string') {
    const matches = new RegExp(`^(?:${pattern})$`).test(String(value));
    return matches ? undefined : `"${String(value)}" does not match pattern "${pattern}"`;
  }
  const custom = constraint['custom_constraint'];
  if (typeof custom === 'string' && typeof value === 'string' && value !== '') return check(custom, value);
  return undefined;
}

function rangeTrouble(range: JsonObject, value: number): string | undefined {
  const { min, max } = range;
  const inside = (min === undefined || value >= Number(min)) && (max === undefined || value <= Number(max));
  return inside ? undefined : `${value} is out of range (min: ${min ?? 'None'}, max: ${max ?? 'None'})`;
}

function lengthTrouble(range: JsonObject, value: Json): string | undefined {
  const { min, max } = range;
  const length = Array.isArray(value)
    ? value.length
    : isObject(value)
      ? Object.keys(value).length
      : String(value).length;
  const inside = (min === undefined || length >= Number(min)) && (max === undefined || length <= Number(max));
  return inside
    ? undefined
    : `length (${length}) is out of range (min: ${min ?? 'None'}, max: ${max ?? 'None'})`;
}

function moduloTrouble(modulo: JsonObject, value: number): string | undefined {
  const { step, offset } = modulo;
  const fits = value % Number(step ?? 1) === Number(offset ?? 0);
  return fits
    ? undefined
    : `${value} is not a multiple of ${String(step)} with an offset of ${String(offset)}`;
}

function allowedTrouble(allowed: readonly Json[], value: Json): string | undefined {
  const items = Array.isArray(value) ? value : [value];
  const fits = items.every((item) => allowed.some((one) => String(one) === String(item)));
  if (fits) return undefined;
  const shown =
    typeof value === 'string' && Number.isNaN(Number(value)) ? `"${value}"` : parameterText(value);
  return `${shown} is not an allowed value ${pythonJson(allowed)}`;
}

/** As GET stack shows a value: always text. */
export function parameterText(value: Json): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(',');
  if (typeof value === 'object') return pythonJson(value);
  return String(value);
}
