/** Makes the report of an apply: what was done, what was not and why, how to go on. */
import type { GroupOutcome, GroupStatus, Outcome } from '../../model/outcome.ts';
import type { Report, ReportTone } from '../../model/report.ts';
import { findingAnnotations, problemAnnotations } from './annotations.ts';
import { applyVerdict } from './apply-verdict.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { line, strong } from './document.ts';
import { problemBlocks, quoted } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { footer } from './footer.ts';
import { outcomeFold } from './outcome-fold.ts';
import { outcomeJson } from './outcome-json.ts';
import { stackLink } from './plan-table.ts';
import { DONE, serverWords } from './server-words.ts';
import { count, grouped } from './words.ts';

const STATUS_WORDS: Readonly<Record<GroupStatus, string>> = {
  done: 'done',
  'nothing-to-do': 'nothing to do',
  left: 'left as it is',
  refused: 'refused',
  failed: 'failed',
  'not-started': 'not started',
};

const TROUBLE: readonly GroupStatus[] = ['failed', 'refused', 'not-started'];

/** Markdown, text and JSON of an outcome. */
export function applyReport(outcome: Outcome, context: ReportContext): Report {
  const plans = outcome.groups.map((group) => ({ ...group.plan, findings: group.findings }));
  return assemble({
    kind: 'apply',
    key: context.key ?? '',
    verdict: applyVerdict(outcome),
    tone: tone(outcome),
    json: outcomeJson(outcome),
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
  if (outcome.groups.length > 0) yield table(outcome, context, detail);
  yield* folds(outcome, detail);
  yield footer('Apply', outcome.fingerprint, rerunNote(outcome), context);
}

function troubleBlocks(outcome: Outcome, detail: Detail): readonly Block[] {
  const troubled = TROUBLE.flatMap((status) => outcome.groups.filter((group) => group.status === status));
  if (troubled.length === 0) return [];
  const shown = troubled.slice(0, detail.sentences).map(trouble);
  const rest = troubled.length - shown.length;
  const lines = rest > 0 ? [...shown, line`and ${count('more group', rest)}: see the summary`] : shown;
  return [{ kind: 'alert', tone: 'caution', lines }];
}

/** What a scheduled run saw and did not touch. */
function leftBlocks({ groups }: Outcome, detail: Detail): readonly Block[] {
  const left = groups.filter(({ status }) => status === 'left');
  if (left.length === 0) return [];
  const shown = left.slice(0, detail.sentences).map(trouble);
  const rest = left.length - shown.length;
  const items = rest > 0 ? [...shown, line`and ${count('more group', rest)}: see the summary`] : shown;
  return [{ kind: 'list', items, numbered: false }];
}

function trouble(group: GroupOutcome): Line {
  const why: Line = group.message === '' ? [] : line`: ${quoted(group.message)}`;
  return line`${strong(`${group.name} ${STATUS_PREDICATE[group.status]}`)}${why}`;
}

const STATUS_PREDICATE: Readonly<Record<GroupStatus, string>> = {
  done: 'is done',
  'nothing-to-do': 'had nothing to do',
  left: 'is left as it is',
  refused: 'was refused',
  failed: 'failed',
  'not-started': 'was not started',
};

function table(outcome: Outcome, context: ReportContext, detail: Detail): Block {
  const shown = outcome.groups.filter((group) => group.status !== 'nothing-to-do');
  const idle = outcome.groups.length - shown.length;
  const rest = shown.length - Math.min(shown.length, detail.rows);
  const rows = shown
    .slice(0, detail.rows)
    .map((group): readonly Line[] => [
      stackLink(group.name, group.stackId, context),
      [STATUS_WORDS[group.status]],
      group.status === 'done' ? serverWords(group.plan.servers, DONE) : [],
      stepWords(group),
    ]);
  return {
    kind: 'table',
    head: [line`group`, line`result`, line`servers`, line`steps`],
    rows: [
      ...rows,
      ...(rest > 0 ? [[[`${grouped(rest)} more`], line`see the summary`, [], []]] : []),
      ...(idle > 0 ? [[[others(idle, shown.length)], line`nothing to do`, [], []]] : []),
    ],
  };
}

function others(idle: number, shown: number): string {
  return shown > 0 ? `${grouped(idle)} more` : count('group', idle);
}

/** `1 of 2`: steps done of those planned. */
function stepWords(group: GroupOutcome): Line {
  const done = group.steps.filter((step) => step.status === 'done').length;
  return group.plan.steps.length === 0 ? [] : line`${grouped(done)} of ${grouped(group.plan.steps.length)}`;
}

function* folds(outcome: Outcome, detail: Detail): Iterable<Block> {
  const all = outcome.groups.filter((group) => group.status !== 'nothing-to-do' || group.findings.length > 0);
  for (const group of all.slice(0, detail.folds)) {
    const fold = outcomeFold(group, detail);
    if (fold !== null) yield fold;
  }
}

function rerunNote(outcome: Outcome): readonly Line[] {
  const unfinished = outcome.groups.some((group) => TROUBLE.includes(group.status));
  return unfinished ? [line`run the same commit again to go on where it stopped`] : [];
}
