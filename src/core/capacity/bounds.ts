/** Between which sizes a group of a stack may be at any hour: what its schedules may ask for counts, too. */
import type { DesiredGroup, DesiredStack } from '../../model/desired.ts';
import { widestBounds } from '../schedule/widest-bounds.ts';

export function boundsOf(
  { scheduled }: DesiredStack,
  { min, max }: DesiredGroup,
): Pick<DesiredGroup, 'min' | 'max'> {
  return scheduled === null ? { min, max } : widestBounds({ size: scheduled.rule, scaling: scheduled.rule });
}
