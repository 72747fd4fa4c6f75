/** Builds the body of an issue within its limit, and single lines for lists and comments. */
import { clipBlock } from './clip-block.ts';
import type { Block, Line } from './document.ts';
import { line, link } from './document.ts';
import { type Detail, fitWithin, utf16Units } from './fit.ts';
import { markdownParts, toMarkdown } from './markdown.ts';
import { clip, oneLine } from './visible.ts';

/** GitHub takes 65,536 characters; the hidden first line and a note above the text need some of them. */
const BUDGET = 50_000;
const MAX_TITLE = 200;
/** Of the one line that stands for an issue elsewhere. */
const MAX_WORDS = 300;

export function issueBody(build: (detail: Detail) => readonly Block[]): string {
  const parts = (detail: Detail) =>
    markdownParts(build(detail).map((block) => clipBlock(block, detail.words)));
  return fitWithin(parts, BUDGET, utf16Units);
}

/** A title is plain text everywhere. */
export function issueTitle(text: string, key: string): string {
  return oneLine(key === '' ? text : `${text} (${clip(key, 60)})`, MAX_TITLE);
}

/** One line of Markdown, to stand in a list. */
export function issueLine(content: Line): string {
  const block = clipBlock({ kind: 'paragraph', lines: [content] }, MAX_WORDS);
  return toMarkdown([block]).trimEnd();
}

export interface IssueContext {
  readonly key?: string;
  /** As `CloudReader.label`. */
  readonly cloud: string;
  readonly links?: { readonly run?: string | null; readonly horizon?: string | null };
}

/** @param ending how it lives: `rewritten when something changes, closed when clean`. */
export function issueFooter(ending: string, { cloud, links }: IssueContext): Block {
  const run = links?.run ?? null;
  const seen: Line = run === null ? [] : line` · last change seen by ${link('this run', run)}`;
  const where = cloud === '' ? '' : ` · ${cloud}`;
  const quiet = 'closed by hand it stays quiet until there is more';
  return { kind: 'footer', line: line`Kept by Thermostat: ${ending}; ${quiet}${where}${seen}` };
}
