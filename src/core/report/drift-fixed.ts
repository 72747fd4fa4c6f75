/** What `drift --fix` put right, and why it left the rest. */
import type { DriftItem, GroupDrift } from '../../model/drift.ts';
import type { Block, Line } from './document.ts';
import { code, join, line, paragraph, strong } from './document.ts';
import { sinceWords } from './drift-table.ts';
import { quoted } from './finding-line.ts';
import type { Detail } from './fit.ts';
import { grouped } from './words.ts';

export function fixedBlocks(groups: readonly GroupDrift[], detail: Detail): readonly Block[] {
  const all = groups.flatMap(({ name, fixed }) => fixed.map((item) => ({ name, item })));
  if (all.length === 0) return [];
  const items = all.slice(0, detail.rows).map(({ name, item }) => line`${strong(name)} ${fixedLine(item)}`);
  const rest = all.length - items.length;
  const shown = rest > 0 ? [...items, line`and ${grouped(rest)} more`] : items;
  return [
    paragraph(line`${strong('Put right')} by this run:`),
    { kind: 'list', items: shown, numbered: false },
  ];
}

/** `alarm cpu-high: disabled → enabled (2026-11-26 00:15 UTC, rule change by user 16aa…)`. */
export function fixedLine(item: DriftItem): Line {
  const since = sinceWords(item);
  const when = since === '' ? '' : ` (${since})`;
  return line`${quoted(item.subject)}: ${item.cloud} → ${item.repository}${when}`;
}

/** Each reason once, with what it is about. */
export function leftBlocks(items: readonly DriftItem[], detail: Detail): readonly Block[] {
  const reasons = [...new Set(items.map(({ left }) => left))].filter((left) => left !== '');
  if (reasons.length === 0) return [];
  const lines = reasons.slice(0, detail.rows).map((reason): Line => {
    const about = items.filter(({ left }) => left === reason);
    const named = join(
      about.slice(0, NAMED).map(({ subject }) => quoted(subject)),
      ', ',
    );
    const more = about.length > NAMED ? ` and ${grouped(about.length - NAMED)} more` : '';
    return line`${named}${more}: ${quoted(reason)}`;
  });
  return [
    paragraph(line`${strong('Left')} by ${code('--fix')}:`),
    { kind: 'list', items: lines, numbered: false },
  ];
}

const NAMED = 3;
