/** The table of a plan: one row for each group that changes, one for all others together. */
import type { GroupPlan, ServerCounts, SizePlan } from '../../model/plan.ts';
import type { ReportContext } from './context.ts';
import type { Block, Line } from './document.ts';
import { join, line, link, strong } from './document.ts';
import { count, grouped, known } from './words.ts';

const HEAD: readonly Line[] = [line`group`, line`min · now · max`, line`after`, line`servers`];

/** At most `maxRows` changed groups are shown by name. */
export function planTable(groups: readonly GroupPlan[], maxRows: number, context: ReportContext): Block {
  const changed = groups.filter((group) => group.action !== 'no-op');
  const unchanged = groups.filter((group) => group.action === 'no-op');
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
  return [[label], [], [words], serverWords(sum(groups.map((group) => group.servers)))];
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

/** `keep 5, replace 4`; counts of 0 are left out. */
export function serverWords(servers: ServerCounts): Line {
  const parts: readonly Line[] = [
    ...(servers.keep > servers.update ? [line`keep ${grouped(servers.keep - servers.update)}`] : []),
    ...(servers.update > 0 ? [line`change ${grouped(servers.update)} in place`] : []),
    ...(servers.create > 0 ? [line`create ${grouped(servers.create)}`] : []),
    ...(servers.replace > 0 ? [[strong(`replace ${grouped(servers.replace)}`)]] : []),
    ...(servers.delete > 0 ? [[strong(`delete ${grouped(servers.delete)}`)]] : []),
  ];
  return join(parts, ', ');
}

function sum(all: readonly ServerCounts[]): ServerCounts {
  const total = (key: keyof ServerCounts) => all.reduce((so_far, one) => so_far + one[key], 0);
  return {
    keep: total('keep'),
    update: total('update'),
    create: total('create'),
    replace: total('replace'),
    delete: total('delete'),
  };
}
