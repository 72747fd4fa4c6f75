/** Puts values into a spec by their paths. */
import type { Value } from './row.ts';

export function putBelow(document: Value, [path, value]: readonly [string, Value]): Value {
  return put(document, [path.startsWith('metadata/') ? path : `spec/${path}`, value]);
}

export function put(into: Value, [path, value]: readonly [string, Value]): Value {
  const [key = '', ...rest] = path.split('/');
  const { [key]: old, ...others } = Object(into) as Readonly<Record<string, Value>>;
  const next = rest.length === 0 ? value : put(old ?? {}, [rest.join('/'), value]);
  return next === null ? others : { ...others, [key]: next };
}
