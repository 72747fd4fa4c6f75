// Makes what follows from other files: of the schema validators, types and the reference; of policies/ the packs and their tables.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';
import { guardrailReference } from './guardrail-reference.mjs';
import { specReference } from './spec-reference.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SCHEMA_FILE = 'src/core/spec/schema/spec.schema.json';
const KINDS = ['AutoScalingGroup', 'HeatStack', 'Deleted', 'Settings', 'Guardrail', 'Prices'];
const PACKS = ['baseline', 'production', 'cost'];
const FACTS_FILE = 'src/core/guard/schema/guardrail-facts.schema.json';
const HEADER = `// Made by scripts/generate.mjs from ${SCHEMA_FILE}; do not edit.\n`;

/** Writes what is published beside the bundle: `<folder>/spec.json`. The build calls it. */
export async function writePublishedSchemas(folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'spec.json'), `${JSON.stringify(await readSchema(), null, 2)}\n`);
}

/** The generated files, path below the root to text. */
export async function generatedFiles() {
  const schema = await readSchema();
  return {
    'src/generated/spec-validators.js': await validators(schema),
    'src/generated/spec-validators.d.ts': declarations(),
    'src/generated/spec-types.ts': await types(schema),
    'docs/spec.md': specReference(schema, await readFile(join(ROOT, 'docs/spec.md'), 'utf8')),
    'src/generated/guardrail-packs.ts': packsModule(await readPacks()),
    'docs/guardrails.md': guardrailReference(
      await readPacks(),
      JSON.parse(await readFile(join(ROOT, FACTS_FILE), 'utf8')),
      await readFile(join(ROOT, 'docs/guardrails.md'), 'utf8'),
    ),
  };
}

async function readSchema() {
  return JSON.parse(await readFile(join(ROOT, SCHEMA_FILE), 'utf8'));
}

/** Name of the pack to its text. */
async function readPacks() {
  const texts = PACKS.map(async (name) => [
    name,
    await readFile(join(ROOT, `policies/${name}.yaml`), 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(texts));
}

/** The text itself, so that the bundle needs no second file. */
function packsModule(packs) {
  const entries = Object.entries(packs).map(([name, text]) => `  ${name}: ${JSON.stringify(text)},\n`);
  return `// Made by scripts/generate.mjs from policies/*.yaml; do not edit.\nexport const PACKS: Readonly<Record<string, string>> = {\n${entries.join('')}};\n`;
}

async function validators(schema) {
  const ajv = new Ajv2020.default({
    allErrors: true,
    inlineRefs: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addVocabulary(['patternErrorMessage']);
  ajv.addSchema(schema);
  const names = Object.fromEntries(KINDS.map((kind) => [`validate${kind}`, `${schema.$id}#/$defs/${kind}`]));
  return HEADER + (await withoutRequire(standaloneCode.default(ajv, names)));
}

/** Ajv's ES module still requires its run-time helpers; they are put into the file itself. */
async function withoutRequire(contents) {
  const result = await build({
    stdin: { contents, resolveDir: ROOT, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    legalComments: 'none',
  });
  return result.outputFiles[0].text;
}

function declarations() {
  const lines = KINDS.map((kind) => `export const validate${kind}: SpecValidator<${kind}>;\n`).join('');
  return `${HEADER}import type { ErrorObject } from 'ajv';
import type { ${[...KINDS].sort().join(', ')} } from './spec-types.ts';

export interface SpecValidator<T> {
  (data: unknown): data is T;
  errors?: readonly ErrorObject[] | null;
}

${lines}`;
}

async function types(schema) {
  const text = await compile(
    { $defs: schema.$defs, title: 'RawSpec', oneOf: KINDS.map((kind) => ({ $ref: `#/$defs/${kind}` })) },
    'RawSpec',
    {
      bannerComment: HEADER.trim(),
      additionalProperties: false,
      ignoreMinAndMaxItems: true,
      style: { singleQuote: true, printWidth: 110 },
    },
  );
  return text;
}

async function staleFiles(files) {
  const stale = [];
  for (const [path, text] of Object.entries(files)) {
    const present = await readFile(join(ROOT, path), 'utf8').catch(() => null);
    if (present !== text) stale.push(path);
  }
  return stale;
}

async function main(check) {
  const files = await generatedFiles();
  const stale = await staleFiles(files);
  if (check && stale.length > 0) {
    console.error(`${stale.join(', ')}: older than the schema; run npm run generate`);
    process.exitCode = 1;
    return;
  }
  for (const path of stale) {
    await mkdir(dirname(join(ROOT, path)), { recursive: true });
    await writeFile(join(ROOT, path), files[path]);
    console.log(`wrote ${path}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'));
