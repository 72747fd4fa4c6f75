/** The folded part of a plan for one group: its diff, its servers, what apply sends, what was found. */
import type { Batch, Fate, GroupPlan, MemberPlan, ScalingGroupPlan, StepKind } from '../../model/plan.ts';
import type { Block, Line } from './document.ts';
import { code, join, line, strong } from './document.ts';
import { fieldDiff } from './field-diff.ts';
import { findingLine } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { serverWords } from './server-words.ts';
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
  shrink: 'sets the new bounds',
  update: 'updates the stack',
  delete: 'deletes the stack',
};

const MAX_NAMES = 200;

/** null when there is nothing to say: an unchanged group without findings. */
export function groupFold(group: GroupPlan, detail: Detail): Block | null {
  const blocks = [
    ...diffBlocks(group, detail),
    ...triggerBlocks(group.triggers),
    ...group.scalingGroups.flatMap((one) => memberBlocks(one, group, detail)),
    ...stepBlocks(group),
    ...findingBlocks(group),
  ];
  return blocks.length === 0 ? null : { kind: 'fold', summary: headline(group), blocks };
}

function headline(group: GroupPlan): Line {
  const place = `${group.source.file}:${group.source.line}`;
  return join([[strong(group.name)], [place], shortly(group)], ' · ');
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
    const named = detail.serverNames && !(inBatches && (fate === 'replace' || fate === 'update'));
    return fateLine(one.members, fate, word, { ...detail, serverNames: named });
  }).filter(isSaid);
  if (fates.length === 0) return [];
  return [paragraph(line`${title}${join(fates, ' · ')}`), ...batchBlocks(one.batches, detail)];
}

function fateLine(members: readonly MemberPlan[], fate: Fate, word: string, detail: Detail): Line {
  const those = members.filter((member) => member.fate === fate);
  const named = those.map(memberName).filter((name) => name !== null);
  if (those.length === 0) return [];
  const head = line`${strong(grouped(those.length))} ${word}`;
  const hows = [...new Set(those.map((member) => member.how))].filter((how) => how !== '');
  const why = hows.length === 1 && fate !== 'create' ? ` (${hows[0] ?? ''})` : '';
  if (!detail.serverNames || named.length === 0) return line`${head}${why}`;
  return line`${head}${why}: ${hows.length > 1 ? eachWithHow(those) : names(named, MAX_NAMES)}`;
}

function eachWithHow(members: readonly MemberPlan[]): Line {
  return join(
    members.slice(0, MAX_NAMES).map((member) => line`${code(memberName(member) ?? 'new')} (${member.how})`),
    ', ',
  );
}

function memberName(member: MemberPlan): string | null {
  return member.server?.name ?? member.member;
}

function batchBlocks(batches: readonly Batch[], detail: Detail): readonly Block[] {
  if (batches.length < 2) return [];
  const rows = batches
    .slice(0, MAX_NAMES)
    .map((batch, index): readonly Line[] => [
      [String(index + 1)],
      detail.serverNames && batch.servers.length > 0
        ? names(batch.servers, MAX_NAMES)
        : [count('server', batch.servers.length)],
      inService(batch),
    ]);
  return [{ kind: 'table', head: [line`batch`, line`goes`, line`in service meanwhile`], rows }];
}

function inService(batch: Batch): Line {
  const running = batch.running === batch.inService ? '' : ` (${grouped(batch.running)} running)`;
  return line`${grouped(batch.inService)}${running}`;
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

function findingBlocks(group: GroupPlan): readonly Block[] {
  if (group.findings.length === 0) return [];
  const items = group.findings.map(findingLine);
  return [{ kind: 'list', items, numbered: false }];
}

function paragraph(content: Line): Block {
  return { kind: 'paragraph', lines: [content] };
}

function isSaid(content: Line): boolean {
  return content.length > 0;
}
