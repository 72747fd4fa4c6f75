/** Where a key of a template stands, whether it has its own file or is written inline. */
import type { Position } from '../../model/problem.ts';
import { positionOf } from './positions.ts';
import type { TemplatePart } from './stack-parts.ts';

/** `pointer`: from the template's root. */
export function placeIn({ yaml, root }: TemplatePart, pointer: string): Position {
  return yaml.keys.get(root + pointer) ?? positionOf(yaml, root + pointer);
}
