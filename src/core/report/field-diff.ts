/** Draws the changes of a group as the lines of a diff. */
import { diffLines } from 'diff';
import { stringify } from 'yaml';
import type { Change, FieldChange } from '../../model/change.ts';
import type { Json } from '../../model/json.ts';
import type { DiffLine } from './document.ts';
import { clip } from './visible.ts';
import { count } from './words.ts';

export interface DiffLimits {
  readonly maxLines: number;
  readonly maxColumns: number;
}

const CONTEXT = 3;
/** Beyond these a line-by-line comparison is not worth its time: both texts are counted instead. */
const MAX_COMPARED_LINES = 4000;
const MAX_EDITS = 1000;

/** Lines for all changes; what is over `maxLines` is counted in a last line. */
export function fieldDiff(changes: readonly Change[], limits: DiffLimits): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  for (const change of changes.filter((one) => one.action !== 'no-op')) {
    lines.push({ mark: headlineMark(change), text: headline(change) });
    for (const field of change.fields) {
      // Enough is known once the limit is passed; the rest only adds to the count.
      if (lines.length <= limits.maxLines) lines.push(...fieldLines(field));
      else lines.push({ mark: ' ', text: field.path });
    }
  }
  return shortened(lines, limits);
}

/** What comes or goes as a whole is coloured as such. */
function headlineMark({ action, fields }: Change): DiffLine['mark'] {
  if (fields.length > 0) return '@';
  if (action === 'create') return '+';
  return action === 'delete' ? '-' : '@';
}

function headline(change: Change): string {
  const parts = [change.address, change.action, change.reason];
  if (change.confidence === 'predicted') parts.push('predicted: only Heat can tell');
  return parts.filter((part) => part !== '').join(' · ');
}

function shortened(lines: readonly DiffLine[], limits: DiffLimits): readonly DiffLine[] {
  const shown = lines
    .slice(0, limits.maxLines)
    .map((one) => ({ ...one, text: clip(one.text, limits.maxColumns) }));
  const hidden = lines.length - shown.length;
  return hidden > 0 ? [...shown, { mark: ' ', text: `… ${count('more line', hidden)}` }] : shown;
}

const drawn = new WeakMap<FieldChange, readonly DiffLine[]>();

/** Drawn once, though every level of detail asks for it. */
function fieldLines(field: FieldChange): readonly DiffLine[] {
  const lines = drawn.get(field) ?? drawField(field);
  drawn.set(field, lines);
  return lines;
}

function drawField(field: FieldChange): readonly DiffLine[] {
  const before = written(field.before);
  const after = written(field.after);
  if (before.length <= 1 && after.length <= 1) {
    return [...assignments('-', field.path, before), ...assignments('+', field.path, after)];
  }
  const body = compared(before, after).map((one) => ({ ...one, text: `    ${one.text}` }));
  return [{ mark: ' ', text: `  ${field.path}:` }, ...body];
}

function assignments(mark: '-' | '+', path: string, value: readonly string[]): readonly DiffLine[] {
  return value.map((text) => ({ mark, text: `  ${path}: ${text}` }));
}

/** A value as YAML; none for null, one line for what fits in one. */
function written(value: Json): readonly string[] {
  if (value === null) return [];
  if (typeof value === 'string' && value.includes('\n')) return value.replace(/\n$/, '').split('\n');
  const text = stringify(value, { lineWidth: 0, sortMapEntries: true, aliasDuplicateObjects: false });
  return text.replace(/\n$/, '').split('\n');
}

function compared(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  if (before.length + after.length > MAX_COMPARED_LINES) return counted(before, after);
  const parts = diffLines(`${before.join('\n')}\n`, `${after.join('\n')}\n`, { maxEditLength: MAX_EDITS });
  if (before.length === 0 || after.length === 0 || parts === undefined) {
    return [...marked('-', before), ...marked('+', after)];
  }
  return parts.flatMap((part, index) => {
    const lines = part.value.replace(/\n$/, '').split('\n');
    if (part.added) return marked('+', lines);
    if (part.removed) return marked('-', lines);
    return context(lines, index === 0, index === parts.length - 1);
  });
}

function counted(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  return [
    ...(before.length > 0 ? marked('-', [`(${count('line', before.length)})`]) : []),
    ...(after.length > 0 ? marked('+', [`(${count('line', after.length)})`]) : []),
  ];
}

function context(lines: readonly string[], first: boolean, last: boolean): readonly DiffLine[] {
  const head = first ? [] : lines.slice(0, CONTEXT);
  const tail = last ? [] : lines.slice(Math.max(head.length, lines.length - CONTEXT));
  const hidden = lines.length - head.length - tail.length;
  return [...marked(' ', head), ...(hidden > 0 ? marked(' ', ['…']) : []), ...marked(' ', tail)];
}

function marked(mark: DiffLine['mark'], lines: readonly string[]): readonly DiffLine[] {
  return lines.map((text) => ({ mark, text }));
}
