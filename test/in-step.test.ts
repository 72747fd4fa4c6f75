/** Holds the README against the code: the same commands, exit codes, inputs and outputs, said once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { INPUTS } from '../src/adapters/github/inputs.ts';
import { OUTPUTS } from '../src/adapters/github/outputs.ts';
import { COMMANDS } from '../src/commands/table.ts';

const README = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

test('the README lists every command with its exit codes, and no other', () => {
  const rows = Object.entries(COMMANDS).map(([name, { summary, exitCodes }]) => {
    const codes = Object.entries(exitCodes).map(([code, words]) => `${code} ${words}`);
    return `| \`${name}\` | ${summary} | ${codes.join(', ')} |`;
  });
  expect(README).toContain(rows.join('\n'));
});

test('the README lists every input of the action', () => {
  const rows = Object.entries(INPUTS).map(([name, { description, default: value }]) => {
    const shown = value === '' ? '' : ` (default \`${value.replace(/\n/g, ' ')}\`)`;
    return `| \`${name}\` | ${description}${shown} |`;
  });
  expect(README).toContain(['| input | |', '|---|---|', ...rows].join('\n'));
});

test('the README lists every output of the action', () => {
  const rows = Object.entries(OUTPUTS).map(
    ([name, { description }]) => `| \`${name}\` | ${description.replaceAll('|', '\\|')} |`,
  );
  expect(README).toContain(['| output | |', '|---|---|', ...rows].join('\n'));
});
