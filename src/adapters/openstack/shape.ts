/** Reads fields out of answers that nobody vouches for. */
import type { Json, JsonObject } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import { shared } from './sharing.ts';

/** An answer that is JSON, but not the JSON that the service's API describes. */
export class ShapeError extends Error {}

export function objectIn(holder: Json | undefined, key: string): JsonObject {
  const value = isJsonObject(holder) ? holder[key] : undefined;
  if (!isJsonObject(value)) throw new ShapeError(`"${key}" is not an object`);
  return value;
}

export function listIn(holder: Json | undefined, key: string): readonly JsonObject[] {
  const value = isJsonObject(holder) ? holder[key] : undefined;
  if (!Array.isArray(value)) throw new ShapeError(`"${key}" is not a list`);
  return value.map((item: Json) => {
    if (!isJsonObject(item)) throw new ShapeError(`"${key}" holds something that is not an object`);
    return item;
  });
}

export function textIn(holder: JsonObject, key: string): string {
  const value = holder[key];
  if (typeof value !== 'string' || value === '') throw new ShapeError(`"${key}" is not a text`);
  return value;
}

/** For fields that may be missing. */
export function textOr<T>(value: Json | undefined, otherwise: T): string | T {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

export function numberOr<T>(value: Json | undefined, otherwise: T): number | T {
  return typeof value === 'number' ? value : otherwise;
}

export function listOr(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function objectOr(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

export function textsOf(value: Json | undefined): readonly string[] {
  return listOr(value).filter((item): item is string => typeof item === 'string');
}

export function textMapOf(value: Json | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(objectOr(value));
  return Object.fromEntries(
    entries.map(([key, item]) => [key, typeof item === 'string' ? item : JSON.stringify(item)]),
  );
}

/** Heat writes times without a zone in places; all of them are UTC. */
export function timeOr<T>(value: Json | undefined, otherwise: T): string | T {
  const zone = typeof value === 'string' ? TIME.exec(value) : null;
  if (zone === null) return otherwise;
  return shared(zone[1] === undefined ? `${zone[0]}Z` : zone[0]);
}

/** Of years that have four digits: whatever is added to such a time is a time. */
const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;
