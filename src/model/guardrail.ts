/** A guardrail: a rule over the plan of a group, as it is written, every default filled in. */
import type { Action } from './change.ts';
import type { Json, JsonObject } from './json.ts';
import type { Position } from './problem.ts';
import type { Spec } from './spec.ts';

export interface Guardrail {
  /** `baseline/two-behind-a-balancer` of a pack, or a repository's own name without a slash. */
  readonly name: string;
  readonly description: string;
  readonly severity: 'error' | 'warn';
  readonly match: GuardrailMatch;
  /** Values that the rule reads as `params`. */
  readonly parameters: JsonObject;
  /** CEL: true where all is well. */
  readonly rule: string;
  /** With `{{ expression }}` wherever a value belongs. */
  readonly message: string;
  /** JSON pointer into the spec to the key that is to blame; '' = the whole spec. */
  readonly at: string;
  readonly help: string | null;
  readonly examples: readonly GuardrailExample[];
  readonly source: Position;
}

export interface GuardrailMatch {
  /** Names and labels: `*` stands for any run of characters; an empty list or mapping fits everything. */
  readonly names: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly kinds: readonly Spec['kind'][];
  readonly actions: readonly Action[];
}

/** What differs from the sample, and whether the rule holds then. */
export interface GuardrailExample {
  readonly passes: boolean;
  readonly facts: Readonly<Record<string, Json>>;
  readonly source: Position;
}
