/** The folded part of a plan for one group: its diff, its servers, what apply sends, what was found. */
import type { Batch, Fate, GroupPlan, MemberPlan, ScalingGroupPlan, StepKind } from '../../model/plan.ts';
import type { ReportContext } from './context.ts';
import { costLine } from './cost-words.ts';
import type { Block, Line, Piece } from './document.ts';
import { code, join, line, link, paragraph, strong } from './document.ts';
import { fieldDiff } from './field-diff.ts';
import { findingLine } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { serverWords } from './server-words.ts';
import { BATCH_LEGEND, batchBar, batchScale } from './size-bar.ts';
import { boundsHeadline } from './size-effect.ts';
import { triggerBlocks } from './trigger-lines.ts';
import { count, grouped, names } from './words.ts';

const FATES: readonly (readonly [Fate, string])[] = [
  ['delete', 'deleted'],
  ['replace', 'replaced'],
  ['update', 'changed in place'],
  ['create', 'created'],
  ['keep', 'kept'],
];

const STEP_WORDS: Readonly<Record<StepKind, string>> = {
  create: 'creates the stack',
  'release-capacity': 'hands the size to the autoscaler',
  detour: 'makes room at the load balancer',
  shrink: 'sets the new bounds',
  update: 'updates the stack',
  delete: 'deletes the stack',
};

/** A fold alone in its report is open, unless its diff is longer than a screen. */
const OPEN_LINES = 24;

export interface FoldSetting {
  readonly context: ReportContext;
  /** The only fold of its report. */
  readonly alone: boolean;
}

/** null when there is nothing to say: an unchanged group without findings. */
export function groupFold(group: GroupPlan, detail: Detail, { context, alone }: FoldSetting): Block | null {
  const diff = diffBlocks(group, detail);
  const blocks = [
    ...diff,
    ...triggerBlocks(group.triggers),
    ...group.scalingGroups.flatMap((one) => memberBlocks(one, group, detail)),
    ...stepBlocks(group),
    ...costBlock(group),
    ...findingBlocks(group),
  ];
  if (blocks.length === 0) return null;
  const open = alone && diff.every((one) => one.kind !== 'diff' || one.lines.length <= OPEN_LINES);
  return {
    kind: 'fold',
    summary: headline(group, context),
    blocks,
    ...(open ? { open } : {}),
  };
}

function headline(group: GroupPlan, context: ReportContext): Line {
  const warnings = group.findings.filter(({ severity }) => severity === 'warn').length;
  const parts: readonly Line[] = [
    [strong(group.name)],
    shortly(group),
    [sourceLink(group.source, context)],
    ...(warnings > 0 ? [[`⚠ ${count('warning', warnings)}`]] : []),
  ];
  return join(parts, ' · ');
}

/** The line of the spec, as the commit that was planned has it. */
function sourceLink({ file, line: row }: GroupPlan['source'], { links }: ReportContext): Piece {
  const base = links?.source ?? null;
  if (base === null) return `${file}:${row}`;
  const path = file.split('/').map(encodeURIComponent).join('/');
  return link(`${file}:${row}`, `${base.replace(/\/+$/, '')}/${path}#L${row}`);
}

function shortly(group: GroupPlan): Line {
  if (group.action === 'no-op') return line`unchanged`;
  if (group.action === 'create' || group.action === 'delete') return [`${group.action}d`];
  const servers = { ...group.servers, keep: group.servers.update };
  const moves = [...boundsHeadline(group.size).map((one): Line => [one]), serverWords(servers)];
  const said = moves.filter((one) => one.length > 0);
  const changes = group.changes.filter((change) => change.action !== 'no-op');
  return said.length > 0 ? join(said, ' · ') : [count('change', changes.length)];
}

function diffBlocks(group: GroupPlan, detail: Detail): readonly Block[] {
  if (group.changes.every((change) => change.action === 'no-op')) return [];
  if (detail.diffLines === 0) {
    return [paragraph(line`${count('change', group.changes.length)}: see the summary.`)];
  }
  const limits = { maxLines: detail.diffLines, maxColumns: detail.columns };
  return [{ kind: 'diff', lines: fieldDiff(group.changes, limits) }];
}

