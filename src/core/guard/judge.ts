/** Evaluates one guardrail on the facts of one group. */
import type { GuardrailFacts } from '../../model/guardrail-facts.ts';
import type { CelInput } from './cel/library.ts';
import { Meter } from './cel/meter.ts';
import { celInput } from './cel/values.ts';
import { plain } from './facts/spec-facts.ts';
import type { ReadyGuardrail } from './guardrail-document.ts';
import { fill } from './message.ts';

export type Verdict =
  | { readonly kind: 'passes' }
  | { readonly kind: 'fails'; readonly message: string }
  /** The rule could not be decided: no pass. */
  | { readonly kind: 'broken'; readonly why: string };

/** The facts as CEL sees them: made once a group, whatever number of guardrails look at it. */
export type Evidence = Readonly<Record<string, CelInput>>;

export function evidenceOf(facts: GuardrailFacts): Evidence {
  return Object.fromEntries(Object.entries(plain(facts)).map(([key, value]) => [key, celInput(value)]));
}

export function judge(
  guardrail: Pick<ReadyGuardrail, 'ready' | 'parameters'>,
  evidence: Evidence,
  meter = new Meter(),
): Verdict {
  const given = { ...evidence, params: celInput(guardrail.parameters) };
  const { rule, message } = guardrail.ready;
  const result = rule.evaluate(given, meter);
  if (!result.ok) return { kind: 'broken', why: result.message };
  if (result.value === true) return { kind: 'passes' };
  if (result.value === false) return { kind: 'fails', message: fill(message, given, meter) };
  return { kind: 'broken', why: 'it is neither true nor false' };
}
