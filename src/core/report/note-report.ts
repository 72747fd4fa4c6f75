/** Makes the report of a command that had nothing to plan or to apply, and says why. */
import type { Report, ReportKind } from '../../model/report.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import { line } from './document.ts';
import { emptyJson } from './empty-json.ts';
import { quoted } from './finding-line.ts';
import { footer } from './footer.ts';

export interface Note {
  readonly kind: Extract<ReportKind, 'plan' | 'apply'>;
  /** In our own words. */
  readonly verdict: string;
  readonly message: string;
  /** false: somebody has to do something. */
  readonly clean: boolean;
}

export function noteReport(note: Note, context: Partial<ReportContext>): Report {
  const { kind, verdict, message, clean } = note;
  return assemble({
    kind,
    key: context.key ?? '',
    verdict: line`${verdict}`,
    tone: clean ? 'clean' : 'failed',
    json: () => emptyJson(kind, [], clean ? null : message),
    facts: { fingerprint: null, groups: [], changes: false, refused: false, counts: {} },
    annotations: [],
    build: () => [
      clean
        ? { kind: 'paragraph', lines: [quoted(message)] }
        : { kind: 'alert', tone: 'caution', lines: [quoted(message)] },
      footer(kind, null, { cloud: '', ...context }),
    ],
  });
}
