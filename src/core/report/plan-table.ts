/** The table of a plan: one row for each group that changes, one for all others together. */
import type { GroupPlan, SizePlan } from '../../model/plan.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { line, link, strong } from './document.ts';
import { serverWords, sumServers } from './server-words.ts';
import { count, grouped, known } from './words.ts';

const FEW = 10;
const HEAD: readonly Line[] = [line`group`, line`min · now · max`, line`after`, line`servers`];

/** At most `maxRows` groups are shown by name. */
export function planTable(groups: readonly GroupPlan[], maxRows: number, context: ReportContext): Block {
  const all = groups.filter((group) => group.action !== 'no-op');
  // A small repository in which nothing changes is shown as it stands.
  const changed = all.length === 0 && groups.length <= FEW ? groups : all;
  const unchanged = changed === groups ? [] : groups.filter((group) => group.action === 'no-op');
  const rest = changed.slice(maxRows);
  return {
    kind: 'table',
    head: HEAD,
    rows: [
      ...changed.slice(0, maxRows).map((group) => row(group, context)),
      ...(rest.length > 0 ? [together(rest, 'see the summary', changed.length > rest.length)] : []),
      ...(unchanged.length > 0 ? [together(unchanged, 'unchanged', changed.length > 0)] : []),
    ],
  };
}

/** Where Horizon shows a stack (heat-dashboard `content/stacks/urls.py`). */
export function stackLink(name: string, id: string | null, context: ReportContext): Line {
  const horizon = context.links?.horizon ?? null;
  if (horizon === null || id === null) return [name];
  return [link(name, `${horizon.replace(/\/+$/, '')}/project/stacks/stack/${encodeURIComponent(id)}/`)];
}

function row(group: GroupPlan, context: ReportContext): readonly Line[] {
  return [
    stackLink(group.name, group.stack.id, context),
    sizeNow(group),
    sizeAfter(group),
    serverWords(group.servers),
  ];
}

function together(groups: readonly GroupPlan[], words: string, more: boolean): readonly Line[] {
  const label = more ? `${grouped(groups.length)} more` : count('group', groups.length);
  return [[label], [], [words], serverWords(sumServers(groups.map((group) => group.servers)))];
}

function sizeNow(group: GroupPlan): Line {
  if (group.action === 'create') return line`new`;
  if (hasNoSize(group)) return line`no group`;
  const { before, current } = group.size;
  return bounds(before?.min ?? null, current, before?.max ?? null);
}

function sizeAfter(group: GroupPlan): Line {
  if (group.action === 'delete') return line`deleted`;
  if (hasNoSize(group)) return line`no group`;
  return sameSize(group.size) ? line`unchanged` : bounds(group.size.min, group.size.after, group.size.max);
}

function bounds(min: number | null, now: number | null, max: number | null): Line {
  return line`${known(min)} · ${strong(known(now))} · ${known(max)}`;
}

function hasNoSize(group: GroupPlan): boolean {
  return group.scalingGroups.length === 0 && group.size.max === null;
}

function sameSize(size: SizePlan): boolean {
  const { before } = size;
  return before !== null && before.min === size.min && before.max === size.max && size.after === size.current;
}
