/** Evaluates one guardrail on the facts of one group. */
import type { GuardrailFacts } from '../../model/guardrail-facts.ts';
import type { CelInput } from './cel/library.ts';
import { Meter } from './cel/meter.ts';
import { celInput } from './cel/values.ts';
import type { ReadyGuardrail } from './guardrail-document.ts';
import { fill } from './message.ts';

export type Verdict =
  | { readonly kind: 'passes' }
  | { readonly kind: 'fails'; readonly message: string }
  /** The rule could not be decided: no pass. */
  | { readonly kind: 'broken'; readonly why: string };

/** The facts as CEL sees them. */
export type Evidence = Readonly<Record<string, CelInput>>;

/** Each variable is made when the first guardrail looks at it, and once a group: most look at few. */
export function evidenceOf(facts: GuardrailFacts): Evidence {
  const made = new Map<string, CelInput>();
  const look = (key: string): CelInput => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = celInput(Reflect.get(facts, key));
    made.set(key, value);
    return value;
  };
  const variables = Object.keys(facts).map((key) => [key, { enumerable: true, get: () => look(key) }]);
  return Object.defineProperties({}, Object.fromEntries(variables));
}

export function judge(
  guardrail: Pick<ReadyGuardrail, 'ready' | 'parameters'>,
  evidence: Evidence,
  meter = new Meter(),
): Verdict {
  const given = withParameters(evidence, celInput(guardrail.parameters));
  const { rule, message } = guardrail.ready;
  const result = rule.evaluate(given, meter);
  if (!result.ok) return { kind: 'broken', why: result.message };
  if (result.value === true) return { kind: 'passes' };
  if (result.value === false) return { kind: 'fails', message: fill(message, given, meter) };
  return { kind: 'broken', why: 'it is neither true nor false' };
}

/** In front of the evidence, which is not copied: that would look at all of it. */
function withParameters(evidence: Evidence, params: CelInput): Evidence {
  const given: Evidence = Object.create(evidence, { params: { value: params } });
  return given;
}
