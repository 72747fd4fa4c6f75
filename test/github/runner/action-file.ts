/** Reads action.yml with GitHub's own parser: inputs with their defaults, and what is started. */
import { readFileSync } from 'node:fs';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { parse } from 'yaml';

export interface ActionFile {
  /** By name; null = no default. */
  readonly inputs: ReadonlyMap<string, string | null>;
  readonly outputs: readonly string[];
  /** Below the folder of action.yml: `dist/main.js`. */
  readonly main: string;
}

export function readActionFile(path: string): ActionFile {
  const text = readFileSync(path, 'utf8');
  const { context } = parseAction({ name: 'action.yml', content: text }, new NoOperationTraceWriter());
  const mistakes = context.errors.getErrors().map(({ message }) => message);
  if (mistakes.length > 0) throw new Error(`GitHub takes no such action:\n${mistakes.join('\n')}`);
  const { inputs = {}, outputs = {}, runs } = parse(text);
  if (!/^node\d+$/.test(runs.using))
    throw new Error(`action.yml: this runner does not know "using: ${runs.using}"`);
  const unknown = Object.keys(runs).filter((key) => key !== 'using' && key !== 'main');
  if (unknown.length > 0)
    throw new Error(`action.yml: this runner does not know "runs.${unknown.join('", "')}"`);
  const defaults = Object.entries<{ readonly default?: unknown }>(inputs).map(
    ([name, input]): [string, string | null] => [
      name,
      input.default === undefined ? null : String(input.default),
    ],
  );
  return { inputs: new Map(defaults), outputs: Object.keys(outputs), main: runs.main };
}
