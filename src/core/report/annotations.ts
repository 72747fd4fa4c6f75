/** Words for single lines of the repository's files. */
import type { GroupPlan } from '../../model/plan.ts';
import type { Finding, Problem } from '../../model/problem.ts';
import type { Annotation } from '../../model/report.ts';

export function problemAnnotations(problems: readonly Problem[]): readonly Annotation[] {
  return problems.map(({ file, line, column, message }) => ({
    file,
    line,
    column,
    severity: 'error',
    title: 'Thermostat: problem',
    message,
  }));
}

/** The same of findings outside any plan. */
export function adviceAnnotations(findings: readonly Finding[]): readonly Annotation[] {
  return findings.flatMap(({ source, rule, severity, message }): readonly Annotation[] =>
    source === undefined ? [] : [{ ...source, severity, title: `Thermostat: ${rule}`, message }],
  );
}

/** Findings that know their place. */
export function findingAnnotations(groups: readonly GroupPlan[]): readonly Annotation[] {
  return groups.flatMap((group) =>
    group.findings.flatMap(({ source, rule, severity, message }): readonly Annotation[] =>
      source === undefined ? [] : [{ ...source, severity, title: `${group.name}: ${rule}`, message }],
    ),
  );
}
