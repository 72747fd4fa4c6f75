/** Tells the files that judge plans from those that are planned. */
import type { Settings } from '../../model/settings.ts';
import { SETTINGS_FILE } from './parse-settings.ts';

/** Guardrail packs of the repository's own. */
const POLICIES = 'policies/';

/** The rules among paths, sorted. They count from the base branch: a pull request that changes them is judged by the old ones. */
export function rulesAmong(
  paths: readonly string[],
  { prices }: Pick<Settings, 'prices'>,
): readonly string[] {
  const rules = paths.filter(
    (path) => path === SETTINGS_FILE || path === prices || path.startsWith(POLICIES),
  );
  return [...new Set(rules)].sort();
}
