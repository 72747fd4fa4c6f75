// Makes the tables of docs/spec.md from the JSON Schema of the spec files.

export const MARKER = '<!-- Below: made by npm run generate from the schema; do not edit. -->';

/** The page: what is written by hand above the marker, and a table for every mapping of the language. */
export function specReference(schema, page) {
  const at = page.indexOf(MARKER);
  const head = at < 0 ? `${page.trimEnd()}\n\n` : page.slice(0, at);
  const parts = ['AutoScalingGroup', 'HeatStack', 'Deleted', 'Settings', 'Guardrail', 'Prices'].map((kind) =>
    kindPart(schema, kind),
  );
  return `${head}${MARKER}\n\n${parts.join('\n')}`;
}

/** Every path of a kind (`spec.server.networks[].subnet`) to its schema, parents first. */
export function fieldPaths(schema, kind) {
  const found = new Map();
  const visit = (path, given) => {
    const node = resolved(schema, given);
    for (const [key, child] of Object.entries(node.properties ?? {})) {
      const inner = path === '' ? key : `${path}.${key}`;
      found.set(inner, { given: child, required: (node.required ?? []).includes(key) });
      visit(inner, child);
    }
    if (node.items !== undefined) visit(`${path}[]`, node.items);
    if (typeof node.additionalProperties === 'object')
      found.set(`${path}.*`, { given: node.additionalProperties });
  };
  visit('', schema.$defs[kind]);
  return found;
}

function kindPart(schema, kind) {
  const fields = [...fieldPaths(schema, kind)];
  const named = fields.filter(([path]) => !path.endsWith('.*'));
  const parents = [...new Set(named.map(([path]) => path.slice(0, Math.max(0, path.lastIndexOf('.')))))];
  const sections = parents.filter((parent) => parent !== '').map((parent) => section(schema, parent, fields));
  return [`## ${kind}`, '', schema.$defs[kind].description, '', ...sections].join('\n');
}

function section(schema, parent, fields) {
  const rows = fields
    .filter(([path]) => path.startsWith(`${parent}.`) && !path.slice(parent.length + 1).includes('.'))
    .map(([path, field]) => row(schema, path.slice(parent.length + 1), field));
  const own = fields.find(([path]) => path === parent.replace(/\[\]$/, ''));
  const words = own === undefined ? '' : describe(schema, own[1].given);
  return `### \`${parent}\`\n\n${words === '' ? '' : `${words}\n\n`}| key | value | |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function row(schema, key, { given, required }) {
  const words = [describe(schema, given), fallback(schema, given)].filter((one) => one !== '').join(' ');
  return `| \`${key}\`${required ? ' (required)' : ''} | ${kindOf(schema, given)} | ${words.replaceAll('|', '\\|')} |`;
}

/** The words closest to where it stands. */
function describe(schema, given) {
  if (given.description !== undefined || given.$ref === undefined) return given.description ?? '';
  return describe(schema, target(schema, given));
}

function fallback(schema, given) {
  const value = given.default ?? resolved(schema, given).default;
  if (value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)) return '';
  return `Default: \`${value}\`.`;
}

function kindOf(schema, given) {
  if (isDuration(schema, given)) return 'length of time';
  const node = resolved(schema, given);
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.enum !== undefined) return node.enum.map((one) => `\`${one}\``).join(', ');
  return [node.type ?? 'object']
    .flat()
    .map((type) => word(schema, node, type))
    .join(' or ');
}

function word(schema, node, type) {
  switch (type) {
    case 'array':
      return `list of ${kindOf(schema, node.items ?? {}).replace(/^text$/, 'texts')}`;
    case 'object':
      return node.additionalProperties?.type === 'string' ? 'mapping of texts' : 'mapping';
    case 'string':
      return 'text';
    case 'boolean':
      return '`true`, `false`';
    default:
      return `number${bounds(node)}`;
  }
}

function bounds({ minimum, exclusiveMinimum, maximum }) {
  const low = minimum ?? (exclusiveMinimum === undefined ? undefined : `above ${exclusiveMinimum}`);
  if (low === undefined || maximum === undefined) return '';
  return ` ${low} to ${maximum}`;
}

function resolved(schema, given) {
  return given.$ref === undefined ? given : resolved(schema, target(schema, given));
}

function target(schema, { $ref }) {
  return schema.$defs[$ref.replace('#/$defs/', '')];
}

function isDuration(schema, given) {
  if (given.$ref === undefined) return false;
  return given.$ref === '#/$defs/Duration' || isDuration(schema, target(schema, given));
}
