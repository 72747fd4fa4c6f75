/** Makes the report of an apply: what was done, what was not and why, how to go on. */
import type { GroupStatus, Outcome } from '../../model/outcome.ts';
import type { Report, ReportTone } from '../../model/report.ts';
import { findingAnnotations, problemAnnotations } from './annotations.ts';
import { applyVerdict } from './apply-verdict.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import type { Block } from './document.ts';
import { problemBlocks } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { footer } from './footer.ts';
import { ignoredBlocks, ignoredChanges } from './ignored-blocks.ts';
import { applyNext } from './next.ts';
import { noticeBlocks } from './notices.ts';
import { leftBlocks, outcomeFolds, outcomeTable, troubleBlocks } from './outcome-blocks.ts';
import { outcomeJson } from './outcome-json.ts';

/** Markdown, text and JSON of an outcome. */
export function applyReport(outcome: Outcome, context: ReportContext): Report {
  const plans = outcome.groups.map((group) => ({ ...group.plan, findings: group.findings }));
  return assemble({
    kind: 'apply',
    key: context.key ?? '',
    verdict: applyVerdict(outcome),
    tone: tone(outcome),
    json: () => outcomeJson(outcome),
    facts: {
      fingerprint: outcome.fingerprint,
      groups: outcome.groups.map(({ name, plan }) => ({ name, fingerprint: plan.fingerprint })),
      changes: outcome.groups.some((group) => group.steps.some((step) => step.status === 'done')),
      refused: outcome.groups.some((group) => group.status === 'refused'),
      counts: counts(outcome),
    },
    annotations: [...problemAnnotations(outcome.problems), ...findingAnnotations(plans)],
    build: (detail) => build(outcome, context, detail),
  });
}

function tone(outcome: Outcome): ReportTone {
  const has = (status: GroupStatus) => outcome.groups.some((group) => group.status === status);
  if (outcome.problems.length > 0 || has('failed') || has('not-started')) return 'failed';
  if (has('refused')) return 'refused';
  return has('done') ? 'changes' : 'clean';
}

function counts(outcome: Outcome): Readonly<Record<string, number>> {
  const number = (status: GroupStatus) => outcome.groups.filter((group) => group.status === status).length;
  return {
    done: number('done'),
    'nothing-to-do': number('nothing-to-do'),
    left: number('left'),
    refused: number('refused'),
    failed: number('failed'),
    'not-started': number('not-started'),
  };
}

function* build(outcome: Outcome, context: ReportContext, detail: Detail): Iterable<Block> {
  yield* problemBlocks(outcome.problems, detail);
  yield* troubleBlocks(outcome, detail);
  yield* leftBlocks(outcome, detail);
  yield* outcomeTable(outcome, context, detail);
  yield* outcomeFolds(outcome, detail);
  yield* ignoredBlocks(ignoredChanges(outcome.groups.map(({ plan }) => plan)), detail);
  yield* noticeBlocks(context);
  yield* applyNext(outcome, context, detail);
  yield footer('apply', outcome.fingerprint, context);
}
