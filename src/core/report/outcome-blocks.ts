/** The parts of an outcome that several reports show: trouble, the table, what was left, the folds. */
import type { GroupOutcome, GroupStatus, Outcome } from '../../model/outcome.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { join, line, strong } from './document.ts';
import { quoted } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { stackLink } from './horizon.ts';
import { outcomeFold } from './outcome-fold.ts';
import { DONE, serverWords } from './server-words.ts';
import { boundsHeadline } from './size-effect.ts';
import { count, grouped } from './words.ts';

const STATUS_WORDS: Readonly<Record<GroupStatus, string>> = {
  done: '✅ done',
  'nothing-to-do': 'nothing to do',
  left: 'left as it is',
  refused: '⛔ refused',
  failed: '❌ failed',
  'not-started': '⏸️ not started',
};

const STATUS_PREDICATE: Readonly<Record<GroupStatus, string>> = {
  done: 'is done',
  'nothing-to-do': 'had nothing to do',
  left: 'is left as it is',
  refused: 'was refused',
  failed: 'failed',
  'not-started': 'was not started',
};

/** The worst first. */
const TROUBLE: readonly GroupStatus[] = ['failed', 'refused', 'not-started'];

export function isTroubled({ status }: GroupOutcome): boolean {
  return TROUBLE.includes(status);
}

export function troubleBlocks(outcome: Outcome, detail: Detail): readonly Block[] {
  const troubled = TROUBLE.flatMap((status) => outcome.groups.filter((group) => group.status === status));
  if (troubled.length === 0) return [];
  return [{ kind: 'alert', tone: 'caution', lines: reasons(troubled, detail) }];
}

/** What a scheduled run saw and did not touch. */
export function leftBlocks({ groups }: Outcome, detail: Detail): readonly Block[] {
  const left = groups.filter(({ status }) => status === 'left');
  return left.length === 0 ? [] : [{ kind: 'list', items: reasons(left, detail), numbered: false }];
}

/** `web: max 8 → 12 · kept 5`, for the groups that were changed. */
export function doneBlocks({ groups }: Outcome, most: number): readonly Block[] {
  const done = groups.filter(({ status }) => status === 'done');
  if (done.length === 0) return [];
  const shown = done.slice(0, most).map(doneLine);
  const rest = done.length - shown.length;
  const items = rest > 0 ? [...shown, line`and ${count('more group', rest)}`] : shown;
  return [{ kind: 'list', items, numbered: false }];
}

export function outcomeTable(outcome: Outcome, context: ReportContext, detail: Detail): readonly Block[] {
  if (outcome.groups.length === 0) return [];
  const told = outcome.groups.filter((group) => group.status !== 'nothing-to-do');
  const idle = outcome.groups.length - told.length;
  const shown = told.slice(0, detail.rows);
  const rest = told.length - shown.length;
  const table: Block = {
    kind: 'table',
    head: [line`group`, line`result`, line`servers`, line`steps`],
    rows: [
      ...shown.map((group) => row(group, context)),
      ...(rest > 0 ? [[[`${grouped(rest)} more`], line`see the summary`, [], []]] : []),
      ...(idle > 0 ? [[[others(idle, told.length)], line`nothing to do`, [], []]] : []),
    ],
  };
  return [table];
}

export function* outcomeFolds(outcome: Outcome, detail: Detail): Iterable<Block> {
  const all = outcome.groups.filter((group) => group.status !== 'nothing-to-do' || group.findings.length > 0);
  for (const group of all.slice(0, detail.folds)) {
    const fold = outcomeFold(group, detail);
    if (fold !== null) yield fold;
  }
}

function reasons(groups: readonly GroupOutcome[], detail: Detail): readonly Line[] {
  const shown = groups.slice(0, detail.sentences).map(reason);
  const rest = groups.length - shown.length;
  return rest > 0 ? [...shown, line`and ${count('more group', rest)}: see the summary`] : shown;
}

function reason(group: GroupOutcome): Line {
  const why: Line = group.message === '' ? [] : line`: ${quoted(group.message)}`;
  return line`${strong(`${group.name} ${STATUS_PREDICATE[group.status]}`)}${why}`;
}

function doneLine({ name, plan }: GroupOutcome): Line {
  const bounds = boundsHeadline(plan.size).map((one): Line => [one]);
  const parts = [...bounds, serverWords(plan.servers, DONE)].filter((one) => one.length > 0);
  return parts.length === 0 ? [strong(name)] : line`${strong(name)}: ${join(parts, ' · ')}`;
}

function row(group: GroupOutcome, context: ReportContext): readonly Line[] {
  return [
    stackLink(group.name, group.stackId, context),
    [STATUS_WORDS[group.status]],
    group.status === 'done' ? serverWords(group.plan.servers, DONE) : [],
    stepWords(group),
  ];
}

function others(idle: number, shown: number): string {
  return shown > 0 ? `${grouped(idle)} more` : count('group', idle);
}

/** `1 of 2`: steps done of those planned. */
function stepWords(group: GroupOutcome): Line {
  const done = group.steps.filter((step) => step.status === 'done').length;
  return group.plan.steps.length === 0 ? [] : line`${grouped(done)} of ${grouped(group.plan.steps.length)}`;
}
