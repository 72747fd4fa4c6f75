/** Finds where the lines of a literal block (`key: |`) stand in the file that holds it. */
import type { Position } from '../../../model/problem.ts';
import { type Content, derived } from './content.ts';

/** `start`: where the scalar begins among the lines. Text that is written otherwise has only that one place. */
export function scalarContent(text: string, start: Position, lines: readonly string[]): Content {
  const header = (lines[start.line - 1] ?? '').slice(start.column - 1);
  if (!/^\|[-+1-9]{0,2}(?:\s|$)/.test(header)) return derived(start, text);
  const indent = indentOf(text.split('\n'), (index) => lines[start.line + index] ?? '');
  if (indent === null) return derived(start, text);
  return {
    text,
    at: (line, column) => ({ file: start.file, line: start.line + line, column: column + indent }),
  };
}

export function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

/** null when the lines are not those of the text, so that no place is ever guessed. */
function indentOf(text: readonly string[], written: (index: number) => string): number | null {
  const first = text.findIndex((line) => line.trim() !== '');
  const indent = written(first).length - (text[first] ?? '').length;
  if (first < 0 || indent < 1) return null;
  const same = text.every((line, index) => line === '' || written(index).slice(indent) === line);
  return same ? indent : null;
}
