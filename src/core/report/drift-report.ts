/** Makes the report of a drift check: what differs, what does not count, what could not be checked. */
import type { Drift, DriftItem, GroupDrift } from '../../model/drift.ts';
import type { Severity } from '../../model/problem.ts';
import type { Annotation, Report, ReportTone } from '../../model/report.ts';
import { adoptionBlocks } from './adoption-blocks.ts';
import { problemAnnotations } from './annotations.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { code, join, line, paragraph, strong } from './document.ts';
import { fixedBlocks, leftBlocks } from './drift-fixed.ts';
import { driftJson } from './drift-json.ts';
import { driftTable, inOrder } from './drift-table.ts';
import { driftVerdict } from './drift-verdict.ts';
import { problemBlocks, quoted } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { footer } from './footer.ts';
import { stackLink, stackSubject } from './horizon.ts';
import { type IgnoredLine, ignoredBlocks } from './ignored-blocks.ts';
import { noticeBlocks } from './notices.ts';
import { count } from './words.ts';

/** Markdown, text and JSON of a drift check. */
export function driftReport(drift: Drift, context: ReportContext): Report {
  return assemble({
    kind: 'drift',
    key: context.key ?? '',
    verdict: driftVerdict(drift),
    tone: tone(drift),
    json: () => driftJson(drift),
    facts: {
      fingerprint: null,
      groups: [],
      changes:
        drift.strays.length > 0 ||
        drift.groups.some(({ status, fixed }) => status === 'drifted' || fixed.length > 0),
      refused: false,
      counts: counts(drift),
    },
    annotations: [...problemAnnotations(drift.problems), ...drift.groups.flatMap(annotations)],
    build: (detail) => build(drift, context, detail),
  });
}

function tone(drift: Drift): ReportTone {
  const has = (status: GroupDrift['status']) => drift.groups.some((group) => group.status === status);
  if (drift.problems.length > 0 || has('unchecked') || has('in-progress')) return 'failed';
  return has('drifted') || drift.strays.length > 0 ? 'changes' : 'clean';
}

function counts(drift: Drift): Readonly<Record<string, number>> {
  const number = (status: GroupDrift['status']) => drift.groups.filter((one) => one.status === status).length;
  return {
    clean: number('clean'),
    drifted: number('drifted'),
    'in-progress': number('in-progress'),
    unchecked: number('unchecked'),
    'cannot-scale': drift.groups.filter(({ items }) => items.some(({ cannotScale }) => cannotScale)).length,
    fixed: drift.groups.reduce((sum, { fixed }) => sum + fixed.length, 0),
    strays: drift.strays.length,
    ignored: drift.groups.reduce((sum, { ignored }) => sum + ignored.length, 0),
  };
}

function annotations(group: GroupDrift): readonly Annotation[] {
  return group.items.map((item) => ({
    ...group.source,
    severity: ANNOTATED[item.severity],
    title: `${group.name}: ${item.kind}`,
    message: `${item.subject}: ${item.repository} in the repository, ${item.cloud} in the cloud`,
  }));
}

/** An error of the cloud's is no error of the run's. */
const ANNOTATED: Readonly<Record<DriftItem['severity'], Severity>> = {
  error: 'warn',
  warn: 'warn',
  info: 'info',
};

function* build(drift: Drift, context: ReportContext, detail: Detail): Iterable<Block> {
  const withStatus = (status: GroupDrift['status']) =>
    drift.groups.filter((group) => group.status === status);
  yield* problemBlocks(drift.problems, detail);
  yield* uncheckedBlocks(withStatus('unchecked'), detail);
  const shown = Math.max(detail.folds, detail.sentences);
  const drifted = withStatus('drifted');
  for (const group of drifted.slice(0, shown)) yield* groupBlocks(group, drift, context, detail);
  if (drifted.length > shown) {
    yield paragraph(line`and ${count('more group', drifted.length - shown)} that differ: see the summary`);
  }
  yield* strayBlocks(drift.strays, context, detail);
  yield* adoptionBlocks(drift.adoptions, detail);
  yield* fixedBlocks(withStatus('clean'), detail);
  yield* quietBlocks(withStatus('in-progress'), withStatus('clean'), detail);
  yield* noticeBlocks(context);
  yield footer('drift', null, context);
}

