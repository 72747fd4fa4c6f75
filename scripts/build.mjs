// Builds dist/: the two bundles, the published schemas, the licences of what is inside; the same bytes every time.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = process.argv[2] ? resolve(process.argv[2]) : join(root, 'dist');

/** Their modules do nothing when they are loaded, but don't say so: what nobody calls would be taken in, with an HTTP client. */
const unlessUsed = {
  name: 'unless-used',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /./, namespace: 'file' }, async ({ path, pluginData, ...place }) => {
      const named = path.startsWith('@actions/') || place.resolveDir.includes('/node_modules/@actions/');
      if (!named || pluginData === unlessUsed || place.kind !== 'import-statement') return undefined;
      const found = await resolve(path, { ...place, pluginData: unlessUsed });
      return { ...found, sideEffects: false };
    });
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'schema'), { recursive: true });
const inputs = await bundle(['main', 'cli']);
writeFileSync(join(out, 'cli.js'), `#!/usr/bin/env node\n${readFileSync(join(out, 'cli.js'), 'utf8')}`);
writeFileSync(join(out, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
writeFileSync(join(out, 'licenses.txt'), licences(Object.keys(inputs)));
writeSchemas();

/** A file for each door and for each part that is loaded when it is needed, not minified: people read what they run. */
async function bundle(names) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => `src/${name}.ts`),
    outdir: out,
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
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
    plugins: [unlessUsed],
    banner: {
      js: `import { createRequire as thermostatCreateRequire } from 'node:module';\nconst require = thermostatCreateRequire(import.meta.url);`,
    },
  });
  return result.metafile.inputs;
}

/** The licence text of every package in the bundles, in name order, then of the data in them. */
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
  const data = readFileSync(join(root, 'src/generated/cloud-config-schema.ts'), 'utf8');
  const version = /CLOUD_INIT_VERSION = '([^']+)'/.exec(data)?.[1];
  const schema = {
    name: `cloud-init ${version}, the structure of its JSON Schema for cloud-config`,
    licence: 'Apache-2.0, chosen of GPL-3.0 or Apache-2.0',
    text: readFileSync(join(root, 'LICENSE'), 'utf8').trim(),
  };
  return [...unique.values(), schema]
    .map(({ name, licence, text }) => `${name} (${licence})\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** `plan.schema.json` is published as `schema/plan.json`, whole: an editor or validator needs no second file. */
function writeSchemas() {
  const schemas = new Map();
  for (const folder of ['src/core/spec/schema', 'src/core/report/schema', 'src/core/guard/schema']) {
    for (const file of readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.schema.json'))
      .sort()) {
      schemas.set(file.replace('.schema', ''), JSON.parse(readFileSync(join(root, folder, file), 'utf8')));
    }
  }
  for (const name of schemas.keys()) {
    writeFileSync(join(out, 'schema', name), `${JSON.stringify(whole(name, schemas), null, 2)}\n`);
  }
}

/** Takes in what the schema refers to in other files, under `file:name`. */
function whole(name, schemas) {
  const taken = {};
  const rewrite = (value, home) => {
    if (Array.isArray(value)) return value.map((item) => rewrite(item, home));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        key === '$ref' ? local(item, home) : rewrite(item, home),
      ]),
    );
  };
  const local = (reference, home) => {
    const [, file, definition, inside] = /^([^#]*)#\/\$defs\/([^/]+)(\/.+)?$/.exec(reference) ?? [];
    if (definition === undefined) throw new Error(`${home}: can't take in ${reference}`);
    const from = file === '' ? home : file;
    if (from === name) return `#/$defs/${definition}${inside ?? ''}`;
    const key = `${from.replace('.json', '')}:${definition}`;
    if (!(key in taken)) {
      taken[key] = null;
      taken[key] = rewrite(schemas.get(from).$defs[definition], from);
    }
    return `#/$defs/${key}${inside ?? ''}`;
  };
  const own = rewrite(schemas.get(name), name);
  return Object.keys(taken).length === 0 ? own : { ...own, $defs: { ...own.$defs, ...taken } };
}
