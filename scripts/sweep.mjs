// Runs the long sweeps, prints what came of them, and writes the table into docs/safety.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const DOC = join(ROOT, 'docs/safety.md');
const BEGIN = '<!-- sweep: begin -->';
const END = '<!-- sweep: end -->';

const rowsFile =
  process.env.SWEEP_ROWS ?? join(mkdtempSync(join(tmpdir(), 'thermostat-sweep-')), 'rows.jsonl');
const words = [
  'vitest',
  'run',
  '--config',
  'vitest.sweep.config.ts',
  '--maxWorkers=1',
  ...process.argv.slice(2),
];
const env = { SWEEP_RUNS: '1000', ...process.env, SWEEP_ROWS: rowsFile };
const ran = process.argv.includes('--table-only')
  ? { status: 0 }
  : spawnSync('npx', words, { cwd: ROOT, env, stdio: 'inherit' });

const rows = existsSync(rowsFile) ? latest(readFileSync(rowsFile, 'utf8')) : [];
const table = [crashTable(), faultTable(), fuzzTable(), shortfalls()]
  .filter((part) => part !== '')
  .join('\n\n');
process.stdout.write(`${table}\n`);
const doc = readFileSync(DOC, 'utf8');
const [before] = doc.split(BEGIN);
const [, after = ''] = doc.split(END);
writeFileSync(DOC, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
process.exitCode = ran.status ?? 1;

/** Of rows told twice the newest. */
function latest(text) {
  const all = text
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const byName = new Map(all.map((row) => [`${row.sweep} ${row.what}`, row]));
  return [...byName.values()].sort((one, other) => one.order - other.order);
}

function of(sweep) {
  return rows.filter((row) => row.sweep === sweep);
}

function crashTable() {
  const lines = of('crash').map(
    ({ what, swept, recovered, wrong }) => `| ${what} | ${swept} | ${recovered} | ${wrong.length} |`,
  );
  if (lines.length === 0) return '';
  return ['| killed | where | as undisturbed | not |', '|---|---|---|---|', ...lines].join('\n');
}

/** One line for each kind of trouble, one column for each command. */
function faultTable() {
  const cells = new Map();
  const commands = new Set();
  for (const { what, recovered, told, wrong, cases } of of('fault')) {
    const [command, fault] = what.split(': ');
    commands.add(command);
    const parts = [
      [recovered, 'recovered'],
      [told, 'told'],
      [wrong.length, 'wrong'],
    ];
    const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    if (cases > 0) cells.set(`${fault} ${command}`, words.join(', '));
    if (!cells.has(fault)) cells.set(fault, fault);
  }
  const faults = [...cells.keys()].filter((key) => cells.get(key) === key);
  if (faults.length === 0) return '';
  const names = [...commands];
  const lines = faults.map(
    (fault) => `| ${fault} | ${names.map((name) => cells.get(`${fault} ${name}`) ?? '–').join(' | ')} |`,
  );
  return [`| trouble | ${names.join(' | ')} |`, `|---|${names.map(() => '---|').join('')}`, ...lines].join(
    '\n',
  );
}

function fuzzTable() {
  const lines = of('fuzz').map(({ what, cases, wrong }) => `| ${what} | ${cases} | ${wrong.length} |`);
  if (lines.length === 0) return '';
  return ['| any … | cases | crashes, hangs, problems without a place |', '|---|---|---|', ...lines].join(
    '\n',
  );
}

function shortfalls() {
  const lines = rows.flatMap(({ what, wrong }) => wrong.map((one) => `- ${what}: ${one.split('\n')[0]}`));
  return lines.length === 0 ? '' : ['Not as it should be:', '', ...lines].join('\n');
}
