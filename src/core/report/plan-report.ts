/** Makes the report of a plan: effect first, danger second, then the table, then the rest folded. */
import type { GroupPlan, Plan } from '../../model/plan.ts';
import type { Report, ReportTone } from '../../model/report.ts';
import { findingAnnotations, problemAnnotations } from './annotations.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import { costBlocks } from './cost-words.ts';
import type { Block, Line } from './document.ts';
import { code, join, line } from './document.ts';
import { findingLine, problemBlocks, refusalBlocks } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { footer } from './footer.ts';
import { groupFold } from './group-fold.ts';
import { headRoomBlocks } from './head-room-blocks.ts';
import { ignoredBlocks, ignoredChanges } from './ignored-blocks.ts';
import { planNext } from './next.ts';
import { noticeBlocks } from './notices.ts';
import { dangers } from './plan-danger.ts';
import { effect, effectDetails } from './plan-effect.ts';
import { planJson } from './plan-json.ts';
import { planTable } from './plan-table.ts';
import { changedGroups, isRefused, planVerdict } from './plan-verdict.ts';
import { rulesBlocks } from './rules-blocks.ts';
import { count, grouped } from './words.ts';

/** Markdown, text and JSON of a plan. */
export function planReport(plan: Plan, context: ReportContext): Report {
  return assemble({
    kind: 'plan',
    key: context.key ?? '',
    verdict: planVerdict(plan),
    tone: tone(plan),
    json: () => planJson(plan),
    facts: {
      fingerprint: plan.fingerprint,
      groups: plan.groups.map(({ name, fingerprint }) => ({ name, fingerprint })),
      changes: changedGroups(plan).length > 0,
      refused: plan.groups.some(isRefused),
      counts: { ...plan.summary, ignored: plan.groups.reduce((sum, { ignored }) => sum + ignored.length, 0) },
    },
    annotations: [...problemAnnotations(plan.problems), ...findingAnnotations(plan.groups)],
    build: (detail) => build(plan, context, detail),
  });
}

function tone(plan: Plan): ReportTone {
  if (plan.problems.length > 0) return 'failed';
  if (plan.groups.some(isRefused)) return 'refused';
  return changedGroups(plan).length > 0 ? 'changes' : 'clean';
}

function* build(plan: Plan, context: ReportContext, detail: Detail): Iterable<Block> {
  yield* problemBlocks(plan.problems, detail);
  yield* rulesBlocks(context);
  yield* refusalBlocks(plan.groups, detail);
  yield* effectBlocks(plan, detail);
  yield* dangerBlocks(plan.groups, detail);
  if (plan.groups.length > 0) yield* planTable(plan.groups, detail, context);
  yield* headRoomBlocks(plan.headRoom, plan.hostRoom);
  yield* costBlocks(plan.groups);
  yield* folds(plan.groups, detail, context);
  yield* ignoredBlocks(ignoredChanges(plan.groups), detail);
  yield* unchangedBlocks(plan.groups, detail);
  const fingerprint = plan.groups.length > 0 ? plan.fingerprint : null;
  yield* noticeBlocks(context);
  yield* planNext({ tone: tone(plan), fingerprint }, context, detail);
  yield footer('plan', fingerprint, context);
}

/** A single change is the heading already, unless the heading says that it is refused. */
function effectBlocks(plan: Plan, detail: Detail): readonly Block[] {
  const changed = changedGroups(plan);
  const [only] = changed;
  if (only === undefined) return [];
  const said = changed.length === 1 && tone(plan) === 'changes';
  if (said) return paragraph(sentences(effectDetails(only)));
  const items = changed.slice(0, detail.sentences).map((group) => {
    return sentences([effect(group), ...effectDetails(group)]);
  });
  const rest = changed.length - items.length;
  const list: Block = { kind: 'list', numbered: false, items: [...items, ...more('group', rest)] };
  return tone(plan) === 'changes' ? [list] : [...paragraph(line`What was planned:`), list];
}

/** `One. Another.` */
function sentences(all: readonly Line[]): Line {
  return join(
    all.map((one) => line`${one}.`),
    ' ',
  );
}

function paragraph(content: Line): readonly Block[] {
  return content.length === 0 ? [] : [{ kind: 'paragraph', lines: [content] }];
}

function dangerBlocks(groups: readonly GroupPlan[], detail: Detail): readonly Block[] {
  // what is refused does not come about
  const allowed = groups.filter((group) => !isRefused(group));
  const { tone, lines, more: rest } = dangers(allowed, detail.sentences, detail.dangerNames);
  return lines.length === 0 ? [] : [{ kind: 'alert', tone, lines: [...lines, ...more('danger', rest)] }];
}

function* folds(groups: readonly GroupPlan[], detail: Detail, context: ReportContext): Iterable<Block> {
  const all = groups.filter((group) => group.action !== 'no-op' || hasTrouble(group));
  for (const group of all.slice(0, detail.folds)) {
    const fold = groupFold(group, detail, { context, alone: all.length === 1 });
    if (fold !== null) yield fold;
  }
  const rest = all.length - Math.min(all.length, detail.folds);
  if (rest > 0) yield* paragraph(line`Details of ${count('group', rest)}: see the summary.`);
}

function hasTrouble(group: GroupPlan): boolean {
  return group.findings.some((finding) => finding.severity !== 'info');
}

/** One line, with what there is to know about them folded behind it. */
function unchangedBlocks(groups: readonly GroupPlan[], detail: Detail): readonly Block[] {
  const unchanged = groups.filter((group) => group.action === 'no-op');
  if (!detail.unchangedNames || unchanged.length === 0) return [];
  const named = unchanged.map((group) => line`${code(group.name)} ${grouped(group.size.current)}`);
  const notes = unchanged
    .filter((group) => !hasTrouble(group))
    .flatMap((group) => group.findings.map((finding) => line`${code(group.name)} ${findingLine(finding)}`));
  if (unchanged.length === groups.length && notes.length === 0) return [];
  const blocks: readonly Block[] = [
    { kind: 'paragraph', lines: [join(named, ' · ')] },
    ...(notes.length > 0 ? [{ kind: 'list', items: notes, numbered: false } as const] : []),
  ];
  return [{ kind: 'fold', summary: line`${count('group', unchanged.length)} unchanged`, blocks }];
}

function more(noun: string, rest: number): readonly Line[] {
  return rest > 0 ? [line`and ${count(`more ${noun}`, rest)}: see the table and the summary`] : [];
}
