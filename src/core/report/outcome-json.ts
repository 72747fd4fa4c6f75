/** The stable JSON of an outcome: schema/outcome.json describes it. */
import type { Outcome } from '../../model/outcome.ts';
import { lazily } from './document.ts';
import { findingJson, groupJson, problemJson } from './plan-json.ts';
import { written } from './written.ts';

export function outcomeJson(outcome: Outcome): string {
  const { version, fingerprint, groups, problems } = outcome;
  return written({
    version,
    fingerprint,
    groups: lazily(groups, ({ name, stackId, status, message, steps, findings, plan }) => ({
      name,
      stackId,
      status,
      message,
      steps: steps.map((step) => ({ kind: step.kind, status: step.status, message: step.message })),
      findings: findings.map(findingJson),
      plan: groupJson(plan),
    })),
    problems: problems.map(problemJson),
  });
}