/** Unknown is never shown as clean. */
function uncheckedBlocks(groups: readonly GroupDrift[], detail: Detail): readonly Block[] {
  if (groups.length === 0) return [];
  const shown = groups.slice(0, detail.sentences).map((group) => {
    const headline = strong(`${group.name} could not be checked`);
    return group.message === '' ? [headline] : line`${headline}: ${quoted(group.message)}`;
  });
  const rest = groups.length - shown.length;
  const lines = rest > 0 ? [...shown, line`and ${count('more group', rest)}`] : shown;
  return [{ kind: 'alert', tone: 'caution', lines }];
}

function groupBlocks(
  group: GroupDrift,
  drift: Drift,
  context: ReportContext,
  detail: Detail,
): readonly Block[] {
  return [
    ...headlineBlocks(group, drift, context),
    ...deafBlocks(group),
    driftTable(inOrder(group.items), context, detail),
    ...leftBlocks(group.items, detail),
    ...fixedBlocks([group], detail),
    ...notDriftBlocks(group, detail),
    ...ignoredBlocks(ignoredIn([group]), detail),
  ];
}

/** The one thing that must not wait for the morning. */
function deafBlocks({ name, items }: GroupDrift): readonly Block[] {
  if (!items.some(({ cannotScale }) => cannotScale)) return [];
  return [{ kind: 'alert', tone: 'caution', lines: [line`${strong(name)} cannot scale any more`] }];
}

function strayBlocks(strays: readonly DriftItem[], context: ReportContext, detail: Detail): readonly Block[] {
  if (strays.length === 0) return [];
  return [paragraph(line`${strong('Beside the specs')}`), driftTable(inOrder(strays), context, detail)];
}

/** The verdict names the only group, but is no place for the link to its stack. */
function headlineBlocks(group: GroupDrift, { groups }: Drift, context: ReportContext): readonly Block[] {
  const isLinked = stackLink(group.name, group.stackId, context)[0] !== group.name;
  if (groups.length === 1 && !isLinked) return [];
  const place = `${group.source.file}:${group.source.line}`;
  const differences = count('difference', group.items.length);
  return [paragraph(line`${stackSubject(group, context)} · ${place} · ${differences}`)];
}

function notDriftBlocks(group: GroupDrift, detail: Detail): readonly Block[] {
  if (group.notDrift.length === 0) return [];
  const all = group.notDrift.slice(0, detail.rows);
  return [paragraph(line`Not drift: ${all.join('; ')}`)];
}

function ignoredIn(groups: readonly GroupDrift[]): readonly IgnoredLine[] {
  return groups.flatMap(({ name, ignored }) =>
    ignored.map(({ subject, reason, expires }) => ({ name, what: [subject], reason, expires })),
  );
}

function quietBlocks(
  busy: readonly GroupDrift[],
  clean: readonly GroupDrift[],
  detail: Detail,
): readonly Block[] {
  const busyLines = busy.slice(0, detail.rows).map((group) => {
    return line`${strong(group.name)} is being changed right now: ${quoted(group.message)}`;
  });
  const own = clean.filter((group) => group.notDrift.length > 0).slice(0, detail.rows);
  const ownLines = own.map((group) => {
    return line`${strong(group.name)} is clean; not drift: ${group.notDrift.join('; ')}`;
  });
  const lines = [...busyLines, ...(detail.unchangedNames ? ownLines : [])];
  const list: readonly Block[] = lines.length === 0 ? [] : [{ kind: 'list', items: lines, numbered: false }];
  return [...list, ...ignoredBlocks(ignoredIn(clean), detail), ...cleanBlocks(clean, detail)];
}

function cleanBlocks(clean: readonly GroupDrift[], detail: Detail): readonly Block[] {
  const silent = clean.filter((group) => group.notDrift.length === 0);
  if (silent.length === 0 || !detail.unchangedNames) return [];
  const named = join(
    silent.map((group): Line => [code(group.name)]),
    ' ',
  );
  return [{ kind: 'fold', summary: [`${count('group', silent.length)} clean`], blocks: [paragraph(named)] }];
}
