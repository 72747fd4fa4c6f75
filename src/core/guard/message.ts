/** The message of a guardrail: text with `{{ expression }}` wherever a value belongs. */

import { type Expression, type Mistake, readExpression } from './cel/expression.ts';
import type { CelInput } from './cel/library.ts';
import type { Meter } from './cel/meter.ts';
import type { KnownPaths } from './cel/paths.ts';
import { shown } from './cel/values.ts';

export type Message = readonly (string | Expression)[];

export type ReadMessage =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export function readMessage(text: string, known: KnownPaths): ReadMessage {
  const parts: (string | Expression)[] = [];
  const mistakes: Mistake[] = [];
  for (const [index, part] of text.split(/\{\{([\s\S]*?)\}\}/).entries()) {
    if (index % 2 === 0) {
      parts.push(part);
      continue;
    }
    const read = readExpression(part.trim(), known);
    if (read.ok) parts.push(read.expression);
    else mistakes.push(...read.mistakes.map((one) => ({ ...one, message: `{{${part}}}: ${one.message}` })));
  }
  if (/\{\{|\}\}/.test(parts.filter((part) => typeof part === 'string').join(' '))) {
    mistakes.push({ line: 1, column: 1, message: 'a {{ has no }}, or the other way round' });
  }
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, message: parts };
}

/** On one line. A value that can't be had is said to be so: the finding counts all the same. */
export function fill(message: Message, facts: Readonly<Record<string, CelInput>>, meter: Meter): string {
  const text = message.map((part) => {
    if (typeof part === 'string') return part;
    const result = part.evaluate(facts, meter);
    return result.ok ? shown(result.value) : '?';
  });
  return text.join('').replace(/\s+/g, ' ').trim();
}
