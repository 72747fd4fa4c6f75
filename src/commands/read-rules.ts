/** Reads the settings and guardrails that count: those of the base branch; what a pull request makes of them is only checked. */
import { type ParsedPrices, parsePrices } from '../core/cost/parse-prices.ts';
import { currencyProblems } from '../core/cost/rating.ts';
import type { ReadyGuardrail } from '../core/guard/guardrail-document.ts';
import type { ParsedGuardrails } from '../core/guard/parse-guardrails.ts';
import { type Rules, rulesOf } from '../core/guard/rules.ts';
import { type ParsedSettings, parseSettings, SETTINGS_FILE } from '../core/settings/parse-settings.ts';
import type { Problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import type { SourceTree } from '../ports/source-tree.ts';

export interface ReadRules {
  readonly rules: Rules;
  readonly problems: readonly Problem[];
}

interface RulesInTree extends ReadRules {
  /** The repository's guardrails as they are written, before settings override them. */
  readonly own: readonly ReadyGuardrail[];
}

/** `base` is `tree` itself where no pull request is looked at. Broken rules on the base branch stop everything: nobody knows what they forbid. */
export async function readRules(tree: SourceTree, base: SourceTree): Promise<ReadRules> {
  if (base === tree) return rulesIn(tree);
  const [own, counting] = [await checkRules(tree), await rulesIn(base)];
  return { rules: counting.rules, problems: [...own, ...counting.problems.map(onTheBase)] };
}

/** Paths of guardrails, wherever the settings say that they are. */
export async function ruleFiles(tree: SourceTree): Promise<readonly string[]> {
  const { settings } = await readSettings(tree);
  const guardrails = await tree.list(settings.guardrails.files);
  return settings.prices === null ? guardrails : [...guardrails, settings.prices];
}

/** What is wrong with them, their examples run as well. */
export async function checkRules(tree: SourceTree): Promise<readonly Problem[]> {
  const { own, problems } = await rulesIn(tree);
  if (own.length === 0) return problems;
  const { exampleFailures } = await import('../core/guard/run-examples.ts');
  return [...problems, ...exampleFailures(own)];
}

function onTheBase(problem: Problem): Problem {
  return { ...problem, message: `on the base branch, whose rules count: ${problem.message}` };
}

async function rulesIn(tree: SourceTree): Promise<RulesInTree> {
  const { settings, problems } = await readSettings(tree);
  const paths = await tree.list(settings.guardrails.files);
  const { packs, guardrails: own, problems: unread } = await guardrailsIn(tree, settings, paths);
  const prices = await pricesIn(tree, settings.prices);
  const made = rulesOf(settings, [...packs, ...own], prices.lists);
  const currencies = currencyProblems(settings.cloudKitty, prices.lists);
  // a guardrail that can't be read would be missed by every rule that names it
  const unknown = unread.length > 0 ? [] : made.problems;
  return {
    rules: made.rules,
    own,
    problems: [...problems, ...unread, ...prices.problems, ...currencies, ...unknown],
  };
}

/** Their language takes longer to load than all specs to read: not where nobody uses it. */
async function guardrailsIn(
  tree: SourceTree,
  { guardrails: { packs } }: Settings,
  paths: readonly string[],
): Promise<ParsedGuardrails & { readonly packs: readonly ReadyGuardrail[] }> {
  if (packs.length + paths.length === 0) return { packs: [], guardrails: [], problems: [] };
  const { packGuardrails, parseGuardrails } = await import('../core/guard/parse-guardrails.ts');
  const own = parseGuardrails(paths.length === 0 ? [] : await tree.read(paths));
  return { ...own, packs: packs.flatMap(packGuardrails) };
}

async function pricesIn(tree: SourceTree, path: string | null): Promise<ParsedPrices> {
  if (path === null) return { lists: [], problems: [] };
  const [file] = await tree.read([path]);
  return parsePrices(file ?? { path, state: 'absent' });
}

async function readSettings(tree: SourceTree): Promise<ParsedSettings> {
  const [file] = await tree.read([SETTINGS_FILE]);
  return parseSettings(file ?? { path: SETTINGS_FILE, state: 'absent' });
}
