/** Holds the source against the map: imports go one way, and the core stays pure. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', 'src');
const SOURCES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'))
  .sort();

interface Rule {
  readonly room: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const RULES: readonly Rule[] = readFileSync(join(ROOT, 'README.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (\S+) \|(.*)\|(.*)\|$/.exec(line))
  .filter((match) => match !== null)
  .map(([, room = '', rooms = '', packages = '']) => ({
    room,
    rooms: rooms.split(/\s+/).filter(Boolean),
    packages: packages.split(/\s+/).filter(Boolean),
  }))
  .filter(({ room }) => room !== 'room' && !room.startsWith('-') && !room.startsWith('`'));

test('the map lists every room', () => {
  const rooms = new Set(SOURCES.map((file) => ruleOf(file)?.room));
  expect([...rooms].sort()).toEqual(RULES.map(({ room }) => room).sort());
});

test('imports go one way, as the map says', () => {
  const violations = SOURCES.flatMap((file) =>
    importsOf(file)
      .filter((target) => !isAllowed(file, target))
      .map((target) => `${file} imports ${target}`),
  );
  expect(violations).toEqual([]);
});

test('model and core know no clock, chance, environment or network', () => {
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bconsole\.|\bfetch\(/;
  const violations = SOURCES.filter((file) => /^(model|core)\//.test(file)).flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .map((line, index) => `${file}:${index + 1}: ${line.trim()}`)
      .filter((line) => impure.test(line.replace(/^\S+ (\*|\/\/|\/\*).*/, ''))),
  );
  expect(violations).toEqual([]);
});

test('a planted violation is found', () => {
  expect(isAllowed('core/plan/plan.ts', 'adapters/openstack/cloud.ts')).toBe(false);
  expect(isAllowed('core/plan/plan.ts', 'package:undici')).toBe(false);
  expect(isAllowed('adapters/github/inputs.ts', 'adapters/terminal/log.ts')).toBe(false);
  expect(isAllowed('sandbox/embedded.ts', 'model/json.ts')).toBe(false);
});

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import '([^']+)'/g,
    ),
  ];
  return found
    .map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '')
    .map((target) =>
      target.startsWith('.')
        ? relative(ROOT, join(ROOT, normalize(join(dirname(file), target))))
        : `package:${target}`,
    );
}

function isAllowed(file: string, target: string): boolean {
  const rule = ruleOf(file);
  if (!rule) return false;
  if (target.startsWith('package:')) {
    const name = target.slice('package:'.length);
    return rule.packages.some(
      (allowed) => allowed === '*' || allowed === name || (allowed === 'node:*' && name.startsWith('node:')),
    );
  }
  const other = ruleOf(target);
  if (!other || other.room === rule.room) return true;
  return rule.rooms.some((room) => room === '*' || room === other.room);
}

/** The rule of the innermost room that holds the file. */
function ruleOf(file: string): Rule | undefined {
  const inside = RULES.filter(({ room }) => room !== '.' && file.startsWith(`${room}/`));
  const [closest] = inside.sort((a, b) => b.room.length - a.room.length);
  return closest ?? (file.includes('/') ? undefined : RULES.find(({ room }) => room === '.'));
}
