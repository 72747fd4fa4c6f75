/** Finds and sets values by the dotted paths of changes, whose keys may hold dots themselves. */
import { isJsonObject, type Json, own } from '../../model/json.ts';

/** The keys down a path, as either of the values has them; null = neither has it. */
export function keysOf(path: string, values: readonly (Json | undefined)[]): readonly string[] | null {
  if (path === '') return [];
  const names = new Set(values.flatMap(namesIn));
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    if (path === name) return [name];
    if (!path.startsWith(`${name}.`)) continue;
    const below = keysOf(
      path.slice(name.length + 1),
      values.map((value) => step(value, name)),
    );
    if (below !== null) return [name, ...below];
  }
  return null;
}

export function valueAt(value: Json | undefined, keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>(step, value);
}

/** `leaf` undefined takes the key out. */
export function withValue(value: Json | undefined, keys: readonly string[], leaf: Json | undefined): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return leaf ?? null;
  const inner = rest.length === 0 ? leaf : withValue(step(value, key), rest, leaf);
  if (Array.isArray(value))
    return value.map((item: Json, at) => (String(at) === key ? (inner ?? null) : item));
  const others = isJsonObject(value) ? value : {};
  if (inner !== undefined) return { ...others, [key]: inner };
  return Object.fromEntries(Object.entries(others).filter(([name]) => name !== key));
}

function step(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return isJsonObject(value) ? own(value, key) : undefined;
}

function namesIn(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.map((_, at) => String(at));
  return isJsonObject(value) ? Object.keys(value) : [];
}
