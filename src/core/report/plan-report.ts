/** Makes the report of a plan: effect first, danger second, then the table, then the rest folded. */
import type { GroupPlan, Plan } from '../../model/plan.ts';
import type { Report, ReportTone } from '../../model/report.ts';
import { findingAnnotations, problemAnnotations } from './annotations.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { code, join, line } from './document.ts';
import { findingLine, problemBlocks, refusalBlocks } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { footer } from './footer.ts';
import { groupFold } from './group-fold.ts';
import { dangers } from './plan-danger.ts';
import { effect } from './plan-effect.ts';
import { planJson } from './plan-json.ts';
import { planTable } from './plan-table.ts';
import { changedGroups, isRefused, planVerdict } from './plan-verdict.ts';
import { count, grouped } from './words.ts';

const APPROVAL = 'apply plans again after the merge; with `approval: required` it does this or refuses';

/** Markdown, text and JSON of a plan. */
export function planReport(plan: Plan, context: ReportContext): Report {
  return assemble({
    kind: 'plan',
    key: context.key ?? '',
    verdict: planVerdict(plan),
    tone: tone(plan),
    json: planJson(plan),
    facts: {
      fingerprint: plan.fingerprint,
      groups: plan.groups.map(({ name, fingerprint }) => ({ name, fingerprint })),
      changes: changedGroups(plan).length > 0,
      refused: plan.groups.some(isRefused),
      counts: { ...plan.summary },
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
  yield* refusalBlocks(plan.groups, detail);
  yield* effectBlocks(plan, detail);
  yield* dangerBlocks(plan.groups, detail);
  if (plan.groups.length > 0) yield planTable(plan.groups, detail.rows, context);
  yield* folds(plan.groups, detail);
  yield* unchangedBlocks(plan.groups, detail);
  yield footer('Plan', plan.groups.length > 0 ? plan.fingerprint : null, notes(plan, context), context);
}

/** Only a plan of a commit can be approved by merging it. */
function notes(plan: Plan, context: ReportContext): readonly Line[] {
  const commit = context.commit ?? null;
  return tone(plan) === 'changes' && commit !== null ? [[APPROVAL]] : [];
}

/** A single change is the heading already, unless the heading says that it is refused. */
function effectBlocks(plan: Plan, detail: Detail): readonly Block[] {
  const changed = changedGroups(plan);
  const said = changed.length === 1 && tone(plan) === 'changes';
  if (changed.length === 0 || said) return [];
  const items = changed.slice(0, detail.sentences).map((group) => line`${effect(group)}.`);
  const rest = changed.length - items.length;
  const list: Block = { kind: 'list', numbered: false, items: [...items, ...more('group', rest)] };
  return tone(plan) === 'changes' ? [list] : [{ kind: 'paragraph', lines: [line`What was planned:`] }, list];
}

function dangerBlocks(groups: readonly GroupPlan[], detail: Detail): readonly Block[] {
  const { lines, more: rest } = dangers(groups, detail.sentences, detail.dangerNames);
  return lines.length === 0
    ? []
    : [{ kind: 'alert', tone: 'warning', lines: [...lines, ...more('danger', rest)] }];
}

function* folds(groups: readonly GroupPlan[], detail: Detail): Iterable<Block> {
  const all = groups.filter((group) => group.action !== 'no-op' || hasTrouble(group));
  for (const group of all.slice(0, detail.folds)) {
    const fold = groupFold(group, detail);
    if (fold !== null) yield fold;
  }
  const rest = all.length - Math.min(all.length, detail.folds);
  if (rest > 0)
    yield { kind: 'paragraph', lines: [line`Details of ${count('group', rest)}: see the summary.`] };
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
