/** The table of docs/drift.md, line by line, as a walk has seen it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Seen } from './play.ts';
import type { Row } from './row.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/drift.md'), 'utf8');

export const HEAD = [
  '| what somebody does | found as | severity | says since when, through what | by `--fix` | clean again |',
  '|---|---|---|---|---|---|',
];

/** The lines of the table, as they stand there. */
export function writtenLines(): readonly string[] {
  const [, below = ''] = PAGE.split(HEAD.join('\n'));
  return below.trimStart().split('\n\n', 1)[0]?.split('\n') ?? [];
}

export function lineOf({ deed, only }: Row, { found, fixed, left, after }: Seen): string {
  const [first] = found;
  const says = [
    first?.since ? 'when' : '',
    first?.through.replace(/ (by|of) .*|(?<=^the stack) .*/, '') ?? '',
  ].filter(Boolean);
  const cells = [
    only === undefined ? deed : `${deed} ¹`,
    kindsOf(found)
      .map((kind) => `\`${kind}\``)
      .join(', ') || 'not found',
    first?.severity ?? '',
    says.join(', ') || '–',
    fixed.length === 0 ? 'left' : left.length === 0 ? 'put right' : 'put right in part',
    after.length === 0 ? 'yes' : 'no',
  ];
  return `| ${cells.join(' | ')} |`;
}

export function kindsOf(items: readonly { readonly kind: string }[]): readonly string[] {
  return [...new Set(items.map(({ kind }) => kind))].sort();
}