function memberBlocks(one: ScalingGroupPlan, group: GroupPlan, detail: Detail): readonly Block[] {
  if (group.action === 'no-op') return [];
  const title: Line = group.scalingGroups.length > 1 ? line`${code(one.address)}: ` : [];
  const inBatches = one.batches.length > 1;
  const fates = FATES.map(([fate, word]) => {
    // The batches name them, in their order.
    const named = !(inBatches && (fate === 'replace' || fate === 'update'));
    return fateLine(one.members, fate, word, named ? detail.serverNames : 0);
  }).filter(isSaid);
  if (fates.length === 0) return [];
  const lists = fates.map((one, index) => (index === 0 ? line`${title}${one}` : one));
  return [{ kind: 'paragraph', lines: lists }, ...batchBlocks(one.batches, detail)];
}

function fateLine(members: readonly MemberPlan[], fate: Fate, word: string, maxNames: number): Line {
  const those = members.filter((member) => member.fate === fate);
  const named = those.map(memberName).filter((name) => name !== null);
  if (those.length === 0) return [];
  const head = line`${strong(grouped(those.length))} ${word}`;
  const hows = [...new Set(those.map((member) => member.how))].filter((how) => how !== '');
  const why = hows.length === 1 && fate !== 'create' ? ` (${hows[0] ?? ''})` : '';
  if (maxNames === 0 || named.length === 0) return line`${head}${why}`;
  return line`${head}${why}: ${hows.length > 1 ? eachWithHow(those, maxNames) : names(named, maxNames)}`;
}

function eachWithHow(members: readonly MemberPlan[], maxNames: number): Line {
  const shown = members
    .slice(0, maxNames)
    .map((member) => line`${code(memberName(member) ?? 'new')} (${member.how})`);
  const rest = members.length - shown.length;
  return join(rest > 0 ? [...shown, [`and ${grouped(rest)} more`]] : shown, ', ');
}

function memberName(member: MemberPlan): string | null {
  return member.server?.name ?? member.member;
}

function batchBlocks(batches: readonly Batch[], detail: Detail): readonly Block[] {
  if (batches.length < 2) return [];
  const scale = detail.bars ? batchScale(batches) : null;
  const most = Math.max(detail.serverNames, MIN_BATCHES);
  const shown = batches
    .slice(0, most)
    .map((batch, index): readonly Line[] => [
      [String(index + 1)],
      detail.serverNames > 0 && batch.servers.length > 0
        ? names(batch.servers, detail.serverNames)
        : [count('server', batch.servers.length)],
      inService(batch, scale),
    ]);
  const rest = batches.length - shown.length;
  const rows = rest > 0 ? [...shown, [[`${grouped(rest)} more`], [], []]] : shown;
  const table: Block = { kind: 'table', head: [line`batch`, line`goes`, line`in service meanwhile`], rows };
  return scale === null ? [table] : [table, { kind: 'legend', line: [BATCH_LEGEND] }];
}

/** Batches shown even where no server is named. */
const MIN_BATCHES = 20;

function inService(batch: Batch, scale: number | null): Line {
  const { running, inService: serving } = batch;
  const more = running === serving ? '' : ` (${grouped(running)} running)`;
  return line`${scale === null ? [] : [code(batchBar(batch, scale)), ' ']}${grouped(serving)}${more}`;
}

function stepBlocks(group: GroupPlan): readonly Block[] {
  if (group.steps.length === 0) return [];
  const items = group.steps.map(({ kind, why }) => {
    return line`${code(kind)}: ${why === '' ? STEP_WORDS[kind] : why}`;
  });
  const [only] = items;
  if (items.length === 1 && only !== undefined) return [paragraph(line`Apply sends ${only}`)];
  return [paragraph(line`Apply sends, one after the other:`), { kind: 'list', items, numbered: true }];
}

function costBlock(group: GroupPlan): readonly Block[] {
  const words = group.action === 'no-op' ? null : costLine(group.cost);
  return words === null ? [] : [paragraph(words)];
}

function findingBlocks(group: GroupPlan): readonly Block[] {
  if (group.findings.length === 0) return [];
  const items = group.findings.map(findingLine);
  return [{ kind: 'list', items, numbered: false }];
}

function isSaid(content: Line): boolean {
  return content.length > 0;
}
