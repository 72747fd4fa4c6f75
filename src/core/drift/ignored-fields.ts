/** Takes single fields out of a finding that speaks of several: what is left is neither told, nor adopted, nor put right. */
import type { DriftItem, LiveField } from '../../model/drift.ts';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Mend } from '../../model/mend.ts';
import type { IgnoreRule } from '../../model/settings.ts';
import { sameValue } from '../heat/canonical.ts';
import { words } from './compare.ts';

/** One field of a finding, as rules see it. */
export interface JudgedField {
  readonly field: LiveField;
  /** Leaves the field, or a key of it, as it is. */
  readonly rule: IgnoreRule | null;
  /** What of it still differs; null = nothing that counts. */
  readonly rest: LiveField | null;
  /** Where keys of it are ignored: those keys, and what may be written, with their live values. */
  readonly part?: { readonly keys: readonly string[]; readonly toSet: Json };
}

/** `by`: the rule for a path. Of a value with keys each key may be left by itself. */
export function leftOf(field: LiveField, by: (path: string) => IgnoreRule | null): JudgedField {
  const { path, told, value } = field;
  const whole = by(path);
  if (whole !== null) return { field, rule: whole, rest: null };
  if (!isJsonObject(told) || !isJsonObject(value)) return { field, rule: null, rest: field };
  const differing = Object.keys(told).filter((key) => !sameValue(told[key], value[key]));
  const rules = new Map(differing.map((key) => [key, by(`${path}.${key}`)] as const));
  const rule = [...rules.values()].find((one) => one !== null) ?? null;
  if (rule === null) return { field, rule, rest: field };
  const left = differing.filter((key) => rules.get(key) !== null);
  if (left.length === differing.length) return { field, rule, rest: null };
  const [toSet, rest] = [withKeysOf(told, value, left), withKeysOf(value, told, left)];
  return { field, rule, rest: { ...field, value: rest }, part: { keys: left, toSet } };
}

/** `base`, with what `from` has under these keys. */
function withKeysOf(base: JsonObject, from: JsonObject, keys: readonly string[]): JsonObject {
  const others = Object.entries(base).filter(([key]) => !keys.includes(key));
  const taken = keys.flatMap((key): [string, Json][] => {
    const value = from[key];
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries([...others, ...taken]);
}

export function withoutFields(item: DriftItem, judged: readonly JudgedField[]): DriftItem {
  const gone = new Set(judged.flatMap(({ field, rest }) => (rest === null ? [propertyOf(field)] : [])));
  const open = judged.flatMap(({ rest, part }) => (rest === null ? [] : [{ rest, keys: part?.keys ?? [] }]));
  const parts = new Map(
    judged.flatMap(({ field, part }) =>
      part === undefined ? [] : [[propertyOf(field), part.toSet] as const],
    ),
  );
  const sideOf = (side: 'told' | 'value') =>
    open
      .map(({ rest, keys }) => `${propertyOf(rest)} ${words(withoutThose(rest[side] ?? null, keys))}`)
      .join(', ');
  const repository = sideOf('told');
  const left = judged.filter(({ rule }) => rule !== null).map(({ field }) => propertyOf(field));
  return {
    ...item,
    live: open.map(({ rest }) => rest),
    repository,
    cloud: sideOf('value'),
    remedy: `set ${repository} back where it is kept, or merge the live value into the spec; a rule leaves ${left.join(', ')} as it is${parts.size > 0 ? ' in part' : ''}`,
    mends: item.mends.flatMap((mend) => withoutProperties(mend, gone, parts)),
  };
}

function withoutThose(value: Json, keys: readonly string[]): Json {
  return isJsonObject(value) && keys.length > 0 ? withoutKeys(value, new Set(keys)) : value;
}

/** `threshold` of `resources.cpu-high-alarm.properties.threshold`. */
export function propertyOf({ path }: LiveField): string {
  return path.slice(path.lastIndexOf('.properties.') + '.properties.'.length);
}

/** Nothing where nothing of it may be written: what is made anew has all its fields anew. */
function withoutProperties(
  mend: Mend,
  gone: ReadonlySet<string>,
  parts: ReadonlyMap<string, Json>,
): readonly Mend[] {
  if (!('fields' in mend)) return [];
  const kept =
    mend.kind === 'alarm' ? withoutKeys(inRules(mend.fields, gone), gone) : withoutKeys(mend.fields, gone);
  const fields = Object.fromEntries(
    Object.entries(kept).map(([key, value]) => [key, parts.get(key) ?? value]),
  );
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
