/** The entries of a list in settings that may be wrong elsewhere: one mistake must not hide the others. */
import { isJsonObject, type Json, type JsonObject, own } from '../../model/json.ts';

export interface Entry {
  /** Leads to the entry. */
  readonly pointer: string;
  readonly value: JsonObject;
}

/** `pointer` leads to the list; nothing where there is none, nor for an entry that is no mapping. */
export function entriesAt(document: Json, pointer: string): readonly Entry[] {
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((value, key) => (isJsonObject(value) ? own(value, key) : undefined), document);
  if (!Array.isArray(found)) return [];
  return found.flatMap((value, index) =>
    isJsonObject(value) ? [{ pointer: `${pointer}/${index}`, value }] : [],
  );
}
