/** Finds facts in the examples of a guardrail that there are none of: a misspelt example would prove nothing. */
import type { GuardrailExample } from '../../model/guardrail.ts';
import { isJsonObject, type Json } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import { positionOf } from '../spec/positions.ts';
import { list, quote } from '../spec/quote.ts';
import { dotted } from '../spec/schema-problems.ts';
import type { SpecDocument } from '../spec/spec-documents.ts';
import { hint } from '../spec/suggest.ts';
import { pointerTo } from '../spec/yaml-values.ts';
import type { KnownPaths, Shape } from './cel/paths.ts';

export function exampleProblems(
  examples: readonly GuardrailExample[],
  known: KnownPaths,
  { yaml }: SpecDocument,
): readonly Problem[] {
  const counts = { passing: 0, failing: 0 };
  return examples.flatMap(({ passes, facts }) => {
    const kind = passes ? 'passing' : 'failing';
    const pointer = `/spec/examples/${kind}/${counts[kind]++}`;
    return strangers(facts, { properties: known }, pointer).map((one) => ({
      ...(yaml.keys.get(one.pointer) ?? positionOf(yaml, one.pointer)),
      message: one.message,
    }));
  });
}

interface Stranger {
  readonly pointer: string;
  readonly message: string;
}

function strangers(value: Json, shape: Shape, pointer: string): readonly Stranger[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => strangers(item, shape.items ?? {}, pointerTo(pointer, index)));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const inner = pointerTo(pointer, key);
    if (shape.properties === undefined || Object.hasOwn(shape.properties, key)) {
      const below = shape.properties?.[key] ?? shape.additionalProperties;
      return strangers(item, typeof below === 'object' ? below : {}, inner);
    }
    const names = Object.keys(shape.properties);
    const message = `${quote(key)} is no fact in ${dotted(pointer)}${hint(key, names, `there are ${list(names)}`)}`;
    return [{ pointer: inner, message }];
  });
}
