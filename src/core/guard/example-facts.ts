/** The facts of an example: the sample, with what the example says put over it. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Shape } from './cel/paths.ts';
import { FACTS } from './facts/facts-shape.ts';

export function exampleFacts(sample: JsonObject, example: JsonObject): JsonObject {
  const shape: Shape = { properties: FACTS };
  return completed(over(sample, example, shape), shape);
}

/** Mappings with fixed keys are put over one another; everything else, labels too, takes the place of what was there. */
function over(below: JsonObject, above: JsonObject, { properties }: Shape): JsonObject {
  if (properties === undefined) return above;
  const entries = Object.entries(above).map(([key, value]): [string, Json] => {
    const given = Object.hasOwn(below, key) ? below[key] : undefined;
    const inner = (Object.hasOwn(properties, key) ? properties[key] : undefined) ?? {};
    return [key, isJsonObject(given) && isJsonObject(value) ? over(given, value, inner) : value];
  });
  return { ...below, ...Object.fromEntries(entries) };
}

/** In facts every key is always there; what an example leaves out of a new mapping is null. */
function completed(value: JsonObject, { properties = {}, additionalProperties }: Shape): JsonObject {
  const rest = typeof additionalProperties === 'object' ? additionalProperties : {};
  const missing = Object.keys(properties).map((key): [string, Json] => [key, null]);
  const given = Object.entries(value).map(([key, item]): [string, Json] => [
    key,
    completedItem(item, (Object.hasOwn(properties, key) ? properties[key] : undefined) ?? rest),
  ]);
  return Object.fromEntries([...missing, ...given]);
}

function completedItem(value: Json, shape: Shape): Json {
  if (isJsonObject(value)) return completed(value, shape);
  return Array.isArray(value) ? value.map((item) => completedItem(item, shape.items ?? {})) : value;
}
