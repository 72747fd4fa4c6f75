/** The reference of the language and its examples say what is so. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { fieldPaths } from '../scripts/spec-reference.mjs';
import { fileSystemTree } from '../src/adapters/terminal/source-tree.ts';
import { readSpecs } from '../src/commands/read-specs.ts';
import schema from '../src/core/spec/schema/spec.schema.json' with { type: 'json' };
import { problemsOf } from './core/spec/spec-files.ts';

const DOCS = join(import.meta.dirname, '../docs');
const EXAMPLES = join(DOCS, 'examples');
/** Those that are specs; the rest is what they name. */
const SPECS = ['network.yaml', 'balanced.yaml', 'scaling.yaml', 'health.yaml', 'stack.yaml'];
const page = readFileSync(join(DOCS, 'spec.md'), 'utf8');

it('every block of YAML in the reference validates', () => {
  const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, block = '']) => block);
  expect(blocks.length).toBeGreaterThan(1);
  for (const block of blocks) expect(problemsOf({ 'block.yaml': block }), block).toEqual([]);
});

it('the example in the README validates', () => {
  const readme = readFileSync(join(DOCS, '../README.md'), 'utf8');
  const [, block = ''] = /```yaml\n(# scaling\/web.yaml\n.*?)```/s.exec(readme) ?? [];
  const files = { 'web.yaml': block, 'web.cloud-config.yaml': '#cloud-config\npackages: [nginx]\n' };
  expect(problemsOf(files)).toEqual([]);
  expect(block).toContain('kind: AutoScalingGroup');
});

it('every example validates', async () => {
  const { specs, problems } = await readSpecs(fileSystemTree(EXAMPLES), SPECS);
  expect(problems).toEqual([]);
  expect(specs.length).toBeGreaterThan(SPECS.length);
});

describe.each(['AutoScalingGroup', 'HeatStack', 'Deleted'])('%s', (kind) => {
  const used = pathsUsed(kind);

  it('every field is in an example', () => {
    const fields = [...fieldPaths(schema, kind)];
    // what stands at several places is used at one of them
    const shown = new Set(fields.filter(([path]) => used.has(path)).map(([, { given }]) => given));
    expect(fields.filter(([, { given }]) => !shown.has(given)).map(([path]) => path)).toEqual([]);
  });

  it('every field has a row in the reference', () => {
    const part = page.slice(page.indexOf(`\n## ${kind}\n`));
    for (const path of fieldPaths(schema, kind).keys()) {
      const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')));
      if (parent === '' || path.endsWith('.*')) continue;
      const key = path.slice(parent.length + 1);
      const section = part.slice(part.indexOf(`### \`${parent}\`\n`)).split('\n### ')[0] ?? '';
      expect(section, path).toContain(`| \`${key}\``);
    }
  });
});

/** Paths of every value in the examples of the kind, as `fieldPaths` writes them. */
function pathsUsed(kind: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (path: string, value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(`${path}[]`, one);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        const inner = path === '' ? key : `${path}.${key}`;
        found.add(inner);
        found.add(`${path}.*`);
        visit(inner, one);
      }
    }
  };
  expect(readdirSync(EXAMPLES)).toEqual(expect.arrayContaining(SPECS));
  for (const file of SPECS) {
    for (const document of parseAllDocuments(readFileSync(join(EXAMPLES, file), 'utf8'))) {
      const value: unknown = document.toJS();
      if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind)
        visit('', value);
    }
  }
  return found;
}
