/** Pairs the resources of two nested templates that differ by the generation in their names: `server_3f9a12bc`. */
import { isJsonObject, type Json, type JsonObject, own } from '../../model/json.ts';

type Resources = Readonly<Record<string, JsonObject>>;

export interface Aligned {
  /** The old resources under the names of their successors. */
  readonly old: Resources;
  /** Names of the new resources that take the place of old ones. */
  readonly renewed: ReadonlySet<string>;
}

export function alignGenerations(old: Resources, next: Resources): Aligned {
  const successors = new Map(
    Object.keys(next)
      .filter((name) => !Object.hasOwn(old, name))
      .map((name) => [stem(name), name]),
  );
  const renames = new Map(
    Object.keys(old).flatMap((name): [string, string][] => {
      const successor = successors.get(stem(name));
      const isGone = !Object.hasOwn(next, name) && stem(name) !== name;
      const isSameType = successor !== undefined && next[successor]?.['type'] === own(old, name)?.['type'];
      return isGone && isSameType ? [[name, successor]] : [];
    }),
  );
  if (renames.size === 0) return { old, renewed: new Set() };
  const renamed = Object.entries(old).map(([name, definition]): [string, JsonObject] => [
    renames.get(name) ?? name,
    renameIn(definition, renames),
  ]);
  return { old: Object.fromEntries(renamed), renewed: new Set(renames.values()) };
}

/** The resources by names that people know them by. */
export function withoutGenerations(resources: Resources): Resources {
  return Object.fromEntries(Object.entries(resources).map(([name, body]) => [stem(name), body]));
}

export function stem(name: string): string {
  return name.replace(/_[0-9a-f]{8}$/, '');
}

function renameIn(definition: JsonObject, renames: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(
    Object.entries(definition).map(([key, value]) => [
      key,
      key === 'depends_on' ? renameAll(value, renames) : renameReferences(value, renames),
    ]),
  );
}

function renameAll(value: Json, renames: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return value.map((item: Json) => renameAll(item, renames));
  return typeof value === 'string' ? (renames.get(value) ?? value) : value;
}

function renameReferences(value: Json, renames: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return value.map((item: Json) => renameReferences(item, renames));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === 'get_resource') return [key, renameAll(item, renames)];
      if (key === 'get_attr' && Array.isArray(item)) {
        const [target = null, ...path] = item;
        return [key, [renameAll(target, renames), ...path]];
      }
      return [key, renameReferences(item, renames)];
    }),
  );
}
