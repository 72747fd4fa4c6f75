/** Where the parts of an expression stand in the file that holds it. */
import type { Position } from '../../model/problem.ts';
import { linesOf, scalarContent } from '../spec/cloud-init/block-scalar.ts';

/** `start`: where the scalar begins. Text that is folded or escaped has only that one place. */
export function placeIn(
  text: string,
  start: Position,
  file: string,
): (line: number, column: number) => Position {
  const lines = linesOf(file);
  const written = (lines[start.line - 1] ?? '').slice(start.column - 1);
  const quote = /^['"]/.test(written) ? 1 : 0;
  if (written.slice(quote).startsWith(text)) {
    return (_, column) => ({ ...start, column: start.column + quote + column - 1 });
  }
  return scalarContent(text, start, lines).at;
}
