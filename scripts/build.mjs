// Builds dist/: the two bundles, the published schemas, the licences of what is inside; the same bytes every time.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = process.argv[2] ? resolve(process.argv[2]) : join(root, 'dist');

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'schema'), { recursive: true });
const inputs = { ...(await bundle('main')), ...(await bundle('cli')) };
writeFileSync(join(out, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
writeFileSync(join(out, 'licenses.txt'), licences(Object.keys(inputs)));
writeSchemas();

/** One file for each door, not minified: people read what they run. */
async function bundle(name) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [`src/${name}.ts`],
    outfile: join(out, `${name}.js`),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.18',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    charset: 'utf8',
    // One undici for all: @actions/* would bring their own older one each.
    alias: { undici: join(root, 'node_modules/undici') },
    // CommonJS packages inside an ES module still call require() for Node's own modules.
    banner: {
      js: `${name === 'cli' ? '#!/usr/bin/env node\n' : ''}import { createRequire as thermostatCreateRequire } from 'node:module';\nconst require = thermostatCreateRequire(import.meta.url);`,
    },
  });
  return result.metafile.inputs;
}

/** The licence text of every package in the bundles, in name order. */
function licences(files) {
  const folders = new Set(
    files.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean),
  );
  const packages = [...folders].map((folder) => {
    const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder))
      .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
      .sort();
    const text = file.map((name) => readFileSync(join(root, folder, name), 'utf8').trim()).join('\n\n');
    return { name: `${about.name} ${about.version}`, licence: about.license ?? 'see text', text };
  });
  const unique = new Map(packages.sort((a, b) => (a.name < b.name ? -1 : 1)).map((one) => [one.name, one]));
  const missing = [...unique.values()].filter(({ text, licence }) => text === '' && licence === 'see text');
  if (missing.length > 0)
    throw new Error(`no licence found for ${missing.map(({ name }) => name).join(', ')}`);
  return [...unique.values()]
    .map(({ name, licence, text }) => `${name} (${licence})\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** `plan.schema.json` is published as `schema/plan.json`. */
function writeSchemas() {
  for (const folder of ['src/core/spec/schema', 'src/core/report/schema']) {
    for (const file of readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.schema.json'))
      .sort()) {
      const schema = JSON.parse(readFileSync(join(root, folder, file), 'utf8'));
      writeFileSync(join(out, 'schema', file.replace('.schema', '')), `${JSON.stringify(schema, null, 2)}\n`);
    }
  }
}
