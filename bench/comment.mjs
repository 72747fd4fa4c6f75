// Measures what the report of a plan takes of a processor, by number of groups, and prints ratios: node bench/comment.mjs [100,1000,10000]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '..');
const SIZES = (process.argv[2] ?? '100,1000,10000').split(',').map(Number);
const TIMES = 5;

const planReport = await load();
let earlier = null;
for (const size of SIZES) {
  const groups = Array.from({ length: size }, (_, index) => group(index));
  const plan = {
    version: 1,
    summary: {},
    fingerprint: `sha256:${'0'.repeat(64)}`,
    groups,
    problems: [],
    headRoom: null,
    hostRoom: [],
  };
  let report = null;
  const milliseconds = median(() => {
    const made = planReport(plan, { cloud: 'cloud "bench"', commit: '4f2c9e1' });
    // each text is made when it is read
    const { markdown, summary, document } = made;
    report = { markdown, summary, document };
  });
  const growth = earlier
    ? `${(milliseconds / earlier.milliseconds).toFixed(1)} × the time for ${size / earlier.size} × the groups`
    : '';
  console.log(
    `${String(size).padStart(6)} replaced groups of 6   ${milliseconds.toFixed(0).padStart(6)} ms   comment ${kilo(report.markdown)}, summary ${kilo(report.summary)}, document ${kilo(report.document)}   ${growth}`,
  );
  earlier = { size, milliseconds };
}

async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'thermostat-bench-'));
  const outfile = join(folder, 'report.cjs');
  await build({
    entryPoints: [join(ROOT, 'src/core/report/plan-report.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
  });
  try {
    return (await import(pathToFileURL(outfile).href)).default.planReport;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function group(index) {
  const name = `web-${index}`;
  const servers = Array.from(
    { length: 6 },
    (_, number) => `${name}-group-xpg2irzzgzx7-6pe2iokczmd${number}-kh47ynqrvwkj`,
  );
  const size = { min: 2, max: 12, current: 6, after: 6, before: { min: 2, max: 8 } };
  return {
    name,
    stack: { name, id: `id-${index}` },
    source: { file: `scaling/${name}.yaml`, line: 1, column: 1 },
    action: 'replace',
    fingerprint: `sha256:${'0'.repeat(64)}`,
    byClock: false,
    size,
    servers: { keep: 0, update: 0, create: 0, replace: 6, delete: 0 },
    changes: [
      {
        address: 'resources.group',
        action: 'update',
        reason: 'servers: new user data',
        confidence: 'certain',
        fields: [
          { path: 'properties.max_size', before: 8, after: 12 },
          { path: 'properties.resource.properties.user_data', before: text(index), after: text(index + 1) },
        ],
      },
    ],
    scalingGroups: [
      {
        address: 'group',
        size,
        members: servers.map((server) => ({
          member: server,
          server: { id: server, name: server },
          fate: 'replace',
          how: 'new user data',
        })),
        batches: [0, 2, 4].map((at) => ({ servers: servers.slice(at, at + 2), running: 8, inService: 6 })),
      },
    ],
    steps: [{ kind: 'update', why: 'brings the stack to the spec', capacities: [] }],
    ignored: [],
    findings: [],
    triggers: [],
    capacity: null,
    cost: null,
  };
}

function text(index) {
  return Array.from({ length: 40 }, (_, row) => `line ${row} of ${row % 7 === 0 ? index : 'all'}`).join('\n');
}

function kilo(written) {
  return `${(written.length / 1024).toFixed(0)} KiB`;
}

function median(work) {
  const times = Array.from({ length: TIMES }, () => {
    const begin = process.cpuUsage();
    work();
    return process.cpuUsage(begin).user / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)];
}
