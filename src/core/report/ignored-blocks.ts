/** What rules of the settings leave alone: counted and shown, so that no rule is forgotten. */
import type { IgnoredChange } from '../../model/plan.ts';
import type { Block, Line } from './document.ts';
import { code, line, strong } from './document.ts';
import type { Detail } from './fit.ts';
import { count } from './words.ts';

export interface IgnoredLine {
  readonly name: string;
  /** What differs, and what is so, if that is known. */
  readonly what: Line;
  readonly reason: string;
  readonly expires: string;
}

export function ignoredBlocks(all: readonly IgnoredLine[], detail: Detail): readonly Block[] {
  if (all.length === 0) return [];
  const shown = all
    .slice(0, detail.rows)
    .map(({ name, what, reason, expires }) => line`${strong(name)} ${what}: ${reason} (until ${expires})`);
  const rest = all.length - shown.length;
  const items = rest > 0 ? [...shown, line`and ${count('more difference', rest)}: see the summary`] : shown;
  return [
    {
      kind: 'fold',
      summary: [`${count('difference', all.length)} ignored by the settings`],
      blocks: [{ kind: 'list', items, numbered: false }],
    },
  ];
}

export function ignoredChanges(
  groups: readonly { readonly name: string; readonly ignored: readonly IgnoredChange[] }[],
): readonly IgnoredLine[] {
  return groups.flatMap(({ name, ignored }) =>
    ignored.map(({ path, live, declared, reason, expires }) => ({
      name,
      what: line`${path} stays ${value(live)} (spec: ${value(declared)})`,
      reason,
      expires,
    })),
  );
}

/** `, but for 2 ignored differences`; empty where nothing is ignored. */
export function butIgnored(groups: readonly { readonly ignored: readonly IgnoredChange[] }[]): Line {
  const number = groups.reduce((sum, { ignored }) => sum + ignored.length, 0);
  return number === 0 ? [] : line`, but for ${count('ignored difference', number)}`;
}

function value(one: IgnoredChange['live']): Line {
  if (one === null) return ['absent'];
  return [code(typeof one === 'string' ? one : JSON.stringify(one))];
}
