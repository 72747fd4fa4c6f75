/** One spelling for equal data, so that equal means equal bytes. */
import { createHash } from 'node:crypto';
import { isJsonObject, type Json, own } from '../../model/json.ts';

/** JSON text with sorted keys. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** `sha256:…` of the canonical text. */
export function digest(value: Json): string {
  return `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
}

/**
 * Equal as Heat would see it: null is absent, a number and its text are the same property value
 * (heat/engine/properties.py get_value).
 */
export function sameValue(left: Json | undefined, right: Json | undefined): boolean {
  const [a, b] = [left ?? null, right ?? null];
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => sameValue(own(a, key), own(b, key)));
  }
  return isScalar(a) && isScalar(b) && scalarText(a) === scalarText(b);
}

function isScalar(value: Json): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function scalarText(value: string | number | boolean): string {
  const text = String(value);
  return /^(true|false)$/i.test(text) ? text.toLowerCase() : text;
}
