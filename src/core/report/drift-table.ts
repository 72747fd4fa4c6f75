/** The table of what differs: one row for each finding, the worst first. */
import type { DriftItem, DriftSeverity } from '../../model/drift.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { line, link } from './document.ts';
import { quoted, SEVERITY_MARKS } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { horizonPage } from './horizon.ts';
import { count } from './words.ts';

const WHAT: Line = line`what`;
const REPOSITORY: Line = line`in the repository`;
const CLOUD: Line = line`in the cloud`;
const SINCE: Line = line`since`;
const WAY_OUT: Line = line`way out`;

/** Who can't scale comes first, then by how bad it is; equal ones stay as they were found. */
export function inOrder(items: readonly DriftItem[]): readonly DriftItem[] {
  return items.toSorted((a, b) => rank(a) - rank(b));
}

const RANKS: Readonly<Record<DriftSeverity, number>> = { error: 1, warn: 2, info: 3 };

function rank({ severity, cannotScale }: DriftItem): number {
  return cannotScale ? 0 : RANKS[severity];
}

export function driftTable(items: readonly DriftItem[], context: ReportContext, detail: Detail): Block {
  const dated = items.some((item) => sinceWords(item) !== '');
  const rows = items
    .slice(0, detail.rows)
    .map((item): readonly Line[] => [
      whatWords(item, context),
      [item.repository],
      [item.cloud],
      ...(dated ? [[sinceWords(item)]] : []),
      quoted(item.remedy),
    ]);
  const rest = items.length - rows.length;
  const blank: readonly Line[] = dated ? [[], [], [], []] : [[], [], []];
  return {
    kind: 'table',
    head: dated ? [WHAT, REPOSITORY, CLOUD, SINCE, WAY_OUT] : [WHAT, REPOSITORY, CLOUD, WAY_OUT],
    rows: rest > 0 ? [...rows, [[count('more difference', rest)], ...blank]] : rows,
  };
}

function whatWords({ severity, subject, about }: DriftItem, context: ReportContext): Line {
  const href = horizonPage(about, context);
  return line`${SEVERITY_MARKS[severity]} ${href === null ? quoted(subject) : link(subject, href)}`;
}

/** `2026-11-26 00:15 UTC, stop by user 16aa…`. */
export function sinceWords({ since, through }: DriftItem): string {
  const time = since === null ? '' : minuteOf(since);
  return [time, through].filter((part) => part !== '').join(', ');
}

function minuteOf(time: string): string {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(time) ?? [];
  return day === undefined ? time : `${day} ${minute} UTC`;
}
