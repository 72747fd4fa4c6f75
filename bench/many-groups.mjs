// Makes an embedded cloud of many groups without applying each: one is applied, its rows are copied with ids and names of their own.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '..');

export function spec(name, servers) {
  return `apiVersion: thermostat/v1
kind: AutoScalingGroup
metadata: { name: ${name} }
spec:
  size: { min: ${servers}, max: ${servers + 5} }
  server: { image: ubuntu-20.04, flavor: m1.small, networks: [ private-network ] }
  health: { checks: [ server ] }
  scaling: { cooldown: 60s, policies: [ { name: out, add: 1 } ] }
`;
}

/** @param before the state of a fresh cloud, @param after the same with the group g0 in it */
export async function multiplied(before, after, count) {
  const sentNote = await loadSentNote();
  const known = new Set(idsIn(JSON.stringify(before)));
  const own = Object.fromEntries(
    ['stacks', 'servers'].map((key) => {
      const old = new Set(before[key].map(({ id }) => id));
      return [key, after[key].filter(({ id }) => !old.has(id))];
    }),
  );
  const text = JSON.stringify(own);
  const ids = [...new Set(idsIn(text))].filter((id) => !known.has(id));
  const pattern = new RegExp(`${ids.join('|')}|\\bg0\\b`, 'g');
  const copies = Array.from({ length: count - 1 }, (_, index) => {
    const number = index + 1;
    const rows = JSON.parse(
      text.replace(pattern, (found) => (found === 'g0' ? `g${number}` : another(found, number))),
    );
    for (const [index, row] of [...rows.stacks, ...rows.servers].entries()) {
      row.serial += number * 1000 + index;
      for (const [position, address] of (row.addresses ?? []).entries())
        address.address = `10.20.${(number + position) % 250}.${10 + (index % 240)}`;
    }
    for (const stack of rows.stacks) if (stack.parent === null) withNote(stack, sentNote);
    return rows;
  });
  const all = (key) => [...after[key], ...copies.flatMap((rows) => rows[key])];
  return { ...after, counter: after.counter + count * 1000, stacks: all('stacks'), servers: all('servers') };
}

function withNote(stack, sentNote) {
  const { template, files, environment } = stack.content;
  const content = {
    template,
    files,
    environment: { ...environment, resource_registry: {} },
    timeoutMinutes: stack.timeoutMins,
    tags: [],
  };
  const note = sentNote(content, new Date(stack.updated ?? stack.created));
  stack.tags = stack.tags.map((tag) =>
    tag.startsWith('thermostat:sent=') ? `thermostat:sent=${note}` : tag,
  );
}

function idsIn(text) {
  return text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
}

function another(id, number) {
  const hex = createHash('sha256').update(`${id} ${number}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** What is written in src must not be written here a second time. */
async function loadSentNote() {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-bench-'));
  const outfile = join(folder, 'sent.cjs');
  await build({
    entryPoints: [join(ROOT, 'src/core/heat/sent.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
  });
  try {
    return (await import(pathToFileURL(outfile).href)).default.sentNote;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function readState(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function writeState(file, state) {
  writeFileSync(file, JSON.stringify(state));
}
