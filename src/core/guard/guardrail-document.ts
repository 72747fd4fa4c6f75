/** One document of kind Guardrail to a guardrail that is ready to judge, or every problem of it at once. */
import type { Guardrail as Raw } from '../../generated/spec-types.ts';
import type { Guardrail, GuardrailExample } from '../../model/guardrail.ts';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Position, Problem } from '../../model/problem.ts';
import { positionOf } from '../spec/positions.ts';
import { quote } from '../spec/quote.ts';
import { schemaAt } from '../spec/schema-lookup.ts';
import { documentAs } from '../spec/schema-problems.ts';
import type { SpecDocument } from '../spec/spec-documents.ts';
import { type Expression, type Mistake, readExpression } from './cel/expression.ts';
import type { KnownPaths } from './cel/paths.ts';
import { exampleProblems } from './example-problems.ts';
import { FACTS } from './facts/facts-shape.ts';
import { placeIn } from './guardrail-text.ts';
import { type Message, readMessage } from './message.ts';

/** With its expressions read. */
export interface ReadyGuardrail extends Guardrail {
  readonly ready: { readonly rule: Expression; readonly message: Message };
}

export interface BuiltGuardrail {
  /** null when there is a problem. */
  readonly guardrail: ReadyGuardrail | null;
  readonly problems: readonly Problem[];
}

/** `prefix`: `baseline/` for a pack's, else ''. */
export function buildGuardrail(document: SpecDocument, text: string, prefix: string): BuiltGuardrail {
  const { raw, problems } = documentAs(document, 'Guardrail');
  if (raw === null) return { guardrail: null, problems };
  const guardrail = plainGuardrail(raw, document, prefix);
  const known = { ...FACTS, params: { properties: shapes(guardrail.parameters) } };
  const rule = readExpression(guardrail.rule, known);
  const message = readMessage(guardrail.message, known);
  const wrong = [
    ...parameterProblems(guardrail.parameters, document),
    ...placed(rule, { document, text, key: 'rule' }),
    ...placed(message, { document, text, key: 'message' }),
    ...blameProblems(guardrail, document),
    ...exampleProblems(guardrail.examples, known, document),
  ];
  if (wrong.length > 0 || !rule.ok || !message.ok) return { guardrail: null, problems: wrong };
  const ready = { rule: rule.expression, message: message.message };
  return { guardrail: { ...guardrail, ready }, problems: [] };
}

function plainGuardrail(raw: Raw, { yaml }: SpecDocument, prefix: string): Guardrail {
  const { description, severity, match, parameters, rule, message, at, help, examples } = raw.spec;
  const example = (kind: 'passing' | 'failing') =>
    examples[kind].map(
      (facts, index): GuardrailExample => ({
        passes: kind === 'passing',
        facts: isJsonObject(facts) ? facts : {},
        source: positionOf(yaml, `/spec/examples/${kind}/${index}`),
      }),
    );
  return {
    name: prefix + raw.metadata.name,
    description: description ?? '',
    severity,
    match: {
      names: match?.names ?? [],
      labels: match?.labels ?? {},
      kinds: match?.kinds ?? [],
      actions: match?.actions ?? ['create', 'update', 'replace'],
    },
    parameters: isJsonObject(parameters) ? parameters : {},
    rule,
    message,
    at: at === undefined ? '' : `/${at.replaceAll('.', '/')}`,
    help: help ?? null,
    examples: [...example('passing'), ...example('failing')],
    source: yaml.start,
  };
}

function shapes(parameters: JsonObject): KnownPaths {
  return Object.fromEntries(Object.keys(parameters).map((name) => [name, {}]));
}

function parameterProblems(parameters: JsonObject, { yaml }: SpecDocument): readonly Problem[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    const place = positionOf(yaml, `/spec/parameters/${name}`);
    if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(name)) {
      return [
        {
          ...place,
          message: `the parameter ${quote(name)} needs a name of letters and digits, such as atMost`,
        },
      ];
    }
    if (isSimple(value)) return [];
    const message = `the parameter ${quote(name)} must be a number, a text, true, false, or a list of them`;
    return [{ ...place, message }];
  });
}

/** What settings can override without knowing the rule. */
function isSimple(value: Json): boolean {
  if (Array.isArray(value)) return value.every((item) => isSimple(item) && !Array.isArray(item));
  return value !== null && typeof value !== 'object';
}

interface Place {
  readonly document: SpecDocument;
  /** Of the whole file. */
  readonly text: string;
  readonly key: 'rule' | 'message';
}

function placed(
  read: { readonly ok: boolean; readonly mistakes?: readonly Mistake[] },
  { document, text, key }: Place,
): readonly Problem[] {
  const start: Position = positionOf(document.yaml, `/spec/${key}`);
  const scalar = textOf(document, key);
  const at = key === 'rule' ? placeIn(scalar, start, text) : () => start;
  return (read.mistakes ?? []).map(({ line, column, message }) => ({
    ...at(line, column),
    message: `spec.${key} can't be read: ${message}`,
  }));
}

function textOf({ value }: SpecDocument, key: 'rule' | 'message'): string {
  const spec = value['spec'];
  const text = isJsonObject(spec) ? spec[key] : '';
  return typeof text === 'string' ? text : '';
}

function blameProblems({ at }: Guardrail, { yaml }: SpecDocument): readonly Problem[] {
  if (at === '' || Object.keys(schemaAt('AutoScalingGroup', at)).length > 0) return [];
  const message = `spec.at is ${quote(at.slice(1).replaceAll('/', '.'))}; a spec has no such key, see docs/spec.md`;
  return [{ ...positionOf(yaml, '/spec/at'), message }];
}
