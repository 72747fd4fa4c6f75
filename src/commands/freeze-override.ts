/** Finds out who lets a change pass in spite of a freeze window: asked only while one is on. */
import { frozenAt } from '../core/guard/freeze.ts';
import type { Rules } from '../core/guard/rules.ts';
import { ForgeError } from '../ports/errors.ts';
import type { CommandOptions, ReaderParts } from './parts.ts';

export async function freezeOverride(
  { freezeLabeller, clock, log }: ReaderParts,
  options: CommandOptions,
  { settings: { freeze } }: Rules,
): Promise<string | null> {
  const { freezeOverride: named = null } = options;
  if (named !== null) return named;
  const now = clock.now().getTime();
  const isOn = freeze.windows.some((window) => frozenAt([window], now) !== null);
  if (!isOn || freeze.approvers.length === 0 || freezeLabeller === undefined) return null;
  try {
    return await freezeLabeller();
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    log.warn(`asking who overrides the freeze window: ${error.message}; it counts as nobody`);
    return null;
  }
}
