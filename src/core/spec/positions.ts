/** Looks up where a value stands: its own place, or that of what is around it. */
import type { Position } from '../../model/problem.ts';
import type { Positions } from '../../model/spec.ts';

/** The position at the pointer or, where none is known (values merged or aliased in), at the nearest above. */
export function positionOf(
  known: { readonly positions: Positions; readonly start?: Position; readonly source?: Position },
  pointer: string,
): Position {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const position = Object.hasOwn(known.positions, at) ? known.positions[at] : undefined;
    if (position !== undefined) return position;
  }
  return known.start ?? known.source ?? known.positions[''] ?? { file: '', line: 1, column: 1 };
}
