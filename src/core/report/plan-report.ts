/** Makes the report of a plan: effect first, danger second, then the table, then the rest folded. */
import type { GroupPlan, Plan } from '../../model/plan.ts';
import type { Report, ReportTone } from '../../model/report.ts';
import { findingAnnotations, problemAnnotations } from './annotations.ts';
import { assemble } from './assemble.ts';
import type { ReportContext } from './context.ts';
import type { Block, Document, Line } from './document.ts';
import { code, join, line } from './document.ts';
import { problemBlocks, refusalBlocks } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { footer } from './footer.ts';
import { groupFold } from './group-fold.ts';
import { dangers } from './plan-danger.ts';
import { effect } from './plan-effect.ts';
import { planJson } from './plan-json.ts';
import { planTable } from './plan-table.ts';
import { changedGroups, isRefused, planVerdict } from './plan-verdict.ts';
import { count, grouped } from './words.ts';

const APPROVAL = 'merging approves exactly this, anything more is refused';

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

function build(plan: Plan, context: ReportContext, detail: Detail): Document {
  return [
    ...problemBlocks(plan.problems, detail),
    ...refusalBlocks(plan.groups, detail),
    ...effectBlocks(plan, detail),
    ...dangerBlocks(plan.groups, detail),
    ...(plan.groups.length > 0 ? [planTable(plan.groups, detail.rows, context)] : []),
    ...folds(plan.groups, detail),
    ...unchangedBlocks(plan.groups, detail),
    footer('Plan', plan.groups.length > 0 ? plan.fingerprint : null, notes(plan, context), context),
  ];
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
  const all = dangers(groups, detail.dangerNames);
  if (all.length === 0) return [];
  const shown = all.slice(0, detail.sentences);
  return [
    { kind: 'alert', tone: 'warning', lines: [...shown, ...more('danger', all.length - shown.length)] },
  ];
}

function folds(groups: readonly GroupPlan[], detail: Detail): readonly Block[] {
  const all = groups.filter((group) => group.action !== 'no-op' || group.findings.length > 0);
  const shown = all.slice(0, detail.folds).flatMap((group) => groupFold(group, detail) ?? []);
  const rest = all.length - Math.min(all.length, detail.folds);
  if (rest === 0) return shown;
  return [
    ...shown,
    { kind: 'paragraph', lines: [line`Details of ${count('group', rest)}: see the summary.`] },
  ];
}

function unchangedBlocks(groups: readonly GroupPlan[], detail: Detail): readonly Block[] {
  const unchanged = groups.filter((group) => group.action === 'no-op');
  if (!detail.unchangedNames || unchanged.length === 0 || unchanged.length === groups.length) return [];
  const named = unchanged.map((group) => line`${code(group.name)} ${grouped(group.size.current)}`);
  const summary = line`${count('group', unchanged.length)} unchanged`;
  return [{ kind: 'fold', summary, blocks: [{ kind: 'paragraph', lines: [join(named, ' · ')] }] }];
}

function more(noun: string, rest: number): readonly Line[] {
  return rest > 0 ? [line`and ${count(`more ${noun}`, rest)}: see the table and the summary`] : [];
}
