/** The table of a plan: one row for each group that changes, one for all others together. */
import type { GroupPlan, SizePlan } from '../../model/plan.ts';
import { capacityCell } from './capacity-words.ts';
import type { ReportContext } from './context.ts';
import { costCell, costTally } from './cost-words.ts';
import type { Block, Line } from './document.ts';
import { BREAK, code, line, strong } from './document.ts';
import type { Detail } from './fit.ts';
import { stackLink } from './horizon.ts';
import { serverWords, sumServers } from './server-words.ts';
import { SIZE_LEGEND, type Sizes, scaleOf, sizeBar } from './size-bar.ts';
import { count, grouped, known } from './words.ts';

const FEW = 10;

/** What the cells of a table share. */
interface Setting {
  readonly context: ReportContext;
  /** Characters a server; null = no bars. */
  readonly scale: number | null;
}

interface Column {
  readonly head: Line;
  readonly cell: (group: GroupPlan, setting: Setting) => Line;
  /** The cell of the row that stands for many groups. */
  readonly together: (groups: readonly GroupPlan[], words: string) => Line;
  /** Not there where no group has anything to say in it. */
  readonly tells?: (group: GroupPlan) => boolean;
}

const COLUMNS: readonly Column[] = [
  { head: line`min · now · max`, cell: sizeNow, together: () => [] },
  { head: line`after`, cell: sizeAfter, together: (_, words) => [words] },
  {
    head: line`servers`,
    cell: (group) => serverWords(group.servers),
    together: (groups) => serverWords(sumServers(groups.map((group) => group.servers))),
  },
  {
    head: line`vCPU at most`,
    cell: (group) => capacityCell(group.capacity),
    together: () => [],
    tells: (group) => capacityCell(group.capacity).length > 0,
  },
  {
    head: line`a month at most`,
    cell: (group) => costCell(group.cost),
    together: (groups) => costTally(groups),
    tells: (group) => group.cost !== null,
  },
];

/** At most `detail.rows` groups are shown by name. */
export function planTable(
  groups: readonly GroupPlan[],
  detail: Detail,
  context: ReportContext,
): readonly Block[] {
  const all = groups.filter((group) => group.action !== 'no-op');
  // A small repository in which nothing changes is shown as it stands.
  const changed = all.length === 0 && groups.length <= FEW ? groups : all;
  const unchanged = changed === groups ? [] : groups.filter((group) => group.action === 'no-op');
  const shown = changed.slice(0, detail.rows);
  const rest = changed.slice(shown.length);
  const columns = COLUMNS.filter(({ tells }) => tells === undefined || shown.some(tells));
  const setting: Setting = { context, scale: detail.bars ? scaleOf(shown) : null };
  const together = (those: readonly GroupPlan[], words: string): readonly (readonly Line[])[] =>
    those.length === 0
      ? []
      : [[[label(those, shown.length > 0)], ...columns.map((column) => column.together(those, words))]];
  const table: Block = {
    kind: 'table',
    head: [line`group`, ...columns.map(({ head }) => head)],
    rows: {
      *[Symbol.iterator]() {
        for (const group of shown) {
          const name = stackLink(group.name, group.stack.id, context);
          yield [name, ...columns.map(({ cell }) => cell(group, setting))];
        }
        yield* together(rest, 'see the summary');
        yield* together(unchanged, 'unchanged');
      },
    },
  };
  const drawn = setting.scale !== null && shown.some((group) => isDrawn(group, setting));
  return drawn ? [table, { kind: 'legend', line: [SIZE_LEGEND] }] : [table];
}

function label(groups: readonly GroupPlan[], more: boolean): string {
  return more ? `${grouped(groups.length)} more` : count('group', groups.length);
}

function isDrawn(group: GroupPlan, setting: Setting): boolean {
  return [...sizeNow(group, setting), ...sizeAfter(group, setting)].includes(BREAK);
}

function sizeNow(group: GroupPlan, { scale }: Setting): Line {
  if (group.action === 'create') return line`new`;
  if (hasNoSize(group)) return line`no group`;
  const { before, current } = group.size;
  const sizes = { min: before?.min ?? null, now: current, max: before?.max ?? null };
  return withBar(line`${known(sizes.min)} · ${strong(known(current))} · ${known(sizes.max)}`, sizes, scale);
}

function sizeAfter(group: GroupPlan, { scale }: Setting): Line {
  if (group.action === 'delete') return line`${strong('deleted')}`;
  if (hasNoSize(group)) return line`no group`;
  if (sameSize(group.size)) return line`unchanged`;
  const { min, max, after, current, before } = group.size;
  const words = line`${moved(min, before?.min)} · ${moved(after, current)} · ${moved(max, before?.max)}`;
  return withBar(words, { min, now: after, max }, scale);
}

/** What becomes another is strong. */
function moved(value: number | null, before: number | null | undefined): Line {
  return value === before ? [known(value)] : [strong(known(value))];
}

function withBar(words: Line, sizes: Sizes, scale: number | null): Line {
  const bar = scale === null ? null : sizeBar(sizes, scale);
  return bar === null || bar === '' ? words : [...words, BREAK, code(bar)];
}

function hasNoSize(group: GroupPlan): boolean {
  return group.scalingGroups.length === 0 && group.size.max === null;
}

function sameSize(size: SizePlan): boolean {
  const { before } = size;
  return before !== null && before.min === size.min && before.max === size.max && size.after === size.current;
}
