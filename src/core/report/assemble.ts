/** Turns a way of building a document into the strings of a report, each within its limits. */
import type { Report, ReportKind } from '../../model/report.ts';
import { clipBlock } from './clip-block.ts';
import type { Block, Line } from './document.ts';
import type { Detail } from './fit.ts';
import {
  COMMENT_BUDGET,
  DOCUMENT_BUDGET,
  fitWithin,
  LEVELS,
  SUMMARY_BUDGET,
  utf8Bytes,
  utf16Units,
  WHOLE,
} from './fit.ts';
import { markdownParts } from './markdown.ts';
import { markerStart, withMarker } from './marker.ts';
import { plain, textParts } from './text.ts';
import { clip } from './visible.ts';

const MAX_TITLE = 250;

export interface Assembly extends Pick<Report, 'tone' | 'json' | 'facts' | 'annotations'> {
  readonly kind: ReportKind;
  readonly key: string;
  /** Becomes the heading and the title. */
  readonly verdict: Line;
  /** What comes below the heading. */
  readonly build: (detail: Detail) => Iterable<Block>;
}

/** Same input, same bytes; no clock, no randomness. */
export function assemble(assembly: Assembly): Report {
  const { kind, key, verdict, tone, json, facts, annotations } = assembly;
  const markdown = (detail: Detail) => markdownParts(blocks(assembly, detail));
  const text = (detail: Detail) => textParts(blocks(assembly, detail));
  return {
    kind,
    marker: markerStart(kind, key),
    title: clip(plain(verdict), MAX_TITLE),
    tone,
    markdown: withMarker(kind, key, fitWithin(markdown, COMMENT_BUDGET, utf16Units)),
    summary: fitWithin(markdown, SUMMARY_BUDGET, utf8Bytes),
    document: fitWithin(markdown, DOCUMENT_BUDGET, utf8Bytes, [WHOLE, ...LEVELS]),
    text: fitWithin(text, SUMMARY_BUDGET, utf8Bytes),
    json,
    facts,
    annotations,
  };
}

/** Built one by one, so that a level that is far too long is never built whole. */
function* blocks(assembly: Assembly, detail: Detail): Iterable<Block> {
  yield clipBlock({ kind: 'heading', line: assembly.verdict }, detail.words);
  for (const block of assembly.build(detail)) yield clipBlock(block, detail.words);
}
