/** Makes the report of an apply that left its work to somebody else. */
import type { Report } from '../../model/report.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import { line } from './document.ts';
import { emptyJson } from './empty-json.ts';
import { quoted } from './finding-line.ts';
import { footer } from './footer.ts';

export interface StandBack {
  /** false: nobody else does the work, it has to be started again. */
  readonly clean: boolean;
  readonly message: string;
}

export function standBackReport({ clean, message }: StandBack, context: Partial<ReportContext>): Report {
  return assemble({
    kind: 'apply',
    key: context.key ?? '',
    verdict: clean
      ? line`Nothing was applied: a newer commit has it`
      : line`Nothing was applied: another apply is at work`,
    tone: clean ? 'clean' : 'failed',
    json: emptyJson('apply', [], clean ? null : message),
    facts: { fingerprint: null, groups: [], changes: false, refused: false, counts: {} },
    annotations: [],
    build: () => [
      clean
        ? { kind: 'paragraph', lines: [quoted(message)] }
        : { kind: 'alert', tone: 'caution', lines: [quoted(message)] },
      footer('Apply', null, [], { cloud: '', ...context }),
    ],
  });
}
