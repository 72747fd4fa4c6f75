/** Renders a document for a terminal: no colour needed, at most 110 columns where it can be. */
import type { Block, DiffLine, Document, Line, Piece } from './document.ts';
import { visible } from './visible.ts';

const WIDTH = 110;
const WIDEST_COLUMN = 60;
const ALERT_NAME = { warning: 'WARNING', caution: 'CAUTION', note: 'NOTE', tip: 'TIP' } as const;

/** Plain text of a document, the same order as its Markdown, ending in a line break. */
export function toText(document: Document): string {
  return [...textParts(document)].join('');
}

/** The same, block by block. */
export function* textParts(all: Iterable<Block>): Iterable<string> {
  let gap = '';
  for (const one of all) {
    yield `${gap}${block(one, '')}\n`;
    gap = '\n';
  }
}

function blocks(document: Document, indent: string): readonly string[] {
  return document.map((one) => block(one, indent));
}

function block(one: Block, indent: string): string {
  switch (one.kind) {
    case 'heading':
    case 'legend':
    case 'footer':
      return wrap(plain(one.line), indent);
    case 'paragraph':
      return one.lines.map((each) => wrap(plain(each), indent)).join('\n');
    case 'alert':
      return [
        `${indent}${ALERT_NAME[one.tone]}`,
        ...one.lines.map((each) => wrap(plain(each), `${indent}  `)),
      ].join('\n');
    case 'list':
      return one.items
        .map((item, index) => listItem(item, one.numbered ? index + 1 : null, indent))
        .join('\n');
    case 'table':
      return table([one.head, ...one.rows], indent);
    case 'diff':
      return one.lines.map((each) => `${indent}${diffLine(each)}`.trimEnd()).join('\n');
    case 'fold':
      return [wrap(plain(one.summary), indent), ...blocks(one.blocks, `${indent}  `)].join('\n');
  }
}

function listItem(item: Line, number: number | null, indent: string): string {
  const bullet = number === null ? '- ' : `${number}. `;
  return wrap(`${bullet}${plain(item)}`, indent, indent + ' '.repeat(bullet.length));
}

function diffLine(one: DiffLine): string {
  return one.mark === '@' ? `@ ${visible(one.text)}` : `${one.mark} ${visible(one.text)}`;
}

function table(rows: readonly (readonly Line[])[], indent: string): string {
  const cells = rows.map((row) => row.map((cell) => plain(cell)));
  const columns = Math.max(...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => columnWidth(cells, column));
  const widest = Math.max(...cells.map((row) => `${indent}${alignRow(row, widths)}`.trimEnd().length));
  if (widest > WIDTH) return records(cells, indent);
  return cells.map((row) => `${indent}${alignRow(row, widths)}`.trimEnd()).join('\n');
}

/** A table too wide for the terminal: one row below the other, each cell behind its heading. */
function records([head = [], ...rows]: readonly (readonly string[])[], indent: string): string {
  return rows
    .flatMap(([first = '', ...rest]) => [
      wrap(/^\d+$/.test(first) ? `${head[0]} ${first}` : first, indent),
      ...rest
        .map((cell, index) => ({ cell, name: head[index + 1] ?? '' }))
        .filter(({ cell }) => cell !== '')
        .map(({ cell, name }) => wrap(`${name}: ${cell}`, `${indent}  `, `${indent}    `)),
    ])
    .join('\n');
}

function columnWidth(rows: readonly (readonly string[])[], column: number): number {
  return Math.min(WIDEST_COLUMN, Math.max(...rows.map((row) => row[column]?.length ?? 0)));
}

function alignRow(row: readonly string[], widths: readonly number[]): string {
  return row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
}

/** A line without marks: for titles, tables and sentences. */
export function plain(content: Line): string {
  return content
    .map((piece) => (typeof piece === 'string' ? visible(piece) : wordsOf(piece)))
    .join('')
    .trim();
}

function wordsOf(piece: Exclude<Piece, string>): string {
  return piece.kind === 'break' ? '  ' : visible(piece.text);
}

/** Breaks between words only: a name longer than the line stays whole, so that it can be copied. */
function wrap(text: string, first: string, next = first): string {
  const lines: string[] = [];
  let current = first;
  for (const word of text.split(' ')) {
    const fits = current.trim() === '' || current.length + 1 + word.length <= WIDTH;
    if (!fits) {
      lines.push(current);
      current = next;
    }
    current += current.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, current].join('\n');
}
