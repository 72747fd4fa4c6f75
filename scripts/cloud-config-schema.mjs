// Makes src/generated/cloud-config-schema.ts from the schema in Debian's package cloud-init: structure only.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CHROOT = join(process.env['THERMOSTAT_CLOUD_DIR'] ?? '/srv/openstack', 'chroot');
const SOURCE = 'usr/lib/python3/dist-packages/cloudinit/config/schemas/schema-cloud-config-v1.json';
const TARGET = 'src/generated/cloud-config-schema.ts';

/** Words for people, and what draft-04, in which cloud-init reads its schema, does not act on. */
const DROPPED = new Set([
  '$schema',
  'additionalItems',
  'changed_description',
  'default',
  'deprecated_description',
  'description',
  'examples',
  'hidden',
  'label',
  'prefixItems',
]);
/** Keywords that hold schemas by names that are not keywords. */
const NAMED = new Set(['$defs', 'patternProperties', 'properties']);
/** Not checked by cloud-init either, unless Python packages are there that its own package does not ask for. */
const UNCHECKED_FORMATS = new Set(['hostname', 'uri']);

const KNOWN = new Set([
  ...['$defs', '$ref', 'additionalProperties', 'allOf', 'anyOf', 'changed', 'changed_version', 'deprecated'],
  ...['deprecated_version', 'enum', 'format', 'items', 'maxItems', 'minItems', 'minProperties', 'minimum'],
  ...['oneOf', 'pattern', 'patternProperties', 'properties', 'required', 'type', 'uniqueItems'],
]);

main();

function main() {
  const version = packageVersion();
  const schema = structure(JSON.parse(readFileSync(join(CHROOT, SOURCE), 'utf8')));
  const ajv = new Ajv2020.default({ strict: false, formats: { date: true } });
  ajv.compile({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema });
  writeFileSync(join(ROOT, TARGET), file(version, JSON.stringify(schema)));
  console.log(`wrote ${TARGET} from cloud-init ${version}`);
}

function packageVersion() {
  const query = [CHROOT, 'dpkg-query', '-W', '-f', `\${Version}`, 'cloud-init'];
  return execFileSync('chroot', query, { encoding: 'utf8' }).trim();
}

function structure(schema) {
  const kept = Object.entries(schema).filter(
    ([key, value]) => !DROPPED.has(key) && !(key === 'format' && UNCHECKED_FORMATS.has(value)),
  );
  for (const [key] of kept) {
    if (!KNOWN.has(key))
      throw new Error(`the schema has the new keyword "${key}"; teach schema-verdict.ts to read it`);
  }
  return Object.fromEntries(kept.map(([key, value]) => [key, below(key, value)]));
}

function below(key, value) {
  if (NAMED.has(key))
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, structure(one)]));
  if (['allOf', 'anyOf', 'oneOf'].includes(key)) return value.map(structure);
  if (['items', 'additionalProperties'].includes(key) && typeof value === 'object') return structure(value);
  return value;
}

function file(version, json) {
  const literal = json.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `// Made by scripts/cloud-config-schema.mjs from Debian's package cloud-init; do not edit.
// Structure of cloud-init's schema-cloud-config-v1.json, which is under GPL-3.0 or Apache-2.0; taken under Apache-2.0.

/** The package it was taken from. */
export const CLOUD_INIT_VERSION = '${version}';

/** As text: it is read only when there is a cloud-config to check. */
export const CLOUD_CONFIG_SCHEMA =
  '${literal}';
`;
}
