/** Says what a plan costs: a cell of the table, a line of a group's fold, the totals of all groups. */
import { type Amount, type GroupCost, MONTH_HOURS } from '../../model/cost.ts';
import type { GroupPlan } from '../../model/plan.ts';
import { hourWords, monthWords } from '../cost/cost-words.ts';
import { add } from '../cost/price-of.ts';
import type { Block, Line } from './document.ts';
import { code, join, line, strong } from './document.ts';
import { count } from './words.ts';

/** `120.00 → 180.00 EUR`: a month at the largest size; empty where there is no price list. */
export function costCell(cost: GroupCost | null): Line {
  if (cost === null) return [];
  return line`${moved(cost.before.max, cost.after.max, monthWords)} ${cost.currency}`;
}

/** The same for several groups together. */
export function costTally(groups: readonly GroupPlan[]): Line {
  const costs = groups.flatMap(({ cost }) => cost ?? []);
  const [first] = costs;
  if (first === undefined || costs.length < groups.length) return [];
  const most = (of: (cost: GroupCost) => Amount) => add(costs.map(of));
  return line`${moved(
    most(({ before }) => before.max),
    most(({ after }) => after.max),
    monthWords,
  )} ${first.currency}`;
}

/** `Costs in EUR a month (730 h): at min 60.00, …`; null where there is no price list. */
export function costLine(cost: GroupCost | null): Line | null {
  if (cost === null) return null;
  const of = (words: (amount: Amount) => string): Line =>
    join(
      (['min', 'now', 'max'] as const).map(
        (at) => line`${SIZE_WORDS[at]} ${moved(cost.before[at], cost.after[at], words)}`,
      ),
      ', ',
    );
  const unknown = cost.unknown.length === 0 ? '' : `; no price is known of ${cost.unknown.join(', ')}`;
  return line`Costs in ${cost.currency} a month (${MONTH_HOURS} h): ${of(monthWords)}; an hour: ${of(hourWords)}${unknown}`;
}

const SIZE_WORDS = { min: 'at min', now: 'now', max: 'at max' } as const;

/** What becomes another is strong. */
function moved(before: Amount, after: Amount, words: (amount: Amount) => string): Line {
  const [from, to] = [words(before), words(after)];
  if (from === to) return [to];
  return before.exact && before.atLeast === 0 ? [strong(to)] : line`${from} → ${strong(to)}`;
}

/** More teams than this share a row; each is in the JSON. */
const MOST_TEAMS = 10;

/** By team and together; a single group says it all by itself. */
export function costBlocks(groups: readonly GroupPlan[]): readonly Block[] {
  const costs = groups.flatMap(({ cost }) => cost ?? []);
  const [first] = costs;
  if (first === undefined || costs.length < 2) return [];
  const teams = [...new Set(costs.map(({ team }) => team))].sort(
    (a, b) => order(a) - order(b) || compare(a, b),
  );
  const shown = teams.slice(0, MOST_TEAMS);
  const row = (name: Line, those: readonly GroupCost[]): readonly Line[] => [
    name,
    ...(['min', 'now', 'max'] as const).map((at) =>
      moved(add(those.map(({ before }) => before[at])), add(those.map(({ after }) => after[at])), monthWords),
    ),
  ];
  const named = shown.map((team) =>
    row(
      team === null ? line`no team` : [code(team)],
      costs.filter((cost) => cost.team === team),
    ),
  );
  const others = costs.filter(({ team }) => !shown.includes(team));
  const more =
    others.length === 0 ? [] : [row(line`${count('more team', teams.length - shown.length)}`, others)];
  const head = [line`${first.currency} a month`, line`at min`, line`now`, line`at max`];
  const rows = teams.length === 1 ? named : [...named, ...more, row(line`all groups`, costs)];
  const all = add(costs.map(({ after }) => after.max));
  const summary = line`Cost of all groups at most: ${strong(`${monthWords(all)} ${first.currency}`)} a month`;
  return [{ kind: 'fold', summary, blocks: [{ kind: 'table', head, rows }] }];
}

/** Groups without a team come last. */
function order(team: string | null): number {
  return team === null ? 1 : 0;
}

function compare(a: string | null, b: string | null): number {
  return String(a) < String(b) ? -1 : 1;
}
