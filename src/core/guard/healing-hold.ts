/** Says why sick servers of a group may not be replaced now: a freeze window is on. */
import type { Freeze } from '../../model/settings.ts';
import type { GroupSpec, TemplateSpec } from '../../model/spec.ts';
import { frozenAt, windowsFor } from './freeze.ts';
import { stateWords, untilWords } from './freeze-findings.ts';

/** @param now milliseconds since 1970; null = they may */
export function healingHold(
  freeze: Freeze,
  { name, labels }: Pick<GroupSpec | TemplateSpec, 'name' | 'labels'>,
  now: number,
): string | null {
  const frozen = frozenAt(windowsFor(freeze, name, labels), now);
  return frozen === null ? null : `${stateWords(frozen)}: wait ${untilWords(frozen)}`;
}
