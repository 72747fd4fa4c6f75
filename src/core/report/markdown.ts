/** The only writer of Markdown: documents in, GitHub-flavoured Markdown out, foreign text escaped. */
import type { AlertTone, Block, DiffLine, Document, Line, Piece } from './document.ts';
import { visible } from './visible.ts';

const ZERO_WIDTH_SPACE = '&#8203;';
const ALERT_NAME = { warning: 'WARNING', caution: 'CAUTION', note: 'NOTE', tip: 'TIP' } as const;
const DIFF_PREFIX = { ' ': '  ', '+': '+ ', '-': '- ', '@': '@@ ' } as const;

/** GitHub-flavoured Markdown of a document, ending in a line break. */
export function toMarkdown(document: Document): string {
  return [...markdownParts(document)].join('');
}

/** The same, block by block, a table row by row. */
export function* markdownParts(blocks: Iterable<Block>): Iterable<string> {
  let gap = '';
  for (const one of blocks) {
    yield gap;
    yield* one.kind === 'table' ? tableLines(one) : [`${block(one)}\n`];
    gap = '\n';
  }
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `### 🌡️ ${inline(one.line)}`;
    case 'paragraph':
      return one.lines.map(startOfLine).join('  \n');
    case 'alert':
      return alert(one.tone, one.lines);
    case 'list':
      return one.items
        .map((item, index) => `${one.numbered ? `${index + 1}.` : '-'} ${startOfLine(item)}`)
        .join('\n');
    case 'table':
      return [...tableLines(one)].join('').trimEnd();
    case 'diff':
      return fence(one.lines);
    case 'fold':
      return fold(one);
    case 'legend':
    case 'footer':
      return `<sub>${inline(one.line)}</sub>`;
  }
}

/** A single line needs no bullet. */
function alert(tone: AlertTone, lines: readonly Line[]): string {
  const [first, ...rest] = lines;
  const body = first !== undefined && rest.length === 0 ? [startOfLine(first)] : lines.map(bulleted);
  return [`[!${ALERT_NAME[tone]}]`, ...body].map((each) => `> ${each}`).join('\n');
}

function bulleted(content: Line): string {
  return `- ${startOfLine(content)}`;
}

function fold({ summary, blocks, open }: Extract<Block, { kind: 'fold' }>): string {
  const head = `<details${open ? ' open' : ''}><summary>${summary.map(htmlPiece).join('')}</summary>`;
  return [head, ...blocks.map(block), '</details>'].join('\n\n');
}

function* tableLines({ head, rows }: Extract<Block, { kind: 'table' }>): Iterable<string> {
  const cells = (row: readonly Line[]) => `| ${row.map(cell).join(' | ')} |\n`;
  yield cells(head);
  yield `|${' --- |'.repeat(head.length)}\n`;
  for (const row of rows) yield cells(row);
}

/** A pipe ends a cell even inside a code span (GFM 4.10), so code that is not plain becomes `<code>`. */
function cell(content: Line): string {
  return content.map(cellPiece).join('');
}

function cellPiece(piece: Piece): string {
  if (typeof piece === 'string' || piece.kind !== 'code' || /^[\w./:-]+$/.test(piece.text)) {
    return inlinePiece(piece);
  }
  return `<code>${escapeMarkdown(piece.text)}</code>`;
}

function fence(lines: readonly DiffLine[]): string {
  const body = lines.map((one) => {
    const text = `${DIFF_PREFIX[one.mark]}${visible(one.text)}`;
    return (one.mark === '@' ? `${text} @@` : text).trimEnd();
  });
  const longest = Math.max(0, ...body.map((text) => longestRun(text)));
  const ticks = '`'.repeat(Math.max(3, longest + 1));
  return [`${ticks}diff`, ...body, ticks].join('\n');
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** What would open a list, a quote, a heading or a rule at the start of a line loses that power. */
function startOfLine(content: Line): string {
  return inline(content)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=#:])/, '\\$1');
}

function inline(content: Line): string {
  return content.map(inlinePiece).join('').trim();
}

function inlinePiece(piece: Piece): string {
  if (typeof piece === 'string') return escapeMarkdown(piece);
  switch (piece.kind) {
    case 'strong':
      return strongText(piece.text.trim());
    case 'code':
      return codeSpan(piece.text);
    case 'link':
      return linked(escapeMarkdown(piece.text), piece.href, (label, href) => `[${label}](${href})`);
    case 'break':
      return '<br>';
  }
}

/** `**` beside punctuation is not always read as emphasis (CommonMark 6.2). */
function strongText(text: string): string {
  return /^\w(.*\w)?$/s.test(text) ? `**${escapeMarkdown(text)}**` : `<b>${escapeMarkdown(text)}</b>`;
}

/** The line of `<details><summary>` is an HTML block (CommonMark 4.6): no Markdown in it. */
function htmlPiece(piece: Piece): string {
  if (typeof piece === 'string') return escapeHtml(piece);
  switch (piece.kind) {
    case 'strong':
      return `<b>${escapeHtml(piece.text)}</b>`;
    case 'code':
      return `<code>${escapeHtml(piece.text)}</code>`;
    case 'link':
      return linked(escapeHtml(piece.text), piece.href, (label, href) => `<a href="${href}">${label}</a>`);
    case 'break':
      return '<br>';
  }
}

function codeSpan(text: string): string {
  const content = visible(text).trim();
  if (content === '') return '``` ```';
  const ticks = '`'.repeat(longestRun(content) + 1);
  const pad = /^`|`$/.test(content) ? ' ' : '';
  return `${ticks}${pad}${content}${pad}${ticks}`;
}

/** Only web addresses become links; anything that could end the link early is percent-encoded. */
function linked(label: string, href: string, write: (label: string, href: string) => string): string {
  if (!URL.canParse(href)) return label;
  const url = new URL(href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return label;
  const safe = url.href.replaceAll(/[()|<>"'`\\*@$\s]/g, percent).replaceAll('&', '&amp;');
  return write(label, safe);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Most words need nothing done. */
const HARMLESS = /^(?!.*(?:GH-\d|www\.))[A-Za-z0-9 ,.;()/'·→-]*$/i;

/** Markdown's own signs, HTML, tables, math, and what GitHub links by itself: mentions, issues, addresses, `:100:`. */
function escapeMarkdown(text: string): string {
  if (HARMLESS.test(text)) return text;
  return unlinked(
    visible(text)
      .replaceAll(/[\\`*_[\]~]/g, '\\$&')
      .replaceAll('&', '&amp;')
      .replaceAll('|', '&#124;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('$', '<span>$</span>'),
  );
}

function escapeHtml(text: string): string {
  if (HARMLESS.test(text)) return text;
  return unlinked(
    visible(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('$', '<span>$</span>'),
  );
}

function unlinked(text: string): string {
  return text
    .replaceAll('@', `@${ZERO_WIDTH_SPACE}`)
    .replaceAll(/(?<!&)#(?=\w)/g, `#${ZERO_WIDTH_SPACE}`)
    .replaceAll(/\b(GH-)(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}`)
    .replaceAll(/:(?=[\w+\\-]+:)/g, `:${ZERO_WIDTH_SPACE}`)
    .replaceAll(/:\/\//g, `:${ZERO_WIDTH_SPACE}//`)
    .replaceAll(/(www)\./gi, `$1${ZERO_WIDTH_SPACE}.`);
}
