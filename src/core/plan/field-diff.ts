/** Compares two values field by field, secrets already out of sight. */
import { createHash } from 'node:crypto';
import type { FieldChange } from '../../model/change.ts';
import { isJsonObject, type Json, own } from '../../model/json.ts';
import { canonicalJson, sameValue } from '../heat/canonical.ts';
import { withoutUrlSecrets } from './url-secrets.ts';

/** Leaf differences by dotted path, in path order; empty when Heat would see no difference. */
export function fieldDiff(
  before: Json | undefined,
  after: Json | undefined,
  path = '',
): readonly FieldChange[] {
  if (sameValue(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after) && !isSecretPath(path)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => fieldDiff(own(before, key), own(after, key), join(path, key)));
  }
  if (
    Array.isArray(before) &&
    Array.isArray(after) &&
    before.length === after.length &&
    before.some(isJsonObject)
  ) {
    return before.flatMap((item, index) => fieldDiff(item, after[index], join(path, String(index))));
  }
  return [{ path, before: shown(path, before), after: shown(path, after) }];
}

/** Keys whose values never leave the process: what boots a server may hold anything. */
const SECRET_KEYS = [
  /^(user_?data|admin_?pass|personality|config|cloud_config)$/i,
  /pass(word|wd|phrase)|secret|token|credential|private_?key|api_?key/i,
];

function isSecretKey(key: string): boolean {
  return SECRET_KEYS.some((pattern) => pattern.test(key));
}

export function isSecretPath(path: string): boolean {
  return path.split('.').some(isSecretKey);
}

function shown(path: string, value: Json | undefined): Json {
  if (value === undefined || value === null) return null;
  return isSecretPath(path) ? redacted(value) : redactInside(value, keyOf(path));
}

/** `0` of `alarm_actions.0` is an item of that. */
function keyOf(path: string): string {
  return path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
}

/** The same, for values that are shown whole. */
function redactInside(value: Json, key: string): Json {
  if (typeof value === 'string') return withoutUrlSecrets(key, value, redacted);
  if (Array.isArray(value)) return value.map((item) => redactInside(item, key));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([inner, item]): [string, Json] => [
      inner,
      isSecretKey(inner) && item !== null ? redacted(item) : redactInside(item, inner),
    ]),
  );
}

/** Says that it differs, never what it is. */
export function redacted(value: Json): string {
  const text = typeof value === 'string' ? value : canonicalJson(value);
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `(hidden, ${Buffer.byteLength(text)} bytes, ${mark})`;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
