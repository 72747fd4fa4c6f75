/** Turns a way of building a document into the strings of a report, each within its limits. */
import type { Report, ReportKind } from '../../model/report.ts';
import { clipDocument } from './clip-document.ts';
import type { Document, Line } from './document.ts';
import type { Detail } from './fit.ts';
import { COMMENT_BUDGET, fitWithin, SUMMARY_BUDGET, utf8Bytes, utf16Units } from './fit.ts';
import { toMarkdown } from './markdown.ts';
import { markerStart, withMarker } from './marker.ts';
import { plain, toText } from './text.ts';
import { clip } from './visible.ts';

const MAX_TITLE = 250;

export interface Assembly extends Pick<Report, 'tone' | 'json' | 'facts' | 'annotations'> {
  readonly kind: ReportKind;
  readonly key: string;
  /** Becomes the heading and the title. */
  readonly verdict: Line;
  /** What comes below the heading. */
  readonly build: (detail: Detail) => Document;
}

/** Same input, same bytes; no clock, no randomness. */
export function assemble(assembly: Assembly): Report {
  const { kind, key, verdict, tone, json, facts, annotations } = assembly;
  const documents = documentsOf(assembly);
  const markdown = (detail: Detail) => toMarkdown(documents(detail));
  const text = (detail: Detail) => toText(documents(detail));
  return {
    kind,
    marker: markerStart(kind, key),
    title: clip(plain(verdict), MAX_TITLE),
    tone,
    markdown: withMarker(kind, key, fitWithin(markdown, COMMENT_BUDGET, utf16Units)),
    summary: fitWithin(markdown, SUMMARY_BUDGET, utf8Bytes),
    text: fitWithin(text, SUMMARY_BUDGET, utf8Bytes),
    json,
    facts,
    annotations,
  };
}

/** Each level is built once, though three renderings ask for it. */
function documentsOf(assembly: Assembly): (detail: Detail) => Document {
  const known = new Map<Detail, Document>();
  return (detail) => {
    const document = known.get(detail) ?? documentOf(assembly, detail);
    known.set(detail, document);
    return document;
  };
}

function documentOf(assembly: Assembly, detail: Detail): Document {
  const heading = { kind: 'heading', line: assembly.verdict } as const;
  return clipDocument([heading, ...assembly.build(detail)], detail.words);
}
