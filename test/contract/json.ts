/** Ways into answers whose shape is what the contract is about, so nothing of it is assumed. */

export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value at this path, or undefined where the path ends. */
export function pick(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[String(key)] : undefined), value);
}

export function text(value: unknown, ...path: readonly (string | number)[]): string {
  const found = pick(value, ...path);
  if (typeof found !== 'string') throw missing('a string', value, path);
  return found;
}

export function list(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = pick(value, ...path);
  if (!Array.isArray(found)) throw missing('a list', value, path);
  return found;
}

export function record(value: unknown, ...path: readonly (string | number)[]): JsonRecord {
  const found = pick(value, ...path);
  if (!isRecord(found)) throw missing('an object', value, path);
  return found;
}

export function keys(value: unknown): readonly string[] {
  return Object.keys(record(value)).sort();
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null;
}

function missing(wanted: string, value: unknown, path: readonly (string | number)[]): Error {
  return new Error(`reading "${path.join('.')}": not ${wanted} in ${JSON.stringify(value).slice(0, 600)}`);
}
