/** Makes the report of a validation: every problem of every file at once, or that there is none. */
import type { Finding, Problem } from '../../model/problem.ts';
import type { Report, ReportKind } from '../../model/report.ts';
import { adviceAnnotations, problemAnnotations } from './annotations.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import type { Line } from './document.ts';
import { line } from './document.ts';
import { emptyJson } from './empty-json.ts';
import { findingBlocks, problemBlocks } from './finding-line.ts';
import { footer } from './footer.ts';
import { planNext } from './next.ts';
import { count } from './words.ts';

export interface Validation {
  readonly problems: readonly Problem[];
  /** What may go wrong with what is valid. */
  readonly findings?: readonly Finding[];
  /** Specs that were read. */
  readonly specs: number;
  /** What was asked for: a plan that can't be made takes the place of the earlier plan. */
  readonly kind: ReportKind;
}

/** Markdown, text and JSON of problems. */
export function problemsReport(validation: Validation, context: Partial<ReportContext>): Report {
  const { problems, kind, findings = [] } = validation;
  const surroundings: ReportContext = { cloud: '', ...context };
  const tone = problems.length > 0 ? 'failed' : 'clean';
  return assemble({
    kind,
    key: context.key ?? '',
    verdict: verdict(validation),
    tone,
    json: () => emptyJson(kind, problems, null, findings),
    facts: {
      fingerprint: null,
      groups: [],
      changes: false,
      refused: false,
      counts: { problems: problems.length },
    },
    annotations: [...problemAnnotations(problems), ...adviceAnnotations(findings)],
    build: (detail) => [
      ...problemBlocks(problems, detail),
      ...findingBlocks(findings, detail),
      ...(kind === 'plan' ? planNext({ tone, fingerprint: null }, surroundings, detail) : []),
      footer(kind, null, surroundings),
    ],
  });
}

function verdict({ problems, specs, kind }: Validation): Line {
  if (problems.length === 0) {
    return specs === 0 ? line`No specs were found` : line`${count('spec', specs)} valid`;
  }
  const files = new Set(problems.map((problem) => problem.file)).size;
  const without = kind === 'validate' ? '' : `, so there is no ${kind}`;
  return line`${count('problem', problems.length)} in ${count('file', files)}${without}`;
}
