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

export interface Assembly extends Pick<Report, 'tone' | 'facts' | 'annotations'> {
  readonly kind: ReportKind;
  readonly key: string;
  /** Becomes the heading and the title. */
  readonly verdict: Line;
  readonly json: () => string;
  /** What comes below the heading. */
  readonly build: (detail: Detail) => Iterable<Block>;
}

/**
 * Same input, same bytes; no clock, no randomness. Each text is made when somebody asks for it: of ten thousand groups
 * they are hundreds of MiB, and nobody wants all at once. What may be as long as it likes is not kept, either.
 */
export function assemble(assembly: Assembly): Report {
  const { kind, key, verdict, tone, json, facts, annotations } = assembly;
  const inMarkdown = (detail: Detail) => markdownParts(blocks(assembly, detail));
  const inText = (detail: Detail) => textParts(blocks(assembly, detail));
  const markdown = once(() => withMarker(kind, key, fitWithin(inMarkdown, COMMENT_BUDGET, utf16Units)));
  const summary = once(() => fitWithin(inMarkdown, SUMMARY_BUDGET, utf8Bytes));
  const text = once(() => fitWithin(inText, SUMMARY_BUDGET, utf8Bytes));
  return {
    kind,
    marker: markerStart(kind, key),
    title: clip(plain(verdict), MAX_TITLE),
    tone,
    get markdown() {
      return markdown();
    },
    get summary() {
      return summary();
    },
    get document() {
      return fitWithin(inMarkdown, DOCUMENT_BUDGET, utf8Bytes, [WHOLE, ...LEVELS]);
    },
    get text() {
      return text();
    },
    get json() {
      return json();
    },
    facts,
    annotations,
  };
}

function once(make: () => string): () => string {
  let made: string | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** Built one by one, so that a level that is far too long is never built whole. */
function* blocks(assembly: Assembly, detail: Detail): Iterable<Block> {
  yield clipBlock({ kind: 'heading', line: assembly.verdict }, detail.words);
  for (const block of assembly.build(detail)) yield clipBlock(block, detail.words);
}
