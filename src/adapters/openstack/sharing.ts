/** Keeps one copy of what clouds say again and again: of a hundred thousand servers most things are the same. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';

/** Of many servers most times, images and states are the same. */
export function shared(text: string): string {
  return TEXTS.first(text, text);
}

/** A small object like many others. */
export function sharedRecord<Value extends object>(value: Value): Value;
export function sharedRecord(value: object): object {
  return RECORDS.first(JSON.stringify(value), value);
}

/** A list or an object as a whole, and every part of it. */
export function sharedJson(value: Json): Json {
  if (typeof value === 'string') return shared(value);
  if (typeof value !== 'object' || value === null) return value;
  const inner = isJsonObject(value) ? sharedFields(value) : value.map(sharedJson);
  return VALUES.first(JSON.stringify(value), inner);
}

/** The parts of a thing that as a whole is like no other. */
export function sharedFields(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, sharedJson(value)]));
}

/** No longer than what it holds, and one for all that hold nothing: a list made by filter or flatMap has room for more. */
export function packed<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? NOTHING : list.slice();
}

const NOTHING: readonly never[] = [];

/** The first of each; what is said once only would fill the memory, so now and then it begins anew. */
class Firsts<Value> {
  readonly #values = new Map<string, Value>();
  #characters = 0;

  first(key: string, value: Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    if (this.#values.size >= MOST || this.#characters >= MOST_CHARACTERS) {
      this.#values.clear();
      this.#characters = 0;
    }
    this.#values.set(key, value);
    this.#characters += key.length;
    return value;
  }
}

const MOST = 5000;
const MOST_CHARACTERS = 1_000_000;

const TEXTS = new Firsts<string>();
const RECORDS = new Firsts<object>();
const VALUES = new Firsts<Json>();
