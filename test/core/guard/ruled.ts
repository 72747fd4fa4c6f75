/** Rules from the text of settings and guardrails, and plans judged by them. */
import { type Guard, guardPlan } from '../../../src/core/guard/guard-plan.ts';
import { guardrailFindings } from '../../../src/core/guard/guardrail-findings.ts';
import { packGuardrails, parseGuardrails } from '../../../src/core/guard/parse-guardrails.ts';
import { type Rules, rulesOf } from '../../../src/core/guard/rules.ts';
import { compileGroup } from '../../../src/core/heat/group/compile-group.ts';
import { makePlan } from '../../../src/core/plan/plan.ts';
import { parseSettings } from '../../../src/core/settings/parse-settings.ts';
import type { ObservedStack } from '../../../src/model/observed.ts';
import type { Plan } from '../../../src/model/plan.ts';
import type { Problem } from '../../../src/model/problem.ts';
import type { SourceFile } from '../../../src/model/source.ts';
import type { Spec } from '../../../src/model/spec.ts';
import { CIRCUMSTANCES, WEB } from '../live-stack.ts';

export const file = (path: string, text: string): SourceFile => ({
  path,
  state: 'read',
  bytes: new TextEncoder().encode(text),
});

/** `spec`: the inside of `spec:` of the settings, as YAML in one line. */
export function settingsText(spec: string): string {
  return `apiVersion: thermostat/v1\nkind: Settings\nspec: ${spec}\n`;
}

/** A guardrail of the name; `rest` in place of its rule and message. */
export function guardrailText(name: string, rest: string): string {
  return `apiVersion: thermostat/v1
kind: Guardrail
metadata: { name: ${name} }
spec:
  severity: error
  ${rest.trim().replaceAll('\n', '\n  ')}
  examples: { passing: [ {} ], failing: [ {} ] }
`;
}

export function read(settings: string, guardrails = ''): { rules: Rules; problems: readonly Problem[] } {
  const parsed = parseSettings(file('.thermostat.yaml', settingsText(settings)));
  const own =
    guardrails === ''
      ? { guardrails: [], problems: [] }
      : parseGuardrails([file('policies/own.yaml', guardrails)]);
  const { rules, problems } = rulesOf(parsed.settings, [
    ...parsed.settings.guardrails.packs.flatMap(packGuardrails),
    ...own.guardrails,
  ]);
  return { rules, problems: [...parsed.problems, ...own.problems, ...problems] };
}

export function rules(settings: string, guardrails = ''): Rules {
  const made = read(settings, guardrails);
  if (made.problems.length > 0) throw new Error(JSON.stringify(made.problems));
  return made.rules;
}

export interface Case {
  readonly spec: Spec;
  readonly observed?: ObservedStack;
}

const GUARD = { moment: 'apply', freezeOverride: null } as const;

export function judged(
  cases: readonly Case[],
  guard: Partial<Guard> & Pick<Guard, 'rules'>,
  now = CIRCUMSTANCES.now,
): Plan {
  const pairs = cases.map(({ spec, observed }) => ({
    desired:
      spec.kind === 'AutoScalingGroup'
        ? compileGroup(spec, { ...CIRCUMSTANCES, now }).desired
        : ({ presence: 'absent', name: spec.name, source: spec.source } as const),
    observed: observed ?? ({ presence: 'absent', name: spec.name } as const),
    definitions: {},
  }));
  const specs = cases.map(({ spec }) => spec);
  const guarded = { specs, pairs, now: new Date(now), judge: guardrailFindings };
  return guardPlan(makePlan(pairs, []), guarded, { ...GUARD, ...guard });
}

/** `severity rule: message` of what the guard found in the plan of a new group. */
export function findings(guard: Partial<Guard> & Pick<Guard, 'rules'>, now?: string, spec: Spec = WEB) {
  const plain = judged([{ spec }], { rules: rules('{}') }, now).groups[0]?.findings ?? [];
  const [group] = judged([{ spec }], guard, now).groups;
  return (group?.findings ?? [])
    .slice(plain.length)
    .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}
