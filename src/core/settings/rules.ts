/** Tells the files that judge plans from those that are planned. */
import { SETTINGS_FILE } from './parse-settings.ts';

/** Guardrail packs of the repository's own. */
const POLICIES = 'policies/';

/**
 * The rules among paths, sorted; `files`: those that settings name. They count from the base branch: a pull request that changes
 * them is judged by the old ones.
 */
export function rulesAmong(paths: readonly string[], files: readonly string[]): readonly string[] {
  const named = new Set([SETTINGS_FILE, ...files]);
  const rules = paths.filter((path) => named.has(path) || path.startsWith(POLICIES));
  return [...new Set(rules)].sort();
}
