/** Makes the report of a command that broke, so that no earlier plan stands there as if it still held. */
import type { Report, ReportKind } from '../../model/report.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import { line } from './document.ts';
import { emptyJson } from './empty-json.ts';
import { quoted } from './finding-line.ts';
import { footer } from './footer.ts';
import { failureNext } from './next.ts';

const VERDICTS: Readonly<Record<ReportKind, string>> = {
  validate: 'The specs could not be checked',
  plan: 'There is no plan',
  apply: 'Nothing is known of the apply: run it again',
  drift: 'The cloud could not be checked',
  health: 'The health could not be checked',
};

export interface Failure {
  readonly kind: ReportKind;
  /** One sentence for people, without secrets. */
  readonly message: string;
}

/** Markdown, text and JSON of what broke. */
export function failureReport({ kind, message }: Failure, context: Partial<ReportContext>): Report {
  return assemble({
    kind,
    key: context.key ?? '',
    verdict: line`${VERDICTS[kind]}`,
    tone: 'failed',
    json: () => emptyJson(kind, [], message),
    facts: { fingerprint: null, groups: [], changes: false, refused: false, counts: {} },
    annotations: [],
    build: () => [
      { kind: 'alert', tone: 'caution', lines: [quoted(message)] },
      failureNext(kind),
      footer(kind, null, { cloud: '', ...context }),
    ],
  });
}
