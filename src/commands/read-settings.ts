/** Reads the settings that count: those of the base branch; what a pull request makes of them is only checked. */
import { parseSettings, SETTINGS_FILE } from '../core/settings/parse-settings.ts';
import type { Problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import type { SourceTree } from '../ports/source-tree.ts';

export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** `base` is `tree` itself where no pull request is looked at. Broken settings on the base branch stop everything: nobody knows what they forbid. */
export async function readSettings(tree: SourceTree, base: SourceTree): Promise<ReadSettings> {
  const own = await settingsIn(tree);
  if (base === tree) return own;
  const counting = await settingsIn(base);
  return { settings: counting.settings, problems: [...own.problems, ...counting.problems.map(onTheBase)] };
}

function onTheBase(problem: Problem): Problem {
  return { ...problem, message: `on the base branch, whose settings count: ${problem.message}` };
}

async function settingsIn(tree: SourceTree): Promise<ReadSettings> {
  const [file] = await tree.read([SETTINGS_FILE]);
  return parseSettings(file ?? { path: SETTINGS_FILE, state: 'absent' });
}
