/** Writes a document as JSON, two blanks a level, item by item of its lists: there may be ten thousand. */

/** As JSON.stringify does it, with a line break at the end. A list may be made while it is written, see `lazily`. */
export function written(document: object): string {
  const fields = Object.entries(document)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${field(value)}`);
  return fields.length === 0 ? '{}\n' : `{\n${fields.join(',\n')}\n}\n`;
}

function field(value: unknown): string {
  if (!isList(value)) return indented(value, '  ');
  const items = Array.from(value, (item) => `    ${indented(item ?? null, '    ')}`);
  return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n  ]`;
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** A line break inside of a JSON text stands between its parts only. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
