/** Marks a pull request that changes the rules which plans are judged by. */
import type { ReportContext } from './context.ts';
import type { Block } from './document.ts';
import { code, join, line } from './document.ts';
import { count } from './words.ts';

/** More names than this are in the pull request itself. */
const NAMED = 5;

export function rulesBlocks({ rules = [] }: Pick<ReportContext, 'rules'>): readonly Block[] {
  if (rules.length === 0) return [];
  const rest = rules.length - NAMED;
  const named = rules.slice(0, NAMED).map((path) => [code(path)]);
  const all = rest > 0 ? [...named, line`${count('more file', rest)}`] : named;
  const words = line`This pull request changes the rules: ${join(all, ', ')}. The plan is judged by those of the base branch; the new ones count from the merge on.`;
  return [{ kind: 'alert', tone: 'caution', lines: [words] }];
}
