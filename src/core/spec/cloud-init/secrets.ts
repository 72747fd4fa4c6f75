/** Collects the secrets of one part, each once, by its line. */
import type { JsonObject } from '../../../model/json.ts';
import type { Position } from '../../../model/problem.ts';
import { secretValues } from './cloud-config-secrets.ts';
import type { Content } from './content.ts';
import { secretLines } from './secret-lines.ts';

export interface Secret {
  readonly at: Position;
  /** What it is or what it is called; never the value. */
  readonly name: string;
  /** What would be right in its place, where it is more than to fetch it. */
  readonly instead: string | null;
}

/** `config`: its meaning when it is a cloud-config, with the place of each value. */
export function secretsOf(
  content: Content,
  config: { readonly value: JsonObject; readonly positionAt: (pointer: string) => Position } | null,
): readonly Secret[] {
  const byMeaning = (config === null ? [] : secretValues(config.value)).map(({ pointer, name, instead }) => ({
    at: config?.positionAt(pointer) ?? content.at(1, 1),
    name,
    instead,
  }));
  const byLine = secretLines(content.text).map(({ line, column, name }) => ({
    at: content.at(line, column),
    name,
    instead: null,
  }));
  const lines = new Set(byMeaning.map(({ at }) => at.line));
  return [...byMeaning, ...byLine.filter(({ at }) => !lines.has(at.line))];
}
