/** Specs, templates, settings, guardrails, prices and comments with anything wrong in them: no crash, and every problem has its place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { validate } from '../../src/commands/validate.ts';
import { readRecord } from '../../src/core/approval/record-text.ts';
import { readAsk } from '../../src/core/chat/ask.ts';
import { isEdited, memoryOf, textOf } from '../../src/core/issues/memory.ts';
import type { SourceTree } from '../../src/ports/source-tree.ts';
import { OPTIONS } from '../stage.ts';
import { mutated } from './mutated.ts';
import { recordFuzz } from './rows.ts';

const ROOT = join(import.meta.dirname, '../..');
/** `npm run sweep` asks for more than every landing does. */
const RUNS = Number(process.env['SWEEP_RUNS'] ?? 60);
const SEED = Number(process.env['SWEEP_SEED'] ?? 20261);
const PATIENCE = 60_000 + RUNS * 1000;
const LIMITS = { numRuns: RUNS, seed: SEED } as const;

const SPECS = [...documentsOf('docs/examples', /yaml$/), ...corpus('stack.yaml'), ...corpus('template.yaml')];
const SETTINGS = settingsOfScenarios();
const GUARDRAILS = documentsOf('policies', /yaml$/);

test('any spec and any template', { timeout: PATIENCE }, async () => {
  await fc.assert(
    fc.asyncProperty(mutated(SPECS), mutated(SPECS), (one, other) =>
      isAnswered({ 'scaling/a.yaml': stringify(one), 'scaling/template.yaml': stringify(other) }),
    ),
    LIMITS,
  );
  recordFuzz(0, 'spec and any template, one beside the other', RUNS);
});

test('any settings, with any guardrail', { timeout: PATIENCE }, async () => {
  const spec = stringify(SPECS[0]);
  await fc.assert(
    fc.asyncProperty(mutated(SETTINGS), mutated(GUARDRAILS), (settings, guardrail) =>
      isAnswered({
        'scaling/a.yaml': spec,
        '.thermostat.yaml': stringify(settings),
        'policies/own.yaml': stringify(guardrail),
      }),
    ),
    LIMITS,
  );
  recordFuzz(1, 'settings with any guardrail', RUNS);
});

const PIECES = [
  ...[
    '/thermostat ',
    'plan',
    'apply',
    'unlock',
    'help',
    '\n',
    '\r\n',
    '`',
    '```',
    '> ',
    '@',
    '<!-- ',
    ' -->',
    '--only ',
  ],
  ...[
    '<!-- thermostat:issue ',
    '<!-- thermostat:plan key="',
    '"',
    'sha256:',
    '{"version":1',
    '}',
    'eyJ',
    'H4sIA',
    '\u0000',
    '😀',
  ],
];
const words = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('any comment, any issue, any record of an approval', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(readAsk(one)).toBeDefined();
      const memory = memoryOf(one);
      if (memory !== null) isEdited(other, memory);
      textOf(one);
      expect(readRecord([one, other])).toBeDefined();
    }),
    { ...LIMITS, numRuns: RUNS * 10 },
  );
  recordFuzz(2, 'comment, issue and record of an approval', RUNS * 10);
});

async function isAnswered(files: Readonly<Record<string, string>>): Promise<void> {
  const parts = { tree: treeOf(files), publisher: { publish: async () => {}, annotate: async () => {} } };
  const { problems, report } = await validate(parts, { ...OPTIONS, specs: ['scaling/**/*.yaml'] });
  for (const { file, line, column, message } of problems) {
    const lines = (files[file] ?? '').split('\n');
    expect(line, `${file}: ${message}`).toBeGreaterThanOrEqual(1);
    expect(line, `${file}: ${message}`).toBeLessThanOrEqual(Math.max(1, lines.length));
    expect(column, `${file}: ${message}`).toBeGreaterThanOrEqual(1);
    expect(message).not.toMatch(/[\p{Cc}]|\bundefined\b|\[object/u);
  }
  expect(report.text.length).toBeGreaterThan(0);
}

function treeOf(files: Readonly<Record<string, string>>): SourceTree {
  const encoder = new TextEncoder();
  const covers: SourceTree['covers'] = (globs, path) =>
    globs.some((glob) => path.startsWith(glob.replace(/\*.*$/, '')));
  return {
    covers,
    list: async (globs) =>
      Object.keys(files)
        .filter((path) => covers(globs, path))
        .sort(),
    read: async (paths) =>
      paths.map((path) => {
        const text = files[path];
        return text === undefined
          ? { path, state: 'absent' as const }
          : { path, state: 'read' as const, bytes: encoder.encode(text) };
      }),
  };
}

function documentsOf(folder: string, names: RegExp): readonly unknown[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => names.test(name) && !name.endsWith('cloud-config.yaml'))
    .sort()
    .flatMap((name) => read(join(ROOT, folder, name)));
}

function corpus(file: string): readonly unknown[] {
  return readdirSync(join(ROOT, 'test/corpus'))
    .sort()
    .map((name) => join(ROOT, 'test/corpus', name, file))
    .filter((path) => existsSync(path))
    .flatMap(read);
}

function settingsOfScenarios(): readonly unknown[] {
  return readdirSync(join(ROOT, 'test/scenarios'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.thermostat.yaml'))
    .sort()
    .flatMap((path) => read(join(ROOT, 'test/scenarios', path)));
}

function read(path: string): readonly unknown[] {
  return parseAllDocuments(readFileSync(path, 'utf8'), { version: '1.2' }).map((document) => document.toJS());
}
