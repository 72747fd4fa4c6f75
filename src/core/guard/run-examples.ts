/** Runs the examples of guardrails: those that should pass pass, those that should fail fail. */
import type { GuardrailExample } from '../../model/guardrail.ts';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import { MAX_STEPS, Meter } from './cel/meter.ts';
import { celInput } from './cel/values.ts';
import { exampleFacts } from './example-facts.ts';
import { plain } from './facts/spec-facts.ts';
import type { ReadyGuardrail } from './guardrail-document.ts';
import { judge, type Verdict } from './judge.ts';
import { sampleFacts } from './sample.ts';

export function exampleFailures(guardrails: readonly ReadyGuardrail[]): readonly Problem[] {
  if (guardrails.length === 0) return [];
  const sample = plain(sampleFacts());
  // all of them together: a file must not keep a runner busy
  const meter = new Meter(5 * MAX_STEPS);
  return guardrails.flatMap((guardrail) =>
    guardrail.examples.flatMap((example) => {
      const verdict = verdictOn(guardrail, example, sample, meter);
      const message = complaint(verdict, example.passes, guardrail.name);
      return message === null ? [] : [{ ...example.source, message }];
    }),
  );
}

function verdictOn(
  guardrail: ReadyGuardrail,
  { facts }: GuardrailExample,
  sample: JsonObject,
  meter: Meter,
): Verdict {
  const { params, ...others } = facts;
  const entries = Object.entries(exampleFacts(sample, others)).map(([key, value]) => [key, celInput(value)]);
  const parameters = { ...guardrail.parameters, ...(isJsonObject(params) ? params : {}) };
  return judge({ ...guardrail, parameters }, Object.fromEntries(entries), meter);
}

function complaint(verdict: Verdict, passes: boolean, name: string): string | null {
  const example = `the ${passes ? 'passing' : 'failing'} example of ${name}`;
  switch (verdict.kind) {
    case 'broken':
      return `${example} can't be decided: ${verdict.why}`;
    case 'passes':
      return passes ? null : `${example} passes; the rule is true for it`;
    case 'fails':
      return passes ? `${example} fails; the rule is false for it: ${verdict.message}` : null;
  }
}
