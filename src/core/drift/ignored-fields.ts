/** Takes single fields out of a finding that speaks of several: what is left is neither told, nor adopted, nor put right. */
import type { DriftItem, LiveField } from '../../model/drift.ts';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Mend } from '../../model/mend.ts';
import { words } from './compare.ts';

export function withoutFields(item: DriftItem, left: readonly LiveField[]): DriftItem {
  const gone = new Set(left.map(propertyOf));
  const live = (item.live ?? []).filter((field) => !gone.has(propertyOf(field)));
  const repository = live.map((field) => `${propertyOf(field)} ${words(field.told ?? null)}`).join(', ');
  return {
    ...item,
    live,
    repository,
    cloud: live.map((field) => `${propertyOf(field)} ${words(field.value)}`).join(', '),
    remedy: `set ${repository} back where it is kept, or merge the live value into the spec; a rule leaves ${[...gone].join(', ')} as it is`,
    mends: item.mends.flatMap((mend) => withoutProperties(mend, gone)),
  };
}

/** `threshold` of `resources.cpu-high-alarm.properties.threshold`. */
export function propertyOf({ path }: LiveField): string {
  return path.slice(path.lastIndexOf('.properties.') + '.properties.'.length);
}

/** Nothing where nothing of it may be written: what is made anew has all its fields anew. */
function withoutProperties(mend: Mend, gone: ReadonlySet<string>): readonly Mend[] {
  if (!('fields' in mend)) return [];
  const fields =
    mend.kind === 'alarm' ? withoutKeys(inRules(mend.fields, gone), gone) : withoutKeys(mend.fields, gone);
  return Object.keys(fields).length === 0 ? [] : [{ ...mend, fields }];
}

/** Aodh keeps most fields of an alarm in its rule. */
function inRules(fields: JsonObject, gone: ReadonlySet<string>): JsonObject {
  const inner = Object.entries(fields).map(([key, value]): [string, Json] => [
    key,
    isJsonObject(value) ? withoutKeys(value, gone) : value,
  ]);
  return Object.fromEntries(
    inner.filter(([, value]) => !isJsonObject(value) || Object.keys(value).length > 0),
  );
}

function withoutKeys(fields: JsonObject, gone: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !gone.has(key)));
}
