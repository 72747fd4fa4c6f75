// Makes the tables of docs/guardrails.md: every rule that ships, and everything that a rule sees.
import { parseAllDocuments } from 'yaml';

export const MARKER = '<!-- Below: made by npm run generate from policies/ and the schema; do not edit. -->';

export function guardrailReference(packs, facts, page) {
  const at = page.indexOf(MARKER);
  const head = at < 0 ? `${page.trimEnd()}\n\n` : page.slice(0, at);
  const rules = Object.entries(packs).map(([name, text]) => packPart(name, text));
  return `${head}${MARKER}\n\n## The rules that ship\n\n${rules.join('\n')}\n${factsPart(facts)}`;
}

function packPart(pack, text) {
  const [, about = ''] = /^# (.+)\n/.exec(text) ?? [];
  const rows = parseAllDocuments(text).map((document) => {
    const { metadata, spec } = document.toJS();
    const parameters = Object.entries(spec.parameters ?? {}).map(
      ([name, value]) => `\`${name}: ${JSON.stringify(value)}\``,
    );
    const cells = [`\`${pack}/${metadata.name}\``, spec.severity, spec.description, parameters.join(', ')];
    return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()).join(' | ')} |`;
  });
  return `### ${pack}\n\n${about}\n\n| guardrail | | what it asks | parameters |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function factsPart(schema) {
  const rows = [];
  const visit = (path, node) => {
    const inner = unwrapped(node, schema);
    const words = node.description ?? inner.description ?? '';
    if (path !== '' && (words !== '' || inner.properties === undefined)) {
      rows.push(`| \`${path}\` | ${kindOf(node, inner)} | ${words.replaceAll('|', '\\|')} |`);
    }
    if (isOtherFile(inner)) return;
    for (const [key, child] of Object.entries(inner.properties ?? {}))
      visit(path === '' ? key : `${path}.${key}`, child);
    if (inner.items) visitInside(`${path}[]`, inner.items);
    if (typeof inner.additionalProperties === 'object') visitInside(`${path}.*`, inner.additionalProperties);
  };
  const visitInside = (path, node) => {
    const inner = unwrapped(node, schema);
    if (inner.properties)
      for (const [key, child] of Object.entries(inner.properties)) visit(`${path}.${key}`, child);
  };
  visit('', schema);
  return `## What a rule sees\n\n${schema.description} The schema: [\`dist/schema/guardrail-facts.json\`](../dist/schema/guardrail-facts.json). Beside these there is \`params\`, the guardrail's own parameters.\n\n| | | |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function unwrapped(node, schema) {
  const inner = node.anyOf?.find((one) => one.type !== 'null') ?? node;
  const [, name] = /^#\/\$defs\/(.+)$/.exec(inner.$ref ?? '') ?? [];
  return name === undefined ? inner : unwrapped(schema.$defs[name], schema);
}

function isOtherFile({ $ref = '' }) {
  return $ref !== '' && !$ref.startsWith('#');
}

function kindOf(node, inner) {
  const open = node.anyOf !== undefined ? ' or null' : '';
  if (isOtherFile(inner)) return 'mapping';
  if (inner.enum) return inner.enum.map((one) => `\`${one}\``).join(', ') + open;
  const types = [inner.type ?? 'anything'].flat().map((type) => KINDS[type] ?? type);
  return types.join(' or ') + open;
}

const KINDS = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'mapping',
  array: 'list',
};
