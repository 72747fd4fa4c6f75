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
  const problems: Problem[] = [];
  let left = MOST_STEPS;
  for (const guardrail of guardrails) {
    for (const example of guardrail.examples) {
      if (left <= 0) return [...problems, { ...example.source, message: NOT_RUN }];
      const meter = new Meter(Math.min(left, MAX_STEPS));
      const message = complaint(verdictOn(guardrail, example, sample, meter), example.passes, guardrail.name);
      left -= Math.min(left, MAX_STEPS) - Math.max(meter.left, 0);
      if (message !== null) problems.push({ ...example.source, message });
    }
  }
  return problems;
}

/** All of them together: a file must not keep a runner busy. */
const MOST_STEPS = 5 * MAX_STEPS;
const NOT_RUN = 'the examples from here on are not run: those before take too much work';

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
